"""Agreement and disagreements as the compare view writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from app.words import translate
from core.rows import Video
from core.time import Clock, format_seconds

if TYPE_CHECKING:
    from core.evaluation.agreement import Differences, Kappa
    from core.evaluation.pairing import Pairs
    from core.evaluation.sides import Agreement


@dataclass(frozen=True)
class Places:
    """The disagreements of one or many videos, one after the other: a row of the list is a place in one of them."""

    parts: Sequence[tuple[Video, Clock, Differences]] = ()
    starts: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, parts: Sequence[tuple[Video, Clock, Differences]]) -> Places:
        starts, count = [], 0
        for _, _, differences in parts:
            starts.append(count)
            count += len(differences)
        return cls(parts, starts)

    def __len__(self) -> int:
        return self.starts[-1] + len(self.parts[-1][2]) if self.parts else 0

    def at(self, row: int) -> tuple[Video, Clock, Differences, int]:
        part = max(i for i, start in enumerate(self.starts) if start <= row)
        return *self.parts[part], row - self.starts[part]

    def cell(self, row: int, column: int) -> str:
        video, clock, differences, i = self.at(row)
        start, stop = (clock.seconds(int(edge)) for edge in differences.spans[i])
        if column == 0:
            return PurePosixPath(video.path).name
        if column < 3:
            return format_seconds(start, 2) if column == 1 else f"{stop - start:.2f}"
        return ", ".join(differences.says(i)[column - 3]) or "–"

    def seconds(self) -> float:
        """How long all of them are."""
        return sum(
            clock.seconds(int(stop)) - clock.seconds(int(start))
            for _, clock, differences in self.parts
            for start, stop in differences.spans
        )


def place_heads(one: str, other: str) -> list[str]:
    return [
        translate("CompareView", "Video"),
        translate("CompareView", "Start"),
        translate("CompareView", "Seconds"),
        one,
        other,
    ]


def agreement_heads(one: str, other: str) -> list[str]:
    only = translate("CompareView", "Only {name}")
    return [
        translate("CompareView", "Label"),
        translate("CompareView", "Kappa"),
        translate("CompareView", "Frames agreed"),
        translate("CompareView", "Same segments"),
        only.format(name=shortened(one)),
        only.format(name=shortened(other)),
    ]


def shortened(name: str, letters: int = 12) -> str:
    """So that a long name of a track leaves room for the rest."""
    return name if len(name) <= letters else name[: letters - 1] + "…"


def agreement_rows(found: Agreement) -> list[list[str]]:
    """All labels together first."""
    names = [(name, found.labels.get(name), found.segments.get(name)) for name in found.names()]
    return [_row(*one) for one in [(translate("CompareView", "All labels"), found.whole, found.matched), *names]]


def _row(name: str, kappa: Kappa | None, pairs: Pairs | None) -> list[str]:
    value = "–" if kappa is None or kappa.value is None else f"{kappa.value:.2f}".replace("-", "−")
    share = "–" if kappa is None or not kappa.frames else f"{100 * kappa.share:.1f} %"
    from core.evaluation.pairing import Pairs

    counts = pairs or Pairs()
    same = f"{counts.matched}" if counts.share is None else f"{counts.matched} ({100 * counts.share:.0f} %)"
    return [name, value, share, same, f"{counts.only_one}", f"{counts.only_other}"]
