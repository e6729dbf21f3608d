"""Turns weights that others released into safetensors, without running anything of theirs and without a framework.

A pickle can run any code when it is read; the reader here admits NumPy arrays and nothing else. safetensors is a JSON
header and raw numbers (https://github.com/huggingface/safetensors#format), so writing it takes NumPy alone.
"""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable, Mapping

import numpy as np

from core.errors import UserError
from core.torchfile import DAMAGED, look_through, read_torch


def _encode(text: str, encoding: str) -> bytes:
    """_codecs.encode, by which old pickles carry bytes; for the one encoding that they use."""
    if encoding != "latin1":
        raise pickle.UnpicklingError("no encoding of bytes")
    return text.encode("latin1")


def _from_buffer(buffer: bytes, dtype: np.dtype, shape: tuple[int, ...], order: str) -> np.ndarray:
    return np.frombuffer(buffer, dtype).reshape(shape, order="F" if order == "F" else "C")


_ADMITTED: dict[tuple[str, str], object] = {
    ("numpy", "ndarray"): np.ndarray,
    ("numpy", "dtype"): np.dtype,
    ("_codecs", "encode"): _encode,
}
for _core in ("core", "_core"):
    _ADMITTED[f"numpy.{_core}.multiarray", "_reconstruct"] = np.ndarray.__reduce__(np.zeros(1))[0]
    _ADMITTED[f"numpy.{_core}.numeric", "_frombuffer"] = _from_buffer


class _ArraysOnly(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise UserError(
                f"The weights ask to run {module}.{name}; only files of plain arrays are read, so take another file."
            ) from None


def read_tree(data: bytes) -> object:
    """A pickle of dictionaries, lists and arrays, of Python 2 as well. Raises UserError where it is damaged or names
    anything else."""
    try:
        look_through(file := io.BytesIO(data))
        return _ArraysOnly(file, encoding="latin1").load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        raise UserError(DAMAGED) from error


def read_arrays(data: bytes) -> dict[str, np.ndarray]:
    """A pickle of nested dictionaries of arrays → {"outer/inner": array}. Raises UserError for anything else in it."""
    tree = read_tree(data)
    found: dict[str, np.ndarray] = {}

    def walk(node: object, path: str) -> None:
        if isinstance(node, dict):
            for key, child in node.items():
                walk(child, f"{path}/{key}" if path else str(key))
        elif isinstance(node, np.ndarray) and node.dtype.kind == "f":
            found[path] = node
        else:
            raise UserError(f"The file of weights holds something that is no array ({path}); take another file.")

    walk(tree, "")
    return found


_FLAX = {
    "Conv_0/kernel": "conv.weight",
    "Conv_0/bias": "conv.bias",
    "BatchNorm_0/bias": "bn.bias",
    "BatchNorm_0/mean": "bn.running_mean",
    "BatchNorm_0/var": "bn.running_var",
}


def from_flax(data: bytes) -> bytes:
    """Flax variables (`params` and `batch_stats` of Conv + BatchNorm units) → safetensors with torch's names and axes:
    kernels [t, h, w, in, out] become [out, in, t, h, w]."""
    tensors = {}
    for path, array in read_arrays(data).items():
        layer, leaf = path.split("/", 1)[1].rsplit("/", 2)[0], "/".join(path.split("/")[-2:])
        if leaf not in _FLAX:
            raise UserError(f"The file of weights holds a layer nobody expected ({path}); take another file.")
        value = array.transpose(4, 3, 0, 1, 2) if leaf.endswith("kernel") else array.reshape(-1)
        tensors[f"{layer.replace('/', '.')}.{_FLAX[leaf]}"] = value.astype(np.float32)
    return to_safetensors(tensors)


_LITE_OUTER = {"_conv_stem": "stem.conv", "_bn0": "stem.bn", "_conv_head": "head.conv", "_bn1": "head.bn", "_fc": "fc"}
_LITE_BLOCK = {
    "_expand_conv": "expand.conv",
    "_bn0": "expand.bn",
    "_depthwise_conv": "depthwise.conv",
    "_bn1": "depthwise.bn",
    "_project_conv": "project.conv",
    "_bn2": "project.bn",
}


def from_lite(data: bytes) -> bytes:
    """EfficientNet-Lite's state dict as efficientnet-lite-pytorch names it → safetensors with the names of
    models/backbones/efficientnet_lite.py. Counters of batches are left out."""
    tensors = {}
    for path, array in read_torch(data).items():
        *block, layer, leaf = path.removeprefix("_blocks.").split(".")
        names = _LITE_BLOCK if block else _LITE_OUTER
        if leaf == "num_batches_tracked":
            continue
        if layer not in names:
            raise UserError(f"The file of weights holds a layer nobody expected ({path}); take another file.")
        where = f"blocks.{block[0]}." if block else ""
        tensors[f"{where}{names[layer]}.{leaf}"] = array.astype(np.float32)
    return to_safetensors(tensors)


def to_safetensors(tensors: Mapping[str, np.ndarray]) -> bytes:
    """float32 arrays → the bytes of a safetensors file; the same arrays give the same bytes."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    offset = 0
    for name in sorted(tensors):
        size = tensors[name].size * 4
        shape = list(tensors[name].shape)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    body = (np.ascontiguousarray(tensors[name], dtype="<f4").tobytes() for name in sorted(tensors))
    return b"".join([len(text).to_bytes(8, "little"), text, *body])


def _from_c3d(data: bytes) -> bytes:
    from core.c3dfile import from_user_file  # here, since it is built on this module

    return from_user_file(data)


CONVERTERS: dict[str, Callable[[bytes], bytes]] = {
    "flax-pickle": from_flax,
    "torch-lite": from_lite,
    "c3d": _from_c3d,
}
