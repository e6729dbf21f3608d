"""The review queue: what to ask people next, so that their next minute helps most.

`review_survey.survey` reads one video's rows into candidates and into what people said so far; `ranked` sorts the
candidates of all videos by expected gain; `estimate` says what F1 the project has, and would have after so many items.

    looked = [survey(video.id, rate, tracks, segments, reviewed, names, curves) for each video]
    items = ranked(chain(*(one.candidates for one in looked)), examples(looked))
    known = estimate(items, evidence(looked))
    known.now, known.left_to(0.9)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

import numpy as np

from core.timeline.review_estimate import Estimate, Evidence, estimate, evidence
from core.timeline.review_items import Candidate, Item, Judged, Queue, near_doubt, score_doubt
from core.timeline.review_survey import LabelCount, Survey, counts, examples, survey

__all__ = [
    "Candidate",
    "Estimate",
    "Evidence",
    "Item",
    "Judged",
    "LabelCount",
    "Queue",
    "Survey",
    "counts",
    "estimate",
    "evidence",
    "examples",
    "ranked",
    "rarity",
    "survey",
]


def ranked(candidates: Iterable[Candidate], examples: Mapping[int, int] | None = None) -> Queue:
    """By falling gain = boundary uncertainty × class rarity × (1 + disagreement between runs). Equals stand by video,
    time, label and id, so that the order never depends on how they came. examples: how many a label has from people."""
    listed = list(candidates)
    start, stop, label, row = (
        _column(listed, f"segment.{name}") for name in ("span.start", "span.stop", "label_id", "id")
    )
    unsure, second = _uncertainty(listed)
    present, which = np.unique(label, return_inverse=True)
    rare = np.array([rarity((examples or {}).get(one, 0)) for one in present.tolist()], np.float64)[which]
    apart = _column(listed, "disagreement", np.float64)
    gain = unsure * rare * (1 + apart)
    order = np.lexsort((row, label, stop, start, _column(listed, "video_id"), -gain))
    columns = (np.where(second, stop, start), unsure, rare, apart, gain)
    return Queue([listed[i] for i in order.tolist()], *(column[order] for column in columns))


def rarity(examples: int) -> float:
    """1 for a label without an example, ever less with more of them: .59 for one, .42 for three, .18 for a hundred."""
    return 1 / (1 + float(np.log1p(examples)))


def _uncertainty(listed: list[Candidate]) -> tuple[np.ndarray, np.ndarray]:
    """0…1 of each, and whether it is the end that is less sure. What nobody predicted is the less sure the nearer it
    came to the threshold."""
    bare = (np.nan, np.nan)
    doubts = np.array([one or bare for one in map(attrgetter("doubts"), listed)], np.float64).reshape(-1, 2)
    scores = np.array(list(map(attrgetter("segment.score"), listed)), np.float64)  # None becomes NaN
    limits, unknown = _column(listed, "threshold", np.float64), np.isnan(doubts[:, 0])
    unsure = np.where(unknown, score_doubt(scores, limits), np.nan_to_num(doubts).max(1, initial=0))
    unsure = np.where(_column(listed, "missed", np.bool_), near_doubt(scores, limits), unsure)
    return unsure, ~unknown & (doubts[:, 1] > doubts[:, 0])


def _column(listed: list[Candidate], name: str, kind: Any = np.int64) -> np.ndarray:
    return np.fromiter(map(attrgetter(name), listed), kind, len(listed))
