"""Reads the tensors of a file that `torch.save` wrote, with NumPy alone and without running anything of the file's.

Such a file holds a pickle, which names the tensors, and the raw numbers beside it: in a zip archive
(`NAME/data.pkl`, `NAME/data/KEY`; since PyTorch 1.6) or one after the other (the "legacy" format before it). The layout
is that of torch/serialization.py. A pickle can call anything it can name; here it can name dictionaries, storages and
the two functions that put tensors together, all of which are stand-ins of this module, and nothing else.
"""

from __future__ import annotations

import io
import pickle
import pickletools
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.errors import UserError

DAMAGED = "The file of weights is damaged; fetch it again."
_LEGACY_MAGIC, _LEGACY_VERSION = 0x1950A86A20F9469CFC6C, 1001
_DTYPES = {
    "DoubleStorage": "<f8",
    "FloatStorage": "<f4",
    "HalfStorage": "<f2",
    "BFloat16Storage": "bf16",
    "LongStorage": "<i8",
    "IntStorage": "<i4",
    "ShortStorage": "<i2",
    "CharStorage": "i1",
    "ByteStorage": "u1",
    "BoolStorage": "?",
}
_BROKEN = (
    pickle.UnpicklingError,
    zipfile.BadZipFile,
    ArithmeticError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_torch(data: bytes) -> dict[str, np.ndarray]:
    """The tensors of a state dict, by name; those of dictionaries inside it as "outer/inner". bfloat16 becomes float32.
    Numbers and words beside the tensors (an epoch, settings) are left out. Raises UserError where the file is none of
    `torch.save`, is damaged, or names any function or class: nothing of it is run."""
    try:
        tree = _from_zip(data) if data[:4] == b"PK\x03\x04" else _from_stream(data)
        found = dict(_tensors(tree, ""))
    except _BROKEN as error:
        raise UserError(DAMAGED) from error
    if not found:
        raise UserError("The file holds no tensors by name; save the network's state_dict() and give that.")
    return found


class _Slotted:
    """What a pickle gets for a name: no dictionary of attributes, and none can be set."""

    __slots__ = ()

    def __setstate__(self, _: object) -> None:
        raise pickle.UnpicklingError("a pickle may not change what it was given")


class _Dict(dict[Any, Any]):
    """OrderedDict; the `_metadata` that PyTorch hangs on one is left out."""

    def __setstate__(self, _: object) -> None:
        pass


@dataclass(frozen=True, slots=True)
class _Kind:
    """A storage's type."""

    dtype: str

    def __call__(self) -> None:
        raise pickle.UnpicklingError("a storage is never made by a pickle itself")


@dataclass(slots=True)
class _Storage:
    """Numbers in a row; `raw` may come after the pickle was read. first: where a view into it begins."""

    dtype: str
    numel: int
    raw: bytes | memoryview | None = None
    base: _Storage | None = None
    first: int = 0

    def array(self) -> np.ndarray:
        if self.base is not None:
            return self.base.array()[self.first : self.first + self.numel]
        if self.raw is None:
            raise ValueError("numbers are missing")
        if self.dtype != "bf16":
            return np.frombuffer(self.raw, self.dtype, self.numel)
        return (np.frombuffer(self.raw, "<u2", self.numel).astype("<u4") << 16).view("<f4")


@dataclass(frozen=True, slots=True)
class _Tensor:
    storage: _Storage
    first: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]

    def array(self) -> np.ndarray:
        """A view where it can be. Raises ValueError where the tensor lies outside its storage, or is far larger."""
        flat = self.storage.array()
        count = int(np.prod(self.shape, dtype=object))
        if count == 0:
            return np.zeros(self.shape, flat.dtype)
        last = self.first + sum((n - 1) * s for n, s in zip(self.shape, self.stride, strict=True))
        if min(self.first, *self.shape, *self.stride, 0) < 0 or last >= len(flat) or count > len(flat):
            raise ValueError("a tensor reaches beyond its numbers")
        strides = [s * flat.itemsize for s in self.stride]
        return np.lib.stride_tricks.as_strided(flat[self.first :], self.shape, strides, writeable=False)


class _Rebuild(_Slotted):
    """torch._utils._rebuild_tensor_v2(storage, first, size, stride, …)."""

    __slots__ = ()

    def __call__(self, storage: object, first: int, size: Sequence[int], stride: Sequence[int], *_: object) -> _Tensor:
        if not isinstance(storage, _Storage):
            raise pickle.UnpicklingError("a tensor needs a storage")
        return _Tensor(storage, int(first), tuple(map(int, size)), tuple(map(int, stride)))


class _First(_Slotted):
    """torch._utils._rebuild_parameter(tensor, …) and torch.Size(tuple): what they were given."""

    __slots__ = ()

    def __call__(self, what: object, *_: object) -> object:
        return what


