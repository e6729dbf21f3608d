"""Tracks of a project as what annotators say, and their agreement over many videos."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.evaluation.agreement import Differences, Kappa, Side, kappas
from core.evaluation.pairing import TIOU, Pairs, paired
from core.rows import Reviewed, Segment, State
from core.timeline.query import STATES, SegmentTable

_REJECTED = STATES.index(State.REJECTED)


def side_of(tables: Iterable[SegmentTable], names: Mapping[int, str], reviewed: Iterable[Reviewed] = ()) -> Side:
    """One track. Rejected segments count as absent, and so do labels that `names` lacks."""
    spans: dict[str, list[np.ndarray]] = {}
    for table in tables:
        for label in np.unique(table.label).tolist():
            mine = (table.label == label) & (table.state != _REJECTED)
            if label in names and mine.any():
                spans.setdefault(names[label], []).append(np.stack([table.start[mine], table.stop[mine]], axis=1))
    seen = np.array([(row.span.start, row.span.stop) for row in reviewed], np.int64).reshape(-1, 2)
    return Side({name: np.concatenate(parts) for name, parts in spans.items()}, seen)


def side_of_rows(segments: Sequence[Segment], names: Mapping[int, str], reviewed: Iterable[Reviewed] = ()) -> Side:
    return side_of([SegmentTable.of(segments)], names, reviewed)


@dataclass(frozen=True)
class Agreement:
    """Of two sides; adds up over videos. Labels that neither has are not in `labels` or `segments`."""

    whole: Kappa = field(default_factory=Kappa)
    labels: Mapping[str, Kappa] = field(default_factory=dict)
    segments: Mapping[str, Pairs] = field(default_factory=dict)

    @property
    def matched(self) -> Pairs:
        """Segments of all labels."""
        return sum(self.segments.values(), Pairs())

    def names(self) -> list[str]:
        return sorted({*self.labels, *self.segments})


def agreement(
    frames: int, one: Side, other: Side, tolerance: int = 0, tiou: float = TIOU, everywhere: bool = False
) -> tuple[Agreement, Differences]:
    whole, labels, differences = kappas(frames, one, other, tolerance, everywhere)
    return Agreement(whole, labels, paired(frames, one, other, tolerance, tiou)), differences


def added(parts: Sequence[Agreement]) -> Agreement:
    """Over several videos. A label that nobody used in one of them was not there in all of its frames."""
    names = sorted({name for part in parts for name in part.labels})
    return Agreement(
        sum((part.whole for part in parts), Kappa()),
        {name: sum((part.labels.get(name) or _absent(part) for part in parts), Kappa()) for name in names},
        {
            name: sum((part.segments.get(name, Pairs()) for part in parts), Pairs())
            for name in sorted({name for part in parts for name in part.segments})
        },
    )


def _absent(part: Agreement) -> Kappa:
    return Kappa(part.whole.frames, part.whole.frames, {0: (part.whole.frames, part.whole.frames)})
