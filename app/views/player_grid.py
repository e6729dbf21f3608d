"""Several videos of one scene beside each other: the playhead's own first, then a tile for each of the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.views.elided import ElidedLabel
from app.views.player_stage import Stage
from app.views.tips import plain_button

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tile(QWidget):
    """One of the other videos. While it has the focus, arrow keys move it alone, by its own frames (with Shift: ten);
    Enter keeps the place found, Esc drops it.

    Signals, each with the video's id:
        stepped: by so many frames.
        kept: what was moved shall stay so.
        dropped: it shall not.
        closed: it is not to be shown any more.
    """

    stepped = Signal(object, int)
    kept = Signal(object)
    dropped = Signal(object)
    closed = Signal(object)

    def __init__(self, video_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.video_id = video_id
        self.stage = Stage(self)
        self.stage.setMinimumSize(160, 90)
        self.stage.setAcceptDrops(False)
        self.stage.setAccessibleName(self.tr("{0}, played beside").format(name))
        self.stage.setToolTip(self.tr("Click, then ← → moves only this video; Enter aligns it here"))
        self.stage.show_loading(name)
        self.stage.installEventFilter(self)
        self.offset = QLabel(self)
        self.offset.setProperty("role", "muted")
        self.align = QPushButton(self.tr("Align here"), self)
        self.align.setToolTip(self.tr("These two frames show the same moment (Enter)"))
        self.align.clicked.connect(lambda: self.kept.emit(self.video_id))
        self.align.setVisible(False)
        close = plain_button("x", self.tr("Do not play {0} beside").format(name), self)
        close.clicked.connect(lambda: self.closed.emit(self.video_id))
        for button in (self.align, close):
            button.setFixedHeight(26)
        head = QHBoxLayout()
        head.setContentsMargins(8, 3, 2, 3)
        head.setSpacing(6)
        title = ElidedLabel(self)
        title.setText(name)
        head.addWidget(title, 1)
        for widget in (self.offset, self.align, close):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stage, 1)

    def set_offset(self, offset: float, moved: int) -> None:
        """Seconds on the shared clock, and by how many frames the tile stands elsewhere for now."""
        self.offset.setText(f"{offset:+.3f} s" if not moved else self.tr("moved by {0} frames").format(f"{moved:+d}"))
        self.align.setVisible(moved != 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line says that the arrow keys are this tile's now."""
        super().paintEvent(event)
        if self.stage.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, self.stage.y() - 2, self.width(), 2, QColor(theme.colors().accent))
            painter.end()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            key, ten = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            tell = {
                Qt.Key.Key_Return: self.kept, Qt.Key.Key_Enter: self.kept, Qt.Key.Key_Escape: self.dropped,
            }.get(key)  # fmt: skip
            if tell is None and key not in _STEPS:
                return False
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                if tell is not None:
                    tell.emit(self.video_id)
                else:
                    self.stepped.emit(self.video_id, _STEPS[key] * (10 if ten else 1))
            return True
        return False


class StageGrid(QWidget):
    """The main stage alone, or with tiles around it."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._least = stage, stage.minimumSize()
        self.tiles: dict[int, Tile] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._arrange()

    def add(self, tile: Tile) -> None:
        self.tiles[tile.video_id] = tile
        self._arrange()

    def remove(self, video_id: int) -> None:
        tile = self.tiles.pop(video_id)
        self._grid.removeWidget(tile)
        tile.hide()
        tile.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        shown: list[QWidget] = [self._stage, *self.tiles.values()]
        self._stage.setMinimumSize(QSize(160, 90) if self.tiles else self._least)  # or its row would be the higher one
        columns = next(n for n in range(1, len(shown) + 1) if n * n >= len(shown))
        for widget in shown:
            self._grid.removeWidget(widget)
        for i in range(max(self._grid.columnCount(), self._grid.rowCount())):
            self._grid.setColumnStretch(i, int(i < columns))
            self._grid.setRowStretch(i, int(i * columns < len(shown)))
        for i, widget in enumerate(shown):
            self._grid.addWidget(widget, i // columns, i % columns)
            widget.show() if i else None
