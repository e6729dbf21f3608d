"""What goes around the program: menu entry, file type, notices, set-up scripts. The built program is tests/frozen's."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def rows(name: str) -> list[str]:
    return [line for line in (PACKAGING / name).read_text().splitlines() if line and not line.startswith("#")]


def test_menu_entry() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "reelmark.desktop")
    section = entry["Desktop Entry"]
    assert section["Exec"] == "reelmark %F"
    assert (ROOT / "resources" / "icons" / f"{section['Icon']}.svg").is_file()
    assert "application/x-reelmark" in section["MimeType"].split(";")


def test_menu_entry_is_valid() -> None:
    judge = shutil.which("desktop-file-validate")
    if judge is None:
        pytest.skip("desktop-file-validate is not installed")
    done = subprocess.run([judge, PACKAGING / "reelmark.desktop"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_file_type() -> None:
    kind = ElementTree.parse(PACKAGING / "reelmark.xml").getroot().find("m:mime-type", MIME)
    assert kind is not None
    assert kind.get("type") == "application/x-reelmark"
    assert [glob.get("pattern") for glob in kind.findall("m:glob", MIME)] == ["*.reelmark"]


def test_every_library_inside_the_wheels_is_in_the_notices() -> None:
    for wheel in tomllib.loads((PACKAGING / "linked.toml").read_text())["wheel"]:
        named = tuple(beginning for row in wheel["carries"] for beginning in row["files"])
        inside = [f.name for f in metadata.files(wheel["name"]) or [] if f.parts[0] == wheel["folder"]]
        assert [file for file in inside if not file.startswith(named)] == []


def test_notices_say_under_what_the_program_is_conveyed() -> None:
    text = (PACKAGING / "notices.txt").read_text()
    assert "AS A WHOLE is conveyed under the GNU General Public License, version 3" in text
    assert "Apache License 2.0" in text
    assert "GNU GENERAL PUBLIC LICENSE" in (PACKAGING / "licences" / "GPL-3.0.txt").read_text()


@pytest.mark.parametrize("name", ["setup.sh", "system.sh"])
def test_scripts_are_sound(name: str) -> None:
    script = PACKAGING / name
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def test_system_packages_have_a_purpose() -> None:
    makefile = (ROOT / "Makefile").read_text()
    used = {word for line in re.findall(r"packaging/system\.sh (.+)", makefile) for word in line.split()}
    assert {row.split()[0] for row in rows("apt.txt")} == used
    assert all(len(row.split()) == 2 for row in rows("apt.txt"))


def test_missing_packages_give_one_line_to_type(tmp_path: Path) -> None:
    """Without the right to install, the script says what to type and goes on."""
    for name, text in {"dpkg-query": "exit 1", "id": "echo 1000", "sudo": "exit 1"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n")
        (tmp_path / name).chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run([PACKAGING / "system.sh", "screen"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert (
        done.stderr
        == "Missing system packages. Type this once:  sudo apt-get install -y --no-install-recommends xvfb\n"
    )
