"""Inception-I3D: its shapes, its padding, and known answers on real clips."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from core.decode import decode
from core.task import drive
from core.time import Span
from core.video.clips import ClipSpec, clips
from core.video.source import open_video
from models import checkpoint
from models.backbones.i3d import CARD, EPS, I3D, Mixed, Pool, Unit3D, same_padding
from models.cards import CARDS, card
from models.checkpoint import Weights
from models.predict import Prediction, predict
from models.preprocess import batch
from tests.helpers.weights import i3d_weights


@pytest.fixture(scope="module")
def weights() -> Weights:
    return i3d_weights()


def test_the_card_tells_the_truth() -> None:
    network = I3D()
    assert sum(p.numel() for p in network.parameters()) == CARD.parameters
    assert len(CARD.label_names()) == len(set(CARD.label_names())) == 400
    assert card("i3d") is CARD
    assert len({c.name for c in CARDS}) == len(CARDS)


@pytest.mark.parametrize(("fps", "stride"), [(12, 1), (16, 1), (19.62, 2), (25, 2), (30, 2), (50, 4), (60, 4)])
def test_the_clip_follows_the_frame_rate(fps: float, stride: int) -> None:
    clip = CARD.clip_for(Fraction(fps))
    assert (clip.frames, clip.stride, clip.step) == (32, stride, 8 * stride)


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding"),
    [
        (224, 7, 2, (2, 3)),
        (112, 3, 2, (0, 1)),
        (7, 3, 2, (1, 1)),
        (8, 3, 1, (1, 1)),
        (14, 2, 2, (0, 0)),
        (7, 2, 2, (0, 1)),
    ],
)
def test_same_padding_is_tensorflows(size: int, kernel: int, stride: int, padding: tuple[int, int]) -> None:
    assert same_padding(size, kernel, stride) == padding
    assert (size + sum(padding) - kernel) // stride + 1 == -(-size // stride)


def test_fusing_changes_nothing() -> None:
    torch.manual_seed(0)
    mixed = Mixed(8, (4, 3, 5, 2, 6, 4)).eval()
    for module in mixed.modules():
        if isinstance(module, Unit3D):
            module.bn.running_mean.uniform_(-1, 1)  # type: ignore[union-attr, operator]
            module.bn.running_var.uniform_(0.5, 2)  # type: ignore[union-attr, operator]
    x = torch.rand(2, 8, 4, 6, 6)
    unit = mixed.Branch_0["Conv3d_0a_1x1"]
    with torch.no_grad():
        before = mixed(x)
        plain = (unit.conv(x) - unit.bn.running_mean.view(1, -1, 1, 1, 1)) / (
            unit.bn.running_var.view(1, -1, 1, 1, 1) + EPS
        ).sqrt()
        torch.testing.assert_close(before[:, :4], functional.relu(plain))
        for module in mixed.modules():
            if isinstance(module, Unit3D):
                module.fuse()
        mixed.fuse()
        torch.testing.assert_close(mixed(x), before)


def test_a_pool_that_pads_on_one_side() -> None:
    x = torch.arange(16.0).view(1, 1, 1, 4, 4)
    assert Pool((1, 3, 3), (1, 2, 2))(x).flatten().tolist() == [10, 11, 14, 15]


def test_arm_wrestling(weights: Weights, shared_data: Path) -> None:
    """64 consecutive frames, in single precision: the answer of the released network."""
    spec = ClipSpec(frames=64, stride=1, step=64, size=(224, 224), resize=224)
    with open_video(shared_data / "kinetics/clips/mmaction2_demo_arm_wrestling.mp4") as source:
        _, clip = next(clips(source, spec, Span(0, 64)))
    network = CARD.fuse(checkpoint.network(CARD, weights))
    with torch.inference_mode():
        out = network(batch([clip], spec, torch.device("cpu")))
    scores = out.logits.softmax(1)[0]
    assert out.features.shape == (1, 1024)
    assert weights.labels[int(scores.argmax())] == "arm wrestling"
    assert float(scores.max()) >= 0.99


def analysed(video: Path, weights: Weights, monkeypatch: pytest.MonkeyPatch) -> Prediction:
    monkeypatch.setattr(checkpoint, "of_card", lambda _: weights)
    with open_video(video) as source:
        return drive(predict(CARD, source, device="cpu"))


@pytest.mark.slow
def test_every_kinetics_clip_is_recognised(
    weights: Weights, shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (shared_data / "kinetics/labels.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        result = analysed(shared_data / "kinetics/clips" / row["file"], weights, monkeypatch)
        assert result.top[0][0] == row["label"], row["file"]


@pytest.mark.slow
def test_a_lift_is_found_where_people_marked_it(
    weights: Weights, shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ActivityNet says clean and jerk from 5.82 to 16.20 s."""
    video = shared_data / "activitynet/videos/v_GGSY1Qvo990.mp4"
    signal = analysed(video, weights, monkeypatch).signal
    with open_video(video) as source:
        index, fps = source.index, source.info.fps
    found = decode(signal, CARD.decode, index.frames, fps)
    lifts = [f.span for f in found if f.label == "clean and jerk"]
    truth = Span(index.boundary_at(5.82), index.boundary_at(16.20))
    assert max(truth.iou(span) for span in lifts) > 0.85
    assert np.isfinite(signal.values).all()
