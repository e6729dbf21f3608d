"""Which activities a whole video shows: mean average precision and Hit@k, as ActivityNet's official evaluator counts.

mAP: per class, all videos by falling score; a video's first mention of a label it has is a hit. AP is the area under
the interpolated precision envelope, mAP the mean over the ground truth's classes. Hit@k: the share of a video's labels
that its k best predictions hold, rounded up, as a mean over videos. Source: PAPERS.md 2 and activitynet/ActivityNet
Evaluation/eval_classification.py.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from core.evaluation.segments import average_precision

Truth = Mapping[str, Sequence[str]]  # video → its labels
Found = Mapping[str, Sequence[tuple[str, float]]]  # video → (label, score)


def classification_map(truth: Truth, found: Found) -> float:
    """Predictions for videos that the ground truth lacks count as wrong."""
    labels = {video: set(names) for video, names in truth.items()}
    classes = sorted(set().union(*labels.values()))
    rows: dict[str, list[tuple[float, str]]] = {name: [] for name in classes}
    for video, predictions in found.items():
        for label, score in predictions:
            if label in rows:
                rows[label].append((score, video))
    ap = []
    for name in classes:
        seen: set[str] = set()
        hits = []
        for _, video in sorted(rows[name], key=lambda row: -row[0]):
            hits.append(video not in seen and name in labels.get(video, ()))
            seen.add(video)
        positives = sum(name in of_video for of_video in labels.values())
        ap.append(float(average_precision(np.array([hits], bool).reshape(1, -1), positives)[0]))
    return float(np.mean(ap)) if ap else 0.0


def hit_at(truth: Truth, found: Found, k: int = 3) -> float:
    """A video without predictions counts 0."""
    hits = []
    for video, names in truth.items():
        best = [label for label, _ in sorted(found.get(video, ()), key=lambda row: -row[1])[:k]]
        wanted = set(names)
        hits.append(math.ceil(sum(name in best for name in wanted) / len(wanted)) if wanted else 0)
    return float(np.mean(hits)) if hits else 0.0
