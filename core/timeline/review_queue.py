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
from core.timeline.review_items import OUTDATED, Candidate, Item, Judged, Queue, near_doubt, score_doubt
from core.timeline.review_survey import Count, Survey, counts, examples, survey

__all__ = [
    "Candidate",
    "Count",
    "Estimate",
    "Evidence",
    "Item",
    "Judged",
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
    """By falling gain = boundary uncertainty × class rarity × (1 + disagreement between runs); a quarter of it for what
    only an older run found. Equals stand by video, time, label and id, so that the order never depends on how they
    came. examples: how many a label has from people."""
    listed = list(candidates)
    label = _column(listed, "segment.label_id")
    unsure, second = _uncertainty(listed)
    present, which = np.unique(label, return_inverse=True)
    rare = np.array([rarity((examples or {}).get(one, 0)) for one in present.tolist()], np.float64)[which]
    apart = _column(listed, "disagreement", np.float64)
    gain = unsure * rare * (1 + apart) * np.where(_column(listed, "outdated", np.bool_), OUTDATED, 1)
    order = _order(listed, gain)
    columns = (second, unsure, rare, apart, gain)
    return Queue([listed[i] for i in order.tolist()], *(column[order] for column in columns))


def _order(listed: list[Candidate], gain: np.ndarray) -> np.ndarray:
    """Best first; what else decides is read only of those that are equal."""
    order = np.argsort(-gain, kind="stable")
    same = gain[order][1:] == gain[order][:-1]
    tied = np.flatnonzero(np.append(False, same) | np.append(same, False))
    if len(tied):
        which = order[tied]
        rows = [listed[i] for i in which.tolist()]
        names = ("segment.id", "segment.label_id", "segment.span.stop", "segment.span.start", "video_id")
        order[tied] = which[np.lexsort((*(_column(rows, name) for name in names), -gain[which]))]
    return order


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
