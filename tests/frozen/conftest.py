"""These tests run against the built program when REELMARK_FROZEN names it (`make dist` does that)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def program() -> Path:
    name = os.environ.get("REELMARK_FROZEN")
    if not name:
        pytest.skip("REELMARK_FROZEN does not name a built program; `make dist` builds one and runs these tests")
    return Path(name).resolve()


@pytest.fixture
def run(program: Path, tmp_path: Path) -> Run:
    """Calls the program as on a user's machine: nothing of the checkout or its environment to be found."""

    def call(*words: object, timeout: float = 120, start: Path = program) -> subprocess.CompletedProcess[str]:
        env = {
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "REELMARK_HOME": str(tmp_path / "home"),
        }
        command = [str(start), *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=timeout, check=False
        )

    return call
