"""Which signal lanes are shown, in which order and how high: what the settings remember of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.signal_lanes import LANES
from app.views.signal_rows import LEAST, MOST, USUAL


@dataclass(frozen=True, slots=True)
class Kept:
    name: str
    height: int = USUAL
    shown: bool = True

    def text(self) -> str:
        return f"{self.name}:{self.height}:{'shown' if self.shown else 'hidden'}"


def read(texts: Iterable[str]) -> list[Kept]:
    """Every lane there is, once: those that are remembered first, new ones as they want to be. What does not read is
    left out."""
    names = {lane.name: lane for lane in LANES}
    found: dict[str, Kept] = {}
    for text in texts:
        name, _, rest = text.partition(":")
        height, _, shown = rest.partition(":")
        if name in names and height.isdecimal():
            found[name] = Kept(name, max(LEAST, min(MOST, int(height))), shown == "shown")
    for name, lane in names.items():
        found.setdefault(name, Kept(name, shown=lane.shown))
    return list(found.values())


def write(lanes: Iterable[Kept]) -> tuple[str, ...]:
    return tuple(lane.text() for lane in lanes)


def arranged(lanes: list[Kept], order: Iterable[tuple[str, int]]) -> list[Kept]:
    """The shown lanes in another order and with other heights; hidden ones stay behind the lane they stood behind."""
    by_name = {lane.name: lane for lane in lanes}
    new = iter([replace(by_name[name], height=height) for name, height in order if name in by_name])
    moved = {name for name, _ in order}
    return [next(new) if lane.name in moved else lane for lane in lanes]


def switched(lanes: list[Kept], name: str, shown: bool) -> list[Kept]:
    return [replace(lane, shown=shown) if lane.name == name else lane for lane in lanes]
