"""The rules of the house that no import can break unseen (the import contracts themselves are in pyproject.toml)."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(file for part in ("app", "core", "models") for file in (ROOT / part).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|HPND|Zlib|Unlicense|MPL|CNRI|LGPL|Lesser General)",
    re.IGNORECASE,
)
VENDOR = re.compile(r"nvidia|cuda|triton", re.IGNORECASE)  # what a CUDA build of torch brings; not in the CPU program


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def syntax(file: Path) -> ast.Module:
    return ast.parse(file.read_text(), filename=str(file))


def calls(file: Path, function: str) -> Iterator[ast.Call]:
    for node in ast.walk(syntax(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
            yield node


def words_given_to(file: Path, function: str) -> set[str]:
    """The literal first arguments of every call of `function`."""
    return {
        call.args[0].value
        for call in calls(file, function)
        if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def runtime_distributions() -> dict[str, metadata.Distribution]:
    """What a user's installation consists of: the project's dependencies and theirs, without extras."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(PROJECT["dependencies"])
    while waiting:
        wanted = Requirement(waiting.pop())
        key = canonicalize_name(wanted.name)
        if key in found or (wanted.marker is not None and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[key] = metadata.distribution(key)
        waiting += found[key].requires or []
    return found


def licence(distribution: metadata.Distribution) -> str:
    about = distribution.metadata
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return " ; ".join([about.get("License-Expression") or "", (about.get("License") or "")[:200], *classifiers])


# Who may import whom


def test_import_contracts() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_contract_has_an_exception() -> None:
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text()


def test_threads_live_in_two_files() -> None:
    users = {name(file) for file in CODE if re.search(r"\bQThread(Pool)?\b|\bQRunnable\b", file.read_text())}
    assert users <= {"app/jobs.py", "app/playback.py"}


def test_no_package_shadows_a_library() -> None:
    inits = [name(file) for part in ("packaging", "resources", "tests") for file in (ROOT / part).rglob("__init__.py")]
    assert inits == []


def test_names_of_test_files_are_unique() -> None:
    assert [
        word for word, n in Counter(file.name for file in TESTS if file.name != "conftest.py").items() if n > 1
    ] == []


# What the code may not do


def test_only_the_command_line_prints() -> None:
    printing = {name(file) for file in CODE if any(calls(file, "print"))}
    assert {file for file in printing if not file.startswith("app/cli")} == set()


def test_nothing_is_caught_blindly() -> None:
    blind = [
        f"{name(file)}:{node.lineno}"
        for file in CODE
        for node in ast.walk(syntax(file))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert blind == []


def test_weights_are_never_unpickled_freely() -> None:
    for file in CODE:
        for node in ast.walk(syntax(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("torch.load", "pickle.load", "pickle.loads"):
                assert "weights_only=True" in ast.unparse(node), f"{name(file)}:{node.lineno}"


def test_no_file_is_over_400_lines() -> None:
    long = {name(file): n for file in [*CODE, *TESTS] if (n := len(file.read_text().splitlines())) > 400}
    assert long == {}


def test_nothing_is_left_undone() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError")
    assert [name(file) for file in CODE if marks.search(file.read_text())] == []


def test_the_window_imports_nothing_slow() -> None:
    """Every one of these costs a noticeable part of the time until the window shows."""
    slow = {"torch", "av", "cv2", "alembic", "safetensors", "click"}
    script = "import sys, app.application, app.main_window; sys.stdout.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & slow == set()


# What must be there


def test_every_resource_that_is_named_exists() -> None:
    missing = {
        f"{name(file)}: {word}"
        for file in CODE
        for word in words_given_to(file, "resource")
        if not (ROOT / "resources" / word).exists()
    }
    assert missing == set()


def test_every_icon_that_is_named_exists() -> None:
    icons = {file.stem for file in (ROOT / "resources" / "icons").rglob("*.svg")}
    missing = {f"{name(file)}: {word}" for file in CODE for word in words_given_to(file, "icon") - icons}
    assert missing == set()


def test_every_asset_says_where_it_comes_from_and_its_licence() -> None:
    rows = tomllib.loads((ROOT / "resources" / "assets.toml").read_text())["asset"]
    fetched = ("package", "version", "archive", "archive_sha256", "member_sha256", "sha256")
    for row in rows:
        for key in ("licence", *(["convert"] if row.get("yours") else fetched)):
            assert row.get(key), f"{row['name']}: {key}"


def test_every_command_stands_in_the_readme() -> None:
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("README.md is not written yet")
    from app.cli import cli

    text = readme.read_text()
    assert cli.commands
    assert [word for word in cli.commands if not re.search(rf"reelmark {word}\b", text)] == []


def test_migrations_are_packaged() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["core.storage"]
    packaged = {file for pattern in data for file in (ROOT / "core" / "storage").glob(pattern)}
    have = {file for file in (ROOT / "core" / "storage" / "migrations").rglob("*") if file.suffix in (".py", ".mako")}
    assert have <= packaged


# What a user's installation consists of


def test_dependencies_are_permissive_or_lgpl() -> None:
    odd = {
        key: licence(found)
        for key, found in runtime_distributions().items()
        if not PERMISSIVE.search(licence(found)) and not VENDOR.search(key)
    }
    assert odd == {}


def test_every_dependency_is_pinned_within_its_range() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text().splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    pinned = {canonicalize_name(key): version for key, version in pins.items()}
    assert {key for key in runtime_distributions() if not VENDOR.search(key)} <= pinned.keys()
    for text in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]:
        wanted = Requirement(text)
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), text


def test_torch_is_pinned_without_a_local_part() -> None:
    """So the CPU and the CUDA build both fit; without a pin, pip would fetch gigabytes of CUDA."""
    assert re.search(r"^torch==[\d.]+$", (ROOT / "packaging" / "constraints.txt").read_text(), re.MULTILINE)
