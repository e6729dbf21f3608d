"""A user's file of C3D trained on Sports-1M, in any of the layouts it is passed around in → safetensors.

The network's authors released it for their fork of Caffe; others turned that into files for PyTorch, Keras, Lasagne and
NumPy. All hold eleven layers with a weight and a bias each. What differs:

- PyTorch state dict (.pickle, .pth; zip or legacy): kernels [out, in, t, h, w], matrices [out, in]. Nothing changes.
- Caffe-derived dictionaries or lists of arrays (.npy, .npz, .pickle): the same order; a matrix may have leading ones,
  as Caffe's blobs have. Kernels in another order are refused: whether fc6 was reordered with them, no such file says.
- Keras HDF5, channels first (Keras 1 on Theano, as Montes et al. used it): kernels [out, in, t, h, w], but turned
  about in t, h and w, since Theano convolves where the others correlate; turned back here, unless the file says that
  its backend was TensorFlow. Matrices [in, out] are transposed.
- Keras HDF5, channels last: kernels [t, h, w, in, out], never turned. fc6 reads the pooled volume in the order
  h, w, channel, and its columns are put back into channel, h, w; not so where the file's own description of the network
  says channels_first, as Keras 2 keeps kernels in one order for both.
- the converted safetensors file itself, from another computer.

Nothing in any of them is run (core/torchfile.py, core/weights.py), and HDF5 may not point at other files.
"""

from __future__ import annotations

import io
import json
import math
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.errors import UserError
from core.torchfile import DAMAGED, read_torch
from core.weights import read_tree, to_safetensors

SHAPES: dict[str, tuple[int, ...]] = {
    "conv1": (64, 3, 3, 3, 3),
    "conv2": (128, 64, 3, 3, 3),
    "conv3a": (256, 128, 3, 3, 3),
    "conv3b": (256, 256, 3, 3, 3),
    "conv4a": (512, 256, 3, 3, 3),
    "conv4b": (512, 512, 3, 3, 3),
    "conv5a": (512, 512, 3, 3, 3),
    "conv5b": (512, 512, 3, 3, 3),
    "fc6": (4096, 8192),
    "fc7": (4096, 4096),
    "fc8": (487, 4096),
}
_POOLED = (512, 4, 4)  # what fc6 reads: channels, height, width
_LAYER = re.compile(r"(conv[1-5][ab]?|fc[678])(?![0-9])")
_FIRST, _LAST = "first", "last"


@dataclass(frozen=True)
class _Found:
    """arrays: by whatever names, in the file's order. kernels: "first" [out, in, t, h, w] or "last" [t, h, w, in, out],
    "": either may be. turned: kernels are turned about. hwc: fc6 reads h, w, channel."""

    arrays: dict[str, np.ndarray]
    kernels: str = _FIRST
    turned: bool = False
    hwc: bool = False


def from_user_file(data: bytes) -> bytes:
    """The bytes of a safetensors file with the names and shapes of models/backbones/c3d.py. Raises UserError where the
    file is damaged, is of another network, or wants to run anything."""
    found = _read(data)
    tensors: dict[str, np.ndarray] = {}
    for layer, (weight, bias) in _by_layer(found.arrays).items():
        shape = SHAPES[layer]
        tensors[f"{layer}.weight"] = _kernel(layer, weight, found) if len(shape) == 5 else weight
        tensors[f"{layer}.bias"] = bias.reshape(-1)
    upright = tensors["fc6.weight"].shape[-2:] == SHAPES["fc6"]
    for layer in ("fc6", "fc7", "fc8"):
        tensors[f"{layer}.weight"] = _matrix(layer, tensors[f"{layer}.weight"], upright)
    if found.hwc:
        channels, height, width = _POOLED
        columns = tensors["fc6.weight"].reshape(-1, height, width, channels)
        tensors["fc6.weight"] = columns.transpose(0, 3, 1, 2).reshape(SHAPES["fc6"])
    for name, array in tensors.items():
        if not np.isfinite(array).all():
            raise UserError(f"The file of weights holds values that are no numbers ({name}); take another file.")
    return to_safetensors(tensors)


def _read(data: bytes) -> _Found:
    if data[:8] == b"\x89HDF\r\n\x1a\n":
        return _keras(data)
    if data[:6] == b"\x93NUMPY":
        return _Found(_flat(_npy(data)))
    if data[8:10] == b'{"':
        return _Found(_safetensors(data))
    if data[:4] == b"PK\x03\x04" and (arrays := _npz(data)):
        return _Found(arrays)
    if (data[:2] == b"\x80\x02" and b"\x8a\nl\xfc\x9c" in data[:12]) or data[:2] == b"PK":
        return _Found(read_torch(data))
    if data[:1] in (b"\x80", b"(", b"]", b"}"):
        return _Found(_flat(read_tree(data)))
    raise UserError(
        "The file is none of the layouts that C3D comes in; give a PyTorch state dict, a Keras HDF5 file or a NumPy "
        "file of its layers."
    )


def _flat(tree: object, path: str = "") -> dict[str, np.ndarray]:
    """Arrays of nested dictionaries and lists; an object array of one dictionary is that dictionary."""
    if isinstance(tree, np.ndarray) and tree.dtype != object:
        return {path: tree}
    if isinstance(tree, np.ndarray):
        tree = tree.item() if tree.size == 1 else list(tree.flat)
    pairs: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list | tuple) else ()
    found: dict[str, np.ndarray] = {}
    for key, child in pairs:
        name = key.decode("latin1") if isinstance(key, bytes) else str(key)
        found |= _flat(child, f"{path}/{name}")
    return found


