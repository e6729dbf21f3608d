"""Keys and About."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.views.reach import make_reachable
from app.words import translate


class KeysDialog(QDialog):
    """Every action with its keys, searchable."""

    def __init__(self, actions: list[tuple[str, str, QAction]], parent: QWidget | None = None) -> None:
        """`actions`: (menu, text, action) each."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 600)
        self.search = QLineEdit(placeholderText=self.tr("Search actions and keys"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.search.placeholderText())
        self.list = QTreeWidget(columnCount=2)
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(True)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        for menu, text, action in actions:
            keys = "  ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts())
            item = QTreeWidgetItem([f"{menu} → {text}", keys])
            self.list.addTopLevelItem(item)
        self.list.setColumnWidth(0, 340)
        note = QLabel(self.tr("Each label has a key of its own, shown in the Labels list."))
        note.setProperty("role", "hint")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.search, self.list, note, close):
            column.addWidget(widget)
        self.search.textChanged.connect(self._filter)
        make_reachable(self)

    def _filter(self, text: str) -> None:
        wanted = text.lower().split()
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            assert item is not None
            said = f"{item.text(0)} {item.text(1)}".lower()
            item.setHidden(not all(word in said for word in wanted))


def show_keys(actions: list[tuple[str, str, QAction]], parent: QWidget) -> None:
    dialog = KeysDialog(actions, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_about(parent: QWidget) -> None:
    from importlib import metadata  # it takes its time, and the window should not wait for it

    what = translate("about", "Find, correct and learn activities in video.")
    box = QMessageBox(parent)
    box.setWindowTitle(translate("about", "About Reelmark"))
    box.setText(f"<b>Reelmark {metadata.version('reelmark')}</b><br>{what}")
    text = translate(
        "about",
        "Source under Apache-2.0; the built program as a whole is conveyed under GPL-3.0, because its FFmpeg links "
        "x264 and x265. Qt {version} and PySide6 under LGPL-3.0. The notices of everything carried are installed "
        "beside the program.",
    )
    box.setInformativeText(text.format(version=QtCore.qVersion()))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
