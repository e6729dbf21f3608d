"""Where decisions come from: the map adds up to the logit, and on a real clip it is hot where the people are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import UserError
from core.task import drive
from core.video.source import open_video
from models import checkpoint
from models.backbones import efficientnet_lite, i3d
from models.cards import card as named
from models.decision import Heat, HeatEye, looking
from tests.helpers.tiny import checkpoint_of, write_video
from tests.helpers.weights import i3d_weights

LEVELS = [30 + 4 * i % 200 for i in range(40)]


def test_the_mean_of_the_map_is_the_logit() -> None:
    torch.manual_seed(1)
    lite = efficientnet_lite.CARD.fuse(efficientnet_lite.EfficientNetLite0(5))
    network = looking(lite)
    assert network is not None
    with torch.inference_mode():
        out = network(torch.randn(2, 3, 64, 64))
    assert out.maps.shape == (2, 5, 1, 2, 2)
    torch.testing.assert_close(out.maps.mean((2, 3, 4)) + lite.fc.bias, out.logits, rtol=1e-4, atol=1e-5)


def test_the_map_of_a_clip_adds_up_as_well() -> None:
    torch.manual_seed(1)
    net = i3d.I3D(3).eval()
    network = looking(net)
    assert network is not None
    with torch.inference_mode():
        out = network(torch.randn(1, 3, 16, 224, 224))
        bias = net.get_submodule("Logits.Conv3d_0c_1x1.conv").bias
    assert out.maps.shape == (1, 3, 2, 7, 7)
    torch.testing.assert_close(out.maps.mean((2, 3, 4)) + bias, out.logits, rtol=1e-3, atol=1e-4)


def test_each_frame_has_a_map_of_all_labels(tmp_path: Path) -> None:
    card = named("simonyan2014").as_variant("slim")
    torch.manual_seed(2)
    file = checkpoint_of(tmp_path / "w.safetensors", card, "walk", "run")
    with open_video(write_video(tmp_path / "v.avi", LEVELS, size=(96, 64))) as video:
        eye = HeatEye(named("simonyan2014"), video, "cpu", file)
        for frame in (0, 20, 39):
            seen = drive(eye.look(frame))
            assert frame in seen.span
            heat: Heat = seen.values[frame]
            assert heat.labels == ("walk", "run")
            assert heat.maps.shape[0] == 2
            assert heat.maps.dtype == np.float16
            assert heat.scores.sum() == pytest.approx(1, abs=1e-3)
            name, score, cells = heat.of("run")
            assert (name, score) == ("run", pytest.approx(heat.scores[1]))
            assert cells.ndim == 2
            assert heat.of("nobody knows it")[0] == heat.labels[int(heat.scores.argmax())]
        left, top, width, height = heat.place
        assert (top, height) == pytest.approx((0.07, 0.86), abs=0.08)
        assert 0 < left < 0.5
        assert left * 2 + width == pytest.approx(1, abs=0.02)
        eye.close()


@pytest.mark.parametrize(("name", "form"), [("mobahi2009", "small"), ("c3d", "small"), ("simonyan2014", "small")])
def test_networks_without_a_map_say_so(tmp_path: Path, name: str, form: str) -> None:
    card = named(name).as_variant(form)
    file = checkpoint_of(tmp_path / "w.safetensors", card, "a", "b")
    with (
        open_video(write_video(tmp_path / "v.avi", LEVELS)) as video,
        pytest.raises(UserError, match=r"does not say where it looks.*Choose a run of I3D"),
    ):
        drive(HeatEye(card, video, "cpu", file).look(0))


def test_on_a_real_clip_it_is_hot_where_the_people_are(
    shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people wrestle with their arms in the middle of the picture: the middle must hold more than its share."""
    weights = i3d_weights()
    monkeypatch.setattr(checkpoint, "of_card", lambda card: weights)
    with open_video(shared_data / "kinetics/clips/mmaction2_demo_arm_wrestling.mp4") as video:
        eye = HeatEye(i3d.CARD, video, "cpu")
        name, score, cells = drive(eye.look(video.index.frames // 2)).values[video.index.frames // 2].of("")
        eye.close()
    assert (name, score > 0.8) == ("arm wrestling", True)
    hot = np.maximum(cells, 0)
    middle = hot[2:5, 1:6].sum() / hot.sum()
    assert middle > 0.5, f"{middle:.2f} of the heat on 15 of 49 places"
