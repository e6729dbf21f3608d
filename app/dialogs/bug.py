"""Says that the program made a mistake, with a report that helps to mend it. Never modal: work goes on behind it."""

from __future__ import annotations

import platform
from collections import deque
from importlib import metadata

from PySide6 import QtCore
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from core.paths import log_dir

_LINES = 60  # of the log


def report(trace: str) -> str:
    """The whole text to send: what runs where, what broke, and what the log said before."""
    system = f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
    qt = f"Qt {QtCore.qVersion()}, {QApplication.platformName()}"
    parts = [f"Reelmark {metadata.version('reelmark')}", system, qt, "", trace.strip(), "", f"Last {_LINES} log lines:"]
    return "\n".join([*parts, *last_lines()])


def last_lines() -> list[str]:
    """The end of the log; a log that cannot be read is no second mistake."""
    try:
        with (log_dir() / "reelmark.log").open(encoding="utf-8", errors="replace") as file:
            return [line.rstrip("\n") for line in deque(file, _LINES)]
    except OSError as error:
        return [f"(the log cannot be read: {error})"]


class BugDialog(QDialog):
    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reelmark made a mistake"))
        picture = QLabel(self)
        picture.setPixmap(theme.pixmap("triangle-alert", 32, "warning", self.devicePixelRatioF()))
        self.said = QLabel(
            self.tr(
                "Something went wrong that should not. Your work is safe: every edit was already on disk, and you can "
                "go on. Please send this report to who looks after the program; check it for names you keep private."
            ),
            self,
            wordWrap=True,
        )
        self.text = QPlainTextEdit(report(trace), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.copy = QPushButton(self.tr("Copy the report"), self)
        self.folder = QPushButton(self.tr("Open the log folder"), self)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy.clicked.connect(self._copy)
        self.folder.clicked.connect(self._open_folder)
        close.rejected.connect(self.reject)
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said, 1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.resize(720, 440)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_dir())))


def show_bug(trace: str, parent: QWidget | None = None) -> BugDialog | None:
    """Never twice at once: a bug that repeats would bury the window. The keyboard stays where it is."""
    if any(isinstance(widget, BugDialog) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
        return None
    dialog = BugDialog(trace, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    dialog.show()
    return dialog
