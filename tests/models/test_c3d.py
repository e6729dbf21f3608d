"""C3D against the same network written out in NumPy-plain torch operations, and its asset's way to a prediction."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from core import assets, c3dfile
from core.errors import MissingAsset, UserError
from models import checkpoint
from models.backbones import c3d
from models.preprocess import batch


def test_a_border_of_zeros_and_whole_windows_before_fc6() -> None:
    """pool5 sees rows (−1, 0), (1, 2), (3, 4), (5, 6): not Caffe's (0, 1) … (6)."""
    torch.manual_seed(0)
    network = c3d.small(5).eval()
    seen: list[torch.Tensor] = []
    network.conv5b.register_forward_hook(lambda _, __, out: seen.append(out))
    network.fc6.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.inference_mode():
        out = network(torch.randn(1, 3, 16, 112, 112) * 60)
    volume, flat = seen[0].relu()[0], seen[1].reshape(64, 4, 4)
    assert volume.shape == (64, 2, 7, 7)
    for i, rows in enumerate([(0,), (1, 2), (3, 4), (5, 6)]):
        for j, columns in enumerate([(0,), (1, 2), (3, 4), (5, 6)]):
            window = volume[:, :, rows][..., columns]
            torch.testing.assert_close(flat[:, i, j], window.amax((1, 2, 3)))
    assert out.features.min() >= 0, "fc6 after its ReLU"


def test_the_input_is_bgr_minus_the_published_means() -> None:
    clip = np.zeros((16, 112, 112, 3), np.uint8)
    clip[..., 0] = 100
    x = batch([clip], c3d.CARD.clip, torch.device("cpu"))
    assert x.shape == (1, 3, 16, 112, 112)
    assert x[0, :, 0, 0, 0].tolist() == pytest.approx([9.75, -97.66, -101.41])
    assert (c3d.CARD.clip.colour, c3d.CARD.clip.resize, c3d.CARD.clip.step) == ("bgr", None, 16)


def test_names_and_shapes_are_those_of_the_converted_file() -> None:
    with torch.device("meta"):
        state = c3d.C3D().state_dict()
    expected = {f"{layer}.weight": shape for layer, shape in c3dfile.SHAPES.items()}
    expected |= {f"{layer}.bias": shape[:1] for layer, shape in c3dfile.SHAPES.items()}
    assert {name: tuple(tensor.shape) for name, tensor in state.items()} == expected
    assert len(c3d.CARD.label_names()) == c3d.CARD.counted == len(set(c3d.CARD.label_names()))


def test_an_imported_file_is_the_card_s_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingAsset, match="reelmark assets import c3d-sports1m FILE"):
        checkpoint.of_card(c3d.CARD)
    network = c3d.small(487)
    shapes = {
        name.removesuffix(".weight"): tuple(w.shape) for name, w in network.named_parameters() if "weight" in name
    }
    monkeypatch.setattr(c3dfile, "SHAPES", shapes)
    file = io.BytesIO()
    torch.save(nn.ModuleDict({"module": network}).state_dict(), file)
    (tmp_path / "c3d.pth").write_bytes(file.getvalue())
    entry = assets.asset("c3d-sports1m")
    converted = len(c3dfile.from_user_file(file.getvalue()))
    changed = assets.Asset(**{name: getattr(entry, name) for name in entry.__slots__} | {"size": converted})
    monkeypatch.setattr(assets, "asset", lambda _: changed)
    assets.import_file("c3d-sports1m", tmp_path / "c3d.pth")
    weights = checkpoint.of_card(c3d.CARD)
    assert len(weights.digest) == 64
    for name, tensor in network.state_dict().items():
        assert torch.equal(weights.tensors[name], tensor)
    (tmp_path / "c3d.pth").write_bytes(b"\x89HDF\r\n\x1a\n and no more")
    with pytest.raises(UserError, match="damaged"):
        assets.import_file("c3d-sports1m", tmp_path / "c3d.pth")
