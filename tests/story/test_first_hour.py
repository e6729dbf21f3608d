"""What a stranger does in the first hour, on real footage with the real network: find “clean and jerk” in an
ActivityNet video, drag its edges to where it begins and ends, come back after a kill, and score the export."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import models.checkpoint
from core.rows import State
from core.time import Span
from tests.helpers.command import command
from tests.helpers.desk import open_desk
from tests.helpers.weights import i3d_weights

TRUTH = (5.82, 16.20)  # seconds, the official annotation
ROOT = Path(__file__).parents[2]


def test_find_correct_come_back_and_score(
    qtbot: QtBot,
    tmp_path: Path,
    shared_data: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weights, reelmark = i3d_weights(), command(capsys)
    monkeypatch.setattr(models.checkpoint, "of_card", lambda _: weights)
    video, project = shared_data / "activitynet/videos/v_GGSY1Qvo990.mp4", tmp_path / "first.reelmark"

    found = reelmark("analyze", project, video, "--model", "i3d", "--json").json["videos"][0]
    assert found["labels"][0][0] == "clean and jerk"
    best = max((s for s in found["segments"] if s["label"] == "clean and jerk"), key=lambda s: s["score"])
    overlap = min(best["stop"], TRUTH[1]) - max(best["start"], TRUTH[0])
    assert overlap / (max(best["stop"], TRUTH[1]) - min(best["start"], TRUTH[0])) > 0.8

    desk = open_desk(qtbot, project)
    desk.until(lambda: desk.segments)
    clock = desk.ws.document.clock
    assert clock is not None
    wanted = Span(clock.boundary_at(TRUTH[0]), clock.boundary_at(TRUTH[1]))
    run = next(track.name for track in desk.ws.document.tracks.values())
    desk.drag(best["start_frame"], wanted.start, desk.lane(run, "clean and jerk"))
    (copy,) = [row for row in desk.segments if row.state is State.CORRECTED]
    desk.drag(copy.span.stop, wanted.stop, desk.lane(desk.ws.document.author, "clean and jerk"))
    assert [row.span for row in desk.stored if row.state is State.CORRECTED] == [wanted]
    desk.window.close()

    _open_and_kill(project)
    reelmark("export", project, "--format", "activitynet", "--out", tmp_path / "out.json")
    (written,) = json.loads((tmp_path / "out.json").read_text())["results"].values()
    assert [entry["segment"] for entry in written] == [pytest.approx(TRUTH, abs=0.03)]

    official = shared_data / "activitynet/activity_net.v1-3.reconstructed.json"
    arguments = ("--ground-truth", official, "--predictions", tmp_path / "out.json", "--predicted-only", "--json")
    assert reelmark("evaluate", *arguments).json["mAP"]["0.95"] == 1.0


def _open_and_kill(project: Path) -> None:
    script = """
import os, signal, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from app import application
program = application.start([Path(sys.argv[1])], private=True)
while not program.workspace.document.cells:
    program.app.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    died = subprocess.run([sys.executable, "-c", script, str(project)], env=environment, check=False)
    assert died.returncode == -signal.SIGKILL
