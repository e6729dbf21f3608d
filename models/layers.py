"""Layers that torch does not have. The peephole LSTM: Gers, Schraudolph and Schmidhuber, "Learning Precise Timing with
LSTM Recurrent Networks", JMLR 2002, in the form of Graves 2013 (arXiv 1308.0850): the input and forget gates see the
cell before the step, the output gate the cell after it.

What makes it fast: the input's part of all gates is one matrix product over the whole sequence, with the bias in it, so
that a step adds one product with the state before; and the derivatives of the weights are one product over the whole
sequence as well, instead of one for each step.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

State = tuple[Tensor, Tensor]  # (h, c), each [B, units]


class PeepholeLSTM(nn.Module):
    """One layer. inputs: width of x (0: the layer has no input at all, only its state). Gates lie in the order input,
    forget, candidate, output. Weights start at U(±0.01), peepholes at U(±0.1) and biases at 0, as in Srivastava et al.
    """

    def __init__(self, inputs: int, units: int) -> None:
        super().__init__()
        self.inputs, self.units = inputs, units
        self.weight_input = nn.Parameter(torch.empty(4 * units, inputs)) if inputs else None
        self.weight_state = nn.Parameter(torch.empty(4 * units, units))
        self.peephole = nn.Parameter(torch.empty(3, units))  # of input, forget and output gate
        self.bias = nn.Parameter(torch.zeros(4 * units))
        self.reset()

    def reset(self) -> None:
        for weight in (self.weight_input, self.weight_state):
            if weight is not None:
                nn.init.uniform_(weight, -0.01, 0.01)
        nn.init.uniform_(self.peephole, -0.1, 0.1)

    @torch.no_grad()
    def modern_start(self) -> None:
        """Weights that learn sooner: orthogonal from state to state, wider from the input, the forget gate open."""
        for gate in self.weight_state.chunk(4):
            nn.init.orthogonal_(gate)
        if self.weight_input is not None:
            nn.init.uniform_(self.weight_input, -(bound := min(0.08, (3 / self.inputs) ** 0.5)), bound)
        nn.init.zeros_(self.bias)
        self.bias[self.units : 2 * self.units] = 1.0

    def projected(self, x: Tensor | None, steps: int) -> Tensor:
        """x [T, B, inputs] → what it adds to the gates, with the bias, [T, B, 4 · units]. Without x, [steps, 1, …]."""
        if x is None or self.weight_input is None:
            return self.bias.expand(steps, 1, -1)
        return F.linear(x, self.weight_input, self.bias)

    def forward(self, x: Tensor | None, state: State | None = None, steps: int = 0) -> tuple[Tensor, State]:
        """x [T, B, inputs] and the state before → (h [T, B, units], state after). Without x it runs for `steps` on its
        state alone; without a state it begins with zeros."""
        gates = self.projected(x, steps)
        if state is None:
            zero = gates.new_zeros(gates.shape[1], self.units)
            state = (zero, zero)
        h, c = (s.to(gates.dtype) for s in state)
        gates = gates.expand(-1, h.shape[0], -1)
        out: tuple[Tensor, Tensor] = _Sequence.apply(gates, self.weight_state, self.peephole, h, c)  # type: ignore[no-untyped-call]
        hidden, cell = out
        return hidden, (hidden[-1], cell)


class _Sequence(torch.autograd.Function):
    """gates [T, B, 4n] before the state's part, weight [4n, n], peephole [3, n], h and c [B, n] → (h [T, B, n], c after
    the last step). The products run in the type of `gates`."""

    @staticmethod
    def forward(ctx: Any, gates: Tensor, weight: Tensor, peephole: Tensor, h: Tensor, c: Tensor) -> tuple[Tensor, ...]:
        steps, batch, n = gates.shape[0], gates.shape[1], weight.shape[1]
        weight, peephole = weight.to(gates.dtype), peephole.to(gates.dtype)
        down = weight.t()
        a = torch.empty((steps, batch, 4 * n), dtype=gates.dtype, device=gates.device)
        hidden = torch.empty((steps + 1, batch, n), dtype=gates.dtype, device=gates.device)
        cells, bent = torch.empty_like(hidden), torch.empty_like(hidden[1:])
        hidden[0], cells[0] = h, c
        for t in range(steps):
            torch.addmm(gates[t], hidden[t], down, out=a[t])
            before, after = cells[t], cells[t + 1]
            i, f, g, o = a[t].chunk(4, dim=1)
            i.addcmul_(peephole[0], before).sigmoid_()
            f.addcmul_(peephole[1], before).sigmoid_()
            g.tanh_()
            torch.mul(f, before, out=after)
            after.addcmul_(i, g)
            o.addcmul_(peephole[2], after).sigmoid_()
            torch.tanh(after, out=bent[t])
            torch.mul(o, bent[t], out=hidden[t + 1])
        ctx.save_for_backward(a, weight, peephole, hidden, cells, bent)
        return hidden[1:], cells[-1].clone()

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, to_hidden: Tensor, to_cell: Tensor) -> tuple[Tensor, ...]:
        a, weight, peephole, hidden, cells, bent = ctx.saved_tensors
        steps, batch, n = bent.shape
        da = torch.empty_like(a)
        dh, dc = torch.zeros_like(to_cell), to_cell.clone()
        for t in reversed(range(steps)):
            i, f, g, o = a[t].chunk(4, dim=1)
            di, df, dg, do = da[t].chunk(4, dim=1)
            dh = dh + to_hidden[t]
            do.copy_(dh * bent[t] * o * (1 - o))
            dc.addcmul_(dh * o, 1 - bent[t] * bent[t]).addcmul_(do, peephole[2])
            di.copy_(dc * g * i * (1 - i))
            df.copy_(dc * cells[t] * f * (1 - f))
            dg.copy_(dc * i * (1 - g * g))
            dc = (dc * f).addcmul_(di, peephole[0]).addcmul_(df, peephole[1])
            dh = da[t] @ weight
        flat = da.view(steps * batch, 4 * n)
        dweight = flat.t() @ hidden[:-1].reshape(steps * batch, n)
        di, df, _, do = da.chunk(4, dim=2)
        dpeephole = torch.stack(
            [(di * cells[:-1]).sum((0, 1)), (df * cells[:-1]).sum((0, 1)), (do * cells[1:]).sum((0, 1))]
        )
        return da, dweight, dpeephole, dh, dc


class PeepholeStack(nn.Module):
    """Layers on top of each other, each with a state of its own. dropout: on the links from layer to layer and into the
    first one, never on those through time (Zaremba, Sutskever and Vinyals 2014, arXiv 1409.2329)."""

    def __init__(self, inputs: int, units: int, layers: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(PeepholeLSTM(units if i else inputs, units) for i in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, x: Tensor | None, states: list[State] | None = None, steps: int = 0
    ) -> tuple[Tensor, list[State]]:
        """x [T, B, inputs] (or None and `steps`) → (the top layer's h [T, B, units], the states after)."""
        after = []
        for i, layer in enumerate(self.layers):
            x, state = layer(None if x is None else self.dropout(x), states[i] if states else None, steps)
            after.append(state)
        assert x is not None
        return x, after


def beside_torch(inputs: int, units: int) -> tuple[PeepholeLSTM, nn.LSTM]:
    """A peephole layer and torch's own LSTM of the same size, for measuring one against the other. Both eat
    [T, B, inputs] and give (h [T, B, units], state)."""
    return PeepholeLSTM(inputs, units), nn.LSTM(inputs, units)
