"""What careless commands and other programs do to a project that is open."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.cli import run
from app.document import Document
from core.rows import Label, Run, Segment, State, Track, TrackKind, Video, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit

VIDEO = Video(new_id(), "v.mp4", "f" * 32, 1000, Fraction(25), 64, 48, 40.0)
LABEL = Label(new_id(), "run", "#336699")
TRACK = Track(new_id(), VIDEO.id, "Ann")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Project.open(tmp_path / "p.reelmark") as project:
        segments = [Segment(new_id(), TRACK.id, LABEL.id, Span(i * 10, i * 10 + 5)) for i in range(50)]
        project.apply(Edit("Set up", added=(VIDEO, LABEL, TRACK, *segments)))
    return tmp_path / "p.reelmark"


def test_an_export_never_overwrites_its_project(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert run(["export", str(path), "--format", "csv", "--out", str(path)]) == 1
    assert "another name" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_negative_frame_and_a_threshold_that_is_no_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["frame", str(tmp_path / "no.mp4"), "-1", "--out", str(tmp_path / "f.png")]) == 1
    assert run(["analyze", str(tmp_path / "p.reelmark"), "v", "--model", "i3d", "--threshold", "nan"]) == 2
    assert "no number" in capsys.readouterr().err


def test_a_closed_standard_output(tmp_path: Path) -> None:
    command = "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'app', 'formats'])"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_another_programs_edits_are_followed_without_reading_all_again(
    path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(Project.open(path), "Ann")
    document.open_video(VIDEO.id)
    asked: list[int | None] = []
    real = document.project.segments
    monkeypatch.setattr(
        document.project, "segments", lambda *, track_id: asked.append(track_id) or real(track_id=track_id)
    )
    run_row = Run(new_id(), VIDEO.id, "i3d", None, "{}", "", 0)
    found = Track(new_id(), VIDEO.id, "i3d", TrackKind.RUN, run_row.id)
    with Project.open(path) as other:
        first = other.segments(track_id=TRACK.id)[0]
        other.apply(Edit("Delete", removed=(first,)))
        other.add_run(run_row, found, [Segment(new_id(), found.id, LABEL.id, Span(0, 9), 0.5, State.PREDICTED)])
        document.add_segment(Span(990, 1000), LABEL.id)  # before this program has looked
        other.undo()
        document.refresh()
        other.redo()
        document.refresh()
    document.refresh(force=True)
    held = {row for table in document.cells.values() for row in table.rows}
    assert held == set(real(track_id=TRACK.id)) | set(real(track_id=found.id))
    assert set(asked) <= {found.id}
    document.close()


def test_accepting_thousands_takes_no_square_of_them(path: Path, qapp: QApplication) -> None:
    document = Document(Project.open(path), "Ann")
    run_row = Run(new_id(), VIDEO.id, "i3d", None, "{}", "", 0)
    found = Track(new_id(), VIDEO.id, "i3d", TrackKind.RUN, run_row.id)
    rows = [
        Segment(new_id(), found.id, LABEL.id, Span(i % 900, i % 900 + 9), 0.5, State.PREDICTED) for i in range(4000)
    ]
    document.project.add_run(run_row, found, rows)
    document.open_video(VIDEO.id)
    assert document.accept(rows)
    assert {row.state for row in document.selected} == {State.ACCEPTED}
    assert len(document.selected) == 4000
    document.close()
