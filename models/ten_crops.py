"""The test protocol of two-stream networks, and how their scores are joined: 25 frames × 10 crops, in one forward pass;
averaging, or a linear SVM on stacked L2-normalised softmax scores (Simonyan and Zisserman, NIPS 2014, arXiv 1406.2199).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn

from core.video.flow_stack import mirrored
from models.device import Device

FRAMES = 25


def crops(x: np.ndarray, side: int, flow: bool) -> np.ndarray:
    """[n, C, H, W] → [10·n, C, side, side]: four corners and the centre, and each as in a mirror (flow: dx negated)."""
    height, width = x.shape[2:]
    down, right = height - side, width - side
    places = [(0, 0), (0, right), (down, 0), (down, right), (down // 2, right // 2)]
    five = np.concatenate([x[:, :, a : a + side, b : b + side] for a, b in places])
    return np.concatenate([five, mirrored(five) if flow else five[..., ::-1]])


def score(network: nn.Module, windows: np.ndarray, side: int, flow: bool, device: Device) -> np.ndarray:
    """The video's class scores [classes]: softmax averaged over the ten crops of all `windows` [n, C, H, W], which go
    through the network in one batch. network: takes a tuple with one tensor, gives logits."""
    x = torch.from_numpy(crops(windows, side, flow)).to(device.torch)
    with torch.inference_mode():
        scores: np.ndarray = network((x,)).logits.float().softmax(-1).mean(0).cpu().numpy()
    return scores


def average(streams: Sequence[np.ndarray]) -> np.ndarray:
    """Scores [videos, classes] of each stream → their mean."""
    mean: np.ndarray = np.mean(np.stack(streams), axis=0)
    return mean


def stacked(streams: Sequence[np.ndarray]) -> np.ndarray:
    """[videos, streams · classes]: each stream's scores at length 1, side by side."""
    return np.concatenate([s / np.maximum(np.linalg.norm(s, axis=1, keepdims=True), 1e-12) for s in streams], axis=1)


def svm(streams: Sequence[np.ndarray], targets: np.ndarray) -> Any:
    """A multi-class linear SVM for `stacked` scores; its `predict` gives targets. C is 1, as the paper names none."""
    from sklearn.svm import LinearSVC

    return LinearSVC(C=1.0, random_state=0).fit(stacked(streams), targets)


def accuracy(scores: np.ndarray, targets: np.ndarray) -> float:
    """In per cent."""
    return 100 * float((scores.argmax(1) == targets).mean())
