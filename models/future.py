"""The next frames as a network foresees them all at once, from each frame on, under those that came."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.seen import Seen
from core.task import Task
from core.time import Span
from models.foresight import Predictor, as_bytes

BLOCK = 10  # frames that are looked on from at once


@dataclass(frozen=True)
class Strip:
    """frame: the last that was seen. numbers: of the frames foreseen. came: uint8 gray [n, H, W], fewer at the end of a
    video; guess: uint8 gray [all, H, W]; by: the network's name."""

    frame: int
    numbers: tuple[int, ...]
    came: np.ndarray
    guess: np.ndarray
    by: str


class FutureEye:
    """An Eye (core.seen) that gives a `Strip` for each frame with enough of a past."""

    def __init__(self, predictor: Predictor) -> None:
        self._predictor = predictor
        self.model = predictor.card.name
        self.close = predictor.close

    def look(self, frame: int) -> Task[Seen]:
        yield from self._predictor.load()
        spec, ahead = self._predictor.spec, self._predictor.card.inner
        past = (spec.frames - ahead - 1) * spec.stride  # frames before the one it looks on from
        if frame < past:
            return Seen(Span(0, past), why=f"Nothing is foreseen from the first {past} frames of a video; go further.")
        start, frames = past + (frame - past) // BLOCK * BLOCK, self._predictor.source.index.frames
        span = Span(start, max(start + 1, min(start + BLOCK, frames)))
        pictures, found = yield from self._predictor.run([number - past for number in range(span.start, span.stop)])
        values = {}
        for i, number in enumerate(range(span.start, span.stop)):
            numbers = tuple(number + (step + 1) * spec.stride for step in range(ahead))
            there = sum(one < frames for one in numbers)
            came = as_bytes(pictures[i, -ahead:].astype(np.float32).mean(3) / 255)[:there]
            values[number] = Strip(number, numbers, came, as_bytes(found["frames"][i].astype(np.float32)), self.model)
        return Seen(span, values, bytes=sum(one.came.nbytes + one.guess.nbytes for one in values.values()))
