"""Trials of an experiment, each done once: what a trial found is kept in a file as soon as it is known, so that a run
that was stopped goes on where it was. Delete the file to begin anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.task import Task

Found = dict[str, Any]  # numbers, and lists of them


class Trials:
    """file: JSON, trial → what it found. version: changes with whatever makes old trials wrong."""

    def __init__(self, file: Path, version: str) -> None:
        self.file, self.version = file, version
        self.done: dict[str, Found] = {}
        if file.is_file():
            kept = json.loads(file.read_text("utf-8"))
            self.done = kept["trials"] if kept.get("version") == version else {}

    def get(self, name: str, task: Callable[[], Task[Found]]) -> Task[Found]:
        if name not in self.done:
            self.done[name] = yield from task()
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part = self.file.with_suffix(".part")
            part.write_text(json.dumps({"version": self.version, "trials": self.done}, indent=1), "utf-8")
            part.replace(self.file)
        return self.done[name]
