"""`learn_s`: from three examples of a new label to predictions across all videos, 30 minutes of footage whose features
are cached (at most 15 s): what `improve` takes, and the head's look at every video.

Features are random around one direction a label, as I3D's are of activities it tells apart; no video is decoded. Beside
it stands what the bare training takes: the same steps on one batch in memory.
"""

from __future__ import annotations

import time

import numpy as np
import torch

from app.benches.figure import Figure
from core.task import drive
from models.device import choose
from models.improve import WINDOW, Lesson, improve, quick, scores
from models.nets.head import CARD, FEATURES, masked

VIDEOS, STEPS, LABELS, EXAMPLES = 12, 470, 8, 3  # 150 s of video each, a step every 8 frames at 25 a second


def run() -> dict[str, Figure]:
    lessons = _lessons()
    card, device = CARD.as_variant("small"), choose("cpu")
    recipe = quick(card.recipe("modern"), LABELS * EXAMPLES)
    begin = time.perf_counter()
    learned = drive(improve(card, recipe, lessons, np.arange(LABELS), device=device))
    network = learned.network.to(device.torch)
    for lesson in lessons:
        scores(network, lesson.features, device)
    took = time.perf_counter() - begin
    bare = _bare(recipe.steps, recipe.batch)
    return {"learn_s": Figure(took, "s", f"{recipe.steps} bare steps on one batch take {bare:.1f} s", took / bare)}


def _lessons() -> list[Lesson]:
    """Each label has its examples in the first three videos; these are reviewed, the rest is unknown."""
    chance = np.random.default_rng(0)
    kinds = chance.standard_normal((LABELS + 1, FEATURES))
    lessons = []
    for number in range(VIDEOS):
        values = np.zeros((STEPS, LABELS), np.float32)
        steps = np.zeros(STEPS, np.int64)
        for label in range(LABELS):
            at = chance.integers(STEPS - 30)
            steps[at : at + 8] = label + 1
        values[np.arange(STEPS), steps - 1] = steps > 0
        features = np.abs(kinds[steps] + chance.standard_normal((STEPS, FEATURES)))
        known = np.full((STEPS, LABELS), number < EXAMPLES)
        lessons.append(Lesson(str(number), features.astype(np.float16), values, known))
    return lessons


def _bare(steps: int, batch: int) -> float:
    """Seconds."""
    network = CARD.as_variant("small").build(LABELS).train()
    optimizer = CARD.recipe("modern").optimizer(network.parameters())
    x, values = torch.rand(batch, WINDOW, FEATURES), torch.zeros(batch, WINDOW, LABELS)
    begin = time.perf_counter()
    for _ in range(steps):
        optimizer.zero_grad(set_to_none=True)
        masked(network(x), values, torch.ones_like(values)).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return time.perf_counter() - begin
