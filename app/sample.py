"""`make run`: the window on the sample clip, analysed. Without a display the same job headless: the table of found
activities, an annotated video and a screenshot of the window, in build/sample."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from app import tasks
from core import assets
from core.errors import UserError
from core.storage.project import Project
from core.task import drive
from core.time import format_seconds

SAMPLE, MODEL = "sample-clip", "i3d"
OUT = Path("build/sample")


def main() -> int:
    """Exit code 0, or 1 with one sentence on stderr."""
    try:
        clip = assets.path(SAMPLE)
        return _window(clip) if _has_display() else _headless(clip)
    except UserError as error:
        click.echo(error, err=True)
        return 1


def _has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _analysed(path: Path, clip: Path) -> None:
    """The project with the clip and one run in it; nothing is done twice."""
    with Project.open(path) as project:
        known = {video.fingerprint for video in project.videos()}
        project.apply(drive(tasks.add_videos([clip], project.folder, known)).edit)
        (video, *_) = project.videos()
        if not project.runs(video.id):
            click.echo(f"Looking for activities in {clip.name} …")
            tasks.commit(project, drive(tasks.analyze(clip, video, MODEL)))


def _window(clip: Path) -> int:
    from app import application

    path = application.scratch("Sample")
    _analysed(path, clip)
    return application.main([path])


def _headless(clip: Path) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / "sample.reelmark"
    _analysed(path, clip)
    with Project.open(path) as project:
        _print_table(project)
        (video, *_) = project.videos()
        annotated = drive(tasks.render_overlay(clip, OUT / "sample-annotated.mp4", tasks.snapshot(project), video))
    picture = OUT / "window.png"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.screenshots import shoot

    shoot(path, picture)
    click.echo(f"There is no display. Written instead: {annotated} and {picture}")
    return 0


def _print_table(project: Project) -> None:
    labels = {label.id: label.name for label in project.labels()}
    click.echo(f"{'score':>6}  {'start':>9}  {'end':>9}  activity")
    for video in project.videos():
        clock = tasks.clock_of(video, project.resolve(video))
        for segment in project.segments(video_id=video.id):
            start, stop = (format_seconds(clock.seconds(b)) for b in (segment.span.start, segment.span.stop))
            score = f"{segment.score:.2f}" if segment.score is not None else ""
            click.echo(f"{score:>6}  {start:>9}  {stop:>9}  {labels[segment.label_id]}")


if __name__ == "__main__":
    sys.exit(main())
