"""A paper's experiment, from data sets on disk to table, figures and checkpoint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core import paths
from core.errors import UserError
from core.task import Progress, Task

if TYPE_CHECKING:
    from models.papers.report import Report


def reproduce(
    name: str,
    data: Path,
    quick: bool = False,
    minutes: float | None = None,
    size: str = "",
    seeds: int | None = None,
    out: Path | None = None,
    device: str = "auto",
) -> Task[Report]:
    """Runs it and writes NAME.json beside the figures and the checkpoint, into `out` (default: a folder of the
    program's own). Raises UserError where the data are not there or a name is wrong."""
    yield Progress(text=f"Reproducing {name}")
    from models.cards import card
    from models.device import choose
    from models.papers import paper
    from models.papers.report import Job

    chosen = paper(name)
    if size and size not in card(name).sizes:
        raise UserError(f"“{name}” has no form “{size}”; there are {', '.join(card(name).sizes)}.")
    if not data.is_dir():
        raise UserError(
            f"There is no folder {data}; name the one that holds {', '.join(chosen.needs) or 'the data sets'}."
        )
    folder = out or paths.data_dir() / "reproduced" / name
    folder.mkdir(parents=True, exist_ok=True)
    report = yield from chosen.reproduce(Job(data, folder, choose(device), quick, minutes, size, seeds))
    report = replace(report, figures=tuple(str(figure) for figure in report.figures))
    report.write(folder)
    return report
