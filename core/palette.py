"""Colours for labels that people with any colour vision tell apart: Okabe and Ito's seven (2008), then eight that were
searched for: each keeps the greatest distance to those before it, as normal, protanopic and deuteranopic eyes see them
(simulated after Machado et al. 2009; CIEDE2000 of at least 11 among the first seven, of 9 among all)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

COLORS: tuple[str, ...] = (
    "#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#0072b2", "#d55e00",
    "#bbddbb", "#bb0077", "#99dddd", "#bb3333", "#99bb77", "#337755", "#55bb99", "#9977dd",
)  # fmt: skip


def next_color(used: Iterable[str]) -> str:
    """The colour that is used least so far, the first of those."""
    counts = Counter(color.lower() for color in used)
    return min(COLORS, key=lambda color: counts[color])
