"""Fine-tuning the network below the head: the last layers of a backbone learn a project's own activities too.

What comes before them (`ModelCard.split`) stays as it is and is computed once for every clip of which anything is
known; so a step costs only the last layers, forward and back, whatever the clip. Normalisation layers keep their
statistics: a few clips of one project would spoil them. The classifier that teaches the layers is thrown away; what
remains are weights of the backbone, with its own classifier, whose features the head is then trained on.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import UserError
from core.task import Progress, Task
from core.time import Span
from core.video.clips import ClipSpec
from core.video.source import VideoSource, open_video
from models import checkpoint
from models.batches import out_of_memory
from models.card import ModelCard
from models.device import Device, choose
from models.feed import Feed
from models.improve import Lesson, places
from models.nets.head import Output, masked
from models.preprocess import batch as as_batch
from models.train import Recipe, fit

MOST = 300  # clips of a label, and of none, that are kept in memory
# The best of six settings on the eight tuning classes of models/papers/few_backbone.py
RECIPE = Recipe("finetune", 300, 16, partial(torch.optim.AdamW, lr=5e-5, weight_decay=1e-2))
LAYERS = 1  # of the last part, that learn: of I3D Mixed_5c


@dataclass(frozen=True)
class Taught:
    """One video: its file, and what is known of its steps."""

    path: Path
    lesson: Lesson


@dataclass(frozen=True)
class Clips:
    """Clips of which something is known. inputs float16 [clips, …]: what the frozen part makes of each; values float32,
    known bool [clips, labels]."""

    inputs: np.ndarray
    values: np.ndarray
    known: np.ndarray


class Tail(nn.Module):
    """x [B, …] as the frozen part gives it → logits [B, labels] of a new classifier over the features."""

    def __init__(self, last: nn.Module, width: int, labels: int) -> None:
        super().__init__()
        self.last = last
        self.dropout = nn.Dropout(0.5)
        self.classify = nn.Linear(width, labels)

    def forward(self, x: Tensor) -> Tensor:
        logits: Tensor = self.classify(self.dropout(self.last(x).features))
        return logits

    def train(self, mode: bool = True) -> Tail:
        super().train(mode)
        self.last.eval()  # normalisation keeps its statistics
        return self


def finetune(
    card: ModelCard, taught: Sequence[Taught], group: np.ndarray, file: Path, *, device: str = "auto", seed: int = 0
) -> Task[str]:
    """Writes the checkpoint `file` of `card`, a backbone that has a `split`, and returns its digest. Raises UserError
    where nothing is known, or memory does not suffice."""
    where = choose(device)
    weights = checkpoint.of_card(card)
    network = checkpoint.network(card, weights)
    assert card.split is not None, "this backbone cannot be divided"
    first, last = card.split(network)
    chosen = chosen_steps([one.lesson for one in taught], len(group), seed)
    wanted = [(one.path, steps) for one, steps in zip(taught, chosen, strict=True)]
    inputs = yield from frozen(card, first.to(where.torch).eval(), wanted, where)
    values = np.concatenate([one.lesson.values[steps] for one, steps in zip(taught, chosen, strict=True)])
    known = np.concatenate([one.lesson.known[steps] for one, steps in zip(taught, chosen, strict=True)])
    clips, text = Clips(inputs, values, known), f"Fine-tuning {card.name}"
    learning = limited(copy.deepcopy(last), LAYERS)
    tuned = yield from learn(learning, card.width, clips, group, device=where, seed=seed, text=text)
    last.load_state_dict(tuned.cpu().state_dict())
    return checkpoint.save(file, card, network.cpu(), weights.labels, weights.clip, tuned_from=weights.digest)


def learn(
    last: nn.Module,
    width: int,
    clips: Clips,
    group: np.ndarray,
    *,
    device: Device,
    seed: int = 0,
    recipe: Recipe | None = None,
    text: str = "Fine-tuning",
) -> Task[nn.Module]:
    """Trains the last layers in place, under a new classifier over their `width` features, and returns them. recipe
    None: the program's own. Raises UserError where memory does not suffice."""
    recipe = recipe or RECIPE
    kinds = _kinds(clips.values, clips.known)
    groups = torch.from_numpy(group).to(device.torch)
    nothing = torch.zeros(0, device=device.torch)

    def batch(step: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        chance = np.random.default_rng([seed, step])
        picked = [int(chance.choice(kinds[chance.integers(len(kinds))])) for _ in range(recipe.batch)]
        return clips.inputs[picked].astype(np.float32), clips.values[picked], clips.known[picked]

    def loss(net: nn.Module, given: tuple[Tensor, Tensor, Tensor]) -> Tensor:
        x, targets, mask = given
        logits = net(x)[:, None]
        return masked(Output(logits, x, (nothing, nothing), groups), targets[:, None], mask[:, None])

    torch.manual_seed(seed)  # for the new classifier
    tail = Tail(last, width, len(group))
    yield from fit(tail, recipe, loss, batch, device=device, seed=seed, divisible=True, text=text)
    return tail.last


def limited(last: nn.Module, layers: int) -> nn.Module:
    """Only so many of the last layers learn (0: all)."""
    with_weights = [child for child in last.children() if any(True for _ in child.parameters())]
    for child in with_weights[:-layers] if layers else ():
        child.requires_grad_(False)
    return last


def chosen_steps(lessons: Sequence[Lesson], labels: int, seed: int) -> list[np.ndarray]:
    """Which steps of each video are used: all that are known, where of a kind there are not too many."""
    chance = np.random.default_rng(seed)
    wanted = [np.zeros(len(lesson.features), bool) for lesson in lessons]
    there = [lesson.known & (lesson.values > 0) for lesson in lessons]
    nothing = [lesson.known.any(axis=1) & ~yes.any(axis=1) for lesson, yes in zip(lessons, there, strict=True)]
    kinds: list[list[np.ndarray]] = [[yes[:, label] for yes in there] for label in range(labels)]
    kinds.append([np.asarray(mask) for mask in nothing])
    for masks in kinds:
        found = places(masks)
        for video, step in found[chance.permutation(len(found))[:MOST]].tolist():
            wanted[video][step] = True
    return [np.flatnonzero(mask) for mask in wanted]


def _kinds(values: np.ndarray, known: np.ndarray) -> list[np.ndarray]:
    """Indices of clips of each label, and of none, as far as there are any."""
    there = known & (values > 0)
    kinds = [np.flatnonzero(there[:, label]) for label in range(there.shape[1])]
    return [kind for kind in (*kinds, np.flatnonzero(known.any(1) & ~there.any(1))) if len(kind)]


def frozen(
    card: ModelCard, first: nn.Module, wanted: Sequence[tuple[Path, np.ndarray]], where: Device
) -> Task[np.ndarray]:
    """float16 [clips, …]: what the frozen part makes of these steps (ascending) of each video, one video after the
    other. Raises UserError where memory does not suffice for one clip."""
    parts: list[np.ndarray] = []
    total, done = sum(len(steps) for _, steps in wanted), 0
    for path, steps in wanted:
        if not len(steps):
            continue
        with open_video(path) as source:
            spec = card.clip_for(source.info.fps)
            for span, count in _spans(steps, spec, source):
                with Feed(source, spec, span, 8) as feed:
                    left = count
                    for clips in feed.take(4, wait=0.1):
                        if clips and left:
                            part = [clip for clip in clips if isinstance(clip, np.ndarray)][:left]
                            parts.extend(_outputs(first, part, spec, where))
                            left, done = left - len(part), done + len(part)
                        yield Progress(done, total, f"Looking at {path.name}")
                        if not left:
                            break
    return np.concatenate(parts)


def _outputs(first: nn.Module, clips: list[np.ndarray], spec: ClipSpec, where: Device) -> list[np.ndarray]:
    """float16 [n, …] of the clips, in as many parts as memory asks for."""
    try:
        with torch.inference_mode():
            return [first(as_batch(clips, spec, where.torch)).half().cpu().numpy()]
    except RuntimeError as error:
        if not out_of_memory(error):
            raise
        if len(clips) == 1:
            raise UserError(
                f"{where.name} has too little memory for one clip; close other programs or use the CPU."
            ) from error
    if where.kind == "cuda":
        torch.cuda.empty_cache()
    half = len(clips) // 2
    return [part for some in (clips[:half], clips[half:]) for part in _outputs(first, some, spec, where)]


def _spans(steps: np.ndarray, spec: ClipSpec, source: VideoSource) -> list[tuple[Span, int]]:
    """(frames, how many clips) of each run of steps."""
    breaks = np.flatnonzero(np.diff(steps) > 1) + 1
    found = []
    for run in np.split(steps, breaks):
        start, stop = int(run[0]) * spec.step, int(run[-1]) * spec.step + spec.window
        found.append((Span(start, min(stop, source.index.frames)), len(run)))
    return found
