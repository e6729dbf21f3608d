"""A Debian package around the built program: menu entry, icon, and the file type *.reelmark.

The databases of menu entries, icons and file types are refreshed by those packages' own dpkg triggers, so that no
maintainer script is needed.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Reelmark
Comment: The source of Reelmark is under Apache-2.0. This package carries FFmpeg with x264 and x265 and is therefore
 conveyed as a whole under GPL-3.0. Everything it carries, with all licence texts:
 /usr/lib/reelmark/_internal/THIRD_PARTY_NOTICES.txt

Files: *
Copyright: The Reelmark developers and others
License: GPL-3.0
 On Debian systems the full text is in /usr/share/common-licenses/GPL-3.
"""


def build(program: Path, out: Path, work: Path) -> Path:
    """`program`: PyInstaller's folder. Returns the .deb, made in `out` by way of the tree `work`."""
    shutil.rmtree(work, ignore_errors=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    machine = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()

    shutil.copytree(program, work / "usr/lib/reelmark", symlinks=True, copy_function=os.link)
    (work / "usr/bin").mkdir(parents=True)
    (work / "usr/bin/reelmark").symlink_to("../lib/reelmark/reelmark")
    desktop_files(work / "usr/share")
    documents(work / "usr/share/doc/reelmark", project["version"])
    for file in (work / "usr/lib/reelmark").rglob("*.so*"):
        if not file.is_symlink():
            file.chmod(0o644)
    control(work / "DEBIAN", project, machine)

    package = out / f"reelmark_{project['version']}_{machine}.deb"
    # zstd: xz would need many minutes for this much; dpkg reads it since Debian 12 and Ubuntu 18.04
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z6", "--build", str(work), str(package)]
    subprocess.run(command, check=True, stdout=sys.stderr)
    shutil.rmtree(work)
    return package


def desktop_files(share: Path) -> None:
    icons = ROOT / "resources" / "icons"
    for source, target in (
        (HERE / "reelmark.desktop", "applications/reelmark.desktop"),
        (HERE / "reelmark.xml", "mime/packages/reelmark.xml"),
        (icons / "reelmark.svg", "icons/hicolor/scalable/apps/reelmark.svg"),
        (icons / "reelmark.svg", "icons/hicolor/scalable/mimetypes/application-x-reelmark.svg"),
        (icons / "reelmark.png", "icons/hicolor/256x256/apps/reelmark.png"),
    ):
        put(share / target, source.read_bytes())


def documents(folder: Path, version: str) -> None:
    put(folder / "copyright", COPYRIGHT.encode())
    news = (
        f"reelmark ({version}) stable; urgency=medium\n\n  * Built from the source tree.\n\n"
        f" -- {maintainer()}  Thu, 01 Jan 2026 00:00:00 +0000\n"
    )
    put(folder / "changelog.gz", gzip.compress(news.encode(), mtime=0))


def control(folder: Path, project: dict[str, str], machine: str) -> None:
    kilobytes = sum(file.lstat().st_size for file in folder.parent.rglob("*") if file.is_file()) // 1024
    depends = (HERE / "depends.txt").read_text().split("\n")
    fields = {
        "Package": "reelmark",
        "Version": project["version"],
        "Architecture": machine,
        "Maintainer": maintainer(),
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(line for line in depends if line and not line.startswith("#")),
        "Section": "video",
        "Priority": "optional",
        "Description": "find, correct and learn activities in video\n"
        " Reelmark finds activities in untrimmed video, shows them on a timeline, lets\n"
        " you correct where each one begins and ends, and learns from the corrections.",
    }
    put(folder / "control", "".join(f"{key}: {value}\n" for key, value in fields.items()).encode())


def maintainer() -> str:
    return "The Reelmark developers <reelmark@localhost>"


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)
