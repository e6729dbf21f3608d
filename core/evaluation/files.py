"""Ground truth and predictions from ActivityNet files, ready to be scored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.errors import UserError
from core.evaluation.segments import Instances
from core.exchange.activitynet import read_table
from core.exchange.files import read_json


def truth(path: Path, subset: str = "validation") -> Instances:
    """The annotations of one subset. Raises UserError where there are none, or where one makes no sense."""
    data = _object(path)
    database = data.get("database")
    if not isinstance(database, dict):
        raise UserError(f"{path.name} has no “database”, so it holds no ground truth; check which file is which.")
    table = {v: record for v, record in database.items() if isinstance(record, dict) and record.get("subset") == subset}
    if not table:
        there = sorted({str(r.get("subset")) for r in database.values() if isinstance(r, dict)})
        what = f"it has {', '.join(there)}; choose with --subset" if there else "it is empty"
        raise UserError(f"{path.name} has no videos of the subset “{subset}”: {what}.")
    return _instances(path, table, "database")


def predictions(path: Path) -> Instances:
    """The results of a submission; from a file that only has a database, its annotations with score 1."""
    data = _object(path)
    for name in ("results", "database"):
        if isinstance(data.get(name), dict):
            return _instances(path, data[name], name)
    raise UserError(f"{path.name} has no “results”, so it holds no predictions; check which file is which.")


def _object(path: Path) -> dict[str, Any]:
    data = read_json(path)
    if not isinstance(data, dict):
        raise UserError(f"{path.name} is not an ActivityNet file: it holds no JSON object; check it.")
    return data


def _instances(path: Path, table: dict[str, Any], name: str) -> Instances:
    """Unlike an import, a score must not hang on half a file: the first problem refuses it."""
    read = read_table(table, name)
    if read.problems:
        first = read.problems[0]
        raise UserError(f"{path.name} cannot be scored: at {first.where}: {first.message}")
    # A segment that ends before it begins covers nothing; the official code would give it a negative length.
    return Instances.of(
        (e.video, e.label, e.start or 0.0, max(e.start or 0.0, e.stop or 0.0), 1.0 if e.score is None else e.score)
        for e in read.entries
    )
