"""Every layout that C3D is passed around in gives the same network; everything else is one sentence."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest
import torch
from safetensors.numpy import load

from core import assets, c3dfile
from core.c3dfile import from_user_file
from core.errors import MissingAsset, UserError

Layers = dict[str, tuple[np.ndarray, np.ndarray]]
REAL = dict(c3dfile.SHAPES)
WIDTHS = (4, 5, 6, 7, 8, 9, 10, 11)  # eight convolutions, then the matrices


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same eleven layers, a hundredth as wide."""
    inputs = (3, *WIDTHS)
    shapes: dict[str, tuple[int, ...]] = {}
    for i, (layer, shape) in enumerate(c3dfile.SHAPES.items()):
        if len(shape) == 5:
            shapes[layer] = (WIDTHS[i], inputs[i], 3, 3, 3)
    shapes |= {"fc6": (13, 11 * 6), "fc7": (13, 13), "fc8": (7, 13)}
    monkeypatch.setattr(c3dfile, "SHAPES", shapes)
    monkeypatch.setattr(c3dfile, "_POOLED", (11, 2, 3))


@pytest.fixture
def layers(small: None) -> Layers:
    chance = np.random.default_rng(0)
    return {
        layer: (chance.normal(size=shape).astype("f4"), chance.normal(size=shape[0]).astype("f4"))
        for layer, shape in c3dfile.SHAPES.items()
    }


def as_torch(layers: Layers, name: Callable[[str], str] = str, wrap: str = "", zipped: bool = True) -> bytes:
    state = {}
    for layer, (weight, bias) in layers.items():
        state[f"{name(layer)}.weight"] = torch.from_numpy(weight)
        state[f"{name(layer)}.bias"] = torch.from_numpy(bias)
    file = io.BytesIO()
    torch.save({wrap: state, "epoch": 3} if wrap else state, file, _use_new_zipfile_serialization=zipped)
    return file.getvalue()


def keras_weights(layers: Layers, last: bool, turned: bool, hwc: bool) -> Layers:
    """What the converters to Keras make of Caffe's arrays."""
    found = {}
    for layer, (weight, bias) in layers.items():
        if weight.ndim == 5:
            weight = weight[:, :, ::-1, ::-1, ::-1] if turned else weight
            weight = weight.transpose(2, 3, 4, 1, 0) if last else weight
        else:
            if layer == "fc6" and hwc:
                weight = weight.reshape(-1, 11, 2, 3).transpose(0, 2, 3, 1).reshape(weight.shape)
            weight = weight.T
        found[layer] = weight, bias
    return found


def as_keras1(layers: Layers, backend: str = "") -> bytes:
    file = io.BytesIO()
    with h5py.File(file, "w") as root:
        root.attrs["layer_names"] = [b"input", *(layer.encode() for layer in layers)]
        if backend:
            root.attrs["backend"] = backend.encode()
        root.create_group("input").attrs["weight_names"] = []
        for layer, (weight, bias) in layers.items():
            group = root.create_group(layer)
            group.attrs["weight_names"] = [f"{layer}_W".encode(), f"{layer}_b".encode()]
            group[f"{layer}_W"], group[f"{layer}_b"] = weight, bias
    return file.getvalue()


def as_keras2(layers: Layers, described: str = "") -> bytes:
    file = io.BytesIO()
    with h5py.File(file, "w") as top:
        root = top.create_group("model_weights")
        root.attrs["layer_names"] = [layer.encode() for layer in layers]
        root.attrs["backend"] = b"tensorflow"
        if described:
            top.attrs["model_config"] = f'{{"data_format": "{described}"}}'
        for layer, (weight, bias) in layers.items():
            group = root.create_group(layer)
            group.attrs["weight_names"] = [f"{layer}/kernel:0".encode(), f"{layer}/bias:0".encode()]
            group[f"{layer}/kernel:0"], group[f"{layer}/bias:0"] = weight, bias
    return file.getvalue()


def as_numbered(layers: Layers) -> bytes:
    """Keras before names: layer_0 … with the pools between."""
    file = io.BytesIO()
    with h5py.File(file, "w") as root:
        root.attrs["nb_layers"] = 22
        for i, (weight, bias) in enumerate(layers.values()):
            root.create_group(f"layer_{2 * i}")
            group = root.create_group(f"layer_{2 * i + 1}")
            group["param_0"], group["param_1"] = weight, bias
    return file.getvalue()


def as_npz(layers: Layers) -> bytes:
    file = io.BytesIO()
    np.savez(
        file,
        **{f"{layer}_{leaf}": array for layer, pair in layers.items() for leaf, array in zip("Wb", pair, strict=True)},
    )
    return file.getvalue()


def as_npy(tree: object) -> bytes:
    file = io.BytesIO()
    np.save(file, np.array(tree, dtype=object), allow_pickle=True)
    return file.getvalue()


def caffe(layers: Layers) -> dict[str, list[np.ndarray]]:
    """As blobs of Caffe: other names, and leading ones."""
    names = {"conv1": "conv1a", "conv2": "conv2a", "fc6": "fc6-1", "fc7": "fc7-1", "fc8": "fc8-1"}
    return {
        names.get(layer, layer): [w if w.ndim == 5 else w[None, None, None], b[None, None, None, None]]
        for layer, (w, b) in layers.items()
    }


def openmmlab(layer: str) -> str:
    return f"backbone.{layer}{'a' * (layer in ('conv1', 'conv2'))}{'.conv' * (layer[0] == 'c')}"