_ADMITTED: dict[tuple[str, str], object] = {
    ("collections", "OrderedDict"): _Dict,
    ("torch._utils", "_rebuild_tensor"): _Rebuild(),
    ("torch._utils", "_rebuild_tensor_v2"): _Rebuild(),
    ("torch._utils", "_rebuild_parameter"): _First(),
    ("torch", "Size"): _First(),
} | {("torch", name): _Kind(dtype) for name, dtype in _DTYPES.items()}


class _TensorsOnly(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, storage: Callable[[tuple[Any, ...]], _Storage]) -> None:
        super().__init__(file, encoding="utf-8")  # legacy files of Python 2 hold byte strings
        self._storage = storage

    def find_class(self, module: str, name: str) -> object:
        try:
            return _ADMITTED[module, name]
        except KeyError:
            raise UserError(
                f"The weights ask to run {module}.{name}; only files of plain tensors are read, so take another file."
            ) from None

    def persistent_load(self, pid: Any) -> _Storage:
        if not isinstance(pid, tuple) or pid[0] != "storage" or not isinstance(pid[1], _Kind):
            raise pickle.UnpicklingError("an unknown reference")
        return self._storage(pid)


def look_through(file: io.BytesIO) -> None:
    """Looks at the next pickle before it is read, and goes back to its beginning: an absurd memo number would claim all
    memory. Raises UnpicklingError or ValueError."""
    start = file.tell()
    for code, argument, _ in pickletools.genops(file):
        if (code.name in ("LONG_BINPUT", "PUT") and int(argument or 0) > 1 << 24) or code.name.startswith("EXT"):
            raise pickle.UnpicklingError("no pickle of arrays")
    file.seek(start)


def _load(file: io.BytesIO, storage: Callable[[tuple[Any, ...]], _Storage] | None = None) -> Any:
    """The next pickle of the file."""
    look_through(file)

    def none(_: tuple[Any, ...]) -> _Storage:
        raise pickle.UnpicklingError("no storage is expected here")

    return _TensorsOnly(file, storage or none).load()


def _from_zip(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        pickles = [name for name in names if name.rsplit("/", 1)[-1] == "data.pkl"]
        if len(pickles) != 1:
            raise UserError("The file is no file of PyTorch weights; give one that torch.save wrote.")
        root = pickles[0].removesuffix("data.pkl")
        if f"{root}byteorder" in names and archive.read(f"{root}byteorder") != b"little":
            raise UserError("The weights were saved on a big-endian computer; save them on another one.")
        known: dict[str, _Storage] = {}

        def storage(pid: tuple[Any, ...]) -> _Storage:
            kind, key, numel = pid[1], str(pid[2]), int(pid[4])
            if key not in known:
                entry = archive.getinfo(f"{root}data/{key}")
                if entry.compress_type != zipfile.ZIP_STORED:  # as PyTorch never writes them: no bomb unfolds
                    raise pickle.UnpicklingError("compressed numbers")
                known[key] = _Storage(kind.dtype, numel, archive.read(entry))
            return known[key]

        entry = archive.getinfo(pickles[0])
        if entry.compress_type != zipfile.ZIP_STORED:
            raise pickle.UnpicklingError("a compressed pickle")
        return _load(io.BytesIO(archive.read(entry)), storage)


def _from_stream(data: bytes) -> object:
    file = io.BytesIO(data)
    head = [_load(file) for _ in range(3)]
    if head[:2] != [_LEGACY_MAGIC, _LEGACY_VERSION]:
        raise UserError("The file is no file of PyTorch weights; give one that torch.save wrote.")
    if not head[2]["little_endian"]:
        raise UserError("The weights were saved on a big-endian computer; save them on another one.")
    known: dict[str, _Storage] = {}

    def storage(pid: tuple[Any, ...]) -> _Storage:
        kind, key, numel = pid[1], str(pid[2]), int(pid[4])
        whole = known.setdefault(key, _Storage(kind.dtype, numel))
        view = pid[5] if len(pid) > 5 else None
        return whole if view is None else _Storage(kind.dtype, int(view[2]), base=whole, first=int(view[1]))

    tree = _load(file, storage)
    at, body = 0, memoryview(data)
    keys = _load(file)
    at = file.tell()
    for key in keys:
        entry = known[str(key)]
        count = int.from_bytes(body[at : at + 8], "little")
        size = count * (2 if entry.dtype == "bf16" else np.dtype(entry.dtype).itemsize)
        if count < entry.numel or at + 8 + size > len(body):
            raise ValueError("numbers are missing")
        entry.raw = body[at + 8 : at + 8 + size]
        at += 8 + size
    return tree


def _tensors(node: object, path: str) -> Iterator[tuple[str, np.ndarray]]:
    if isinstance(node, _Tensor):
        yield path, node.array()
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from _tensors(child, f"{path}/{key}" if path else str(key))
