"""The papers that can be reproduced: one line each."""

from __future__ import annotations

from core.errors import UserError
from models.papers import (
    annotator,
    baccouche2011,
    few_backbone,
    few_examples,
    mobahi2009,
    montes2016,
    patraucean2015,
    simonyan2014,
    srivastava2015,
)
from models.papers.report import Paper

PAPERS: tuple[Paper, ...] = (
    patraucean2015.PAPER,
    montes2016.PAPER,
    srivastava2015.PAPER,
    baccouche2011.PAPER,
    mobahi2009.PAPER,
    simonyan2014.PAPER,
)
EXPERIMENTS: tuple[Paper, ...] = (few_examples.PAPER, few_backbone.PAPER, annotator.PAPER)  # of our own


def paper(name: str) -> Paper:
    """Raises UserError with the names there are."""
    every = (*PAPERS, *EXPERIMENTS)
    for entry in every:
        if entry.name == name:
            return entry
    raise UserError(f"There is no paper “{name}”; there are {', '.join(p.name for p in every)}.")


def paper_of(card: str) -> Paper | None:
    """The paper whose reproduction trains a network: that of its name, or of the part before a dash."""
    return next((entry for entry in PAPERS if entry.name in (card, card.split("-")[0])), None)
