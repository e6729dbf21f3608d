"""One measured number of `reelmark bench`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`; where it was measured against something else in the same run, `against` names that and
    `ratio` is ours over theirs (the bench's docstring says which way is better)."""

    value: float
    unit: str
    against: str = ""
    ratio: float | None = None
