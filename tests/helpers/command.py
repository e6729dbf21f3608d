"""The command line in the tests' own process: exit code, what was said, and the JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app.cli import run


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Said]


def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """`command(capsys)("probe", path, "--json")`."""

    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


def assert_one_sentence(said: Said, part: str) -> None:
    """Exit 1, nothing on stdout, one line on stderr that holds `part` and no traceback."""
    assert said.code == 1
    assert said.out == ""
    lines = [line for line in said.err.splitlines() if not line.startswith("Made the project")]
    assert len(lines) == 1, said.err
    assert lines[0].startswith("reelmark: ")
    assert part in lines[0]
