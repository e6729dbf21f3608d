"""The command palette: a field to type in, and below it what fits, the best first. Keyboard only, and never modal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.views.keys import keep_keys
from app.views.palette_match import fit
from core.rows import Label, Video

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OWN = (*_MOVES, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOST, _ROWS, _WIDTH = 200, 11, 620
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done: an action by name, a label or a video. `why_not`: a sentence while it is not
    possible, "" while it is."""

    id: str | Label | Video
    text: str
    keys: str = ""
    why_not: str = ""
    icon: str = ""
    color: str = ""  # "#rrggbb": a chip in the icon's place


class Palette(QFrame):
    """Lies over the upper middle of `parent`. Signals: chosen(Entry) after it is hidden; refused(Entry): Enter on what
    is not possible now, it stays open."""

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = parent
        self._entries: list[Entry] = []
        self._before: QWidget | None = None  # had the keyboard
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type what to do, a label, or a video"))
        self.field.setAccessibleName(self.tr("Find an action, label or video"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field moves the choice
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.tr("Nothing fits; try fewer letters."), self)
        self.nothing.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for widget in (self.field, self.nothing, self.list):
            column.addWidget(widget)
        keep_keys(self.field, _OWN)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._show)
        self.list.itemClicked.connect(self._take)
        parent.installEventFilter(self)
        self.hide()

    def open(self, entries: Sequence[Entry]) -> None:
        self._entries, self._before = list(entries), QApplication.focusWidget()
        self.field.clear()
        self._show("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def shown(self) -> list[Entry]:
        return [self.list.item(i).data(_ENTRY) for i in range(self.list.count())]

    def _show(self, typed: str) -> None:
        fits = [(fit(typed, entry.text), entry) for entry in self._entries] if typed.strip() else []
        best = sorted((pair for pair in fits if pair[0] > 0), key=lambda pair: (bool(pair[1].why_not), -pair[0]))
        found = [entry for _, entry in best] if typed.strip() else self._entries
        self.list.clear()
        for entry in found[:_MOST]:
            item = QListWidgetItem(entry.text)
            item.setData(_ENTRY, entry)
            said = ", ".join(part for part in (entry.text, entry.keys, entry.why_not) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(entry.why_not)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._place()

    def _take(self, item: QListWidgetItem | None) -> None:
        entry: Entry | None = item.data(_ENTRY) if item is not None else None
        if entry is None:
            return
        if entry.why_not:
            self.refused.emit(entry)
            return
        self._leave()
        self.chosen.emit(entry)

    def _leave(self) -> None:
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def _place(self) -> None:
        parent = self._over
        width = min(_WIDTH, parent.width() - 40)
        row = self.list.sizeHintForRow(0) if self.list.count() else 0
        room = max(2, (parent.height() - 160) // max(1, row))
        self.list.setFixedHeight(row * min(self.list.count(), _ROWS, room) + 4)
        self.setGeometry((parent.width() - width) // 2, 60, width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            if QApplication.activePopupWidget() is None:  # the field's own menu takes the focus as well
                self.hide()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        elif watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        elif key in _MOVES and self.list.count():
            page = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS}.get(Qt.Key(key), _ROWS)
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + page)))
        elif key != Qt.Key.Key_Tab:
            return False
        return True


class EntryDelegate(QStyledItemDelegate):
    """Icon or chip, text, and on the right the keys; what is not possible is pale and says why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, option.fontMetrics.height() + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(_ENTRY)
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(option.widget.style().ControlElement.CE_ItemViewItem, option, painter)
        box: QRect = option.rect.adjusted(8, 0, -10, 0)
        colors, metrics = theme.colors(), option.fontMetrics
        painter.save()
        icon = QRect(box.left(), box.top(), 16, box.height())
        if entry.color:
            theme.swatch(entry.color, 16).paint(painter, icon)
        elif entry.icon:
            theme.paint_icon(painter, entry.icon, icon, "disabled" if entry.why_not else "muted")
        right = "  ·  ".join(part for part in (entry.why_not, entry.keys) if part)
        least = min(metrics.horizontalAdvance(entry.text) + 40, box.width() // 2)
        room = min(metrics.horizontalAdvance(right) + 2, box.width() - least)
        left = box.adjusted(26, 0, -room - 12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colors.muted if entry.why_not else colors.text))
        painter.drawText(left, middle, metrics.elidedText(entry.text, Qt.TextElideMode.ElideMiddle, left.width()))
        painter.setPen(QColor(colors.muted))
        said = metrics.elidedText(right, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, said)
        painter.restore()