def _npy(data: bytes) -> object:
    file = io.BytesIO(data)
    try:
        version = np.lib.format.read_magic(file)
        header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        if header(file)[2].hasobject:
            return read_tree(data[file.tell() :])
        return np.load(io.BytesIO(data), allow_pickle=False)
    except (ValueError, EOFError) as error:
        raise UserError(DAMAGED) from error


def _npz(data: bytes) -> dict[str, np.ndarray]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename.endswith(".npy")]
            if sum(entry.file_size for entry in entries) > 2 << 30:
                raise UserError("The file of weights is far larger than C3D; take another file.")
            return {
                name: array
                for entry in entries
                for name, array in _flat(_npy(archive.read(entry)), entry.filename.removesuffix(".npy")).items()
            }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise UserError(DAMAGED) from error


def _safetensors(data: bytes) -> dict[str, np.ndarray]:
    try:
        start = 8 + int.from_bytes(data[:8], "little")
        header = json.loads(data[8:start])
        found = {}
        for name, entry in header.items():
            if name != "__metadata__":
                first, last = entry["data_offsets"]
                dtype = {"F32": "<f4", "F16": "<f2"}[entry["dtype"]]
                found[name] = np.frombuffer(data[start + first : start + last], dtype).reshape(entry["shape"])
        return found
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(DAMAGED) from error


def _keras(data: bytes) -> _Found:
    import h5py

    try:
        with h5py.File(io.BytesIO(data), "r") as file:
            root = _inside(file, "model_weights") if "model_weights" in file else file
            arrays = {name: array for layer in _layers(root) for name, array in _datasets(_inside(root, layer), layer)}
            described = _text(file.attrs.get("model_config", ""))
            theano = _text(root.attrs.get("backend", "theano")) == "theano"  # files of Keras 1.0 do not say
    except (OSError, RuntimeError, KeyError, ValueError, TypeError) as error:
        raise UserError(DAMAGED) from error
    first = next((array for array in arrays.values() if array.ndim == 5), None)
    last = first is not None and first.shape[-1] == SHAPES["conv1"][0]
    if not last:
        return _Found(arrays, _FIRST, turned=theano)
    return _Found(arrays, _LAST, hwc="channels_first" not in described)


def _layers(root: Any) -> list[str]:
    """Groups in the network's order, where the file knows one."""
    named = [_text(name) for name in root.attrs.get("layer_names", ())]
    return named or sorted(root, key=lambda name: [int(n) for n in re.findall(r"\d+", name)] or [0])


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _datasets(node: Any, path: str) -> Iterator[tuple[str, np.ndarray]]:
    """The arrays of a group; what lies in another file is refused unread, and so is what is far too large."""
    import h5py

    if isinstance(node, h5py.Dataset):
        if node.external or node.is_virtual or node.dtype.kind != "f":
            raise UserError(f"The file of weights holds something that is no array ({path}); take another file.")
        if node.size > max(map(math.prod, SHAPES.values())):
            raise UserError(f"The file of weights is of another network ({path} is too large); take another file.")
        yield path, node[()]
        return
    for name in map(_text, node.attrs.get("weight_names", node.keys())):
        yield from _datasets(_inside(node, name), f"{path}/{name}")


def _inside(node: Any, path: str) -> Any:
    """What lies at that path of an HDF5 group, links followed nowhere."""
    import h5py

    for part in path.split("/"):
        if not isinstance(node.get(part, getlink=True), h5py.HardLink):
            raise UserError(f"The file of weights points elsewhere ({path}); take another file.")
        node = node[part]
    return node


def _by_layer(arrays: Mapping[str, np.ndarray]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Weight and bias of each layer: by the layers' names where they stand in the arrays', else by their order."""
    named: dict[str, list[np.ndarray]] = {}
    for name, array in arrays.items():
        if match := _LAYER.findall(name):
            layer = {"conv1a": "conv1", "conv2a": "conv2"}.get(match[-1], match[-1])
            named.setdefault(layer, []).append(array)
    if not named and len(arrays) == 2 * len(SHAPES):
        listed = list(arrays.values())
        named = {layer: listed[2 * i : 2 * i + 2] for i, layer in enumerate(SHAPES)}
    found = {}
    for layer, shape in SHAPES.items():
        weights = [a for a in named.get(layer, ()) if a.size == math.prod(shape) and a.dtype.kind == "f"]
        biases = [a for a in named.get(layer, ()) if a.size == shape[0] and a.dtype.kind == "f"]
        if len(weights) != 1 or len(biases) != 1:
            raise UserError(
                f"The file of weights is not all of C3D trained on Sports-1M (its layer {layer} is missing or of "
                "another size); take another file."
            )
        found[layer] = weights[0], biases[0]
    return found


def _kernel(layer: str, weight: np.ndarray, found: _Found) -> np.ndarray:
    shape = SHAPES[layer]
    if found.kernels == _LAST and weight.shape == (*shape[2:], shape[1], shape[0]):
        weight = weight.transpose(4, 3, 0, 1, 2)
    if weight.shape != shape:
        raise UserError(
            f"The kernels of {layer} lie in an order that nobody expected ({weight.shape}); take another file of C3D."
        )
    return weight[:, :, ::-1, ::-1, ::-1] if found.turned else weight


def _matrix(layer: str, weight: np.ndarray, upright: bool) -> np.ndarray:
    """[out, in] of a matrix that may lie on its side or have leading ones."""
    shape = SHAPES[layer]
    weight = weight.reshape(weight.shape[-2:]) if weight.ndim > 2 else weight
    if weight.shape != (shape if upright else shape[::-1]):
        raise UserError(f"The matrix of {layer} has an unexpected shape ({weight.shape}); take another file of C3D.")
    return weight if upright else weight.T
