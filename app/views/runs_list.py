"""The list of runs: which network, when, on what, how many segments; an eye shows or hides each on the timeline."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.words import moment_text, translate
from core.rows import Run

RUN = Qt.ItemDataRole.UserRole
FACTS = Qt.ItemDataRole.UserRole + 1
ROW = 46  # pixels of height
_Index = QModelIndex | QPersistentModelIndex


class RunModel(QAbstractListModel):
    """Signals: visibility_changed(run id, shown)."""

    visibility_changed = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[Run] = []
        self._shown: set[int] = set()
        self.counts: dict[int, int] = {}
        self._names: dict[int, str] = {}

    def set_runs(
        self, runs: Sequence[Run], counts: Mapping[int, int], shown: Collection[int], names: Mapping[int, str]
    ) -> None:
        """`names`: what a run's track is called; without one, the run is named after its network."""
        self._names = dict(names)
        same = list(runs) == self._runs
        if not same:
            self.beginResetModel()
        self._runs, self.counts, self._shown = list(runs), dict(counts), set(shown)
        if not same:
            self.endResetModel()
        elif runs:
            self.dataChanged.emit(self.index(0), self.index(len(runs) - 1))

    def row_of(self, run_id: int | None) -> QModelIndex:
        rows = [row for row, run in enumerate(self._runs) if run.id == run_id]
        return self.index(rows[0]) if rows else QModelIndex()

    def toggle(self, index: _Index) -> None:
        run_id = self._runs[index.row()].id
        self._shown ^= {run_id}
        self.dataChanged.emit(index, index)
        self.visibility_changed.emit(run_id, run_id in self._shown)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run = self._runs[index.row()]
        if role == RUN:
            return run
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._names.get(run.id) or _name(run)} · {moment_text(run.created)}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if run.id in self._shown else Qt.CheckState.Unchecked
        if role == FACTS:
            count = self.counts.get(run.id, 0)
            took = f"{run.seconds:.1f} s" if run.seconds else ""
            return " · ".join(filter(None, [_segments(count), run.device, took]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{index.data()}\n{index.data(FACTS)}"
        return None


def _segments(count: int) -> str:
    return (
        translate("RunModel", "1 segment")
        if count == 1
        else translate("RunModel", "{count} segments").format(count=count)
    )


def _name(run: Run) -> str:
    """Other forms than the paper's are told apart."""
    form = str(json.loads(run.settings).get("form", "paper"))
    return run.model if form == "paper" else f"{run.model} {form}"


class RunDelegate(QStyledItemDelegate):
    """Two lines and an eye."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(180, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        looks: Any = option  # the stubs miss the fields that QStyleOption brings
        box, colors = looks.rect, theme.colors()
        painter.save()
        if looks.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colors.accent_soft))
        elif looks.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colors.hover))
        shown = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        theme.paint_icon(painter, "eye" if shown else "eye-off", _eye(box), "text" if shown else "disabled")
        for top, text, color in ((5, index.data(), colors.text), (23, index.data(FACTS), colors.muted)):
            line = QRect(box.left() + 12, box.top() + top, box.width() - 54, 18)
            painter.setPen(QColor(color))
            text = looks.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: _Index) -> bool:
        box: QRect = option.rect
        if isinstance(event, QMouseEvent) and _eye(box).adjusted(-8, -8, 8, 8).contains(event.position().toPoint()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                model.toggle(index)
            return True
        return super().editorEvent(event, model, option, index)


def _eye(box: QRect) -> QRect:
    return QRect(box.right() - 30, box.center().y() - 8, 17, 17)
