"""The peephole LSTM, the composite of encoder and decoders, its classifier, and what a video's surprise is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy

from core import paths
from core.errors import UserError
from core.task import drive
from models import checkpoint
from models.datasets.patches import Pictures, pictures
from models.layers import PeepholeLSTM, PeepholeStack, beside_torch
from models.nets import srivastava2015 as net
from models.nets.srivastava2015 import AHEAD, CARD, FORMS, ClampedSGD, Form, Srivastava, cooled, per_frame, surprise
from models.nets.srivastava2015_classifier import CARD as CLASSIFIER
from models.nets.srivastava2015_classifier import Classifier
from models.papers import predictor_weights

TINY = Form(units=6, layers=2, inputs=16, patch=4, past=3)


def slow(layer: PeepholeLSTM, x: Tensor | None, h: Tensor, c: Tensor, steps: int) -> tuple[Tensor, Tensor]:
    """The cell by its formulas, one gate after the other."""
    i_h, f_h, g_h, o_h = layer.weight_state.chunk(4)
    i_b, f_b, g_b, o_b = layer.bias.chunk(4)
    seen = [0.0] * 4 if layer.weight_input is None else layer.weight_input.chunk(4)
    given = []
    for t in range(steps):
        i_x, f_x, g_x, o_x = seen if x is None else [x[t] @ part.t() for part in seen]  # type: ignore[union-attr]
        i = torch.sigmoid(i_x + h @ i_h.t() + layer.peephole[0] * c + i_b)
        f = torch.sigmoid(f_x + h @ f_h.t() + layer.peephole[1] * c + f_b)
        c = f * c + i * torch.tanh(g_x + h @ g_h.t() + g_b)
        o = torch.sigmoid(o_x + h @ o_h.t() + layer.peephole[2] * c + o_b)
        h = o * torch.tanh(c)
        given.append(h)
    return torch.stack(given), c


@pytest.mark.parametrize("inputs", [5, 0])
def test_the_peephole_cell_is_what_its_formulas_say(inputs: int) -> None:
    torch.manual_seed(1)
    layer = PeepholeLSTM(inputs, 4).double()
    for weight in layer.parameters():
        nn.init.normal_(weight, std=0.7)
    h, c = torch.randn(2, 3, 4, dtype=torch.double).requires_grad_()
    x = torch.randn(6, 3, inputs, dtype=torch.double, requires_grad=True) if inputs else None
    quick, (last, cell) = layer(x, (h, c), 6)
    right, right_cell = slow(layer, x, h, c, 6)
    torch.testing.assert_close(quick, right)
    torch.testing.assert_close(cell, right_cell)
    assert torch.equal(last, quick[-1])
    weights = [w for w in (*layer.parameters(), h, c, x) if w is not None]
    mix = torch.randn_like(right)
    ours = torch.autograd.grad((quick * mix).sum() + cell.square().sum(), weights)
    theirs = torch.autograd.grad((right * mix).sum() + right_cell.square().sum(), weights)
    for a, b in zip(ours, theirs, strict=True):
        torch.testing.assert_close(a, b)


def test_a_sequence_in_two_parts_is_one_sequence() -> None:
    torch.manual_seed(2)
    stack = PeepholeStack(5, 4, 2)
    x = torch.randn(7, 2, 5)
    whole, states = stack(x)
    first, between = stack(x[:3])
    second, after = stack(x[3:], between)
    torch.testing.assert_close(torch.cat([first, second]), whole)
    torch.testing.assert_close(after[1][1], states[1][1])


def test_peepholes_are_three_rows_more_and_one_bias_less_than_torchs_own() -> None:
    ours, theirs = beside_torch(7, 5)
    count = [sum(p.numel() for p in layer.parameters()) for layer in (ours, theirs)]
    assert count[0] == count[1] + 3 * 5 - 4 * 5  # torch keeps two biases
    x = torch.randn(4, 2, 7)
    assert ours(x)[0].shape == theirs(x)[0].shape


def test_bfloat16_agrees() -> None:
    torch.manual_seed(3)
    layer, x = PeepholeLSTM(8, 6), torch.randn(5, 4, 8)
    layer.modern_start()
    with torch.autocast("cpu", torch.bfloat16):
        half = layer(x)[0]
    half.float().sum().backward()  # type: ignore[no-untyped-call]
    assert half.dtype == torch.bfloat16
    torch.testing.assert_close(half.float(), layer(x)[0], rtol=0.05, atol=0.02)


def test_the_start_is_the_papers() -> None:
    layer = PeepholeLSTM(64, 64)
    largest = {name: float(weight.detach().abs().max()) for name, weight in layer.named_parameters()}
    assert 0.009 < largest["weight_input"] <= 0.01
    assert 0.009 < largest["weight_state"] <= 0.01
    assert 0.09 < largest["peephole"] <= 0.1
    assert largest["bias"] == 0


@pytest.mark.parametrize(("name", "form"), FORMS.items())
def test_counts_follow_from_the_sizes(name: str, form: Form) -> None:
    def layer(inputs: int) -> int:
        return 4 * form.units * (inputs + form.units + 1) + 3 * form.units

    def stack(inputs: int) -> int:
        return layer(inputs) + (form.layers - 1) * layer(form.units)

    readout = form.inputs * (form.units + 1)
    total = stack(form.inputs)
    for there, which in ((form.reconstructs, "past"), (form.predicts, "future")):
        total += there * (stack(form.inputs if which in form.conditional else 0) + readout)
    assert CARD.as_variant(name).parameters == total


def video(clips: int, steps: int, form: Form = TINY, seed: int = 0) -> Tensor:
    return torch.rand(clips, 1, steps, 2 * form.patch, form.patch, generator=torch.Generator().manual_seed(seed))


def test_the_decoders_begin_with_a_copy_of_the_encoders_state() -> None:
    network = Srivastava(TINY).eval()
    x = video(2, 5)
    frames = network.cut(x)
    _, states = network.encoder(frames[:3])
    for decoder, (logits, _) in zip((network.past, network.future), network(x).logits, strict=True):
        assert decoder is not None
        nothing = torch.zeros(1, 4, 16) if decoder.conditional else None
        hidden, _ = decoder.stack(nothing, states, 1)
        torch.testing.assert_close(decoder.readout(hidden), logits[:1])


def test_the_past_is_given_last_frame_first() -> None:
    network = Srivastava(TINY)
    x = video(2, 5)
    out = network(x)
    (past, target), (future, came) = out.logits
    assert torch.equal(target, network.cut(x)[:3].flip(0))
    assert torch.equal(came, network.cut(x)[3:])
    torch.testing.assert_close(network.joined(past.flip(0).sigmoid(), x), out.reconstruction)
    assert out.future.shape == (2, 2, 8, 4)
    torch.testing.assert_close(network.joined(future.sigmoid(), x), out.future)


def test_patches_are_cut_and_put_together_again() -> None:
    network = Srivastava(TINY)
    x = video(3, 4)
    torch.testing.assert_close(network.joined(network.cut(x), x), x[:, 0])
    assert torch.equal(network.cut(x)[2, 1], x[0, 0, 2, 4:].flatten())  # time first, then clips with their patches


@pytest.mark.parametrize("conditional", [True, False])
def test_only_a_conditional_decoder_in_training_sees_the_future(conditional: bool) -> None:
    torch.manual_seed(4)
    network = Srivastava(replace(TINY, conditional=("future",) if conditional else (), modern=True))
    x = video(1, 7)
    other = x.clone()
    other[:, :, 3] = 1 - other[:, :, 3]  # the first frame of the future
    for training in (True, False):
        network.train(training)
        a, b = (network(z).logits[1][0] for z in (x, other))
        assert torch.equal(a[0], b[0])
        assert torch.equal(a[1:], b[1:]) is not (conditional and training)


def test_a_weaned_decoder_learns_on_its_own_output() -> None:
    torch.manual_seed(5)
    network = Srivastava(replace(TINY, conditional=("future",), modern=True))
    x = torch.rand(2, 1, 7, 4, 4)
    alone = network.eval()(x).logits[-1][0]
    network.train()
    network.truth = 0.0
    assert torch.equal(network(x).logits[-1][0], alone)
    network.truth = 0.5
    mixed = [network(x).logits[-1][0] for _ in range(2)]
    assert not torch.equal(*mixed)
    assert all(not torch.equal(some, alone) for some in mixed)
    assert [net.weaned(step, 4) for step in (0, 2, 4, 9)] == [1.0, 0.5, 0.0, 0.0]
    assert net.weaned(100_000, 0) == 1.0


def test_a_conditional_decoder_alone_is_fed_with_what_it_gave() -> None:
    torch.manual_seed(5)
    network = Srivastava(replace(TINY, modern=True)).eval()
    x = video(1, 6)
    free = network(x)
    believed = torch.cat([x[:, :, :3], free.future[:, None]], 2)
    network.train()
    torch.testing.assert_close(network(believed).logits[1][0], free.logits[1][0])


def test_an_anchored_network_starts_with_the_last_frame() -> None:
    network = Srivastava(replace(TINY, logistic=False, anchored=True, modern=True, conditional=())).eval()
    x = video(2, 6)
    out = network(x)
    torch.testing.assert_close(out.future, x[:, 0, 2:3].expand(-1, 3, -1, -1))
    torch.testing.assert_close(out.error, (x[:, 0, 3:] - x[:, 0, 2:3]).square().mean((2, 3)))


def test_errors_are_squared_and_in_the_scale_of_pixels() -> None:
    for logistic in (True, False):
        network = Srivastava(replace(TINY, logistic=logistic)).eval()
        x = video(2, 5)
        out = network(x)
        torch.testing.assert_close(out.error, (out.future - x[:, 0, 3:]).square().mean((2, 3)))


def test_the_loss_is_a_sum_that_a_perfect_answer_makes_zero() -> None:
    network = Srivastava(TINY)
    x = video(2, 5).round()  # black and white: no entropy of their own
    crossed = sum(float(binary_cross_entropy(a.detach().sigmoid(), b, reduction="sum")) for a, b in network(x).logits)
    assert float(net.loss(network, x).detach()) == pytest.approx(crossed, rel=1e-5)
    gray = torch.full((1, 2, 16), 0.3)
    right = torch.logit(gray)
    assert float(net._summed(right, gray, True)) == pytest.approx(0, abs=1e-4)
    assert float(per_frame(right, gray, True)[0]) == pytest.approx(16 * 0.6109, rel=1e-3)  # the measure keeps it


def test_the_released_rule_clamps_the_step_itself() -> None:
    weight = nn.Parameter(torch.tensor([[1.0, -2.0], [0.5, 3.0]]))
    rule = ClampedSGD([weight], lr=1e-4, momentum=0.9, decay=1e-4, clamp=1e-4)
    before, gradient = weight.detach().clone(), torch.tensor([[0.5, -0.2], [100.0, -100.0]])
    buffer = torch.zeros(2, 2)
    for _ in range(3):
        weight.grad = gradient.clone()
        rule.step()
        buffer = (0.9 * buffer - 1e-4 * (gradient + 1e-4 * before)).clamp(-1e-4, 1e-4)
        before = before + buffer
        torch.testing.assert_close(weight.detach(), before)
    assert float(buffer.abs().max()) == pytest.approx(1e-4)


def test_biases_do_not_decay() -> None:
    bias = nn.Parameter(torch.ones(3))
    rule = ClampedSGD([bias], decay=1.0)
    bias.grad = torch.zeros(3)
    rule.step()
    assert torch.equal(bias.detach(), torch.ones(3))


def test_the_rate_falls_as_in_the_released_settings() -> None:
    rate = CARD.recipe("paper").rate
    assert [rate(step) for step in (0, 9_999, 10_000, 25_000)] == pytest.approx([1, 1, 0.9, 0.81])
    cold = cooled(1_000)
    assert cold(0) < cold(49) > cold(500) > cold(999) > 0


def test_the_classifier_begins_as_the_encoder() -> None:
    form = Form(units=8, layers=2, inputs=12, patch=0, past=4, conditional=(), logistic=False)
    pretrained = Srivastava(form)
    classifier = Classifier(3, 8, 2, 12).start_from(pretrained).eval()
    x = torch.randn(2, 4, 12)
    top, _ = pretrained.encoder(x.transpose(0, 1))
    torch.testing.assert_close(classifier(x).features, top.mean(0))
    with pytest.raises(UserError, match="another size"):
        Classifier(3, 9, 2, 12).start_from(pretrained)


def test_its_answer_is_the_mean_of_the_steps() -> None:
    torch.manual_seed(6)
    classifier = Classifier(3, 8, 1, 12).eval()
    nn.init.normal_(classifier.readout.weight)
    out = classifier(torch.randn(2, 16, 12))
    torch.testing.assert_close(out.logits.softmax(-1), out.steps.softmax(-1).mean(1))
    assert CLASSIFIER.window == 16
    assert CLASSIFIER.hop == 8


def test_dropout_leaves_the_links_through_time_alone() -> None:
    """With every input dropped it goes on with its whole state, as with zeros for input."""
    stack, plain = PeepholeStack(4, 5, 1, dropout=1.0).train(), PeepholeStack(4, 5, 1)
    plain.load_state_dict(stack.state_dict())
    x, state = torch.randn(6, 2, 4), [(torch.randn(2, 5), torch.randn(2, 5))]
    torch.testing.assert_close(stack(x, state)[0], plain(torch.zeros_like(x), state)[0])


def test_surprise_is_what_is_unusual_at_its_distance() -> None:
    chance = np.random.default_rng(0)
    error = np.tile(np.linspace(0.001, 0.01, AHEAD), 12) * chance.uniform(0.9, 1.1, 12 * AHEAD)
    error[63:66] *= 8
    scores = surprise({"error": error.astype(np.float32)})["scores"]
    assert scores.shape == (120, 1)
    assert scores[63:66].min() > 0.7
    assert np.delete(scores, [63, 64, 65]).max() < 0.5
    assert not surprise({"error": np.zeros(25, np.float32)})["scores"].any()
    assert surprise({"error": np.zeros(0, np.float32)})["scores"].shape == (0, 1)


def test_patches_are_cut_from_within_one_video() -> None:
    frames = np.concatenate([np.full((30, 12, 16), 10, np.uint8), np.full((9, 12, 16), 200, np.uint8)])
    data = Pictures(frames, (0, 30, 39))
    batch = data.batch(0, 50, 8, 4)
    assert batch.shape == (50, 8, 4, 4)
    assert (batch == batch[:, :1, :1, :1]).all()
    assert np.array_equal(batch, data.batch(0, 50, 8, 4))
    assert not np.array_equal(batch, data.batch(3, 50, 8, 4))
    with pytest.raises(UserError, match="40 pictures in a row"):
        data.batch(0, 1, 40, 4)


def test_lively_patches_move_more() -> None:
    frames = np.zeros((40, 8, 32), np.uint8)
    frames[:, :, 16:] = np.random.default_rng(1).integers(0, 256, (40, 8, 16))
    data = Pictures(frames, (0, 40))
    change = [np.abs(np.diff(data.batch(0, 32, 8, 4, lively=n).astype(int), axis=1)).mean() for n in (0, 4)]
    assert change[1] > 1.2 * change[0]


def test_the_shipped_weights_beat_the_last_frame_on_a_clip_they_never_saw(shared_data: Path, tmp_path: Path) -> None:
    if not (paths.resource("weights") / CARD.shipped).exists():
        pytest.skip("no weights of this network ship yet")
    weights = checkpoint.of_card(CARD)
    card = CARD.as_variant(weights.variant)
    assert predictor_weights.HELD_OUT not in predictor_weights.TRAINING
    held = shared_data / "long_videos" / predictor_weights.HELD_OUT
    data = drive(pictures([held], tmp_path, card.clip.size))
    found = drive(predictor_weights.measured(checkpoint.network(card, weights), data, card))
    assert found["predicted"] < found["copied"]
    noted = weights.notes["metrics"]
    assert isinstance(noted, dict)
    assert found["predicted"] == pytest.approx(noted["predicted"], rel=1e-3)
