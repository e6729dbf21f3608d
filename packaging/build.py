"""Builds dist/reelmark (the program, one folder) and dist/reelmark_VERSION_ARCH.deb from it. `make dist` calls this."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import deb
import translations

ROOT = Path(__file__).resolve().parents[1]


def program() -> Path:
    """PyInstaller's long account goes to build/pyinstaller.log; its end is shown when it fails."""
    log = ROOT / "build" / "pyinstaller.log"
    log.parent.mkdir(exist_ok=True)
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"),
        *("--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")),
        str(ROOT / "packaging" / "reelmark.spec"),
    ]
    with log.open("w") as out:
        done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit("\n".join([*log.read_text().splitlines()[-30:], f"PyInstaller failed; all of it is in {log}"]))
    return ROOT / "dist" / "reelmark"


def size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.lstat().st_size for file in files if file.is_file())


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # PyInstaller's hooks ask Qt about itself
    start = time.monotonic()
    translations.main(["release"])
    made = [program()]
    if shutil.which("dpkg-deb"):
        made.append(deb.build(made[0], ROOT / "dist", ROOT / "build" / "deb"))
    else:
        sys.stdout.write("No dpkg-deb here, so no .deb is made.\n")
    for path in made:
        sys.stdout.write(f"{path.relative_to(ROOT)}: {size(path) / 1e6:.0f} MB\n")
    sys.stdout.write(f"built in {time.monotonic() - start:.0f} s\n")


if __name__ == "__main__":
    main()
