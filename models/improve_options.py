"""Two ways to learn from what nobody labelled, for the head (models/nets/head.py); each can be switched on by itself.

coherence: what the LSTM makes of neighbouring steps is pulled together, and of any two steps pushed apart, over windows
of all footage (Mobahi et al. 2009, models/coherence.py). It is added to the labels' loss in every step, instead of a
step of its own in turns.
encoder: the LSTM starts as the encoder of an encoder–decoder that was taught to give the features of all footage again,
and those to come (Srivastava et al. 2015, models/nets/srivastava2015.py: one layer, both decoders without input).
Its peepholes stay shut, so that it is the head's own LSTM.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import UserError
from core.task import Task
from models.coherence import coherence
from models.device import Device
from models.layers import PeepholeLSTM
from models.nets.head import Head, Output
from models.nets.srivastava2015 import Form, Srivastava
from models.nets.srivastava2015 import loss as frames_loss
from models.train import History, Recipe, fit

PAST, AHEAD = 16, 8  # steps that the encoder reads, and that are foretold
STEPS, BATCH = 150, 16  # of the encoder's training
UNLABELLED = 8  # windows beside each batch
MARGIN = 0.1  # of the coherence, times the cells
WEIGHT = 0.1 / 10  # of the coherence, a sum over 128 cells: a tenth of the labels' loss, about


@dataclass(frozen=True)
class Options:
    coherence: bool = False
    encoder: bool = False

    def settings(self) -> dict[str, bool]:
        """Those that are on, for the checkpoint."""
        return {name: True for name, on in asdict(self).items() if on}


class Footage:
    """Windows [size, steps, n] from anywhere in features float16 [steps, n] of several videos; number n is a function
    of seed and n alone. Raises UserError where no video is that long."""

    def __init__(self, videos: Sequence[np.ndarray], size: int, steps: int, seed: int) -> None:
        self._videos = [video for video in videos if len(video) >= steps]
        if not self._videos:
            raise UserError("No video is long enough to learn from without labels; switch coherence and encoder off.")
        self._size, self._steps, self._seed = size, steps, seed
        lengths = np.array([len(video) - steps + 1 for video in self._videos], np.float64)
        self._shares = lengths / lengths.sum()

    def batch(self, n: int) -> np.ndarray:
        chance = np.random.default_rng([self._seed, n, 3])
        chosen = chance.choice(len(self._videos), self._size, p=self._shares)
        starts = [int(chance.integers(len(self._videos[i]) - self._steps + 1)) for i in chosen]
        cut = [self._videos[i][a : a + self._steps] for i, a in zip(chosen, starts, strict=True)]
        return np.stack(cut).astype(np.float32)


def coherent(out: Output) -> Tensor:
    """The loss of `Output.features` of unlabelled windows: of each step and the next, and of each step and one of
    another window."""
    x = out.features  # [B, T, cells]
    margin = MARGIN * x.shape[-1]
    near = coherence(x[:, :-1].flatten(0, 1), x[:, 1:].flatten(0, 1), True, margin)
    far = coherence(x.flatten(0, 1), x.roll(1, 0).flip(1).flatten(0, 1), False, margin)
    return WEIGHT * (near + far)


def lstm_of(network: Head) -> nn.LSTM:
    """Raises UserError where there is none."""
    if network.net is None:
        raise UserError("The form “linear” has no LSTM that could learn without labels; choose small or paper.")
    return network.net.lstm


def pretrained(network: Head, videos: Sequence[np.ndarray], *, device: Device, seed: int) -> Task[History]:
    """Gives the network's LSTM the encoder's weights. videos: features [steps, n]; `Memory.mean` must be there."""
    lstm = lstm_of(network)
    footage = Footage(videos, BATCH, PAST + AHEAD, seed)
    torch.manual_seed(seed)
    form = Form(lstm.hidden_size, 1, lstm.input_size, patch=0, past=PAST, conditional=(), logistic=False, modern=True)
    whole = Srivastava(form)
    for module in whole.modules():
        if isinstance(module, PeepholeLSTM):
            module.peephole.requires_grad_(False).zero_()
    mean, scale = network.memory.mean.numpy(), network.scale

    def batch(n: int) -> np.ndarray:
        x = np.sqrt(np.maximum(footage.batch(n), 0)) - mean
        return np.asarray(x * (scale / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)), np.float32)

    history = yield from fit(
        whole,
        Recipe("encoder", STEPS, BATCH, partial(torch.optim.Adam, lr=1e-3), clip=_clipped),
        lambda net, x: frames_loss(net, x) / (BATCH * (PAST + AHEAD)),
        batch,
        device=device,
        seed=seed,
        text="Learning the footage by heart",
    )
    copied(whole.to("cpu").encoder.layers[0], lstm)
    return history


def copied(layer: nn.Module, lstm: nn.LSTM) -> None:
    """Gates lie in the same order in both; of the LSTM's two bias vectors one stays empty."""
    assert isinstance(layer, PeepholeLSTM)
    assert layer.weight_input is not None
    state = {
        "weight_ih_l0": layer.weight_input,
        "weight_hh_l0": layer.weight_state,
        "bias_ih_l0": layer.bias,
        "bias_hh_l0": torch.zeros_like(layer.bias),
    }
    lstm.load_state_dict({name: tensor.detach() for name, tensor in state.items()})


def _clipped(network: nn.Module) -> object:
    return nn.utils.clip_grad_norm_(network.parameters(), 10.0)
