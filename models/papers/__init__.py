"""The papers that can be reproduced: one line each."""

from __future__ import annotations

from core.errors import UserError
from models.papers.report import Paper

PAPERS: tuple[Paper, ...] = ()


def paper(name: str) -> Paper:
    """Raises UserError with the names there are."""
    for entry in PAPERS:
        if entry.name == name:
            return entry
    raise UserError(f"There is no paper “{name}”; there are {', '.join(p.name for p in PAPERS)}.")
