"""Files of torch.save, read without torch: the same numbers, and never anything run."""

from __future__ import annotations

import collections
import io
import os
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from core.errors import UserError
from core.torchfile import read_torch


def saved(what: object, zipped: bool = True) -> bytes:
    file = io.BytesIO()
    torch.save(what, file, _use_new_zipfile_serialization=zipped)
    return file.getvalue()


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_every_tensor_of_a_network_comes_back(zipped: bool) -> None:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv3d(3, 4, 3), nn.BatchNorm3d(4), nn.Linear(5, 6))
    found = read_torch(saved(network.state_dict(), zipped))
    assert found.keys() == network.state_dict().keys()
    for name, tensor in network.state_dict().items():
        np.testing.assert_array_equal(found[name], tensor.numpy())


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_views_types_and_nesting(zipped: bool) -> None:
    base = torch.arange(24.0).reshape(4, 6)
    tree = {
        "epoch": 3,
        "state_dict": collections.OrderedDict(
            a=base.t(), b=base[1:3, ::2], c=nn.Parameter(base[0]), d=torch.tensor(7), e=torch.zeros(0, 3)
        ),
        "half": base.half(),
        "brain": base.bfloat16(),
        "mask": base > 3,
    }
    found = read_torch(saved(tree, zipped))
    for name in "abcde":
        tensor = tree["state_dict"][name]  # type: ignore[index]
        np.testing.assert_array_equal(found[f"state_dict/{name}"], tensor.detach().numpy())
    np.testing.assert_array_equal(found["brain"], base.numpy())
    assert found["half"].dtype == np.float16
    assert found["mask"].sum() == 20
    assert "epoch" not in found


class Evil:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.file}",)


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_code_is_named_and_never_run(zipped: bool, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ask to run (posix|nt)\.system"):
        read_torch(saved({"a": torch.zeros(2), "b": Evil(tmp_path / "ran")}, zipped))
    with pytest.raises(UserError, match="ask to run"):
        read_torch(pickle.dumps(Evil(tmp_path / "ran")))
    with pytest.raises(UserError, match=r"ask to run torch\.nn"):
        read_torch(saved(nn.Linear(2, 2), zipped))
    assert not (tmp_path / "ran").exists()


def pickled(text: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/data.pkl", text)
        archive.writestr("a/data/0", np.zeros(4, "<f4").tobytes())
    return file.getvalue()


STORAGE = b"(Vstorage\nctorch\nFloatStorage\nV0\nVcpu\nI4\ntQ"


@pytest.mark.parametrize(
    "text",
    [
        b"}r\xff\xff\xff\xff.",  # a memo of four thousand million entries
        b"ctorch._utils\n_rebuild_tensor_v2\n}V__call__\nNsb.",  # changes a function
        b"(ctorch\nFloatStorage\noctorch\nSize\n.",
        b"}Va\nctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE + b"I0\n(I9\nt(I1\ntI00\nNtRs.",  # beyond its numbers
        b"}Va\nctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE + b"I-2\n(I2\nt(I1\ntI00\nNtRs.",
        b"}Va\nctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE + b"I0\n(I9999999\nt(I0\ntI00\nNtRs.",  # unfolds
        b"}Va\nctorch._utils\n_rebuild_tensor_v2\n(V0\nI0\n(I4\nt(I1\ntI00\nNtRs.",
        b"\x82\x01.",
        b"}",
    ],
)
def test_a_crooked_pickle_is_a_damaged_file(text: bytes) -> None:
    with pytest.raises(UserError, match="damaged"):
        read_torch(pickled(text))


def test_other_files_and_broken_ones() -> None:
    whole = {zipped: saved({"a": torch.arange(999.0)}, zipped) for zipped in (True, False)}
    for data in whole.values():
        for cut in (1, 40, 400, len(data) // 2, len(data) - 60):
            with pytest.raises(UserError):
                read_torch(data[:cut])
    flipped = bytearray(whole[True])
    flipped[len(flipped) // 2] ^= 255
    with pytest.raises(UserError, match="damaged"):
        read_torch(bytes(flipped))
    for other in (b"", b"hello", pickle.dumps([1, 2])):
        with pytest.raises(UserError):
            read_torch(other)
    with pytest.raises(UserError, match="no tensors"):
        read_torch(saved({"a": 1}))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("a.txt", "b")
    with pytest.raises(UserError, match="no file of PyTorch"):
        read_torch(archive.getvalue())
