"""Pictures and flow of labelled clips, stored once and read at random: what a two-stream network is trained on.

Each clip becomes two packs (core/video/flow_files.py), its pictures with the shorter side at `short` pixels and its
flow, both as JPEG, as Simonyan and Zisserman did with UCF-101. Nothing but the indices stays in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.task import Progress, Task
from core.video.flow import Method, stream
from core.video.flow_files import Pack, writing
from core.video.flow_stack import Kind, mirrored, steps, volume
from core.video.source import open_video
from models.datasets.labelled import Clip, labels_of


@dataclass(frozen=True)
class Look:
    """What is read of a clip. length: L; side: of the square that is cut out."""

    length: int = 10
    kind: Kind = "stack"
    mean: bool = True
    side: int = 224


class Stacks:
    """The stored form of `clips` below `folder`; call `store` first. backward: fields back in time are stored too."""

    def __init__(
        self,
        folder: Path,
        clips: Sequence[Clip],
        short: int = 256,
        method: Method = "dis",
        backward: bool = False,
        labels: Sequence[str] = (),
    ) -> None:
        self.folder, self.short, self.method, self.backward = folder, short, method, backward
        self.labels = tuple(labels) or labels_of(clips)
        self.clips = [clip for clip in clips if clip.label in self.labels]
        self.targets = np.array([self.labels.index(clip.label) for clip in self.clips])
        self._packs: dict[tuple[int, str], Pack] = {}

    def store(self) -> Task[None]:
        """Makes what is not there yet; a cancelled call goes on with the next clip."""
        for i, clip in enumerate(self.clips):
            yield Progress(i, len(self.clips), f"Optical flow of {clip.path.name}")
            if not all(self._place(i, part).is_dir() for part in self._parts()):
                yield from self._store(i)

    def _store(self, i: int) -> Task[None]:
        with open_video(self.clips[i].path) as source:
            width, height = source.size
            scale = self.short / min(width, height)
            size = max(self.short, round(width * scale)), max(self.short, round(height * scale))
            if source.index.frames < 2:
                raise UserError(f"{source.path} has no two frames, so it has no flow; leave it out.")
            with ExitStack() as packs:
                rgb, flow, *back = [packs.enter_context(writing(self._place(i, part))) for part in self._parts()]
                for pair in stream(source, size, method=self.method, backward=self.backward):
                    rgb.picture(pair.picture)
                    flow.flow(pair.forward)
                    if pair.backward is not None:
                        back[0].flow(pair.backward)
                    if pair.frame % 32 == 0:
                        yield Progress(i, len(self.clips), f"Optical flow of {self.clips[i].path.name}")

    def _parts(self) -> tuple[str, ...]:
        return ("rgb", "flow", "back") if self.backward else ("rgb", "flow")

    def _place(self, i: int, part: str) -> Path:
        clip = self.clips[i]
        stat = clip.path.stat()
        what = f"{clip.path.resolve()} {stat.st_size} {stat.st_mtime_ns} {self.short} {self.method}"
        name = hashlib.sha256(what.encode()).hexdigest()[:12]
        return self.folder / f"{clip.path.stem}-{name}" / part

    def _pack(self, i: int, part: str) -> Pack:
        if (i, part) not in self._packs:
            self._packs[i, part] = Pack(self._place(i, part))
        return self._packs[i, part]

    def frames(self, i: int) -> int:
        """How many pictures of clip i have a field to the next one."""
        return len(self._pack(i, "rgb"))

    def picture(self, i: int, n: int) -> np.ndarray:
        """RGB uint8 [H, W, 3]: picture n of clip i."""
        return self._pack(i, "rgb").picture(n)

    def read(self, i: int, first: int, look: Look, flow: bool = True) -> np.ndarray:
        """Of clip i, the window of L + 1 frames that begins with `first`: its stack float32 [2L, H, W], or its middle
        picture uint8 [3, H, W]. Short clips go on with their last frame."""
        last = self.frames(i) - 1
        if not flow:
            return np.ascontiguousarray(
                self._pack(i, "rgb").picture(min(first + look.length // 2, last)).transpose(2, 0, 1)
            )
        fields = []
        for a, b in steps(look.kind, look.length):
            at = min(first + min(a, b), last)
            fields.append(self._pack(i, "flow" if b > a else "back").flow(at))
        return volume(fields, look.kind, look.mean)

    def batch(self, step: int, size: int, look: Look, flow: bool, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
        """(inputs [size, C, side, side], targets int64 [size]) of a training step: a class by chance, one of its clips,
        a frame of it, a square cut out anywhere, mirrored half of the time; colours jittered by up to a tenth."""
        chance = np.random.default_rng((seed, step))
        inputs, targets = [], []
        for target in chance.integers(0, len(self.labels), size):
            i = int(chance.choice(np.flatnonzero(self.targets == target)))
            first = int(chance.integers(0, max(1, self.frames(i) - look.length + 1)))
            whole = self.read(i, first, look, flow)
            y, x = (int(chance.integers(0, n - look.side + 1)) for n in whole.shape[1:])
            part = whole[:, y : y + look.side, x : x + look.side]
            if chance.random() < 0.5:
                part = mirrored(part) if flow else part[:, :, ::-1]
            if not flow:
                part = np.clip(part * chance.uniform(0.9, 1.1, (3, 1, 1)), 0, 255).astype(np.uint8)
            inputs.append(part)
            targets.append(target)
        return np.stack(inputs), np.array(targets)

    def spread(self, i: int, count: int, look: Look, flow: bool) -> np.ndarray:
        """`count` windows of clip i, evenly over its length: [count, C, H, W]."""
        firsts = np.linspace(0, max(0, self.frames(i) - look.length), count).round().astype(int)
        return np.stack([self.read(i, int(first), look, flow) for first in firsts])
