"""The video autoencoder: its layers are what plain ones would be, its flow moves things the right way, its memory goes
on from part to part."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from models.nets.convlstm import ConvLSTM, Decoder, Encoder, equals, warped, wide
from models.nets.patraucean2015 import (
    CARD,
    DELTA,
    FlowAutoencoder,
    NextFrame,
    Sizes,
    entropy_loss,
    motion,
    paper_loss,
    released_loss,
    smoothness,
    surprise,
    told,
)

FORMS = ("small", "small-conv", "small-convlstm", "small-fclstm")


def built(form: str, seed: int = 0) -> NextFrame:
    torch.manual_seed(seed)
    network = CARD.as_variant(form).build(1).eval()
    assert isinstance(network, NextFrame)
    return network


def noise(*shape: int, seed: int = 1) -> Tensor:
    return torch.rand(*shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("kernel", [3, 5, 7])
@pytest.mark.parametrize("inputs", [1, 3])
def test_the_encoder_is_convolution_pool_and_tanh(kernel: int, inputs: int) -> None:
    torch.manual_seed(0)
    encoder, x = Encoder(inputs, 4, kernel), noise(2, inputs, 12, 16)
    torch.testing.assert_close(encoder(x), torch.tanh(F.max_pool2d(encoder.conv(x), 2)))


@pytest.mark.parametrize("kernel", [3, 5, 7])
def test_the_decoder_is_nearest_neighbour_and_convolution(kernel: int) -> None:
    torch.manual_seed(0)
    decoder, x = Decoder(4, kernel), noise(2, 4, 6, 9)
    torch.testing.assert_close(decoder(x), decoder.conv(F.interpolate(x, scale_factor=2, mode="nearest")))


def test_a_wide_convolution_is_a_convolution() -> None:
    torch.manual_seed(0)
    conv, x = nn.Conv2d(3, 2, 15, padding=7), noise(2, 3, 16, 20)
    torch.testing.assert_close(wide(conv, x), conv(x), rtol=1e-4, atol=1e-5)


def test_the_memory_is_an_lstm_at_every_pixel() -> None:
    """With 1 × 1 kernels it is nn.LSTM, whose second bias is nought."""
    torch.manual_seed(0)
    conv, plain = ConvLSTM(3, 5, 1), nn.LSTM(3, 5, batch_first=True)
    with torch.no_grad():
        plain.weight_ih_l0.copy_(conv.input.weight[:, :, 0, 0])
        plain.weight_hh_l0.copy_(conv.recurrent.weight[:, :, 0, 0])
        plain.bias_ih_l0.copy_(conv.input.bias)  # type: ignore[arg-type]
        plain.bias_hh_l0.zero_()
    x = noise(2, 7, 3, 2, 2)
    hidden, (last, _) = conv(x)
    expected, _ = plain(x.permute(0, 3, 4, 1, 2).flatten(0, 2))
    torch.testing.assert_close(hidden.permute(0, 3, 4, 1, 2).flatten(0, 2), expected)
    assert torch.equal(last, hidden[:, -1])


def test_the_recurrent_convolution_has_no_bias() -> None:
    assert ConvLSTM(2, 3, 3).recurrent.bias is None
    conv, plain = equals()
    sizes = [sum(p.numel() for p in layer.parameters()) for layer in (conv, plain)]
    assert sizes[0] == 1_003_776
    assert abs(sizes[1] / sizes[0] - 1) < 0.01


def test_channel_0_of_the_flow_is_down() -> None:
    """A shift of +1 pixel down fetches what lies one pixel below: the picture moves up; zeros come in from outside."""
    picture = noise(1, 2, 6, 9)
    shift = torch.zeros(1, 2, 6, 9)
    shift[:, 0] = 2 / 5  # align_corners: five steps from top to bottom
    up = warped(picture, shift)
    torch.testing.assert_close(up[:, :, :-1], picture[:, :, 1:], rtol=1e-4, atol=1e-5)
    assert float(up[:, :, -1].abs().max()) < 1e-4
    shift = torch.zeros(1, 2, 6, 9)
    shift[:, 1] = -2 / 8
    right = warped(picture, shift)
    torch.testing.assert_close(right[..., 1:], picture[..., :-1], rtol=1e-4, atol=1e-5)
    assert float(right[..., 0].abs().max()) < 1e-4


@torch.no_grad()
def test_the_flow_starts_at_nought_and_is_given_in_pixels_of_the_frame() -> None:
    for released in (False, True):
        network = FlowAutoencoder(Sizes(4, 4, inner=3, flow=5), released=released).eval()
        out = network(noise(2, 3, 1, 64, 64))
        assert out.flow is not None
        assert float(out.flow.abs().max()) == 0
        torch.testing.assert_close(out.prediction, out.still, rtol=1e-4, atol=1e-5)
    last = network.head.third
    assert isinstance(last, nn.Conv2d)
    assert last.bias is not None
    with torch.no_grad():
        last.bias.copy_(torch.tensor([1.0, -0.5]))  # pixels of the features
    flow = network(noise(2, 3, 1, 64, 64)).flow
    assert flow is not None
    assert flow.shape == (2, 3, 2, 32, 32)
    np.testing.assert_allclose(flow[0, 0, :, 3, 5], [2 * 31 / 32, -1 * 31 / 32], rtol=1e-5)
    moved = motion(flow)
    assert moved.shape == (2, 3, 64, 64, 2)
    np.testing.assert_allclose(moved[0, 0, 9, 9], [31 / 32, -2 * 31 / 32], rtol=1e-5)  # right, down; forward in time
    with torch.no_grad():
        last.bias.copy_(torch.tensor([1e3, -1e3]))
    flow = network(noise(1, 2, 1, 64, 64)).flow
    assert flow is not None
    assert float(flow.abs().max()) == 0.5 * 31


def test_the_released_memory_starts_small_and_spread() -> None:
    memory = FlowAutoencoder(released=True).memory
    values = torch.cat([p.detach().flatten() for p in memory.parameters()])
    assert 0.079 < float(values.abs().max()) <= 0.08
    assert abs(float(values.std()) - 0.08 / 3**0.5) < 1e-3


@pytest.mark.parametrize("form", FORMS)
def test_a_sequence_in_parts_is_the_same_sequence(form: str) -> None:
    network, x = built(form), noise(2, 14, 1, 64, 64)
    with torch.no_grad():
        if isinstance(network, FlowAutoencoder):
            nn.init.normal_(network.head.second.weight, std=0.02)
        whole = network(x)
        state, predictions, errors = None, [], []
        for part in (x[:, :5], x[:, 5:6], x[:, 6:]):
            out = network(part, state)
            state = out.state
            predictions.append(out.prediction)
            errors.append(out.error)
    assert whole.prediction.shape == x.shape
    torch.testing.assert_close(torch.cat(predictions, 1), whole.prediction, rtol=1e-4, atol=1e-5)
    assert [e.shape[1] for e in errors] == [4, 1, 8]
    torch.testing.assert_close(torch.cat(errors, 1), whole.error, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("form", FORMS)
def test_no_prediction_knows_the_future(form: str) -> None:
    network, x = built(form), noise(1, 12, 1, 64, 64)
    other = x.clone()
    other[:, 11] = 1 - other[:, 11]
    with torch.no_grad():
        a, b = network(x).prediction, network(other).prediction
    torch.testing.assert_close(a[:, :11], b[:, :11])
    assert not torch.equal(a[:, 11], b[:, 11])


def test_error_is_the_mean_square_of_the_frame_before() -> None:
    network, x = built("small"), noise(2, 4, 1, 64, 64)
    out = network(x)
    expected = (out.prediction[:, :-1] - x[:, 1:]).square().mean((2, 3, 4))
    torch.testing.assert_close(out.error, expected)


def test_the_penalty_of_smoothness() -> None:
    """Its value for a plane, and its gradient: that of the released code, clamp(|∇|, δ) over the flow's numbers."""
    assert float(smoothness(torch.ones(2, 2, 8, 8))) == 0
    ramp = torch.arange(8.0).expand(1, 1, 8, 8)  # slope 1: far above δ, on 6 × 6 inner pixels
    assert float(smoothness(ramp)) == pytest.approx(DELTA * (1 - DELTA / 2) * 36 / 64)
    assert float(smoothness(ramp * DELTA / 2)) == pytest.approx((DELTA / 2) ** 2 / 2 * 36 / 64)
    slope = torch.tensor(1.0, requires_grad=True)
    smoothness(ramp * slope).backward()  # type: ignore[no-untyped-call]
    assert float(slope.grad) == pytest.approx(DELTA * 36 / 64)  # type: ignore[arg-type]
    flow = (noise(1, 2, 6, 6) * DELTA).double().requires_grad_()
    torch.autograd.gradcheck(smoothness, (flow * 1000,), eps=1e-7)
    flat = torch.zeros(1, 2, 6, 6, requires_grad=True)
    smoothness(flat).backward()  # type: ignore[no-untyped-call]
    assert torch.isfinite(flat.grad).all()  # type: ignore[arg-type]


