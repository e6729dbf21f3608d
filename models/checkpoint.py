"""Weights with everything that is needed to use them: labels, preprocessing and clip spec travel in the same file.

A checkpoint is one safetensors file; its metadata holds one JSON text under "reelmark". Reading one never runs code.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from core import assets, paths
from core.errors import UserError
from core.video.clips import ClipSpec
from models.card import PAPER, ModelCard

_VERSION = 1


@dataclass(frozen=True)
class Weights:
    """tensors: state dict; labels: one per output, in order; clip: None means the card's own; digest: sha256 of the
    file. notes: JSON values that training adds (dataset, metrics, recipe). variant: which of the card's forms. file:
    the checkpoint (None: an asset)."""

    tensors: Mapping[str, Tensor]
    labels: tuple[str, ...]
    clip: ClipSpec | None
    digest: str
    notes: Mapping[str, object]
    variant: str = PAPER
    file: Path | None = None


def save(
    file: Path,
    card: ModelCard,
    network: nn.Module,
    labels: tuple[str, ...],
    clip: ClipSpec | None = None,
    **notes: object,
) -> str:
    """Writes the checkpoint in one step and returns its digest. `notes` must be JSON values. Tensors are stored as they
    are: `network.half()` before makes a file of half the size."""
    about = {
        "version": _VERSION,
        "model": card.name,
        "variant": card.variant,
        "labels": labels,
        "clip": json.loads((clip or card.clip).to_json()),
        "notes": notes,
    }
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    part = file.with_suffix(f".{os.getpid()}.part")
    file.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, part, {"reelmark": json.dumps(about)})  # a second key would come in any order: another digest
    part.chmod(0o644)  # safetensors lets only its owner read it
    part.replace(file)
    return _digest(file)


@dataclass(frozen=True)
class About:
    """What a checkpoint says of itself, read without its tensors."""

    file: Path
    model: str
    variant: str
    labels: tuple[str, ...]
    clip: ClipSpec
    notes: Mapping[str, object]


def about(file: Path) -> About:
    """Raises UserError where the file is no checkpoint that this program can read."""
    try:
        with safe_open(file, framework="pt") as opened:
            said = json.loads((opened.metadata() or {})["reelmark"])
        version, model, labels, notes = said["version"], said["model"], tuple(said["labels"]), said.get("notes", {})
        clip, variant = ClipSpec.from_json(json.dumps(said["clip"])), said.get("variant", PAPER)
        if len(set(labels)) != len(labels) or not all(isinstance(name, str) for name in (model, variant, *labels)):
            raise ValueError("labels are different names")
    except FileNotFoundError as error:
        raise UserError(f"The checkpoint {file} is not there; train again or choose another.") from error
    except (SafetensorError, OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(f"{file.name} is no checkpoint of this program, or it is damaged; choose another.") from error
    if version != _VERSION:
        raise UserError(f"{file.name} was made by a newer version of this program; update it, or choose another file.")
    return About(file, model, variant, labels, clip, notes)


def load(file: Path, card: ModelCard) -> Weights:
    """Raises UserError where the file is no checkpoint of that network."""
    said = about(file)
    if said.model != card.name:
        raise UserError(f"{file.name} was trained with the model “{said.model}”, not “{card.name}”; choose that model.")
    if said.variant not in card.sizes:
        raise UserError(f"{file.name} holds a form of “{card.name}” that this program does not know ({said.variant}).")
    try:
        with safe_open(file, framework="pt") as opened:
            tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 — it is no mapping
    except (SafetensorError, OSError) as error:
        raise UserError(f"{file.name} is damaged; choose another.") from error
    return Weights(tensors, said.labels, said.clip, _digest(file), said.notes, said.variant, file)


def of_card(card: ModelCard) -> Weights:
    """The card's own weights: an asset, else those that ship with the program, else the newest that were trained here.
    Raises MissingAsset (which tells how to fetch them), UserError where there are none."""
    if not card.weights:
        there = files(card)
        if not there:
            raise UserError(untrained(card))
        return load(there[0], card)
    file = assets.path(card.weights)
    try:
        with safe_open(file, framework="pt") as opened:
            tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 — it is no mapping
    except (SafetensorError, OSError) as error:
        raise UserError(f"{file} is damaged; delete it and fetch it again.") from error
    return Weights(tensors, card.label_names(), None, assets.digest(card.weights), {})


def untrained(card: ModelCard) -> str:
    """The sentence for a network that has no weights yet."""
    from models.papers import paper_of  # here, since the papers import this

    paper = paper_of(card.name)
    how = f": {card.trained_by}; or" if card.trained_by else ";"
    if paper:
        needs = f" (DIR holds {', '.join(paper.needs)})" if paper.needs else ""
        how = f": `reelmark reproduce {paper.name} --data DIR`{needs} does it as its paper does; or"
    return f"“{card.title}” must be trained first{how} choose a checkpoint (--checkpoint FILE)."


def folder(card: ModelCard) -> Path:
    """Where checkpoints of a network that were trained here are kept."""
    return paths.data_dir() / "checkpoints" / card.name


def tuned_folder(card: ModelCard) -> Path:
    """Where fine-tuned weights of a backbone are kept: not among those that are offered for analyses."""
    return folder(card).with_name(f"{card.name}-tuned")


def files(card: ModelCard) -> list[Path]:
    """The card's checkpoints: the one that ships with the program, then those trained here, the newest first."""
    own = sorted(folder(card).glob("*.safetensors"), key=lambda file: file.stat().st_mtime, reverse=True)
    shipped = paths.resource("weights") / card.shipped
    return [shipped, *own] if card.shipped and shipped.exists() else own


def is_shipped(card: ModelCard, file: Path) -> bool:
    return bool(card.shipped) and file == paths.resource("weights") / card.shipped


def network(card: ModelCard, weights: Weights) -> nn.Module:
    """The network with these weights, in eval mode and float32. Raises UserError where they do not fit."""
    built = card.as_variant(weights.variant).build(len(weights.labels))
    try:
        built.load_state_dict(dict(weights.tensors))  # halves become what the network's own tensors are
    except RuntimeError as error:
        raise UserError(f"These weights do not fit the model “{card.name}”; choose others.") from error
    if not all(bool(torch.isfinite(tensor).all()) for tensor in built.state_dict().values()):
        raise UserError(f"The weights for “{card.name}” are damaged: some are no numbers; choose others.")
    return built.eval()


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
