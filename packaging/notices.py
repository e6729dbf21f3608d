"""What the built program carries and under which licences: one text, from the files that went into it.

Python distributions are found by the files they installed, Debian libraries by `dpkg -S`; each contributes its own
licence texts in full. What a wheel links in without saying so (PyAV's FFmpeg) is named in packaging/linked.toml.
"""

from __future__ import annotations

import subprocess
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RULE = "=" * 100
NOT_ITS_OWN = {"reelmark"}
LICENCE_WORDS = ("licen", "copying", "notice", "copyright", "authors")


def write(files: Iterable[Path], out: Path) -> None:
    """`files`: every file that PyInstaller collects, where it lies on the building machine."""
    carried = {file.resolve() for file in files if str(file)}
    parts = [opening(), *linked(), *of_assets(), *of_python(), *of_distributions(carried), *of_debian(carried), *gnu()]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(f"\n\n{RULE}\n".join(parts) + "\n")


def opening() -> str:
    return (ROOT / "packaging" / "notices.txt").read_text().rstrip()


def gnu() -> Iterator[str]:
    """The two licences that wheels name without carrying their text."""
    for file in sorted((ROOT / "packaging" / "licences").glob("*.txt")):
        yield f"{file.stem}\n\n{file.read_text().rstrip()}"


def linked() -> Iterator[str]:
    """Libraries inside the wheels whose licences the wheels do not repeat."""
    for wheel in tomllib.loads((ROOT / "packaging" / "linked.toml").read_text())["wheel"]:
        version = metadata.version(wheel["name"])
        lines = [f"{row['name']:<24} {row['licence']:<36} {row['source']}" for row in wheel["carries"]]
        yield "\n".join([f"Inside {wheel['name']} {version}: {wheel['what']}", "", *lines])


def of_assets() -> Iterator[str]:
    lines = (ROOT / "resources" / "assets.toml").read_text()
    yield f"Weights and sample footage (resources/assets.toml)\n\n{lines.rstrip()}"
    for file in sorted((ROOT / "resources").rglob("LICENSE*")):
        yield f"{file.relative_to(ROOT)}\n\n{file.read_text().rstrip()}"


def of_python() -> Iterator[str]:
    for place in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path("/usr/share/doc/python3.11/copyright")):
        if place.exists():
            yield f"Python\n\n{place.read_text(errors='replace').rstrip()}"
            return


def of_distributions(carried: set[Path]) -> Iterator[str]:
    for found in sorted(metadata.distributions(), key=lambda d: d.name.lower()):
        files = found.files or []
        here = {Path(str(found.locate_file(file))).resolve() for file in files}
        if found.name in NOT_ITS_OWN or not (here & carried or found.name == "pyinstaller"):
            continue
        about = found.metadata
        terms = licence(about)
        head = f"{found.name} {found.version}  {terms.splitlines()[0] if terms else ''}\n{home_page(about)}"
        texts = [
            Path(str(found.locate_file(file))).read_text(errors="replace").rstrip()
            for file in files
            if any(word in name.lower() for name in (file.name, file.parent.name) for word in LICENCE_WORDS)
            and file.suffix not in (".py", ".pyc", ".h", ".json", ".so")
        ]
        yield "\n\n".join([head, *(texts or [terms])])


def licence(about: metadata.PackageMetadata) -> str:
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return about.get("License-Expression") or about.get("License") or ", ".join(classifiers)


def home_page(about: metadata.PackageMetadata) -> str:
    addresses = [line.partition(", ")[2] for line in about.get_all("Project-URL") or []]
    return about.get("Home-page") or next(iter(addresses), "")


def of_debian(carried: set[Path]) -> Iterator[str]:
    """Shared libraries of the building machine, with Debian's own account of each."""
    system = sorted(str(file) for file in carried if file.is_relative_to("/usr/lib") or file.is_relative_to("/lib"))
    try:
        said = subprocess.run(["dpkg", "-S", *system], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return
    packages = {line.partition(":")[0] for line in said.splitlines()}
    for package in sorted(packages):
        account = Path("/usr/share/doc") / package / "copyright"
        if account.exists():
            yield f"{package} (Debian)\n\n{account.read_text(errors='replace').rstrip()}"
