"""What a network sees, as colours: moments that look alike to it have like colours.

The embeddings of a run are reduced to their first three principal components, shown as red, green and blue.
"""

from __future__ import annotations

import numpy as np

from app.signal_lanes.lane import Ask, SignalLane, Source
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, Task

FIRST = "mobahi2009"  # made for this; other networks' features do as well
CHANNELS = ("red", "green", "blue")
_HELP = "Run mobahi2009 to see what looks alike ({analyze})"
_FITTED = 20_000  # rows that the components are found from
_CHUNK = 50_000
_ENDS = (2, 98)  # percentiles that get the darkest and the brightest value


def source(ask: Ask) -> Source | str:
    runs = sorted(ask.ordered, key=lambda run: (run.id != ask.chosen, run.model != FIRST))
    if not runs:
        return _HELP
    signals = [(run.scores_key, ask.scores[run.id]) for run in runs if run.scores_key]

    def compute(cache: ArrayCache) -> Task[Signal | str]:
        for key, scores in signals:
            yield Progress(text="Embeddings")
            arrays = cache.get(key, only="features")
            features = arrays.get("features") if arrays else None
            if features is not None and features.ndim == 2 and len(features):
                colors = yield from components(features)
                return timed(colors, scores)
        return _HELP

    key = ArrayCache.key(lane="embedding", runs=[key for key, _ in signals], version=1)
    return Source(key, compute, note=runs[0].model if len(runs) == 1 or runs[0].model == FIRST else "")


def components(features: np.ndarray) -> Task[np.ndarray]:
    """[steps, n] → float32 [steps, 3], 0…1: the first three principal components, stretched to what is usual."""
    from sklearn.decomposition import PCA

    yield Progress(0, len(features), "Comparing embeddings")
    steps, width = features.shape
    result = np.full((steps, 3), 0.5, np.float32)
    some = features[:: -(-steps // _FITTED)].astype(np.float32)
    kept = min(3, width, len(some))
    if not np.isfinite(some).all() or float(some.std(0).max(initial=0.0)) < 1e-6:
        return result  # everything looks the same
    fitted = PCA(kept, svd_solver="full" if width > len(some) else "covariance_eigh").fit(some)
    for at in range(0, steps, _CHUNK):
        result[at : at + _CHUNK, :kept] = fitted.transform(features[at : at + _CHUNK].astype(np.float32))
        yield Progress(at, steps, "Comparing embeddings")
    low, high = np.percentile(result[:, :kept], _ENDS, axis=0)
    result[:, :kept] = (result[:, :kept] - low) / np.maximum(high - low, 1e-9)
    return result.clip(0, 1)


def timed(colors: np.ndarray, scores: Signal) -> Signal:
    """Features come a row for each step of the scores, or one for each clip of several steps."""
    each = max(1, round(len(scores) / len(colors)))
    window = scores.window if each == 1 else scores.step * each
    return Signal(colors, CHANNELS, scores.step * each, window, scores.start)


LANE = SignalLane("embedding", "Look", "strip", source, (_HELP,), shown=False)
