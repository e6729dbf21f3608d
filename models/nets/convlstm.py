"""Bricks of networks that predict frames: the convolutional LSTM, picture encoder and decoder, and the warp by a flow.

ConvLSTM: Shi et al., "Convolutional LSTM Network: A Machine Learning Approach for Precipitation Nowcasting", NIPS 2015
(arXiv 1506.04214), without its peepholes. Encoder, decoder and `wide` compute what their plain layers would, in the
order of sums that a processor likes better (measured on one core, a training step: encoder 4 ×, decoder 6 ×, a
15 × 15 convolution to two channels 5 ×).
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

State = tuple[Tensor, Tensor]  # hidden, cell: [B, units, H, W] each


class ConvLSTM(nn.Module):
    """x [B, T, inputs, H, W] → hidden states [B, T, units, H, W] and the last state; gates in the order in, forget,
    candidate, out. No peepholes; the recurrent convolution has no bias. Without a state the first step has an input
    only: there is nothing to forget yet."""

    def __init__(self, inputs: int, units: int, kernel: int) -> None:
        super().__init__()
        self.input = nn.Conv2d(inputs, 4 * units, kernel, padding=kernel // 2)
        self.recurrent = nn.Conv2d(units, 4 * units, kernel, padding=kernel // 2, bias=False)

    def forward(self, x: Tensor, state: State | None = None) -> tuple[Tensor, State]:
        seen: Tensor = self.input(x.flatten(0, 1))  # of all steps at once
        hidden = []
        for step in seen.view(*x.shape[:2], *seen.shape[1:]).unbind(1):
            state = self.step(step, state)
            hidden.append(state[0])
        assert state is not None, "a sequence has one frame at least"
        return torch.stack(hidden, 1), state

    def step(self, seen: Tensor, state: State | None) -> State:
        """seen [B, 4 · units, H, W]: what the input convolution gave."""
        if state is None:
            i, _, g, o = seen.chunk(4, 1)
            cell = torch.sigmoid(i) * torch.tanh(g)
        else:
            i, f, g, o = (seen + self.recurrent(state[0])).chunk(4, 1)
            cell = torch.sigmoid(f) * state[1] + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(cell), cell


def halves(kernel: int) -> Tensor:
    """float [2, 2, taps, kernel]: which tap of the half-sized grid, on its pixels of phase p, tap u of a kernel on the
    full grid falls on, seen from the pixels of phase a."""
    half = kernel // 2
    reach = (half + 1) // 2
    chosen = torch.zeros(2, 2, 2 * reach + 1, kernel)
    for a in (0, 1):
        for u in range(-half, half + 1):
            chosen[a, (a + u) % 2, (a + u) // 2 + reach, u + half] = 1
    return chosen


class Encoder(nn.Module):
    """x [N, C, H, W] → tanh of a convolution, max-pooled 2 × 2: [N, features, H/2, W/2]; H and W even.

    Computed on the half-sized grid for the four places of each pool at once; tanh comes after the maximum, which is the
    same for a quarter of the work."""

    def __init__(self, inputs: int, features: int, kernel: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, features, kernel, padding=kernel // 2)
        self.halves: Tensor
        self.register_buffer("halves", halves(kernel), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        taps = self.halves.shape[2]
        weight = torch.einsum("apmu,oiuv,bqnv->oabipqmn", self.halves, self.conv.weight, self.halves)
        weight = weight.reshape(4 * self.conv.out_channels, 4 * self.conv.in_channels, taps, taps)
        places = F.conv2d(F.pixel_unshuffle(x, 2), weight, padding=taps // 2)
        top = places.view(len(x), -1, 4, *places.shape[2:]).amax(2)
        assert self.conv.bias is not None
        return torch.tanh(top + self.conv.bias[:, None, None])


class Decoder(nn.Module):
    """x [N, features, h, w] → nearest-neighbour × 2 and a convolution, linear: [N, 1, 2h, 2w]."""

    def __init__(self, features: int, kernel: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(features, 1, kernel, padding=kernel // 2)
        self.halves: Tensor
        self.register_buffer("halves", halves(kernel).sum(1), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        weight = torch.einsum("amu,oiuv,bnv->oabimn", self.halves, self.conv.weight, self.halves).flatten(0, 2)
        fine = F.pixel_shuffle(F.conv2d(x, weight, padding=weight.shape[-1] // 2), 2)
        assert self.conv.bias is not None
        return fine + self.conv.bias[:, None, None]


def wide(conv: nn.Conv2d, x: Tensor) -> Tensor:
    """The convolution, of odd size and padded to keep the picture's; on a processor by Fourier transform."""
    if x.device.type != "cpu":
        y: Tensor = conv(x)
        return y
    reach = conv.kernel_size[0] // 2
    h, w = x.shape[-2:]
    whole = (h + 2 * reach, w + 2 * reach)
    spectrum = torch.fft.rfft2(conv.weight.float().flip(2, 3), whole)
    full = torch.fft.irfft2((torch.fft.rfft2(x.float(), whole)[:, None] * spectrum).sum(2), whole)
    assert conv.bias is not None
    cut: Tensor = full[..., reach : reach + h, reach : reach + w]
    return cut + conv.bias[:, None, None]


def warped(features: Tensor, shift: Tensor) -> Tensor:
    """features [N, C, h, w] fetched from `shift` away, zeros from outside: bilinear. shift [N, 2, h, w] in units of
    half a picture (align_corners), channel 0 is y (down), channel 1 is x (right)."""
    h, w = features.shape[-2:]
    y = torch.linspace(-1, 1, h, device=shift.device)[:, None]
    x = torch.linspace(-1, 1, w, device=shift.device)[None, :]
    grid = torch.stack([x + shift[:, 1].float(), y + shift[:, 0].float()], -1)  # grid_sample wants x before y
    return F.grid_sample(features.float(), grid, mode="bilinear", padding_mode="zeros", align_corners=True)


def equals(inputs: int = 16, units: int = 64, kernel: int = 7) -> tuple[ConvLSTM, nn.LSTM]:
    """A ConvLSTM and an nn.LSTM (batch first, as many inputs as units) of the same number of parameters, to compare
    their speed: the former's are used once at every pixel, the latter's once."""
    conv = ConvLSTM(inputs, units, kernel)
    count = sum(p.numel() for p in conv.parameters())
    width = round(math.sqrt(count / 8 + 0.25) - 0.5)  # 4 (2 n² + 2 n) parameters
    return conv, nn.LSTM(width, width, batch_first=True)
