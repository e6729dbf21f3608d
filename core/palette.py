"""Colours for labels that people with any colour vision tell apart: Okabe and Ito's, then Paul Tol's “muted” ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

COLORS: tuple[str, ...] = (
    "#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#0072b2", "#d55e00",
    "#88ccee", "#ddcc77", "#44aa99", "#aa4499", "#999933", "#332288", "#882255", "#117733",
)  # fmt: skip


def next_color(used: Iterable[str]) -> str:
    """The colour that is used least so far, the first of those."""
    counts = Counter(color.lower() for color in used)
    return min(COLORS, key=lambda color: counts[color])
