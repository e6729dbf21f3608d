"""Indexes kept on disk by fingerprint, so that a long video is scanned once and verified once."""

from __future__ import annotations

import json
import os
import threading
import zipfile
import zlib
from fractions import Fraction
from pathlib import Path
from weakref import WeakValueDictionary

import av
import numpy as np

from core.log import logger
from core.npz import opened
from core.paths import cache_dir
from core.video.index import FrameIndex, PacketTable

_VERSION = 1
_MOST = 2_000  # files kept; the longest unused go first
_held: WeakValueDictionary[str, FrameIndex] = WeakValueDictionary()  # those in use, the newest of each file
_one_reads = threading.Lock()  # or two threads that open the same video would each have an index of their own


def _file(fingerprint: str) -> Path:
    """Another FFmpeg may decode a damaged file otherwise, so its version is part of the name."""
    return cache_dir() / "video-index" / f"{fingerprint}-{_VERSION}-{av.library_versions['libavcodec'][0]}.npz"


def load(fingerprint: str) -> FrameIndex | None:
    """None where nothing usable was kept. Whoever has the same video open shares its index: it takes 60 MB for ten
    hours."""
    file = _file(fingerprint)
    with _one_reads:
        index = _held.get(str(file)) or _read(file)
        if index is not None:
            _held[str(file)] = index
    return index


def _read(file: Path) -> FrameIndex | None:
    try:
        with opened(file) as held:
            meta = json.loads(str(held["meta"]))
            packets = PacketTable(*(held[name] for name in ("pts", "dts", "pos", "key", "keep")))
            index = FrameIndex(
                packets, held["packet"], held["shown"], meta["end"], Fraction(meta["time_base"]),
                meta["verified"], tuple(meta["problems"]),
            )  # fmt: skip
        os.utime(file)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        logger("video").warning("the kept index %s is unusable (%s); scanning again", file.name, error)
        return None
    return index


def problems(fingerprint: str) -> tuple[str, ...] | None:
    """Those of a kept index, without reading its frames; None where none is kept."""
    try:
        with opened(_file(fingerprint)) as held:
            return tuple(str(one) for one in json.loads(str(held["meta"]))["problems"])
    except (OSError, ValueError, KeyError, TypeError, EOFError, zlib.error, zipfile.BadZipFile):
        return None  # whoever opens the video scans it again, and says why


def save(fingerprint: str, index: FrameIndex) -> None:
    """Replaces the file in one step. A full or read-only disk costs only the time of the next scan."""
    file = _file(fingerprint)
    part = file.with_suffix(f".{os.getpid()}.part")
    meta = {
        "end": index.end,
        "time_base": str(index.time_base),
        "verified": index.verified,
        "problems": list(index.problems),
    }
    table = index.packets
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(
            part, meta=np.array(json.dumps(meta)), packet=index.packet, shown=index.pts,
            pts=table.pts, dts=table.dts, pos=table.pos, key=table.key, keep=table.keep,
        )  # fmt: skip
        part.replace(file)
        _held[str(file)] = index
        _prune(file.parent)
    except OSError as error:
        logger("video").warning("the index of a video could not be kept: %s", error)


def _write(file: Path, **arrays: np.ndarray) -> None:
    """As np.savez_compressed, four times as fast (two hours of video: 0.2 s) for files a third larger."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, allow_pickle=False)


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("*.npz"), key=lambda f: f.stat().st_mtime, reverse=True)
    for file in files[_MOST:]:
        file.unlink(missing_ok=True)
