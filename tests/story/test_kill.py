"""The program is killed (SIGKILL) at random moments during thousands of edits: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.storage.project import Project
from tests.helpers.projects import assert_sound, ground

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50
LINES = 2  # processes at once

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the victims are forked, which Windows cannot")


@contextmanager
def victims() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.helpers.victim"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def kill_one(process: subprocess.Popen[str], project: Path, seed: int) -> list[int]:
    """Lets a victim edit, kills it at a random moment, and returns the log positions it had acknowledged."""
    assert process.stdin is not None
    assert process.stdout is not None
    chance = random.Random(seed)
    print(f"{project} {seed}", file=process.stdin, flush=True)
    pid = int(process.stdout.readline().split()[1])
    acknowledged = []
    for _ in range(chance.randint(1, 90)):
        acknowledged.append(int(process.stdout.readline().split()[1]))
    moment = time.perf_counter() + chance.random() * 3e-3  # an edit takes about a millisecond: anywhere within it
    while time.perf_counter() < moment:
        pass
    os.kill(pid, signal.SIGKILL)
    while (line := process.stdout.readline().split())[0] != "end":
        acknowledged.append(int(line[1]))
    assert int(line[1]) == signal.SIGKILL
    return acknowledged


def one_line(folder: Path, line: int) -> int:
    """One project after another killing; returns how many edits were acknowledged."""
    path = folder / f"{line}.reelmark"
    with Project.open(path) as project:
        project.apply(ground().edit)
    edits = 0
    with victims() as process:
        for kill in range(KILLS // LINES):
            acknowledged = kill_one(process, path, seed=1000 * line + kill)
            edits += len(acknowledged)
            with Project.open(path, create=False) as project:
                # At most the one change under way when the kill came was done without having been acknowledged.
                assert len(project.edits_since(acknowledged[-1])) <= 1
                assert_sound(project)
    return edits


def test_no_acknowledged_edit_is_lost(tmp_path: Path) -> None:
    with ThreadPoolExecutor(LINES) as pool:
        edits = sum(pool.map(lambda line: one_line(tmp_path, line), range(LINES)))
    assert edits > 2_000