@torch.no_grad()
def test_the_released_loss_sees_gradients_only() -> None:
    """An error that is the same everywhere costs nothing; the paper's counts it."""
    network, x = built("small"), noise(1, 3, 1, 64, 64)
    before = float(released_loss(network, x)), float(paper_loss(network, x))
    assert network.decoder.conv.bias is not None
    with torch.no_grad():
        network.decoder.conv.bias += 3
    assert float(released_loss(network, x)) == pytest.approx(before[0], rel=1e-3)
    assert float(paper_loss(network, x)) > 5 * before[1]


@torch.no_grad()
def test_a_logistic_network_stays_one_in_a_checkpoint() -> None:
    network = FlowAutoencoder(Sizes(4, 4, inner=3, flow=5), logistic=True).eval()
    x = noise(1, 3, 1, 64, 64)
    out = network(x)
    torch.testing.assert_close(out.prediction, torch.sigmoid(out.decoded))
    still = F.mse_loss(x[:, :-1], x[:, 1:])  # its flow is none yet: the frames, moved by it, stay where they are
    torch.testing.assert_close(told(out, x), still)
    assert float(entropy_loss(network, x)) == pytest.approx(
        float(F.binary_cross_entropy(out.prediction[:, :-1], x[:, 1:]) + still), rel=1e-4
    )
    other = FlowAutoencoder(Sizes(4, 4, inner=3, flow=5)).eval()
    other.load_state_dict(network.state_dict())
    assert torch.equal(other(x).prediction, out.prediction)


