"""`agree` and `merge`: what two annotators have in common, and their two projects as one."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from app.cli.output import Output, count, path_argument, speaks, table
from core.errors import UserError
from core.time import format_seconds

if TYPE_CHECKING:
    from app.tasks.agreeing import Agreed
    from app.tasks.merging import MergeDone
    from core.evaluation.agreement import Kappa
    from core.evaluation.pairing import Pairs


@click.command()
@click.argument("project", type=path_argument)
@click.argument("track")
@click.argument("other", metavar="TRACK")
@click.option(
    "--tolerance",
    type=click.FloatRange(0),
    default=0.0,
    show_default=True,
    metavar="SECONDS",
    help="Edges this close together are the same edge.",
)
@speaks
def agree(output: Output, project: Path, track: str, other: str, tolerance: float) -> None:
    """How far two annotators agree: Cohen's kappa frame by frame, and segments that are the same.

    Both tracks are compared in every video that has both, where both have reviewed; a track without reviewed spans
    counts everywhere. Two segments are the same where they overlap by half, or their edges lie within the tolerance.
    """
    from app import tasks

    found = output.run(tasks.agreed(project, track, other, tolerance))
    output.emit(_document(found, tolerance), _text(found))


def _document(found: Agreed, tolerance: float) -> dict[str, Any]:
    from app.tasks.agreeing import seconds_of

    differences: list[dict[str, Any]] = []
    for one in found.videos:
        for i in range(len(one.differences)):
            start, stop = seconds_of(one.video, one.differences, i)
            frames = [int(edge) for edge in one.differences.spans[i]]
            mine, theirs = (list(says) for says in one.differences.says(i))
            differences.append(
                {"video": one.video.path, "start_frame": frames[0], "stop_frame": frames[1],
                 "start": start, "stop": stop, "one": mine, "other": theirs}
            )  # fmt: skip
    whole = found.whole
    return {
        "tracks": [found.one, found.other],
        "tolerance": tolerance,
        "videos": len(found.videos),
        "frames": int(whole.whole.frames),
        **_kappa(whole.whole),
        "segments": _pairs(whole.matched),
        "labels": {
            name: {
                **(_kappa(whole.labels[name]) if name in whole.labels else {}),
                **({"segments": _pairs(whole.segments[name])} if name in whole.segments else {}),
            }
            for name in whole.names()
        },
        "disagreements": differences,
    }


def _kappa(kappa: Kappa) -> dict[str, float | None]:
    return {"kappa": kappa.value, "agreed": kappa.share}


def _pairs(pairs: Pairs) -> dict[str, float | int | None]:
    return {
        "matched": pairs.matched,
        "only_one": pairs.only_one,
        "only_other": pairs.only_other,
        "agreement": pairs.share,
    }


def _text(found: Agreed) -> str:
    from app.tasks.agreeing import seconds_of

    whole, rows = found.whole, []
    for name, kappa, pairs in [
        ("all", whole.whole, whole.matched),
        *((name, whole.labels.get(name), whole.segments.get(name)) for name in whole.names()),
    ]:
        number = "–" if kappa is None or kappa.value is None else f"{kappa.value:.3f}"
        share = "" if kappa is None else f"{100 * kappa.share:.1f} %"
        same = "–" if pairs is None or pairs.share is None else f"{pairs.share:.3f}"
        counts = ["", "", ""] if pairs is None else [str(n) for n in (pairs.matched, pairs.only_one, pairs.only_other)]
        rows.append([name, number, share, same, *counts])
    heads = ["Label", "Kappa", "Frames agreed", "Segments", "Same", f"Only {found.one}", f"Only {found.other}"]
    lines = [
        f"{found.one} and {found.other} in {count(len(found.videos), 'video')}, "
        f"{count(int(whole.whole.frames), 'frame')} that both reviewed",
        "",
        table(heads, rows, right=" rrrrrr"),
    ]
    places = []
    for one in found.videos:
        for i in range(len(one.differences)):
            mine, theirs = (", ".join(says) or "–" for says in one.differences.says(i))
            times = (format_seconds(edge, 2) for edge in seconds_of(one.video, one.differences, i))
            places.append([PurePosixPath(one.video.path).name, *times, mine, theirs])
    if places:
        lines += ["", table(["Video", "From", "To", found.one, found.other], places, right=" rr")]
    return "\n".join(lines)


@click.command()
@click.argument("mine", type=path_argument)
@click.argument("theirs", type=path_argument)
@speaks
def merge(output: Output, mine: Path, theirs: Path) -> None:
    """Brings what was done in the project THEIRS into the project MINE; THEIRS stays as it is.

    Both may be copies of one project, or projects of the same videos made apart. What only one side changed is taken;
    where both changed the same segment, MINE stays and theirs comes onto a track named “… (merged)”. MINE is copied to
    a backup beside it first.
    """
    from app import tasks
    from core.storage.project import Project

    if not mine.exists():
        raise UserError(f"There is no project {mine}; check the name.")
    merged = output.run(tasks.plan_merge(mine, theirs))
    with Project.open(mine, create=False) as project:
        videos = {video.id: video.path for video in project.videos()}
        done = tasks.commit_merge(project, merged)
        videos |= {video.id: video.path for video in project.videos()}
    output.emit(_merge_document(done, videos), _merge_text(done, videos))


def _merge_document(done: MergeDone, videos: dict[int, str]) -> dict[str, Any]:
    added, changed, removed = done.merged.count()
    return {
        "changed": bool(done.merged),
        "backup": str(done.backup) if done.backup else None,
        "related": done.merged.related,
        "segments": {"added": added, "changed": changed, "removed": removed},
        "runs": len(done.merged.runs),
        "conflicts": [
            {
                "reason": one.reason.name.lower(),
                "message": one.text,
                "video": videos.get(one.video_id or 0),
                "start_frame": one.span.start if one.span else None,
                "stop_frame": one.span.stop if one.span else None,
                "mine": one.mine,
                "theirs": one.theirs,
                "track": one.track,
            }
            for one in done.merged.conflicts
        ],
    }


def _merge_text(done: MergeDone, videos: dict[int, str]) -> str:
    added, changed, removed = done.merged.count()
    if not done.merged:
        lines = ["Nothing to merge: everything is here already."]
    else:
        runs = f", {count(len(done.merged.runs), 'run')}" if done.merged.runs else ""
        lines = [
            f"{count(added, 'segment')} added, {changed:,} changed, {removed:,} removed{runs}.",
            f"Before: {done.backup}",
        ]
    if done.merged.conflicts:
        lines.append(f"{count(len(done.merged.conflicts), 'conflict')}; nothing of them is lost:")
    for one in done.merged.conflicts:
        where = f"{videos[one.video_id]}: " if one.video_id in videos else ""
        lines.append(f"  {where}{one.text}")
    return "\n".join(lines)
