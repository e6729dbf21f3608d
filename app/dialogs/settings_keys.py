"""The page of keys: what calls what, searchable; new keys are pressed, and a conflict is said before it happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.files import ask_open, ask_save
from app.keymap import Keys, holders, portable
from app.words import keys_text

_ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An action by name, or a label by id. `default`: the keys of the table; a label has none of its own."""

    id: str | int
    text: str
    keys: Keys
    default: Keys = ()

    @property
    def is_label(self) -> bool:
        return isinstance(self.id, int)


class KeysPage(QWidget):
    """Signals: wanted(id, keys): another row that has one of them loses it; reset_wanted(id, or None for all);
    import_wanted(path), export_wanted(path)."""

    wanted = Signal(object, object)
    reset_wanted = Signal(object)
    import_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[KeyRow] = []
        self.search = QLineEdit(placeholderText=self.tr("Search actions, labels and keys"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search actions, labels and keys"))
        self.list = QTreeWidget(columnCount=2)
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New keys"))
        self.said = QLabel(wordWrap=True)
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.take = QPushButton(self.tr("Take it anyway"))
        self.none = QPushButton(self.tr("No key"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset_all = QPushButton(self.tr("Reset all"))
        self.load, self.store = QPushButton(self.tr("Import…")), QPushButton(self.tr("Export…"))
        self._lay_out()
        self._connect()
        self._show_current()

    def _lay_out(self) -> None:
        new, all_of_them = QHBoxLayout(), QHBoxLayout()
        word = QLabel(self.tr("New keys"))
        new.addWidget(word)
        new.addWidget(self.edit, 1)
        for button in (self.take, self.none, self.reset):
            new.addWidget(button)
        all_of_them.addWidget(self.reset_all)
        all_of_them.addStretch(1)
        for button in (self.load, self.store):
            all_of_them.addWidget(button)
        for button in (self.take, self.none, self.reset, self.reset_all, self.load, self.store):
            button.setAutoDefault(False)  # Enter is a key like others here
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(new)
        column.addWidget(self.said)
        column.addLayout(all_of_them)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemActivated.connect(self.edit.setFocus)
        self.edit.keySequenceChanged.connect(self._on_pressed)
        self.take.clicked.connect(self._on_take)
        self.none.clicked.connect(self._on_none)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(self._on_reset_all)
        self.load.clicked.connect(self._on_load)
        self.store.clicked.connect(self._on_store)

    def set_rows(self, rows: Sequence[KeyRow]) -> None:
        """All of them; the chosen one stays chosen."""
        chosen = self.current
        self._rows = list(rows)
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QTreeWidgetItem([row.text, keys_text(row.keys)])
            item.setData(0, _ROW, row)
            self.list.addTopLevelItem(item)
            if chosen is not None and row.id == chosen.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setColumnWidth(0, 380)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self._filter(self.search.text())
        self._show_current()

    @property
    def current(self) -> KeyRow | None:
        item = self.list.currentItem()
        return item.data(0, _ROW) if item is not None else None

    def say(self, text: str, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("role", "error" if wrong else "hint")
        self.said.style().polish(self.said)

    def conflict(self, key: str) -> str:
        """Who has this key, other than the chosen row; "" for nobody."""
        row = self.current
        keys = {str(i): one.keys for i, one in enumerate(self._rows) if row is None or one.id != row.id}
        return ", ".join(f"“{self._rows[int(i)].text}”" for i in holders(key, keys))

    def _show_current(self) -> None:
        row = self.current
        for widget in (self.edit, self.none):
            widget.setEnabled(row is not None)
        self.reset.setEnabled(row is not None and not row.is_label and row.keys != row.default)
        self.take.setVisible(False)
        self._clear_edit()
        self.say(self.tr("Choose a row, press Enter, then the new keys.") if row is not None else "")

    def _clear_edit(self) -> None:
        self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(False)

    def _on_pressed(self, pressed: QKeySequence) -> None:
        row, key = self.current, pressed.toString(QKeySequence.SequenceFormat.PortableText)
        self.take.setVisible(False)
        if row is None or not key:
            return
        if row.is_label and not _fits_label(key):
            self.say(self.tr("A label's key is one letter, one digit or a function key."), wrong=True)
        elif holder := self.conflict(key):
            shown = keys_text((key,))
            self.say(self.tr("{key} belongs to {other}.").format(key=shown, other=holder), wrong=True)
            self.take.setVisible(True)
        elif portable(key) in {portable(one) for one in row.keys}:
            self.say(self.tr("It has this key already."))
        else:
            self._give((key,))

    def _give(self, keys: Keys) -> None:
        row = self.current
        if row is not None:
            self.wanted.emit(row.id, keys)
            self.list.setFocus()
            text = self.tr("{action} is now on {keys}.") if keys else self.tr("{action} has no key now.")
            self.say(text.format(action=row.text, keys=keys_text(keys)))

    def _on_take(self) -> None:
        self._give((self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText),))

    def _on_none(self) -> None:
        self._give(())

    def _on_reset(self) -> None:
        row = self.current
        if row is not None:
            self.reset_wanted.emit(row.id)

    def _on_reset_all(self) -> None:
        self.reset_wanted.emit(None)
        self.say(self.tr("Every action has its own keys again."))

    def _on_load(self) -> None:
        if path := ask_open(self.tr("Import keys"), self.tr("Keys (*.json)")):
            self.import_wanted.emit(path)

    def _on_store(self) -> None:
        if path := ask_save(self.tr("Export keys"), self.tr("Keys (*.json)"), ".json"):
            self.export_wanted.emit(path)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None:
                said = f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in said for word in wanted))


def _fits_label(key: str) -> bool:
    return (len(key) == 1 and key.isalnum()) or (key.startswith("F") and key[1:].isdigit())
