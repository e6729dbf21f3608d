"""Which lines of the palette a few letters fit, and which of them best."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.views.palette_match import fit

LINES = ["Edit: Split at playhead", "Play: Last frame", "Analyse: Find activities in all videos", "Label: split leap"]


def _best(typed: str) -> str:
    return max(LINES, key=lambda line: fit(typed, line))


def test_letters_at_the_beginnings_of_words_count_most() -> None:
    assert _best("sap") == "Edit: Split at playhead"
    assert _best("fiaav") == "Analyse: Find activities in all videos"
    assert _best("last") == "Play: Last frame"


def test_words_may_come_in_any_order_but_all_must_be_there() -> None:
    assert fit("frame last", LINES[1]) > 0
    assert fit("frame first", LINES[1]) == 0
    assert fit("split label", LINES[3]) > 0
    assert fit("split label", LINES[0]) == 0


def test_case_does_not_matter_and_letters_keep_their_order() -> None:
    assert fit("LAST", LINES[1]) == fit("last", LINES[1]) > 0
    assert fit("tsal", LINES[1]) == 0


def test_the_shorter_of_two_equal_lines_comes_first() -> None:
    assert fit("join", "Edit: Join") > fit("join", "Edit: Join them all")


@given(st.text(max_size=12), st.text(max_size=30))
def test_it_fits_exactly_when_every_word_is_a_subsequence(typed: str, text: str) -> None:
    def inside(word: str) -> bool:
        letters = iter(text.casefold())
        return all(letter in letters for letter in word)

    assert (fit(typed, text) > 0) == all(inside(word) for word in typed.casefold().split())
