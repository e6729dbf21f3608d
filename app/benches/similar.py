"""`similar_ratio`: searching moments (means, unit vectors, nearest neighbours, merging) against the matrix product of
all features with the query alone, both from memory; `similar_million_s` is what a million moments of I3D take."""

from __future__ import annotations

import time
from fractions import Fraction

import numpy as np

from app.benches.figure import Figure
from core.task import drive
from core.time import Span
from core.timeline.similar import Embedded, centre, find

_VIDEOS, _STEPS, _WIDTH = 25, 4000, 1024


def run() -> dict[str, Figure]:
    chance = np.random.default_rng(0)
    features = np.abs(chance.standard_normal((_STEPS, _WIDTH))).astype(np.float16)
    videos = [Embedded(i, features, Fraction(25), _STEPS * 32 + 32, 32, 64) for i in range(_VIDEOS)]
    mean, span = centre(videos[:1]), Span(6400, 6464)
    ours, bare = [], []
    for _ in range(3):
        begin = time.perf_counter()
        drive(find(videos[0], span, videos, mean, 60))
        ours.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        for video in videos:
            video.features.astype(np.float32) @ video.features[200].astype(np.float32)
        bare.append(time.perf_counter() - begin)
    million = 1e6 / (_VIDEOS * _STEPS)
    return {
        "similar_ratio": Figure(min(ours), "s", "the matrix product alone", min(ours) / min(bare)),
        "similar_million_s": Figure(min(ours) * million, "s"),
    }
