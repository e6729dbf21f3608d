"""`analyze` and `segments`: finding activities, and listing what a project holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli.output import Output, count, path_argument, speaks, table
from app.cli.told import Told
from core.errors import UserError
from core.exchange.names import VideoNames
from core.rows import Segment, Track, Video
from core.storage.project import Project
from core.time import Clock, Span, format_seconds

if TYPE_CHECKING:
    from core.decode import DecodeSettings
    from models.card import ModelCard

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Number(click.FloatRange):
    """Not NaN either, which is in every range and below every threshold."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))
        return self.fail(f"{value} is no number.", param, ctx) if math.isnan(number) else number


def _number(name: str, text: str, low: float, high: float) -> Callable[[_Command], _Command]:
    return click.option(name, type=_Number(low, high), metavar="X", help=text)


@click.command()
@click.argument("project", type=path_argument)
@click.argument("videos", metavar="VIDEO…", nargs=-1, required=True, type=path_argument)
@click.option("--model", required=True, help="One of `reelmark models`.")
@click.option(
    "--checkpoint", type=path_argument, metavar="FILE", help="Weights that were trained for it, instead of its own."
)
@_number("--threshold", "Score that an activity must reach, 0 to 1.", 0, 1)
@_number("--low", "Score at which it may go on, 0 to 1.", 0, 1)
@_number("--smoothing", "Seconds over which scores are averaged.", 0, 3600)
@_number("--min-length", "Seconds; shorter activities are dropped.", 0, 3600)
@_number("--merge-gap", "Seconds; closer activities of a label become one.", 0, 3600)
@click.option("--top", type=click.IntRange(1), metavar="N", help="How many different labels a video may get.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="auto", show_default=True)
@speaks
@click.pass_context
def analyze(
    context: click.Context,
    /,
    output: Output,
    project: Path,
    videos: tuple[Path, ...],
    model: str,
    checkpoint: Path | None,
    device: str,
    **settings: Any,
) -> None:
    """Finds activities in videos and keeps them in a project, each on a track of its own.

    Settings that are not given are those that were tuned for the weights, else those that suit the model. A video that
    cannot be used stops no other.
    """
    from app import tasks
    from models.cards import card

    known = card(model)
    defaults = _settings(known.decode, settings)
    documents, texts, failed = [], [], False
    with output.open(project) as opened:
        for path in videos:
            try:
                video = _added(output, opened, path)
                tuned = tasks.remembered(opened, model, _weights(known, checkpoint))
                chosen = _settings(tuned, settings) if tuned else defaults
                task = tasks.analyze(opened.resolve(video), video, model, chosen, device=device, checkpoint=checkpoint)
                found = output.run(task)
            except UserError as error:
                click.echo(f"reelmark: {error}", err=True)
                failed = True
                continue
            tasks.commit(opened, found)
            document = _analysed(found, video, _clock(opened, video))
            documents.append(document)
            texts.append(_analysed_text(document))
    output.emit({"videos": documents}, "\n\n".join(texts))
    context.exit(1 if failed else 0)


def _weights(known: ModelCard, checkpoint: Path | None) -> Path | None:
    """The file that is used; None where it is an asset."""
    from models.checkpoint import files

    return checkpoint or (None if known.weights else next(iter(files(known)), None))


def _settings(defaults: DecodeSettings, given: dict[str, Any]) -> DecodeSettings:
    """What is given holds for all labels, those with settings of their own among them."""
    from dataclasses import replace

    told = {name: value for name, value in given.items() if value is not None}
    labels = told.pop("top", defaults.top)
    chosen = replace(defaults, **told, own=()) if not defaults.own else defaults.with_all(**told)
    chosen = replace(chosen, top=labels)
    if chosen.low > chosen.threshold:
        if given["low"] is not None:
            raise click.UsageError("--low must not be above --threshold.")
        chosen = replace(chosen, low=chosen.threshold)
    return chosen


def _added(output: Output, project: Project, path: Path) -> Video:
    """The project's row for a file: there already, moved here, or added now."""
    from app.tasks.videos import video_row
    from core.storage.media import relinked
    from core.timeline.edit import Edit

    row, problems = video_row(path, project.folder)
    for problem in problems:
        output.note(f"{path.name}: {problem}")
    for known in project.videos():
        if known.fingerprint == row.fingerprint:
            try:
                project.resolve(known)
            except UserError:  # the file was moved: this is it
                project.apply(relinked(project.folder, known, path, lambda _: row.fingerprint))
                return next(video for video in project.videos() if video.id == known.id)
            return known
    project.apply(Edit(f"Add {path.name}", added=(row,)))
    return row


def _clock(project: Project, video: Video) -> Clock:
    from app.tasks.annotations import clock_of

    try:
        return clock_of(video, project.resolve(video))
    except UserError:
        return clock_of(video, None)


def _times(label: str, span: Span, score: float | None, clock: Clock) -> dict[str, Any]:
    return {
        "label": label,
        "start_frame": span.start,
        "stop_frame": span.stop,
        "start": round(clock.seconds(span.start), 6),
        "stop": round(clock.seconds(span.stop), 6),
        "score": score,
    }


def _analysed(found: Any, video: Video, clock: Clock) -> dict[str, Any]:
    return {
        "video": video.path,
        "labels": [[name, score] for name, score in found.top],
        "segments": [_times(one.label, one.span, one.score, clock) for one in found.found],
        "frames": found.frames,
        "seconds": round(found.seconds, 3),
        "device": found.device,
        "model": found.model,
        "form": found.used.form,
        "checkpoint": str(found.used.file) if found.used.file else None,
    }


def _analysed_text(document: dict[str, Any]) -> str:
    """The five best labels, then the activities: the layout of Montes et al.'s demo."""
    spent = f"{document['seconds']:.1f} s on {document['device']}"
    head = f"{document['video']}: {count(document['frames'], 'frame')}, {spent}"
    labels = [f"  {score:.4f}  {name}" for name, score in document["labels"]]
    if not document["segments"]:
        return "\n".join([head, *labels, "  No activity reached the threshold."])
    return "\n".join([head, *labels, "", _segment_table(document["segments"])])


def _segment_table(rows: Iterable[dict[str, Any]], more: tuple[str, ...] = ()) -> str:
    named = (name.replace("_", " ").capitalize() for name in more)
    heads = ["Begin", "End", "Frames", "Score", "Activity", *named]
    cells = (
        [
            format_seconds(row["start"]),
            format_seconds(row["stop"]),
            f"{row['start_frame']}–{row['stop_frame'] - 1}",
            "" if row["score"] is None else f"{row['score']:.3f}",
            row["label"],
            *(row[name] or "" for name in more),
        ]
        for row in rows
    )
    return table(heads, cells, right="rrrr")


@click.command()
@click.argument("project", type=path_argument)
@click.option("--video", metavar="V", help="Only this video: its path, its file name, or the name without suffix.")
@click.option("--track", metavar="T", help="Only tracks of this name.")
@click.option(
    "--by", metavar="WHO", help="Only what this person, network or checkpoint made or changed; or: people, networks."
)
@speaks
def segments(output: Output, project: Path, video: str | None, track: str | None, by: str | None) -> None:
    """Lists the segments of a project."""
    rows: list[dict[str, Any]] = []
    with output.open(project) as opened:
        labels = {label.id: label.name for label in opened.labels()}
        tracks = opened.tracks()
        if track is not None and track not in {row.name for row in tracks}:
            names = ", ".join(dict.fromkeys(row.name for row in tracks)) or "none at all"
            raise UserError(f"There is no track “{track}” in {project.name}; there is {names}.")
        told = Told(opened)
        for row in _chosen(opened, video):
            mine = [t for t in tracks if t.video_id == row.id and track in (None, t.name)]
            found = [(t, s) for t in mine for s in opened.segments(track_id=t.id)]
            clock = _clock(opened, row) if found else None
            for owner, segment in sorted(found, key=lambda pair: (pair[1].span, pair[1].id)):
                assert clock is not None
                rows.append(_segment(segment, labels[segment.label_id], row, owner, clock) | told.of(segment, owner))
        if by is not None:
            rows = told.only(rows, by)
    text = _segment_table(rows, ("track", "state", "made_by", "video")) if rows else "There are no segments."
    output.emit({"segments": rows}, text)


def _segment(segment: Segment, label: str, video: Video, track: Track, clock: Clock) -> dict[str, Any]:
    shared = _times(label, segment.span, segment.score, clock)
    return shared | {
        "id": segment.id,
        "track": track.name,
        "state": segment.state.value,
        "video": video.path,
        "comment": segment.comment,
    }


def _chosen(project: Project, name: str | None) -> list[Video]:
    videos = project.videos()
    if name is None:
        return videos
    found = VideoNames(videos).find(name) or VideoNames(videos).find(project.relative(name))
    if not found:
        raise UserError(f"There is no video “{name}” in {project.path.name}; leave out --video to see them all.")
    return found
