"""The Debian package around the built program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def package(program: Path) -> Path:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not here, so no .deb was made")
    (found,) = program.parents[1].glob("reelmark_*.deb")
    return found


@pytest.fixture(scope="module")
def contents(package: Path) -> dict[str, str]:
    """Every path in the package, without its leading dot, with its mode and owner."""
    said = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
    found = {}
    for line in said.splitlines():
        mode, owner, _size, _day, _hour, path = line.split(maxsplit=5)
        found[path.removeprefix(".")] = f"{mode} {owner}"
    return found


@pytest.mark.parametrize(
    "path",
    [
        "/usr/bin/reelmark -> ../lib/reelmark/reelmark",
        "/usr/lib/reelmark/reelmark",
        "/usr/lib/reelmark/_internal/THIRD_PARTY_NOTICES.txt",
        "/usr/share/applications/reelmark.desktop",
        "/usr/share/doc/reelmark/copyright",
        "/usr/share/icons/hicolor/scalable/apps/reelmark.svg",
        "/usr/share/icons/hicolor/scalable/mimetypes/application-x-reelmark.svg",
        "/usr/share/mime/packages/reelmark.xml",
    ],
)
def test_holds(contents: dict[str, str], path: str) -> None:
    assert path in contents


def test_belongs_to_root_and_nobody_else_writes(contents: dict[str, str]) -> None:
    for path, who in contents.items():
        mode, owner = who.split()
        assert owner == "root/root", path
        assert mode[0] == "l" or (mode[5], mode[8]) == ("-", "-"), path


def test_names_what_it_needs(package: Path) -> None:
    fields = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True, check=True).stdout
    assert "Package: reelmark\n" in fields
    assert "libc6 (>= " in fields
    assert "libegl1" in fields
