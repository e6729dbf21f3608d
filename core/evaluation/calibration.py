"""Whether a score means what it says: of segments with score .8, are eight in ten right?

Reliability bins and expected calibration error: Naeini et al. 2015 and Guo et al. 2017 (arXiv 1706.04599), over ten
bins of equal width that are closed above, as scikit-learn's calibration_curve has them. Right is what claimed a segment
of the truth; a label that the truth lacks is never right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.evaluation.footage import Floats, Ints, Place, Places
from core.evaluation.matched import Matched, spanned

_BINS = 10


@dataclass(frozen=True)
class Calibration:
    """Bin i counts scores in (edges[i], edges[i + 1]], the first also 0. `score`, `right`: the mean score and the share
    that is right in each bin, 0 where `counts` is 0. `error`: the mean of |right − score| over all segments."""

    edges: Floats
    counts: Ints
    score: Floats
    right: Floats
    error: float
    places: Places

    def at(self, bin_: int) -> list[Place]:
        """The segments that a bin counts."""
        return self.places.of(bin_)


def calibration(matched: Matched, bins: int = _BINS) -> Calibration | None:
    """None where the segments have no scores that tell one from another: nothing was found, or a person found it."""
    found = matched.found
    if not len(found) or found.score.min() == found.score.max() == 1:
        return None
    edges = np.linspace(0, 1, bins + 1)
    bin_ = np.searchsorted(edges[1:-1], found.score)
    counts = np.bincount(bin_, minlength=bins)
    some = np.maximum(counts, 1)
    score = np.bincount(bin_, found.score, minlength=bins) / some
    right = np.bincount(bin_, matched.claim >= 0, minlength=bins) / some
    error = float((counts * np.abs(right - score)).sum() / counts.sum())
    return Calibration(edges, counts, score, right, error, Places.named(bin_, found.video, *spanned(matched)))
