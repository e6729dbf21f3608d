"""The networks as people choose among them: what each gives, in which forms, with which weights, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.decode import DecodeSettings
from core.errors import MissingAsset, UserError
from core.spoken import spoken
from core.task import Progress, Task

if TYPE_CHECKING:
    from models.card import ModelCard

KINDS = ("scores", "next frames", "embeddings")  # what a network may give


@dataclass(frozen=True)
class WeightsChoice:
    """One set of weights. file: a checkpoint (None: the network's asset). origin: "asset", "shipped", "trained here" or
    "chosen". form: which form of the network it is for, of that many parameters. finds: its labels. made: when, in
    seconds since 1970 (0: that does not matter). missing: the sentence that says what must be fetched before it can be
    used; asset: what that is, `imported` where only a file of the user's can bring it."""

    name: str
    origin: str
    form: str
    parameters: int
    finds: tuple[str, ...]
    file: Path | None = None
    made: float = 0.0
    notes: str = ""
    missing: str = ""
    asset: str = ""
    imported: bool = False


@dataclass(frozen=True)
class ModelChoice:
    """What people are told of a network before they use it. forms: its parameters in each. weights: best first; missing
    says what to do where none of them can be used. trains: the paper whose `reproduce` trains it ("": none), with the
    data sets it needs."""

    name: str
    title: str
    paper: str
    gives: tuple[str, ...]
    forms: Mapping[str, int]
    defaults: DecodeSettings
    weights: tuple[WeightsChoice, ...] = ()
    missing: str = ""
    trains: str = ""
    needs: tuple[str, ...] = ()

    @property
    def tells(self) -> str:
        """What its segments are: "activities", "surprises" (of what gives next frames) or "changes" (of embeddings)."""
        if "next frames" in self.gives:
            return "surprises"
        changes = "scores" not in self.gives or (bool(self.weights) and "change" in self.weights[0].finds)
        return "changes" if changes else "activities"


def networks(device: str = "auto") -> Task[tuple[list[ModelChoice], str]]:
    """`model_choices` and `device_badge` for a window, which must not wait while PyTorch is imported."""
    yield Progress(text="Looking for networks")
    return model_choices(), device_badge(device)


def device_badge(name: str = "auto") -> str:
    """What a network would run on, as people call it."""
    from models import device

    return device.choose(name).badge()


def model_choices() -> list[ModelChoice]:
    """All networks: those that find activities before those that only say that something happens."""
    from models.cards import CARDS

    order = ("activities", "surprises", "changes")
    return sorted(map(_choice, CARDS), key=lambda choice: order.index(choice.tells))


def _choice(card: ModelCard) -> ModelChoice:
    from models import checkpoint
    from models.papers import paper_of

    weights = weights_of(card)
    usable = [one for one in weights if not one.missing]
    missing = "" if usable else weights[0].missing if weights else checkpoint.untrained(card)
    paper = paper_of(card.name)
    return ModelChoice(
        card.name,
        card.title,
        card.paper,
        tuple(name for name in KINDS if name in card.gives),
        {size: card.as_variant(size).parameters for size in card.sizes},
        card.decode,
        (*usable, *(one for one in weights if one.missing)),
        missing,
        paper.name if paper else "",
        paper.needs if paper else (),
    )


def weights_of(card: ModelCard) -> list[WeightsChoice]:
    """Its asset, the checkpoint that ships with the program, and those trained here; damaged ones are left out."""
    from core import assets
    from models import checkpoint

    found = []
    if card.weights:
        entry, (missing, asset, imported) = assets.asset(card.weights), _unfetched(card.weights)
        named = (entry.name, "asset", card.variant, card.parameters, card.label_names())
        found.append(WeightsChoice(*named, None, 0.0, entry.licence, missing, asset, imported))
    for file in checkpoint.files(card):
        origin = "shipped" if checkpoint.is_shipped(card, file) else "trained here"
        try:
            found.append(_of_file(file, card, origin))
        except UserError:
            continue  # it says so when it is chosen by name
    return found


def describe(file: Path) -> tuple[str, WeightsChoice]:
    """The network that a checkpoint is for, and what it holds. Raises UserError where it is none."""
    from models import checkpoint
    from models.cards import card

    model = card(checkpoint.about(file).model)
    return model.name, _of_file(file, model, "chosen")


def _of_file(file: Path, card: ModelCard, origin: str) -> WeightsChoice:
    from models import checkpoint

    about = checkpoint.about(file)
    form = card.as_variant(about.variant)
    made = file.stat().st_mtime if origin == "trained here" else 0.0
    return WeightsChoice(
        file.stem, origin, form.variant, form.parameters, about.labels, file, made, _told(about.notes), *_needed(form)
    )


def _told(notes: Mapping[str, object]) -> str:
    """What training said of the weights, in one line."""
    metrics = notes.get("metrics")
    found = metrics.items() if isinstance(metrics, dict) else ()
    numbers = [f"{name} {value:.4g}" for name, value in found if isinstance(value, int | float)]
    data, licence = notes.get("data", notes.get("dataset")), notes.get("licence")
    trained = ", ".join(map(str, data)) if isinstance(data, list) else data
    said = [spoken(f"Trained on {trained}") if trained else "", ", ".join(numbers[:4]), str(licence or "")]
    return "; ".join(filter(None, said))


def _needed(card: ModelCard) -> tuple[str, str, bool]:
    """What is missing of the network whose features this one eats, as `_unfetched`."""
    from models import checkpoint
    from models.cards import card as named

    if not card.backbone:
        return "", "", False
    base = named(card.backbone)
    if base.weights:
        missing, asset, imported = _unfetched(base.weights)
        return missing and spoken(f"It looks at the features of {base.title}. {missing}"), asset, imported
    return "" if checkpoint.files(base) else checkpoint.untrained(base), "", False


def _unfetched(name: str) -> tuple[str, str, bool]:
    """What is missing in a sentence ("": nothing), of which asset, and whether a file of the user's must bring it."""
    from core import assets

    try:
        assets.path(name)
    except MissingAsset as error:
        return str(error), name, bool(assets.asset(name).yours)
    return "", "", False


def fetch_asset(name: str) -> Task[Path]:
    """Fetches weights from where they are published. Raises UserError."""
    from core import assets

    return (yield from assets.fetch(name))


def import_asset(name: str, file: Path) -> Task[Path]:
    """Installs weights from a file of the user's. Raises UserError."""
    from core import assets

    yield Progress(text=f"Reading {file.name}")
    return assets.import_file(name, file)
