"""What every paper of PAPERS must do. A new paper is tested by its line in models/papers/__init__.py."""

from __future__ import annotations

import json
import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from core.errors import UserError
from core.task import drive
from models.cards import CARDS
from models.device import choose
from models.papers import PAPERS, paper
from models.papers.report import Job, Paper, Row, interval, over_seeds

EVERY = [pytest.param(entry, id=entry.name) for entry in PAPERS]
DRAWS_ITS_OWN = {"baccouche2011"}  # goes on with a rendered stand-in where there are no data
QUICK_SECONDS = 300


def job(data: Path, out: Path, **options: object) -> Job:
    return Job(data, out, choose("cpu"), **{"quick": True} | options)  # type: ignore[arg-type]


def test_each_paper_has_its_card_and_its_name() -> None:
    names = [entry.name for entry in PAPERS]
    assert len(set(names)) == len(names)
    assert set(names) <= {card.name for card in CARDS}
    for name in names:
        assert paper(name).name == name
    with pytest.raises(UserError, match="no paper “nothing”; there are"):
        paper("nothing")


@pytest.mark.parametrize("entry", EVERY)
def test_a_paper_says_what_it_needs(entry: Paper) -> None:
    assert entry.title
    assert re.search(r"\d{4}", entry.name), "with its year"
    assert entry.needs
    assert all(name and "/" not in name for name in entry.needs)


@pytest.mark.parametrize("entry", [param for param in EVERY if param.id not in DRAWS_ITS_OWN])
@pytest.mark.parametrize("made", [False, True], ids=["no folder", "an empty folder"])
def test_a_folder_without_the_data_is_refused_with_what_is_missing(entry: Paper, made: bool, tmp_path: Path) -> None:
    data = tmp_path / "data"
    if made:
        data.mkdir()
    with pytest.raises(UserError) as caught:
        drive(entry.reproduce(job(data, tmp_path / "out")))
    said = str(caught.value)
    assert any(name in said for name in entry.needs), f"which of {entry.needs} is missing: {said}"
    assert re.search(r"miss|lack|neither|not there|no ", said)
    assert re.search(r"[.;]", said)
    assert "\n" not in said


@pytest.mark.parametrize("entry", EVERY)
def test_a_cancelled_run_ends_at_once(entry: Paper, tmp_path: Path) -> None:
    """As far as it comes without data."""
    task = entry.reproduce(job(tmp_path / "data", tmp_path / "out"))
    with suppress(UserError):
        next(task)
    began = time.monotonic()
    task.close()
    assert time.monotonic() - began < 1


def _sound(row: Row) -> None:
    assert row.row
    assert row.metric
    assert row.on in ("paper's data", "stand-in", "not run")
    assert (row.ours is None) == (row.on == "not run")
    if row.spread is not None:
        assert row.seeds > 1
    if row.interval is not None:
        assert row.interval[0] <= row.interval[1]


@pytest.mark.slow
@pytest.mark.parametrize("entry", EVERY)
def test_the_quick_run_gives_the_table(entry: Paper, shared_data: Path, tmp_path: Path) -> None:
    report = drive(entry.reproduce(job(shared_data, tmp_path)))
    assert report.paper == entry.name
    assert report.rows
    for row in report.rows:
        _sound(row)
    assert any(row.paper is not None for row in report.rows), "the paper's own numbers"
    assert any(row.ours is not None for row in report.rows)
    assert report.figures
    assert all(Path(figure).suffix == ".png" and Path(figure).stat().st_size > 0 for figure in report.figures)
    assert Path(report.checkpoint).is_file()
    assert json.loads(report.write(tmp_path / "table").read_text())["table"]
    assert report.seconds < 2 * QUICK_SECONDS  # of two idle cores half


def test_spread_and_interval_over_seeds() -> None:
    assert over_seeds([2.0]) == (2.0, None)
    mean, spread = over_seeds([1.0, 3.0])
    assert mean == 2
    assert spread == pytest.approx(2**0.5)
    assert interval([1.0]) is None
    low, high = interval([1.0, 2.0, 3.0]) or (0, 0)
    assert (low, high) == pytest.approx((-0.484, 4.484), abs=1e-3)
