"""What people said of one video, for the review queue: as spans by label, and what of it stands where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from core.rows import Reviewed, Segment
from core.timeline.disagreement import union
from core.timeline.review import covered
from core.timeline.review_items import RIGHT, best_iou
from core.timeline.supervision import covered_share

NONE = np.zeros((0, 2), np.int64)
HALF = 0.5  # of a segment that must lie in what was reviewed, or under what people say is there


class Words:
    """mine: segments that people stand for, refused: those that they say are not there, reviewed: stretches. groups:
    label id → exclusive group, of which only one label can be at a time."""

    def __init__(
        self,
        mine: Sequence[Segment],
        refused: Sequence[Segment],
        reviewed: Iterable[Reviewed],
        groups: Mapping[int, str],
    ) -> None:
        self.reviewed, self.groups = list(reviewed), groups
        self.looked = covered(self.reviewed)
        self.mine, self.refused = _by_label(mine), _by_label(refused)
        self._kin: dict[int, tuple[list[Segment], np.ndarray, np.ndarray]] = {}
        self._no = {label: spans_of(rows) for label, rows in self.refused.items()}
        self._said = {label: spans_of(rows) for label, rows in self.mine.items()}

    def before(self, moment: int) -> Words:
        """What of it was said before a row with that id was made: ids grow."""
        mine = [row for rows in self.mine.values() for row in rows if row.id < moment]
        refused = [row for rows in self.refused.values() for row in rows if row.id < moment]
        return Words(mine, refused, [row for row in self.reviewed if row.id < moment], self.groups)

    def said(self, label: int) -> np.ndarray:
        """Spans that people stand for, int64 [n, 2]."""
        return self._said.get(label, NONE)

    def rivals(self, label: int) -> list[int]:
        """The label, and those that people speak of and that exclude it."""
        group = self.groups.get(label, "")
        return [one for one in self.mine if one == label or (group and self.groups.get(one, "") == group)]

    def kin(self, label: int) -> tuple[list[Segment], np.ndarray]:
        """What people stand for of the label or its rivals, and its spans int64 [n, 2]."""
        rows, spans, _ = self._of_kin(label)
        return rows, spans

    def settled(self, label: int, spans: np.ndarray) -> np.ndarray:
        """bool [n]: something stands there already that leaves no room, people said no, or reviewed the stretch."""
        taken = covered_share(self._of_kin(label)[2], spans[:, 0], spans[:, 1]) >= HALF
        denied = self.denied(label, spans)
        return np.asarray(self.seen(spans) | taken | denied | (best_iou(spans, self.said(label)) >= RIGHT))

    def denied(self, label: int, spans: np.ndarray) -> np.ndarray:
        """bool [n]: people said that it is not there."""
        return np.asarray(best_iou(spans, self._no.get(label, NONE)) >= RIGHT)

    def seen(self, spans: np.ndarray) -> np.ndarray:
        """bool [n]: the stretch was reviewed."""
        return covered_share(self.looked, spans[:, 0], spans[:, 1]) >= HALF

    def _of_kin(self, label: int) -> tuple[list[Segment], np.ndarray, np.ndarray]:
        if label not in self._kin:
            rows = [row for one in self.rivals(label) for row in self.mine[one]]
            spans = spans_of(rows)
            self._kin[label] = rows, spans, union(spans)
        return self._kin[label]


def spans_of(rows: Sequence[Segment]) -> np.ndarray:
    """int64 [n, 2]"""
    return np.array([(row.span.start, row.span.stop) for row in rows], np.int64).reshape(-1, 2)


def _by_label(rows: Iterable[Segment]) -> dict[int, list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for row in rows:
        found.setdefault(row.label_id, []).append(row)
    return found
