"""From the start of the process to a usable window on an empty project, against a bare PySide6 window with pyqtgraph
imported; both started in turn. `startup_ratio` is ours over the bare one's (less is better)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.benches.figure import Figure
from core.paths import program_dir

PAIRS = 9

BARE = """
import sys
import pyqtgraph
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
"""
_OURS = """
import gc
import sys
from app import lean
lean.search_no_sources()
gc.disable()  # both as app.__main__ does just before this import
from app import application
def main(paths):
    global program
    program = application.start(paths, private=True)
    program.app.processEvents()
    return 0
application.main = main
from app.__main__ import main as command
command([sys.argv[1]])
"""
_READY = """
sys.stdout.write("ready")
sys.stdout.flush()
import os
os._exit(0)
"""


def run() -> dict[str, Figure]:
    """PAIRS pairs after one of each to warm the disk cache."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "empty.reelmark"
        times: dict[str, list[float]] = {_OURS: [], BARE: []}
        for pair in range(PAIRS + 1):
            for script, kept in times.items():
                seconds = _seconds(script, project, folder)
                if pair:
                    kept.append(seconds)
    ours, bare = statistics.median(times[_OURS]), statistics.median(times[BARE])
    against = f"a bare PySide6 window with pyqtgraph imported ({1000 * bare:.0f} ms)"
    return {"startup_ratio": Figure(1000 * ours, "ms", against, ours / bare)}


def _seconds(script: str, project: Path, home: str) -> float:
    environment = {**os.environ, "REELMARK_HOME": home, "PYTHONPATH": str(program_dir())}
    # Compiled once, as every installed program is, whatever this shell or checkout forbids to write; the pair that
    # warms up fills the cache for both sides.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script + _READY, str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.read(5)
        seconds = time.perf_counter() - started
    if said != b"ready":
        raise RuntimeError("the window did not start")
    return seconds
