"""Frame-wise agreement of two sets of segments: precision, recall and F1 per label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.time import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """Frames that both sides hold, that only the prediction holds, that only the reference holds."""

    both: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.both + other.both, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.extra) if self.both + self.extra else 0.0

    @property
    def recall(self) -> float:
        return self.both / (self.both + self.missed) if self.both + self.missed else 0.0

    @property
    def f1(self) -> float:
        whole = 2 * self.both + self.extra + self.missed
        return 2 * self.both / whole if whole else 0.0


def compare(
    frames: int,
    truth: Mapping[str, Sequence[Span]],
    found: Mapping[str, Sequence[Span]],
    reviewed: Iterable[Span] = (),
) -> dict[str, Counts]:
    """Counts per label of one video of `frames` frames. Where `reviewed` spans are given, frames outside them do not
    count: nobody has said what is there."""
    spans = list(reviewed)
    known = covered(frames, spans) if spans else np.ones(frames, bool)
    counts = {}
    for label in sorted({*truth, *found}):
        want = covered(frames, truth.get(label, ())) & known
        have = covered(frames, found.get(label, ())) & known
        both = int((want & have).sum())
        counts[label] = Counts(both, int(have.sum()) - both, int(want.sum()) - both)
    return counts


def covered(frames: int, spans: Iterable[Span]) -> NDArray[np.bool_]:
    """bool [frames]: which frames lie in any of the spans; what lies beyond the video is cut off."""
    mask = np.zeros(frames, bool)
    for span in spans:
        mask[span.start : span.stop] = True
    return mask
