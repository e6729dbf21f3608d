"""Texts that people read though they are no sentence of an error, a problem or a progress."""

from __future__ import annotations


def spoken(text: str) -> str:
    """The text itself, in English, as every text of core. The window's other languages know it by this mark, which
    `packaging/translations.py` looks for, and show it so."""
    return text