LAYOUTS: dict[str, Callable[[Layers], bytes]] = {
    "torch": as_torch,
    "torch legacy": lambda x: as_torch(x, zipped=False),
    "torch parallel": lambda x: as_torch(x, lambda layer: f"module.{layer}", "state_dict"),
    "torch openmmlab": lambda x: as_torch(x, openmmlab, "state_dict"),
    "torch by order": lambda x: as_torch(x, lambda layer: f"features.{list(x).index(layer)}"),
    "keras theano": lambda x: as_keras1(keras_weights(x, False, True, False)),
    "keras theano said": lambda x: as_keras1(keras_weights(x, False, True, False), "theano"),
    "keras first on tensorflow": lambda x: as_keras1(keras_weights(x, False, False, False), "tensorflow"),
    "keras last": lambda x: as_keras2(keras_weights(x, True, False, True)),
    "keras 2 channels first": lambda x: as_keras2(keras_weights(x, True, False, False), "channels_first"),
    "keras numbered": lambda x: as_numbered(keras_weights(x, False, True, False)),
    "npz": as_npz,
    "npy of a dictionary": lambda x: as_npy(caffe(x)),
    "npy of dictionaries": lambda x: as_npy({k: {"weights": w, "biases": b} for k, (w, b) in x.items()}),
    "pickle of a list": lambda x: pickle.dumps([array for pair in x.values() for array in pair], 2),
    "pickle of a dictionary": lambda x: pickle.dumps(caffe(x), 5),
    "converted": lambda x: from_user_file(as_npz(x)),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_tensors(layout: str, layers: Layers) -> None:
    tensors = load(from_user_file(LAYOUTS[layout](layers)))
    assert len(tensors) == 22
    for layer, (weight, bias) in layers.items():
        np.testing.assert_array_equal(tensors[f"{layer}.weight"], weight)
        np.testing.assert_array_equal(tensors[f"{layer}.bias"], bias)


def test_importing_and_what_is_said_without(layers: Layers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingAsset, match="reelmark assets import c3d-sports1m FILE"):
        assets.path("c3d-sports1m")
    with pytest.raises(MissingAsset, match="no place has it to fetch"):
        next(assets.fetch("c3d-sports1m"))
    given, small = tmp_path / "c3d.pickle", from_user_file(as_torch(layers))
    given.write_bytes(as_torch(layers))
    entry = assets.asset("c3d-sports1m")
    monkeypatch.setattr(assets, "asset", lambda _: assets.Asset(**{**vars_of(entry), "size": len(small)}))
    file = assets.import_file("c3d-sports1m", given)
    assert file.read_bytes() == small
    assert assets.path("c3d-sports1m") == file
    first = assets.digest("c3d-sports1m")
    layers["fc8"][1][0] += 1
    given.write_bytes(as_torch(layers))
    assets.import_file("c3d-sports1m", given)
    assert assets.digest("c3d-sports1m") != first
    given.write_bytes(b"something")
    with pytest.raises(UserError, match="none of the layouts"):
        assets.import_file("c3d-sports1m", given)
    assert assets.path("c3d-sports1m") == file


def vars_of(entry: assets.Asset) -> dict[str, object]:
    return {name: getattr(entry, name) for name in entry.__slots__}


class Evil:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.file}",)


def test_no_layout_runs_anything(layers: Layers, tmp_path: Path) -> None:
    evil = Evil(tmp_path / "ran")
    file = io.BytesIO()
    torch.save({"conv1.weight": torch.zeros(1), "evil": evil}, file)
    for data in (file.getvalue(), pickle.dumps(evil), pickle.dumps(caffe(layers) | {"evil": evil}), as_npy([evil])):
        with pytest.raises(UserError, match=r"ask to run (posix|nt)\.system"):
            from_user_file(data)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_damaged_file_is_one_sentence(layout: str, layers: Layers) -> None:
    data = LAYOUTS[layout](layers)
    for cut in (0, 3, 11, 200, len(data) // 2, len(data) - 100):
        with pytest.raises(UserError):
            from_user_file(data[:cut])


def test_other_networks_are_refused(layers: Layers) -> None:
    for missing in ("conv1", "fc8"):
        with pytest.raises(UserError, match=f"layer {missing} is missing"):
            from_user_file(as_torch({layer: pair for layer, pair in layers.items() if layer != missing}))
    weight, bias = layers["conv3a"]
    with pytest.raises(UserError, match="conv3a is missing or of another size"):
        from_user_file(as_npz(layers | {"conv3a": (weight[:3], bias[:3])}))
    with pytest.raises(UserError, match="an order that nobody expected"):
        from_user_file(as_npz(keras_weights(layers, True, False, True)))
    layers["fc7"][0][0, 0] = np.nan
    with pytest.raises(UserError, match=r"no numbers \(fc7\.weight\)"):
        from_user_file(as_torch(layers))


def test_hdf5_that_points_at_other_files_is_refused(layers: Layers, tmp_path: Path) -> None:
    data = as_keras1(layers)
    (tmp_path / "secret.h5").write_bytes(data)
    for link in (h5py.ExternalLink(str(tmp_path / "secret.h5"), "/conv1/conv1_W"), h5py.SoftLink("/conv2/conv2_W")):
        file = io.BytesIO(data)
        with h5py.File(file, "r+") as root:
            del root["conv1/conv1_W"]
            root["conv1/conv1_W"] = link
        with pytest.raises(UserError, match="points elsewhere"):
            from_user_file(file.getvalue())


def test_the_real_shapes() -> None:
    """Counted by Tran et al.'s network: what the asset's size was computed from."""
    assert sum(int(np.prod(shape)) + shape[0] for shape in REAL.values()) == 79_991_015
