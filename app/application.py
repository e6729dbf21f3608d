"""Starts the window: which project opens, in which theme, and what happens when something breaks."""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app import dialogs, language, theme
from app.main_window import MainWindow
from app.workspace import Workspace
from core import settings as user_settings
from core.errors import UserError
from core.log import logger
from core.paths import data_dir


@dataclass(frozen=True)
class Program:
    """The running program; keep it as long as the window shall live."""

    app: QApplication
    workspace: Workspace
    window: MainWindow


def log_qt() -> None:
    """Qt's own messages go to the log file instead of the terminal. Not for tests, which listen to them."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    logger("qt").log(logging.ERROR if serious else logging.DEBUG, text)


def make_app(scale: int = 100) -> QApplication:
    """`scale`: percent of what the screen asks for; it cannot be changed once there is an application."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    if scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{max(50, min(scale, 400)) / 100:g}")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Reelmark")
    app.setDesktopFileName("reelmark")
    return app


def start(paths: Sequence[Path] = (), private: bool = False) -> Program:
    """Opens the window on a project and videos. Without a project among `paths`: videos open in a project of their own
    (the same one the next time), and nothing at all opens what was open last. A `private` program (self-test, pictures)
    neither reads nor writes the user's settings."""
    settings = user_settings.Settings(language="en") if private else user_settings.load()
    app = make_app(settings.scale)
    language.install(app, settings.language)
    theme.apply(app, settings.theme)
    projects = [path for path in paths if path.suffix == ".reelmark"]
    videos = [path for path in paths if path.suffix != ".reelmark"]
    trouble = ""
    try:
        workspace = Workspace(settings, _project_for(projects, videos, settings), private)
    except UserError as error:
        if projects:
            raise
        trouble = str(error)
        workspace = Workspace(settings, scratch("Untitled"), private)
    window = MainWindow(workspace)
    window.show()
    workspace.show_first_video()
    if settings.welcome and not private:
        window.access.welcome.begin()
    if trouble:
        workspace.complain(trouble)
    if videos:
        workspace.add_videos(videos)
    return Program(app, workspace, window)


def scratch(name: str) -> Path:
    """A project of the user's own folder, for those who never chose one."""
    folder = data_dir() / "projects"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.reelmark"


def _project_for(projects: list[Path], videos: list[Path], settings: user_settings.Settings) -> Path:
    if projects:
        return projects[0]
    if videos:
        first = videos[0].absolute()
        return scratch(f"{first.stem} {hashlib.sha256(bytes(first)).hexdigest()[:8]}")
    recent = [path for path in map(Path, settings.recent_projects) if path.is_file()]
    return recent[0] if recent else scratch("Untitled")


def main(paths: Sequence[Path] = ()) -> int:
    """Runs the window until it is closed. Raises UserError when a named project cannot be opened."""
    log_qt()
    program = start(paths)
    gc.freeze()  # what a start made stays; later collections, and their pauses, need not look at it
    sys.excepthook = _Hook(program.window)
    return program.app.exec()


class _Hook:
    """A bug in the window: logged, shown with a text to copy, and the program goes on (every edit is on disk)."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        logger("window").error("unexpected error:\n%s", text)
        dialogs.show_bug(text, self.window)