def test_recipes_by_name() -> None:
    paper = CARD.recipe("paper")
    assert paper.rate(5 * 7000 - 1) == 1
    assert paper.rate(5 * 7000) == pytest.approx(0.9)
    parameter = nn.Parameter(torch.ones(3))
    optimizer = paper.optimizer([parameter])
    assert isinstance(optimizer, torch.optim.RMSprop)
    assert optimizer.defaults["lr"] == 1e-4
    layer = nn.Linear(1, 1)
    layer.weight.grad = torch.tensor([[1e3]])
    layer.bias.grad = torch.tensor([-7.0])
    CARD.recipe("released").clip(layer)
    assert (float(layer.weight.grad), float(layer.bias.grad)) == (50, -7)


def test_surprise_is_what_stands_out_of_the_videos_own_errors() -> None:
    error = np.random.default_rng(0).normal(0.01, 0.001, 200).astype(np.float32)
    error[120:125] = 0.1
    arrays = surprise({"scores": error[:, None]})
    scores = arrays["scores"][:, 0]
    assert arrays["scores"].dtype == np.float32
    np.testing.assert_array_equal(arrays["error"], error)
    assert scores[120:125].min() > 0.8
    assert np.delete(scores, range(120, 125)).max() < 0.5
    still = surprise({"scores": np.full((9, 1), 0.25, np.float32)})
    assert still["scores"].max() == 0
    nothing = surprise({"scores": np.zeros((9, 1), np.float32)})
    assert nothing["scores"].max() == 0
