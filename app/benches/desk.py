"""The whole window on a project of ten hours and 100,000 segments with four signal lanes: `desk_pan_p95_ms`, from the
wish to see another span until timeline, lanes and overview are painted, at every zoom; `desk_drag_p95_ms`, from one
movement of the mouse with an edge in the hand until it is painted, the room others make included (both at most 16);
`desk_memory_mb`, what the program holds beyond a bare window with pyqtgraph (at most 400).

Each runs in a process of its own. The player's side of the desk is in `overlay` and `player`.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.benches.figure import Figure
from app.benches.memory import resident
from app.benches.startup import BARE

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPointF

    from app.application import Program
    from core.rows import Segment

SIZE = (1600, 900)
_ZOOMS, _PANS = 24, 6
_SHORTEST = 300  # frames on screen at the closest zoom
_DRAGS, _MOVES = 12, 16
_LANES = ("scores", "surprise", "motion", "waveform")

_BARE = f"""{BARE}
from app.benches.memory import resident
sys.stdout.write(str(resident()))
"""


def run() -> dict[str, Figure]:
    with tempfile.TemporaryDirectory(prefix="reelmark-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _child(folder, "-m", "app.benches.desk_project", name)
        found = json.loads(_child(folder, "-m", "app.benches.desk", str(folder / "day.reelmark")))
        bare = int(_child(folder, "-c", _BARE))
    beyond = (found.pop("memory") - bare) / 1e6
    figures = {key: Figure(value, "ms") for key, value in found.items()}
    against = f"a bare PySide6 window with pyqtgraph imported holds {bare / 1e6:.0f} MB"
    return figures | {"desk_memory_mb": Figure(beyond, "MB", against)}


def _child(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "REELMARK_HOME": str(folder / "home")}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


def measured(project: Path) -> dict[str, float]:
    from app import application

    application.log_qt()
    program = application.start([project], private=True)
    program.window.resize(*SIZE)
    signals = program.window.signals
    for name in _LANES:
        signals.show_lane(name, True)
    _settle(program)
    missing = [row.title for row in signals.view.rows if row.levels is None]
    if missing or len(signals.view.rows) != len(_LANES):
        raise RuntimeError(f"these lanes have nothing to show: {missing}")
    memory = resident()
    pans, drags = _pans(program), _drags(program)
    program.window.close()
    return {
        "desk_pan_p95_ms": _p95(pans),
        "desk_pan_longest_ms": 1e3 * max(pans),
        "desk_drag_p95_ms": _p95(drags),
        "desk_drag_longest_ms": 1e3 * max(drags),
        "memory": memory,
    }


def _p95(seconds: list[float]) -> float:
    return 1e3 * float(np.percentile(seconds, 95))


def _settle(program: Program) -> None:
    from app.benches.loop import spin

    ws, view = program.workspace, program.window.signals.view
    spin(lambda: ws.playhead.frames > 1, 120)
    spin(lambda: not ws.runner.busy and all(row.levels is not None for row in view.rows), 300)
    until = time.perf_counter() + 2
    spin(lambda: time.perf_counter() > until and not ws.runner.busy, 300)


def _pans(program: Program) -> list[float]:
    """Seconds from each wish to its picture."""
    from PySide6.QtCore import QCoreApplication

    from app.benches.desk_project import FRAMES
    from core.time import Span

    timeline, chance, taken = program.window.timeline, random.Random(2), []
    for zoom in range(_ZOOMS):
        length = round(FRAMES * (_SHORTEST / FRAMES) ** (zoom / (_ZOOMS - 1)))
        for _ in range(_PANS):
            start = chance.randint(0, FRAMES - length)
            begin = time.perf_counter()
            timeline.zoom_to(Span(start, start + length))
            QCoreApplication.processEvents()
            taken.append(time.perf_counter() - begin)
    return taken


def _drags(program: Program) -> list[float]:
    """Seconds from each movement of the mouse to its picture: edges of a person's segments, at most an hour in view."""
    from PySide6.QtCore import QCoreApplication, QEvent, QPointF

    from app.benches.desk_project import FRAMES
    from core.rows import TrackKind
    from core.time import Span

    timeline, chance, taken = program.window.timeline, random.Random(3), []
    mine = [lane for lane in timeline.scene.lanes if lane.track.kind is TrackKind.HUMAN and len(lane.table)]
    for number in range(_DRAGS):
        lane = mine[number % len(mine)]
        segment = lane.table.rows[chance.randrange(len(lane.table) // 4, len(lane.table) // 2)]
        length = max(len(segment.span) * 3, round(FRAMES / 10 * 10 ** -(2 * number / _DRAGS)))
        middle = segment.span.stop
        timeline.zoom_to(Span(max(0, middle - length // 2), middle + length // 2))
        timeline.set_selection({segment.id})
        at = _edge(program, segment)
        QCoreApplication.processEvents()
        kinds = QEvent.Type
        _mouse(program, kinds.MouseButtonPress, at)
        for move in range(_MOVES):
            goal = at + QPointF(6 * (move + 1), 0)
            begin = time.perf_counter()
            _mouse(program, kinds.MouseMove, goal)
            QCoreApplication.processEvents()
            taken.append(time.perf_counter() - begin)
        if timeline.scene.preview is None:
            raise RuntimeError("no edge was in the hand")
        _mouse(program, kinds.MouseButtonRelease, goal)
        QCoreApplication.processEvents()
    return taken


def _edge(program: Program, segment: Segment) -> QPointF:
    """The pixels of a segment's end, scrolled into sight."""
    from PySide6.QtCore import QPointF

    scene = program.window.timeline.scene
    number = next(i for i, lane in enumerate(scene.lanes) if lane.label.id == segment.label_id)
    row = scene.rows.lane(number)
    assert row is not None
    program.window.timeline.verticalScrollBar().setValue(max(0, scene.row_top(row) + scene.scroll - 100))
    return QPointF(scene.scale.x(segment.span.stop), scene.row_top(row) + 12)


def _mouse(program: Program, kind: QEvent.Type, at: QPointF) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    port = program.window.timeline.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(kind, at, port.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, event)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]))))
