"""Training a recurrent network over whole videos without forgetting between the steps: many streams side by side, each
a queue of videos, of which every training step shows the next few clips. The state goes on from step to step, across
the videos of a stream, and is forgotten when all streams begin anew (an epoch). As Montes et al. 2016 do it
(arXiv 1608.08128; src/data.py and scripts/create_stateful_dataset.py of the released code).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import UserError

Rows = Callable[[int, int, int], np.ndarray]  # video, first clip, clip behind the last → [clips, …]
CLIP = 16  # frames


def frame_labels(
    frames: int, duration: float, annotations: Sequence[tuple[float, float, str]], labels: Sequence[str]
) -> np.ndarray:
    """int64 [frames]: the label of each frame, 0 (background) where nothing is annotated. annotations: (start, stop,
    label) in seconds, both ends belonging to it; of several the first one counts. Raises UserError where a label is
    none of `labels`."""
    known = {label: i for i, label in enumerate(labels)}
    unknown = sorted({label for _, _, label in annotations} - known.keys())
    if unknown:
        raise UserError(f"The annotations have the label “{unknown[0]}”, which the list of labels lacks; add it there.")
    times = np.arange(frames) / max(frames, 1) * duration
    found = np.zeros(frames, np.int64)
    for start, stop, label in reversed(annotations):
        found[(times >= start) & (times <= stop)] = known[label]
    return found


def majority(of_frame: np.ndarray, frames: int = CLIP) -> int:
    """The label that at least half of a clip of so many frames have, else 0."""
    if not len(of_frame):
        return 0
    count = np.bincount(of_frame)
    count[0] = 0
    best = int(count.argmax())
    return best if count[best] >= frames / 2 else 0


def clip_labels(
    frames: int, duration: float, annotations: Sequence[tuple[float, float, str]], labels: Sequence[str]
) -> np.ndarray:
    """int64 [frames // 16]: an activity where at least 8 of a clip's 16 frames are annotated with it, else background.
    What lies behind the last whole clip is left out."""
    of_frame = frame_labels(frames, duration, annotations, labels)
    return np.array([majority(clip) for clip in of_frame[: frames // CLIP * CLIP].reshape(-1, CLIP)], np.int64)


class Streams:
    """The order in which videos are seen. lengths: clips of each video. The videos are shuffled, and each is appended
    to the stream that is shortest so far; what the longer streams have beyond the shortest is left out.

    steps: of one epoch. Raises UserError where the videos fill not even one step.
    """

    def __init__(self, lengths: Sequence[int], streams: int, steps: int, seed: int = 0) -> None:
        self.streams, self.clips = streams, steps
        self.queues: list[list[int]] = [[] for _ in range(streams)]
        total = np.zeros(streams, np.int64)
        for video in np.random.default_rng(seed).permutation(len(lengths)).tolist():
            shortest = int(total.argmin())
            self.queues[shortest].append(video)
            total[shortest] += lengths[video]
        self.steps = int(total.min()) // steps
        if self.steps < 1:
            raise UserError(
                f"These {len(lengths)} videos do not fill {streams} streams of {steps} clips; take more videos, or "
                "fewer streams."
            )
        self._first = [np.cumsum([0, *(lengths[video] for video in queue)]) for queue in self.queues]

    def take(self, step: int, rows: Rows) -> np.ndarray:
        """[streams, clips, …] of a step of the epoch, from `rows` of the videos."""
        return np.stack([self._of_stream(i, step * self.clips, rows) for i in range(self.streams)])

    def _of_stream(self, stream: int, at: int, rows: Rows) -> np.ndarray:
        first, stop, parts = self._first[stream], at + self.clips, []
        while at < stop:
            place = int(np.searchsorted(first, at, side="right")) - 1
            last = min(stop, int(first[place + 1]))
            parts.append(rows(self.queues[stream][place], at - int(first[place]), last - int(first[place])))
            at = last
        return np.concatenate(parts)


class Stateful(nn.Module):
    """A network with the state of its streams beside it, so that training that goes on from a file goes on with them.
    network(x [streams, T, n], (h, c)) gives an output with a `state` of h, c [layers, streams, cells]."""

    def __init__(self, network: nn.Module, streams: int, layers: int, cells: int) -> None:
        super().__init__()
        self.network = network
        self.h: Tensor
        self.c: Tensor
        self.register_buffer("h", torch.zeros(layers, streams, cells))
        self.register_buffer("c", torch.zeros(layers, streams, cells))

    def forward(self, x: Tensor, fresh: bool) -> Any:
        """fresh: an epoch begins, the streams' past is forgotten."""
        if fresh:
            self.h.zero_()
            self.c.zero_()
        out = self.network(x, (self.h.clone(), self.c.clone()))
        h, c = out.state
        self.h.copy_(h.detach())
        self.c.copy_(c.detach())
        return out
