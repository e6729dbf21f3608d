"""Scores over time → segments. Pure NumPy: a new threshold costs milliseconds and no network.

The scheme is that of Montes et al. 2016 (arXiv 1608.08128; smoothing, a threshold, runs become segments), with what
people ask for on top: hysteresis, gaps to merge, a minimum length, several labels at once, labels that exclude each
other. `montes2016` is the paper's own, step by step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from core.decode_settings import DecodeSettings as DecodeSettings
from core.decode_settings import LabelSettings as LabelSettings
from core.signal import Signal
from core.time import Span

Runs = list[tuple[int, int]]  # half-open, in steps


@dataclass(frozen=True, slots=True)
class Found:
    """One activity; score: the mean smoothed score of its label, 0…1."""

    label: str
    span: Span
    score: float


class Detection(NamedTuple):
    """Steps [start, stop) of one class, as `montes2016` gives them."""

    start: int
    stop: int
    channel: int
    score: float


def mean_filter(x: np.ndarray, width: int, drop_last: bool = False) -> np.ndarray:
    """x [steps, channels]; the mean of x[i − width//2 : i − width//2 + width], cut at both ends. With `drop_last` the
    last step is left out of every mean, as the released code of Montes et al. does."""
    steps = len(x)
    if width < 2 or steps < 2:
        return x
    first = np.arange(steps) - width // 2
    count = np.minimum(first + width, steps - drop_last) - np.maximum(first, 0)
    padded = np.zeros((steps + 2 * width, x.shape[1]), x.dtype)
    padded[width : width + steps - drop_last] = x[: steps - drop_last]
    total = _window_sums(padded[width - width // 2 :], width, steps)
    total /= count[:, None]
    return total


def _window_sums(x: np.ndarray, width: int, steps: int) -> np.ndarray:
    """Sums of x[i : i + width] for i < steps, by sums of 1, 2, 4 … steps: a dozen passes for any width, and no
    differences of large running sums that would cost precision."""
    total = np.zeros((steps, x.shape[1]), x.dtype)
    offset, size = 0, 1
    while True:
        if width & size:
            total += x[offset : offset + steps]
            offset += size
        if size * 2 > width:
            return total
        x = x[:-size] + x[size:]
        size *= 2


def stretches(high: np.ndarray, low: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Longest runs of true in `low` [steps] that hold at least one true in `high`: starts, stops, int64 [n] both."""
    edges = np.diff(np.concatenate([[False], low, [False]]).astype(np.int8))
    starts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return starts, stops
    kept = np.logical_or.reduceat(high & low, starts)
    return starts[kept], stops[kept]


def joined(
    starts: np.ndarray, stops: np.ndarray, gap: float | np.ndarray, taken: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Runs [n] that are at most `gap` steps apart become one, unless `taken` [steps] holds in between. gap: one number,
    or one for each pair [n − 1]."""
    if len(starts) < 2:
        return starts, stops
    near = starts[1:] - stops[:-1] <= gap
    if taken is not None and near.any():
        count = np.append(0, np.cumsum(taken))
        near &= count[starts[1:]] == count[stops[:-1]]
    first = np.flatnonzero(np.append(True, ~near))
    return starts[first], stops[np.append(first[1:] - 1, len(stops) - 1)]


def runs(high: np.ndarray, low: np.ndarray) -> Runs:
    """`stretches` as pairs."""
    starts, stops = stretches(high, low)
    return list(zip(starts.tolist(), stops.tolist(), strict=True))


def montes2016(probabilities: np.ndarray, k: int = 5, threshold: float = 0.2, background: int = 0) -> list[Detection]:
    """The paper's detection, as released: mean filter over x[i − k : i + k] (k = 0: none), activity where
    1 − p(background) ≥ threshold; each run carries the video's best class. probabilities: [steps, classes]."""
    x = mean_filter(probabilities, 2 * k, drop_last=True)
    active = 1 - x[:, background] >= threshold
    best = best_channels(x, 1, background)[0]
    return [Detection(a, b, best, float(x[a:b, best].mean())) for a, b in runs(active, active)]


def best_channels(x: np.ndarray, n: int, background: int | None = None) -> list[int]:
    """The n channels of greatest mean over the video, the background left out."""
    mean = x.mean(axis=0, dtype=np.float64)
    if background is not None:
        mean[background] = -1
    order = np.argsort(-mean, kind="stable")
    return [int(c) for c in order[:n] if c != background]


def video_labels(signal: Signal, n: int = 5, background: str = "") -> list[tuple[str, float]]:
    """The video's best labels: mean over time, without background, which is left out of the sum as in Montes et al."""
    if not len(signal):
        return []
    without = signal.channels.index(background) if background in signal.channels else None
    mean = signal.values.mean(axis=0, dtype=np.float64)
    share = 1.0 if without is None else max(float(mean.sum() - mean[without]), 1e-12)
    return [(signal.channels[c], float(mean[c]) / share) for c in best_channels(signal.values, n, without)]


def decode(
    signal: Signal,
    settings: DecodeSettings,
    frames: int,
    rate: Fraction,
    groups: Mapping[str, str] | None = None,
) -> list[Found]:
    """Segments in order of time. signal: scores 0…1; frames, rate: of the video. groups: label → exclusive group (""
    or absent: none); without it all labels are one group where `settings.exclusive` says so."""
    if not len(signal) or frames < 1:
        return []
    gate = settings.background if settings.background in signal.channels else ""
    rules = rules_of(signal, settings, rate)
    if settings.per == "video":
        found = _per_video(signal, settings, rules, gate, rate)
    else:
        found = _per_clip(signal, settings, rules, gate, groups)
    spans = [(c, score, _frames(signal, a, b, frames)) for c, a, b, score in found]
    result = [Found(signal.channels[c], s, score) for c, score, s in spans if s and len(s) >= rules[c].shortest]
    return sorted(_top(result, settings.top), key=lambda f: (f.span, f.label))


class Rule(NamedTuple):
    """What holds for one label. width, gap: steps; shortest: frames."""

    threshold: float
    low: float
    width: int
    gap: float
    shortest: float


def rule_of(settings: DecodeSettings | LabelSettings, step: int, rate: Fraction) -> Rule:
    """In steps of `step` frames."""
    speed = float(rate)
    width, gap = round(settings.smoothing * speed / step), settings.merge_gap * speed / step + 1e-6
    low = min(settings.low, settings.threshold)
    return Rule(settings.threshold, low, width, gap, settings.min_length * speed - 1e-6)


def rules_of(signal: Signal, settings: DecodeSettings, rate: Fraction) -> list[Rule]:
    """For each channel."""
    shared = rule_of(settings, signal.step, rate)
    own = {one.label: rule_of(one, signal.step, rate) for one in settings.own}
    return [own.get(name, shared) for name in signal.channels] if own else [shared] * len(signal.channels)


_Raw = list[tuple[int, int, int, float]]  # channel, first step, step behind the last, score


def _per_video(signal: Signal, settings: DecodeSettings, rules: list[Rule], gate: str, rate: Fraction) -> _Raw:
    found: _Raw = []
    for channel in video_channels(signal, settings, gate, rate):
        score, active = gated(signal, channel, rules[channel].width, gate)
        found += _segments(channel, score, active, rules[channel])
    return found


def video_channels(signal: Signal, settings: DecodeSettings, gate: str, rate: Fraction) -> list[int]:
    """Those that the whole video gets segments of, without the gate."""
    background = signal.channels.index(gate) if gate else None
    width = rule_of(settings, signal.step, rate).width
    x = mean_filter(signal.values, width, drop_last=background is not None)
    return best_channels(x, settings.top, background)


def gated(signal: Signal, channel: int, width: int, gate: str) -> tuple[np.ndarray, np.ndarray]:
    """A channel's smoothed score, and what its threshold is held against: 1 − the gate's where there is one."""
    columns = [channel, signal.channels.index(gate)] if gate else [channel]
    x = mean_filter(signal.values[:, columns], width, drop_last=bool(gate))
    return x[:, 0], 1 - x[:, 1] if gate else x[:, 0]


def _per_clip(
    signal: Signal, settings: DecodeSettings, rules: list[Rule], gate: str, groups: Mapping[str, str] | None
) -> _Raw:
    # A mean never exceeds its largest value: channels that never reach the threshold need no smoothing.
    reach = signal.values.max(axis=0) >= np.array([rule.threshold for rule in rules], np.float32)
    channels = [int(c) for c in np.flatnonzero(reach) if signal.channels[c] != gate]
    mine = [rules[c] for c in channels]
    everything = len(channels) == len(signal.channels)
    x = smoothed(signal.values if everything else signal.values[:, channels], [rule.width for rule in mine])
    names = [signal.channels[c] for c in channels]
    group = [(groups.get(n, "") if groups is not None else "all" if settings.exclusive else "") for n in names]
    found: _Raw = []
    for name in dict.fromkeys(group):
        columns = [i for i, g in enumerate(group) if g == name]
        for i, active, taken in _rivals(x, columns, mine) if name else ((i, x[:, i], None) for i in columns):
            found += _segments(channels[i], x[:, i], active, mine[i], taken)
    return found


def smoothed(x: np.ndarray, widths: list[int]) -> np.ndarray:
    """x [steps, channels], each channel with a mean filter of its own width."""
    if not widths:
        return x
    common = max(set(widths), key=widths.count)
    result, width_of = mean_filter(x, common), np.array(widths)
    for width in set(widths) - {common}:
        columns = np.flatnonzero(width_of == width)
        result = result if result is not x else x.copy()
        result[:, columns] = mean_filter(x[:, columns], width)
    return result


def _rivals(x: np.ndarray, columns: list[int], rules: list[Rule]) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
    """Each column that is the strongest of `columns` somewhere: (column, its score where it is and −1 elsewhere, where
    another one is active). The strongest is the one farthest above its own threshold; of equals the first one stays."""
    among = x if len(columns) == x.shape[1] else x[:, columns]
    high = np.array([rules[i].threshold for i in columns], np.float32)
    low = np.array([rules[i].low for i in columns], np.float32)
    winner = (among if (high == high[0]).all() else among - high).argmax(axis=1)
    value = among[np.arange(len(x)), winner]
    claimed = value >= low[winner]
    for i in np.unique(winner[value >= high[winner]]).tolist():
        own = winner == i
        yield columns[i], np.where(own, value, -1), claimed & ~own


def _segments(channel: int, score: np.ndarray, active: np.ndarray, rule: Rule, taken: np.ndarray | None = None) -> _Raw:
    """Runs of `active` with hysteresis, close ones joined unless a rival has taken the gap."""
    found = joined(*stretches(active >= rule.threshold, active >= rule.low), rule.gap, taken)
    pairs = zip(*(side.tolist() for side in found), strict=True)
    return [(channel, a, b, float(score[a:b].mean(dtype=np.float64))) for a, b in pairs]


def _frames(signal: Signal, start: int, stop: int, frames: int) -> Span | None:
    """The frames of steps [start, stop); the last step lasts to the end of the video where its window saw that."""
    first, last = signal.cell(start).start, signal.cell(stop - 1).stop
    if stop == len(signal) and signal.span(stop - 1).stop >= frames:
        last = frames
    first, last = min(first, frames), min(last, frames)
    return Span(first, last) if first < last else None


def _top(found: Iterable[Found], n: int) -> list[Found]:
    """The segments of the n labels that fill most of the video, weighed by their scores."""
    found = list(found)
    weight: dict[str, float] = {}
    for f in found:
        weight[f.label] = weight.get(f.label, 0.0) + f.score * len(f.span)
    kept = set(sorted(weight, key=lambda label: (-weight[label], label))[:n])
    return [f for f in found if f.label in kept]
