"""`moving_mnist_per_s`: how many sequences of 20 frames the bouncing digits' generator makes in a second, in batches of
100 in one thread; at least 6,000. Higher is better."""

from __future__ import annotations

import time

import numpy as np

from app.benches.figure import Figure
from models.datasets.moving_mnist import DIGIT, MovingMnist

_SIZE, _BATCHES, _ROUNDS = 100, 20, 5


def run() -> dict[str, Figure]:
    digits = np.random.default_rng(0).integers(0, 256, (60_000, DIGIT, DIGIT), np.uint8)
    moving = MovingMnist.of(digits)
    moving.batch(0, _SIZE)
    rates = []
    for number in range(_ROUNDS):
        began = time.perf_counter()
        for step in range(_BATCHES):
            moving.batch(number * _BATCHES + step, _SIZE)
        rates.append(_BATCHES * _SIZE / (time.perf_counter() - began))
    return {"moving_mnist_per_s": Figure(float(np.median(rates)), "sequences/s", f"{_ROUNDS} rounds in turn")}
