"""The parts of the Runs panel share its height: the list is never squeezed under two rows, what is below it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QScrollArea, QSizePolicy, QWidget

from app.views.runs_list import ROW

_LEAST = 120  # pixels of sliders


class RunsList(QListView):
    """More than two rows where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * ROW)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Below(QScrollArea):
    """As high as its content where the panel has room for it."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        layout, hint, edge = self._content.layout(), self._content.sizeHint(), self.contentsMargins()  # the theme's
        sides, ends = edge.left() + edge.right(), edge.top() + edge.bottom()
        height = hint.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(max(self.width() - sides, 1))
        return QSize(hint.width() + sides, height + ends)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # a scroll area does not ask for more room by itself
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, min(_LEAST, self.sizeHint().height()))
