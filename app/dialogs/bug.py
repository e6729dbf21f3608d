"""Says that the program made a mistake, with the text that helps to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from core.paths import log_dir


def show_bug(text: str, parent: QWidget | None = None) -> None:
    """Never blocks, and never shows twice at once: a bug that repeats would bury the window."""
    if any(isinstance(widget, QMessageBox) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
        return
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Reelmark made a mistake")
    box.setText("Something went wrong that should not.")
    box.setInformativeText(
        f"Your work is safe: every edit was already on disk. Please report the text under “Details”; it also stands in "
        f"{log_dir() / 'reelmark.log'}."
    )
    box.setDetailedText(text)
    copy = box.addButton("Copy the text", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    box.addButton(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
