"""Where are the files now? One folder is searched for all videos that are not where they were."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import dialogs, theme


class MissingDialog(QDialog):
    """Lists what is missing; what the search finds is filled in, and taken over by one button. It can be left open
    while the search goes on.

    Signals: search_requested(Path), relink_requested().
    """

    search_requested = Signal(object)
    relink_requested = Signal()

    def __init__(self, missing: Sequence[tuple[int, Path]], parent: QWidget | None = None) -> None:
        """`missing`: (video id, where it was) each."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find missing files"))
        self.resize(640, 420)
        self._rows: dict[int, QTreeWidgetItem] = {}
        one = self.tr("1 video is not where it was.")
        many = self.tr("{0} videos are not where they were.").format(len(missing))
        said = QLabel(
            (one if len(missing) == 1 else many)
            + self.tr(
                " Choose a folder or a disk to search: all folders in it are looked through, and files are known by "
                "their content, whatever they are called."
            )
        )
        said.setWordWrap(True)
        self.list = self._make_list(missing)
        self.folder = QLineEdit(self)
        self.folder.setPlaceholderText(self.tr("Folder to search"))
        self.folder.setAccessibleName(self.tr("Folder to search"))
        self.browse = QPushButton(theme.icon("folder-open"), self.tr(" Choose…"), self)
        self.search = QPushButton(theme.icon("search"), self.tr(" Search"), self)
        self.search.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        row.addWidget(self.search)
        self.note = QLabel(self)
        self.note.setProperty("role", "hint")
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.relink = buttons.addButton(self.tr("Relink"), QDialogButtonBox.ButtonRole.ActionRole)
        self.relink.setEnabled(False)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.browse.clicked.connect(self._browse)
        self.search.clicked.connect(self._search)
        self.folder.textChanged.connect(self._enable)
        self.relink.clicked.connect(self.relink_requested)
        buttons.rejected.connect(self.reject)
        self._enable()

    def _make_list(self, missing: Sequence[tuple[int, Path]]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Video"), self.tr("Where")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(self.tr("Missing videos"))
        for video_id, path in missing:
            item = QTreeWidgetItem([path.name, self.tr("was in {0}").format(path.parent)])
            item.setToolTip(1, str(path))
            item.setIcon(0, theme.icon("unlink", "danger"))
            self._rows[video_id] = item
        tree.addTopLevelItems(list(self._rows.values()))
        tree.setColumnWidth(0, 220)
        return tree

    def show_searching(self, searching: bool) -> None:
        for widget in (self.search, self.browse, self.folder):
            widget.setEnabled(not searching)
        if searching:
            self.note.setText(self.tr("Searching… the job list below the player shows how far it is, and cancels it."))
        self._enable()

    def show_found(self, found: Sequence[tuple[int, Path]]) -> None:
        for video_id, path in found:
            item = self._rows[video_id]
            item.setText(1, self.tr("found in {0}").format(path.parent))
            item.setToolTip(1, str(path))
            item.setIcon(0, theme.icon("circle-check", "ok"))
        still = len(self._rows) - len(found)
        self.relink.setEnabled(bool(found))
        self.relink.setText(self.tr("Relink {0}").format(len(found)) if found else self.tr("Relink"))
        words = self.tr("{0} of {1} found.").format(len(found), len(self._rows))
        self.note.setText(words + (self.tr(" Search another folder for the rest.") if still else ""))
        if found:
            self.relink.setFocus()

    def show_stopped(self) -> None:
        self.note.setText(self.tr("The search was stopped."))

    def _browse(self) -> None:
        if path := dialogs.ask_folder(self.tr("Folder to search")):
            self.folder.setText(str(path))
            self._search()

    def _search(self) -> None:
        place = Path(self.folder.text().strip()).expanduser()
        if not place.is_dir():
            self.note.setText(self.tr("There is no folder {0}; choose one that is there.").format(place))
            return
        self.search_requested.emit(place)

    def _enable(self) -> None:
        self.search.setEnabled(self.folder.isEnabled() and bool(self.folder.text().strip()))
