"""Runs, checkpoints and other people side by side against one reference, over all videos of a project.

Only reviewed stretches of the reference count where there are any: then videos without one do not count at all, for
nobody has said what is not in them. Without any, everything counts, and a note says so. Runs are measured on the videos
that all of them have, so that their figures can be compared; a person on those that both people have (and on stretches
both reviewed), and a note says how many these are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from app.tasks.annotations import clock_of
from app.tasks.comparing import Kind, Material, Side
from core.errors import UserError
from core.evaluation.footage import Footage, Said, numbered
from core.evaluation.reviewed import counted, shared
from core.evaluation.segments import THRESHOLDS
from core.evaluation.whole import Figures, figures, sides
from core.rows import Video
from core.task import Progress, Task
from core.time import Clock

_NOWHERE = np.zeros((0, 2), np.int64)


@dataclass(frozen=True)
class Measured:
    """One candidate. `notes`: sentences that its reader should know."""

    name: str
    kind: Kind
    figures: Figures
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """`videos`: name by the key that places have. `notes`: what a reader should know of the whole. `frames`: False
    where both sides are files that know no frames, and what counts them is left out."""

    reference: str
    results: tuple[Measured, ...]
    videos: dict[str, str]
    notes: tuple[str, ...]
    frames: bool = True


def measure(material: Material, thresholds: Sequence[float] = THRESHOLDS) -> Task[Comparison]:
    """Raises UserError where there is nothing to count."""
    yield Progress(text="Reading segments")
    counting, notes = _counting(material)
    clocks: dict[int, Clock] = {}
    guessed = []
    for i, video in enumerate(counting):
        yield Progress(i, len(counting), "Reading clocks")
        clocks[video.id] = clock_of(video, material.paths.get(video.id))
        if video.variable_rate and video.id not in material.paths:
            guessed.append(PurePosixPath(video.path).name)
    if guessed:
        notes.append(f"Seconds are estimated in {_some(guessed)}, whose files are not where they were; find them.")
    common = _common(material, counting)
    results = []
    for side in material.sides:
        mine = common if side.kind == "run" else counting
        results.append((yield from _measured(material, side, mine, clocks, thresholds)))
    names = {str(video.id): PurePosixPath(video.path).name for video in material.videos}
    return Comparison(material.truth.name, tuple(results), names, tuple(notes))


def _counting(material: Material) -> tuple[list[Video], list[str]]:
    """The videos in which the reference says something, and what is to be known of the choice."""
    truth = material.truth
    there = [video for video in material.videos if video.id in truth.segments]
    looked = [video for video in there if len(truth.reviewed.get(video.id, _NOWHERE))]
    if looked:
        left = len(there) - len(looked)
        note = f"{_videos(left)} of “{truth.name}” without a reviewed stretch did not count." if left else ""
        return looked, [note] if note else []
    said = [video for video in there if truth.segments[video.id]]
    if not said:
        raise UserError(
            f"“{truth.name}” holds no segment and no reviewed stretch, so there is nothing to measure against; label a "
            "video, or mark what you looked at as reviewed."
        )
    return said, [
        f"Nothing of “{truth.name}” is marked as reviewed, so every frame counts, also where nobody looked; mark what "
        "you looked at as reviewed to leave out the rest."
    ]


def _common(material: Material, counting: list[Video]) -> list[Video]:
    """The videos that all runs have."""
    runs = [side for side in material.sides if side.kind == "run"]
    found = [video for video in counting if all(video.id in run.segments for run in runs)]
    if runs and not found:
        names = _some([run.name for run in runs])
        raise UserError(
            f"No video that counts for “{material.truth.name}” has {names}; find activities in the reviewed videos "
            "first, or choose other runs."
        )
    return found


def _measured(
    material: Material, side: Side, videos: list[Video], clocks: dict[int, Clock], thresholds: Sequence[float]
) -> Task[Measured]:
    truth = material.truth
    there = ((video, _looked(truth, side, video)) for video in videos if video.id in side.segments)
    looked = {video.id: stretches for video, stretches in there if stretches is not None}
    videos = [video for video in videos if video.id in looked]
    if not videos:
        raise UserError(f"“{side.name}” says nothing of the videos that count for “{truth.name}”; choose another one.")
    labels, number = _labels(material, side, videos)
    footage: list[Footage] = []
    for video in videos:
        yield Progress(len(footage), len(videos), f"Comparing {side.name}")
        one, other = (_said(said, video, number) for said in (truth, side))
        wanted, kept = counted(one, other, looked[video.id])
        footage.append(Footage(str(video.id), video.frames, one.kept(wanted), other.kept(kept), looked[video.id]))
    if not any(len(one.truth) or len(one.found) for one in footage):
        raise UserError(
            f"Neither “{truth.name}” nor “{side.name}” has a segment in what counts; review a stretch in which "
            "something happens."
        )
    seconds = sides(footage, labels, lambda key, frame: clocks[int(key)].seconds(frame))
    yield Progress(text="Matching segments")
    frames = sides(footage, labels, lambda _, frame: float(frame))
    found = yield from figures(footage, labels, seconds, frames, thresholds)
    return Measured(side.name, side.kind, found, tuple(_notes(side, found)))


def _looked(truth: Side, side: Side, video: Video) -> np.ndarray | None:
    """What counts, empty for everything: of two people what both looked at, where both say so. None where the other
    person has said nothing of the video."""
    mine, other = truth.reviewed.get(video.id, _NOWHERE), side.reviewed.get(video.id, _NOWHERE)
    if side.kind == "run":
        return mine
    if len(mine) and len(other):
        both = shared(mine, other)
        return both if len(both) else None
    if len(other):
        return other
    return mine if side.segments[video.id] else None


def _labels(material: Material, side: Side, videos: list[Video]) -> tuple[tuple[str, ...], dict[int, int]]:
    """The labels of the reference in the project's order, then those that only the candidate has; and each label id's
    place among them."""
    wanted, had = ({s.label_id for v in videos for s in one.segments[v.id]} for one in (material.truth, side))
    names = material.labels
    labels, number = numbered([names[i] for i in names if i in wanted], [names[i] for i in names if i in had])
    return labels, {i: number[names[i]] for i in names if i in wanted | had}


def _said(side: Side, video: Video, number: dict[int, int]) -> Said:
    """What a person accepted keeps the score that a network gave it, which is not the person's."""
    scored = side.kind == "run"
    rows = side.segments[video.id]
    return Said.of((number[s.label_id], s.span, s.score if scored else None) for s in rows if s.label_id in number)


def _notes(side: Side, found: Figures) -> list[str]:
    notes = []
    labels = found.confusion.labels
    if side.kind == "human":
        notes.append(f"“{side.name}” is measured on the {_videos(found.videos)} that both people have.")
    elif not found.detection.predictions:
        notes.append(f"“{side.name}” found nothing in what counts.")
    elif found.calibration is None:
        notes.append(f"“{side.name}” has no scores, so its curves are single points and calibration is left out.")
    if len(labels) == 1:
        notes.append(f"There is only one label (“{labels[0]}”), so it can only be mistaken for nothing.")
    return notes


def _videos(count: int) -> str:
    return f"{count} video" if count == 1 else f"{count} videos"


def _some(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
