"""Scores over time → segments. Pure NumPy: a new threshold costs milliseconds and no network.

The scheme is that of Montes et al. 2016 (arXiv 1608.08128; smoothing, a threshold, runs become segments), with what
people ask for on top: hysteresis, gaps to merge, a minimum length, several labels at once, labels that exclude each
other. `montes2016` is the paper's own, step by step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

import numpy as np

from core.signal import Signal
from core.time import Span

Runs = list[tuple[int, int]]  # half-open, in steps


@dataclass(frozen=True, slots=True)
class DecodeSettings:
    """smoothing: seconds that scores are averaged over (0: not). threshold: a segment must reach this score, 0…1;
    low: and goes on while it stays at this one (at most the threshold). merge_gap, min_length: seconds.

    per: "clip" gives every label segments of its own; "video" only the `top` best labels of the whole video, and, where
    the scores have a `background` channel, wherever background falls to 1 − threshold (the paper's way). top: how many
    different labels one video gets at most. exclusive: labels never overlap, the stronger one takes the moment.
    """

    smoothing: float = 0.0
    threshold: float = 0.5
    low: float = 0.3
    merge_gap: float = 0.0
    min_length: float = 0.0
    per: Literal["clip", "video"] = "clip"
    top: int = 10
    exclusive: bool = False
    background: str = ""


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


def runs(high: np.ndarray, low: np.ndarray) -> Runs:
    """Longest runs of true in `low` [steps] that hold at least one true in `high`."""
    edges = np.diff(np.concatenate([[False], low, [False]]).astype(np.int8))
    pairs = zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True)
    return [(start, stop) for start, stop in pairs if high[start:stop].any()]


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
    width = round(settings.smoothing * float(rate) / signal.step)
    if settings.per == "video":
        found = _per_video(signal, settings, width, gate, rate)
    else:
        found = _per_clip(signal, settings, width, gate, rate, groups)
    spans = [(c, score, _frames(signal, a, b, frames)) for c, a, b, score in found]
    shortest = settings.min_length * float(rate) - 1e-6
    result = [Found(signal.channels[c], span, score) for c, score, span in spans if span and len(span) >= shortest]
    return sorted(_top(result, settings.top), key=lambda f: (f.span, f.label))


_Raw = list[tuple[int, int, int, float]]  # channel, first step, step behind the last, score


def _per_video(signal: Signal, settings: DecodeSettings, width: int, gate: str, rate: Fraction) -> _Raw:
    background = signal.channels.index(gate) if gate else None
    x = mean_filter(signal.values, width, drop_last=background is not None)
    found: _Raw = []
    for channel in best_channels(x, settings.top, background):
        active = x[:, channel] if background is None else 1 - x[:, background]
        found += _segments(channel, x[:, channel], active, settings, _steps(settings.merge_gap, signal, rate))
    return found


def _per_clip(
    signal: Signal,
    settings: DecodeSettings,
    width: int,
    gate: str,
    rate: Fraction,
    groups: Mapping[str, str] | None,
) -> _Raw:
    # A mean never exceeds its largest value: channels that never reach the threshold need no smoothing.
    reach = signal.values.max(axis=0) >= settings.threshold
    channels = [int(c) for c in np.flatnonzero(reach) if signal.channels[c] != gate]
    everything = len(channels) == len(signal.channels)
    x = mean_filter(signal.values if everything else signal.values[:, channels], width)
    names = [signal.channels[c] for c in channels]
    group = [(groups.get(n, "") if groups is not None else "all" if settings.exclusive else "") for n in names]
    gap = _steps(settings.merge_gap, signal, rate)
    found: _Raw = []
    for name in dict.fromkeys(group):
        columns = [i for i, g in enumerate(group) if g == name]
        for i, active, taken in _rivals(x, columns, settings) if name else ((i, x[:, i], None) for i in columns):
            found += _segments(channels[i], x[:, i], active, settings, gap, taken)
    return found


def _rivals(
    x: np.ndarray, columns: list[int], settings: DecodeSettings
) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
    """Each column that is the strongest of `columns` somewhere: (column, its score where it is and −1 elsewhere, where
    another one is active). Of equals the first one stays."""
    among = x if len(columns) == x.shape[1] else x[:, columns]
    winner = among.argmax(axis=1)
    value = among[np.arange(len(x)), winner]
    claimed = value >= min(settings.low, settings.threshold)
    for i in np.unique(winner[value >= settings.threshold]).tolist():
        own = winner == i
        yield columns[i], np.where(own, value, -1), claimed & ~own


def _segments(
    channel: int,
    score: np.ndarray,
    active: np.ndarray,
    settings: DecodeSettings,
    gap: float,
    taken: np.ndarray | None = None,
) -> _Raw:
    """Runs of `active` with hysteresis, those closer than `gap` steps joined unless a rival has taken the gap."""
    joined: Runs = []
    for a, b in runs(active >= settings.threshold, active >= min(settings.low, settings.threshold)):
        if joined and 0 < a - joined[-1][1] <= gap and (taken is None or not taken[joined[-1][1] : a].any()):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return [(channel, a, b, float(score[a:b].mean(dtype=np.float64))) for a, b in joined]


def _steps(seconds: float, signal: Signal, rate: Fraction) -> float:
    return seconds * float(rate) / signal.step + 1e-6


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
