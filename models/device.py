"""Where networks run: a CUDA card, Apple's GPU or the processor, and whether in bfloat16.

Half precision is used only where a measurement on this machine, with this network and a real clip, says that it is
faster and gives the same answer; the verdict is kept in the cache folder.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from core.errors import UserError
from core.log import logger
from core.paths import cache_dir
from core.task import Progress, Task

MEASURING = "Measuring how fast this computer is"
_M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD = -3, -1  # malloc.h
FASTER = 1.15  # bfloat16 must win by this factor
AGREES = 0.03  # and change no probability by more than this, nor the best class


@dataclass(frozen=True, slots=True)
class Device:
    """`kind` is torch's: cuda, mps or cpu; `name` is the hardware's."""

    kind: str
    name: str
    threads: int

    @property
    def torch(self) -> torch.device:
        return torch.device(self.kind)

    def badge(self, bf16: bool = False) -> str:
        """What the window and the command line show: `CPU, 2 threads, bf16`."""
        where = f"CPU, {self.threads} thread{'s' * (self.threads != 1)}" if self.kind == "cpu" else self.name
        return where + (", bf16" if bf16 else "")

    @property
    def has_bf16(self) -> bool:
        """Whether bfloat16 is worth trying: a processor without instructions for it computes it many times slower than
        float32 (measured: 6 to 20 times, an LSTM's training step on AVX2; trying I3D once took minutes)."""
        if self.kind != "cpu":
            return True
        able = torch.cpu.get_capabilities()
        return bool(able.get("amx_bf16") or able.get("avx512_bf16"))

    def precision(self, bf16: bool) -> AbstractContextManager[object]:
        return torch.autocast(self.kind, dtype=torch.bfloat16) if bf16 else nullcontext()


def choose(name: str = "auto") -> Device:
    """`auto` takes CUDA before Apple's GPU before the processor. Raises UserError where the named one is not there."""
    cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
    kind = ("cuda" if cuda else "mps" if mps else "cpu") if name == "auto" else name
    if kind not in ("cuda", "mps", "cpu"):
        raise UserError(f"There is no device “{name}”; choose auto, cuda, mps or cpu.")
    if (kind == "cuda" and not cuda) or (kind == "mps" and not mps):
        raise UserError(f"This computer has no {kind.upper()} device that PyTorch can use; choose auto or cpu.")
    if kind == "cuda":
        return Device(kind, torch.cuda.get_device_name(0), torch.get_num_threads())
    return Device(kind, "Apple GPU" if kind == "mps" else platform.processor() or "CPU", torch.get_num_threads())


def badge(name: str = "auto") -> str:
    return choose(name).badge()


def bf16_pays(device: Device, key: str, probabilities: Callable[[bool], Task[Tensor]]) -> Task[bool]:
    """Whether bfloat16 is faster and agrees. `probabilities(bf16)` is a task that runs the network on a real clip for
    float32 [B, classes]; `key` names network and clip, under which the verdict is remembered."""
    if not device.has_bf16:
        return False
    file = cache_dir() / "precision.json"
    name = f"{device.kind} {device.name} {device.threads} torch {torch.__version__} {key}"
    known = _remembered(file)
    if name not in known:
        known[name] = yield from _measure(device, probabilities)
        part = file.with_suffix(f".{os.getpid()}.part")
        try:
            part.write_text(json.dumps(known, indent=1), "utf-8")
            part.replace(file)
        except OSError as error:  # a full or read-only disk costs the time of the next measurement
            logger("device").warning("the verdict on bfloat16 could not be kept: %s", error)
    return known[name]


def _remembered(file: Path) -> dict[str, bool]:
    try:
        known = json.loads(file.read_text("utf-8"))
        return {name: bool(verdict) for name, verdict in known.items()}
    except (OSError, ValueError, AttributeError):  # absent or unreadable: measured again
        return {}


def _measure(device: Device, probabilities: Callable[[bool], Task[Tensor]]) -> Task[bool]:
    took: dict[bool, list[float]] = {True: [], False: []}
    result: dict[bool, Tensor] = {}
    try:
        for bf16 in (True, False, True, False, True):  # the first of each warms up where that matters
            yield Progress(0, 0, MEASURING)
            began = time.perf_counter()
            result[bf16] = (yield from probabilities(bf16)).float().cpu()  # .cpu() waits for the device
            took[bf16].append(time.perf_counter() - began)
    except (RuntimeError, NotImplementedError) as error:  # an operation without bfloat16 on this device
        logger("device").info("no bfloat16 on %s: %s", device.name, error)
        return False
    gain = min(took[False]) / min(took[True])
    a, b = result[False], result[True]
    agrees = bool((a - b).abs().max() <= AGREES and (a.argmax(-1) == b.argmax(-1)).all())
    logger("device").info("bfloat16 on %s: %.2f times as fast, agrees: %s", device.name, gain, agrees)
    return gain >= FASTER and agrees


def steady_memory() -> None:
    """Has glibc hand blocks of 4 MB and more straight back to the system. Left alone it keeps ever larger ones, and
    with several threads' activations between them the peak of a long analysis creeps up (measured: by a tenth over
    150 s of footage; with this it stays flat, a fifth lower, and is no slower)."""
    _mallopt(4 << 20, 128 << 10)


@contextmanager
def roomy_memory() -> Iterator[None]:
    """Has glibc keep what is freed, for training: each step needs the same blocks again, and getting them anew from the
    system costs more than the arithmetic of a small network (measured, 16 pictures of 72 × 72 through two convolutions:
    60 steps took 1.7 s of processor time, 2.6 s if glibc is left alone, 4.7 s with `steady_memory`)."""
    _mallopt(32 << 20, 1 << 30)  # 32 MB is the most it takes
    try:
        yield
    finally:
        steady_memory()
        trim = _glibc("malloc_trim")
        if trim is not None:
            trim(0)


def _mallopt(mmap_threshold: int, trim_threshold: int) -> None:
    option = _glibc("mallopt")
    if option is not None:
        option(_M_MMAP_THRESHOLD, mmap_threshold)
        option(_M_TRIM_THRESHOLD, trim_threshold)


def _glibc(name: str) -> Callable[..., int] | None:
    """A function of the C library, where there is such a one (musl has none)."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
