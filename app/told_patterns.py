"""Sentences with holes, found fast: hundreds of patterns, of which the most specific that fits counts.

{1} stands for a name or a number, {2:said} for what may be told by a pattern itself, {3:edit} for an Edit's sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_HOLE = re.compile(r"\{(\d+)(?::(\w+))?\}")
_HEAD = 3  # letters of a beginning by which patterns are found


@dataclass(frozen=True)
class Pattern:
    """text: as it is translated, with {1}; literals: what stands between the holes; kinds: of the holes, in their
    order: "", "said" or "edit"."""

    text: str
    literals: tuple[str, ...]
    kinds: tuple[str, ...]

    @classmethod
    def of(cls, told: str) -> Pattern:
        parts = _HOLE.split(told)  # literal, number, kind, literal …
        return cls(_HOLE.sub(r"{\1}", told), tuple(parts[::3]), tuple(kind or "" for kind in parts[2::3]))

    @functools.cached_property
    def weight(self) -> int:
        """The more of it is fixed, the more certain it is that this is meant."""
        return sum(map(len, self.literals))

    @functools.cached_property
    def _longest(self) -> str:
        return max(self.literals, key=len)

    @functools.cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile("(.*?)".join(map(re.escape, self.literals)), re.DOTALL)

    def holes(self, said: str) -> tuple[str, ...] | None:
        """What stands in the holes; None where this is not what was said."""
        if self._longest not in said:
            return None
        found = self._regex.fullmatch(said)
        return found.groups() if found else None

    def filled(self, translated: str, holes: tuple[str, ...]) -> str:
        """The translation, whose holes may come in another order."""
        return _HOLE.sub(lambda hole: holes[int(hole[1]) - 1], translated)


class Book:
    """Patterns by how they begin."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_head: dict[str, list[Pattern]] = {}
        for pattern in sorted(map(Pattern.of, patterns), key=lambda one: -one.weight):
            head = pattern.literals[0][:_HEAD]
            self._by_head.setdefault(head if len(head) == _HEAD else "", []).append(pattern)

    def find(self, said: str) -> tuple[Pattern, tuple[str, ...]] | None:
        """The most specific pattern that fits, and what stands in its holes."""
        found = [next(self._fitting(head, said), None) for head in (said[:_HEAD], "")]
        return max(filter(None, found), key=lambda one: one[0].weight, default=None)

    def _fitting(self, head: str, said: str) -> Iterator[tuple[Pattern, tuple[str, ...]]]:
        for pattern in self._by_head.get(head, ()):
            holes = pattern.holes(said)
            if holes is not None:
                yield pattern, holes
