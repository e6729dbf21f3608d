"""The networks this program has: one line each. A new one needs its file and its line here, nothing else."""

from __future__ import annotations

from core.errors import UserError
from models.backbones import c3d, efficientnet_lite, i3d
from models.card import ModelCard
from models.nets import (
    baccouche2011,
    head,
    mobahi2009,
    montes2016,
    patraucean2015,
    simonyan2014,
    srivastava2015,
    srivastava2015_classifier,
)

CARDS: tuple[ModelCard, ...] = (
    i3d.CARD,
    c3d.CARD,
    efficientnet_lite.CARD,
    patraucean2015.CARD,
    montes2016.CARD,
    srivastava2015.CARD,
    srivastava2015_classifier.CARD,
    baccouche2011.CARD,
    mobahi2009.CARD,
    simonyan2014.CARD,
    head.CARD,
)


def card(name: str) -> ModelCard:
    """Raises UserError with the names there are."""
    for entry in CARDS:
        if entry.name == name:
            return entry
    raise UserError(f"There is no model “{name}”; there are {', '.join(c.name for c in CARDS)}.")
