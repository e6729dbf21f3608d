"""Threshold, hysteresis, smoothing, merge gap and minimum length of each label, found on videos that people reviewed.

A coordinate search over grids for the best segment-wise F1 at tIoU .5, ties by the frame-wise one; a threshold is
judged with its neighbours, so that it stands in the middle of what works. Few examples prove little: a label with fewer
than two keeps what it had, others change only where more than one segment is gained, and a number that does not pay
goes back to what it was.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from core.decode import DecodeSettings, LabelSettings, decode
from core.decode_settings import TUNED
from core.evaluation.reference import Measure, Reference, measured
from core.task import Progress, Task
from core.tuning_stage import Footage as Footage
from core.tuning_stage import Rivals, Stage

ENOUGH = 2  # segments of a label in the reference from which on it is tuned
_GAIN = 2  # segments that must be right instead of wrong
_SLACK = 0.01  # of frame-wise F1 that a number may cost when it goes back
_LOSS = 0.1  # of it that better segments may cost
_BY_FRAME = 1e-3  # what frames weigh against segments: they settle ties
_ROUNDS = 2  # over labels that exclude each other
_THRESHOLDS = (0.01, 0.02, 0.03, 0.05, 0.075, *(round(0.05 * i, 2) for i in range(2, 20)))
_SECONDS = {
    "smoothing": (0.0, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0),
    "merge_gap": (0.0, 0.25, 0.5, 1.0, 2.0, 4.0),
    "min_length": (0.0, 0.25, 0.5, 1.0, 2.0, 4.0),
}
_LOWS = (1.0, 0.8, 0.6, 0.4)  # of the threshold

Kept = Literal["", "few", "best"]


@dataclass(frozen=True)
class LabelTuning:
    """examples: segments of the reference. kept: why the settings are what they were ("few" examples, or they are the
    "best" already as far as the examples tell), "" where they changed."""

    label: str
    settings: LabelSettings
    before: Measure
    after: Measure
    examples: int
    kept: Kept


@dataclass(frozen=True)
class Tuning:
    """settings: what all labels have, with those of their own. labels: those that something is known of, sorted."""

    settings: DecodeSettings
    labels: tuple[LabelTuning, ...]


def tune(footage: Sequence[Footage], settings: DecodeSettings, groups: Mapping[str, str] | None = None) -> Task[Tuning]:
    """`settings`: where the search begins and what labels go back to; `groups` as for `decode`. Deterministic."""
    names = sorted({name for one in footage for name in one.references if name in one.signal.channels})
    stage = Stage(footage, settings, groups)
    known = {name: stage.reference(name) for name in names}
    examples = {name: len(known[name].segments) for name in names}
    wanted = [name for name in names if examples[name] >= ENOUGH]
    found = settings
    rounds = _ROUNDS if any(stage.group(name) for name in wanted) else 1
    for _ in range(rounds):
        for name in wanted:
            judge = _judge(stage, known[name], stage.rivals(name, found))
            found = found.with_label((yield from _best(settings.of(name), found.of(name), judge)))
    before = _measured(footage, settings, groups)
    found, after = _without_losses(footage, settings, found, groups, before)
    labels = []
    for name in names:
        kept: Kept = "few" if examples[name] < ENOUGH else "best" if found.of(name) == settings.of(name) else ""
        labels.append(LabelTuning(name, found.of(name), before[name], after[name], examples[name], kept))
    return Tuning(found, tuple(labels))


def _without_losses(
    footage: Sequence[Footage],
    settings: DecodeSettings,
    found: DecodeSettings,
    groups: Mapping[str, str] | None,
    before: Mapping[str, Measure],
) -> tuple[DecodeSettings, dict[str, Measure]]:
    """Labels that exclude each other may spoil what the search promised: those that lost go back, one by one; where all
    labels together lost, everything does."""
    while True:
        after = _measured(footage, found, groups)
        changed = [name for name in after if found.of(name) != settings.of(name)]
        lost = max(changed, key=lambda name: after[name].errors - before[name].errors, default=None)
        spoilt = [name for name in changed if _spoilt(before[name], after[name])]
        if spoilt:
            found = found.with_label(settings.of(spoilt[0]))
        elif lost is not None and after[lost].errors > before[lost].errors:
            found = found.with_label(settings.of(lost))
        elif changed and _errors(after.values()) > _errors(before.values()):
            found = settings
        else:
            return found, after


def _spoilt(before: Measure, after: Measure) -> bool:
    """Whether fewer wrong segments were bought by losing the activity itself."""
    return after.frames.f1 < before.frames.f1 - _LOSS


def _errors(measures: Iterable[Measure]) -> int:
    return sum(one.errors for one in measures)


def _measured(
    footage: Sequence[Footage], settings: DecodeSettings, groups: Mapping[str, str] | None
) -> dict[str, Measure]:
    """Over all videos, by label, with what `decode` really gives."""
    total: dict[str, Measure] = {}
    for one in footage:
        given = {name: reference for name, reference in one.references.items() if name in one.signal.channels}
        found = decode(one.signal, settings, one.frames, one.rate, groups)
        for name, measure in measured(found, given).items():
            total[name] = total.get(name, Measure()) + measure
    return total


_Judge = Callable[[LabelSettings], Measure]


def _judge(stage: Stage, reference: Reference, rivals: Rivals | None) -> _Judge:
    return functools.cache(lambda one: reference.measure(stage.found(one, rivals)))


def _best(start: LabelSettings, at: LabelSettings, judge: _Judge) -> Task[LabelSettings]:
    """start: what is gone back to; at: what an earlier round found."""
    best = at
    if at == start:
        best = yield from _by_threshold(start, judge, _grid("smoothing", start), (_part(start), 1.0), _THRESHOLDS[::2])
    for _ in range(2):
        before = best
        for name in ("merge_gap", "min_length"):
            best = _first_best([best, *(_with(best, name, value) for value in _grid(name, start))], judge)
        best = yield from _by_threshold(best, judge, (best.smoothing,), (_part(best), *_LOWS), _THRESHOLDS)
        if best == before:
            break
    if judge(start).errors - judge(best).errors < _GAIN or _spoilt(judge(start), judge(best)):
        return start
    for name in TUNED:
        back = _with(best, name, getattr(start, name))
        if judge(back).errors <= judge(best).errors and judge(back).frames.f1 >= judge(best).frames.f1 - _SLACK:
            best = back
    return best


def _with(settings: LabelSettings, name: str, value: float) -> LabelSettings:
    other = replace(settings, **{name: value})  # type: ignore[arg-type]
    return replace(other, low=min(other.low, other.threshold))


def _grid(name: str, start: LabelSettings) -> tuple[float, ...]:
    """Of seconds, what it was to begin with."""
    return tuple(dict.fromkeys((getattr(start, name), *_SECONDS[name])))


def _worth(measure: Measure) -> float:
    return measure.segments.f1 + _BY_FRAME * measure.frames.f1


def _first_best(choices: Sequence[LabelSettings], judge: _Judge) -> LabelSettings:
    return max(choices, key=lambda one: _worth(judge(one)))  # the first of equals


def _part(settings: LabelSettings) -> float:
    """How much of the threshold its low end is."""
    return min(1.0, settings.low / settings.threshold) if settings.threshold else 1.0


def _by_threshold(
    start: LabelSettings, judge: _Judge, smoothing: Iterable[float], parts: Iterable[float], grid: Sequence[float]
) -> Task[LabelSettings]:
    """The best threshold under each smoothing, with its low end at each part of it; each judged with its two
    neighbours, of equals the nearest to what it was."""
    found, most, at = start, -1.0, start.threshold
    for width, part in itertools.product(smoothing, dict.fromkeys(parts)):
        yield Progress(text=start.label)
        choices = [
            replace(start, threshold=value, low=round(value * part, 4), smoothing=width)
            for value in sorted({start.threshold, *grid})
        ]
        worth = np.array([_worth(judge(one)) for one in choices])
        padded = np.pad(worth, 1, mode="edge")
        even = (padded[:-2] + 2 * worth + padded[2:]) / 4
        if even.max() > most + 1e-12:
            most = float(even.max())
            found = min(itertools.compress(choices, even >= most - 1e-12), key=lambda one: abs(one.threshold - at))
    return found
