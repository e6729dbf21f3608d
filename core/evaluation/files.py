"""Ground truth and predictions from ActivityNet files, ready to be scored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import UserError
from core.evaluation.footage import Footage, Said, numbered
from core.evaluation.segments import THRESHOLDS, Instances
from core.evaluation.whole import Figures, Sides, figures
from core.exchange.activitynet import read_table
from core.exchange.files import read_json
from core.task import Progress, Task

_TICKS = 1000  # a second: files know no frames


def truth(path: Path, subset: str = "validation") -> Instances:
    """The annotations of one subset. Raises UserError where there are none, or where one makes no sense."""
    data = _object(path)
    database = data.get("database")
    if not isinstance(database, dict):
        raise UserError(f"{path.name} has no “database”, so it holds no ground truth; check which file is which.")
    table = {v: record for v, record in database.items() if isinstance(record, dict) and record.get("subset") == subset}
    if not table:
        there = sorted({str(r.get("subset")) for r in database.values() if isinstance(r, dict)})
        what = f"it has {', '.join(there)}; choose with --subset" if there else "it is empty"
        raise UserError(f"{path.name} has no videos of the subset “{subset}”: {what}.")
    return _instances(path, table, "database")


def predictions(path: Path) -> Instances:
    """The results of a submission; from a file that only has a database, its annotations with score 1."""
    data = _object(path)
    for name in ("results", "database"):
        if isinstance(data.get(name), dict):
            return _instances(path, data[name], name)
    raise UserError(f"{path.name} has no “results”, so it holds no predictions; check which file is which.")


def measured(truth: Instances, found: Instances, thresholds: Sequence[float] = THRESHOLDS) -> Task[Figures]:
    """Every figure of the videos that the ground truth has; what is counted in frames is in milliseconds here."""
    yield Progress(text="Sorting segments by video")
    labels, number = numbered(truth.label, found.label)
    one, other = (_named(side, labels, number) for side in (truth, found))
    truth_by, found_by = _by_video(one, number), _by_video(other, number)
    none = Said.of(())
    footage = [
        Footage(video, _length(said, found_by.get(video, none)), said, found_by.get(video, none), _NOWHERE)
        for video, said in truth_by.items()
    ]
    ticks = Sides(*(_in_ticks(side) for side in (one, other)))
    return (yield from figures(footage, labels, Sides(one, other), ticks, thresholds))


_NOWHERE = np.zeros((0, 2), np.int64)


def _named(side: Instances, labels: Sequence[str], number: dict[str, int]) -> Instances:
    return Instances(side.video, [labels[number[name]] for name in side.label], side.start, side.stop, side.score)


def _in_ticks(side: Instances) -> Instances:
    start, stop = (np.round(column * _TICKS) for column in (side.start, side.stop))
    return Instances(side.video, side.label, start, stop, side.score)


def _by_video(side: Instances, number: dict[str, int]) -> dict[str, Said]:
    """A segment that is shorter than a tick covers nothing."""
    ticks = _in_ticks(side)
    rows: dict[str, list[int]] = {}
    for i, video in enumerate(ticks.video):
        rows.setdefault(video, []).append(i)
    label = np.array([number[name] for name in ticks.label], np.int64)
    columns = ticks.start.astype(np.int64), ticks.stop.astype(np.int64)
    said = {
        video: Said(label[mine], columns[0][mine], columns[1][mine], ticks.score[mine]) for video, mine in rows.items()
    }
    return {video: one.kept(one.stop > one.start) for video, one in said.items()}


def _length(one: Said, other: Said) -> int:
    return int(max(one.stop.max(initial=1), other.stop.max(initial=1)))


def _object(path: Path) -> dict[str, Any]:
    data = read_json(path)
    if not isinstance(data, dict):
        raise UserError(f"{path.name} is not an ActivityNet file: it holds no JSON object; check it.")
    return data


def _instances(path: Path, table: dict[str, Any], name: str) -> Instances:
    """Unlike an import, a score must not hang on half a file: the first problem refuses it."""
    read = read_table(table, name)
    if read.problems:
        first = read.problems[0]
        raise UserError(f"{path.name} cannot be scored: at {first.where}: {first.message}")
    # A segment that ends before it begins covers nothing; the official code would give it a negative length.
    return Instances.of(
        (e.video, e.label, e.start or 0.0, max(e.start or 0.0, e.stop or 0.0), 1.0 if e.score is None else e.score)
        for e in read.entries
    )
