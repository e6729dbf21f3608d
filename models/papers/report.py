"""What a reproduction is asked for and what it answers: the paper's table with our column beside it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np

from core.task import Task
from models.device import Device

On = Literal["paper's data", "stand-in", "not run"]


@dataclass(frozen=True)
class Job:
    """data: the folder that holds the data sets' folders. out: where checkpoint, JSON and figures go. quick: the small
    build, five minutes on two cores. minutes: train as long as this, resumably. size: the card's variant to train
    ("": what quick, or its absence, means). seeds: how many ("None": what the paper's file thinks right)."""

    data: Path
    out: Path
    device: Device
    quick: bool = False
    minutes: float | None = None
    size: str = ""
    seeds: int | None = None

    @property
    def variant(self) -> str:
        return self.size or ("small" if self.quick else "paper")

    def stretched(self, steps: int, minutes: float) -> int:
        """The steps of a quick run, which take about `minutes` in all: with a budget as many times more."""
        return steps if self.minutes is None else max(1, round(steps * self.minutes / minutes))


@dataclass(frozen=True)
class Row:
    """One row of the paper's table. paper: its number (None: it has none); ours: the mean over seeds (None: not run);
    spread: the standard deviation over `seeds`; interval: a 95 % confidence interval where one was asked for. build:
    which size was trained. remembered: the paper's number could not be checked against its text."""

    row: str
    metric: str
    paper: float | None
    ours: float | None
    on: On
    spread: float | None = None
    seeds: int = 1
    interval: tuple[float, float] | None = None
    build: str = ""
    note: str = ""
    remembered: bool = False


@dataclass(frozen=True)
class Report:
    paper: str
    title: str
    rows: tuple[Row, ...]
    seconds: float
    device: str
    notes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    checkpoint: str = ""

    def document(self) -> dict[str, object]:
        """As JSON values; `table` is the command line's contract."""
        values = dataclasses.asdict(self)
        values["table"] = values.pop("rows")
        return values

    def write(self, folder: Path) -> Path:
        file = folder / f"{self.paper}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(self.document(), indent=2), "utf-8")
        return file


@dataclass(frozen=True)
class Paper:
    """One paper that can be reproduced; `name` is its card's."""

    name: str
    title: str
    reproduce: Callable[[Job], Task[Report]]
    needs: tuple[str, ...] = field(default=())  # folders of `Job.data`, for the help text


def over_seeds(values: Sequence[float]) -> tuple[float, float | None]:
    """Mean and standard deviation (with n − 1; None of a single value)."""
    return float(np.mean(values)), float(np.std(values, ddof=1)) if len(values) > 1 else None


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The 95 % confidence interval of the mean, by Student's t; None of fewer than two values."""
    if len(values) < 2:
        return None
    if len(set(values)) == 1:
        return float(values[0]), float(values[0])
    from scipy import stats

    low, high = stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values))
    return float(low), float(high)
