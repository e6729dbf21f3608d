"""How far the edges of what was found lie from where people set them, in frames: below 0 is early, above 0 late."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.evaluation.footage import Ints, Place, Places
from core.evaluation.matched import Matched, spanned

_BARS = 41  # an odd number: the middle bar is around 0
_INSIDE = 98  # percent of the errors that the bars between the outermost ones shall reach


@dataclass(frozen=True)
class Histogram:
    """Bar i counts errors of `low[i]` … `low[i] + width − 1` frames; the outermost bars also count all beyond them."""

    low: Ints
    width: int
    counts: Ints
    places: Places

    def at(self, bar: int) -> list[Place]:
        """The segments that a bar counts: each from the earlier start to the later end of both sides."""
        return self.places.of(bar)


@dataclass(frozen=True, slots=True)
class Spread:
    """Of signed errors in frames: their mean, and the median and the 90th percentile of their size."""

    mean: float
    median: float
    most: float


@dataclass(frozen=True)
class Edges:
    """Of matched segments. `start`, `stop`: None where nothing matched."""

    matched: int
    starts: Histogram
    stops: Histogram
    start: Spread | None
    stop: Spread | None


def edges(matched: Matched, bars: int = _BARS) -> Edges:
    """`matched`: with times in frames. Both histograms have the same bars."""
    found, truth = matched.pairs
    one, other = matched.found, matched.truth
    errors = [
        np.round(a[found] - b[truth]).astype(np.int64) for a, b in ((one.start, other.start), (one.stop, other.stop))
    ]
    first, last = (column[found] for column in spanned(matched))
    videos = [one.video[i] for i in found]
    both = np.abs(np.concatenate(errors))
    reach = int(np.ceil(np.percentile(both, _INSIDE))) if len(both) else 0
    width = 1
    while (2 * ((reach + width // 2) // width) + 1) > bars:
        width += 2  # odd, so that the middle bar is around 0
    steps = (reach + width // 2) // width
    low = np.arange(-steps, steps + 1) * width - width // 2
    made = []
    for signed in errors:
        bar = ((signed + width // 2) // width).clip(-steps, steps) + steps
        counts = np.bincount(bar, minlength=len(low))
        made.append(Histogram(low, width, counts, Places.named(bar, videos, first, last)))
    return Edges(len(found), made[0], made[1], _spread(errors[0]), _spread(errors[1]))


def _spread(signed: Ints) -> Spread | None:
    if not len(signed):
        return None
    size = np.abs(signed)
    return Spread(float(signed.mean()), float(np.median(size)), float(np.percentile(size, 90)))
