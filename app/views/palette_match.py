"""How well a few typed letters fit a line of the palette."""

from __future__ import annotations

_START, _WORD, _NEXT, _PLAIN = 10.0, 8.0, 6.0, 1.0


def fit(typed: str, text: str) -> float:
    """0 where the words of `typed` are not all in `text` as letters in order; more where they stand together, at the
    beginnings of words, and in short texts. "sp" fits "Split", "fal" fits "Find activities in all"."""
    text = text.casefold()
    found = [_best(word, text) for word in typed.casefold().split()]
    if not all(found):
        return 0.0
    return sum(found) + 1.0 / (1 + len(text))


def _best(word: str, text: str) -> float:
    """The best way to find the letters of `word` in `text` in order: dynamic programming over its places."""
    before = {-1: 0.0}  # by the place of the last letter: the points so far
    for letter in word:
        here: dict[int, float] = {}
        for place, found in enumerate(text):
            if found != letter:
                continue
            reached = [score + _points(text, place, last) for last, score in before.items() if last < place]
            if reached:
                here[place] = max(reached)
        before = here
    return max(before.values(), default=0.0)


def _points(text: str, place: int, last: int) -> float:
    if place == 0:
        return _START
    if place == last + 1 and last >= 0:
        return _NEXT
    return _WORD if not text[place - 1].isalnum() else _PLAIN
