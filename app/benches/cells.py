"""The program's recurrent cells against torch's own LSTM: `peephole_ratio` and `convlstm_ratio`, forward and backward
pass of torch's over ours, as the median of pairs in turn. Higher is better.

The peephole LSTM is compared with `nn.LSTM` of the same inputs and units. The ConvLSTM uses its weights at every pixel,
so `nn.LSTM` with as many weights gets every pixel as a sequence of its own: the same number of multiplications.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from app.benches.figure import Figure
from models.layers import beside_torch
from models.nets.convlstm import equals

PAIRS = 7
_STEPS, _BATCH, _INPUTS, _UNITS = 20, 32, 512, 512
_SIDE, _FEATURES, _FRAMES = 16, 16, 6


def run() -> dict[str, Figure]:
    return {"peephole_ratio": _peephole(), "convlstm_ratio": _convlstm()}


def _peephole() -> Figure:
    ours, theirs = beside_torch(_INPUTS, _UNITS)
    x = torch.randn(_STEPS, _BATCH, _INPUTS)
    what = f"nn.LSTM, {_UNITS} units, {_STEPS} steps, batch {_BATCH}"
    return _compared(lambda: ours(x)[0], lambda: theirs(x)[0], (ours, theirs), what)


def _convlstm() -> Figure:
    ours, theirs = equals(_FEATURES)
    x = torch.randn(1, _FRAMES, _FEATURES, _SIDE, _SIDE)
    pixels = torch.randn(_SIDE * _SIDE, _FRAMES, theirs.input_size)
    what = f"nn.LSTM, {theirs.input_size} units at {_SIDE}² pixels, {_FRAMES} steps"
    return _compared(lambda: ours(x)[0], lambda: theirs(pixels)[0], (ours, theirs), what)


def _compared(
    ours: Callable[[], Tensor], theirs: Callable[[], Tensor], networks: tuple[nn.Module, nn.Module], against: str
) -> Figure:
    took = np.array([[_seconds(side) for side in (ours, theirs)] for _ in range(PAIRS + 1)])[1:]
    for network in networks:
        network.zero_grad()
    ratio = float(np.median(took[:, 1] / took[:, 0]))
    return Figure(1e3 * float(np.median(took[:, 0])), "ms", f"{against}, {torch.get_num_threads()} threads", ratio)


def _seconds(forward: Callable[[], Tensor]) -> float:
    began = time.perf_counter()
    forward().square().mean().backward()  # type: ignore[no-untyped-call]
    return time.perf_counter() - began
