"""Shared ground for all tests: no real home directory, no display, real footage where it lies beside the checkout."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")
if "PYTEST_XDIST_WORKER" in os.environ:
    # Workers share the cores: a second team of threads in each would wait by spinning on the cores of the others.
    os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything the program writes of its own goes to a fresh folder."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("REELMARK_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def _no_window_stays(_own_home: Path) -> Iterator[None]:
    """Closed windows are deleted: every one that stays is dressed anew whenever a later test changes the theme."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    for window in widgets.QApplication.topLevelWidgets():
        if isinstance(window, widgets.QMainWindow) and window.isHidden():
            window.deleteLater()
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the real footage (shared/data beside the checkout) is not here")
    return SHARED
