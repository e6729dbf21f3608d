"""The picture: one frame, as large as fits, with the labels of that moment; or a sentence when there is none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme
from app.views.drops import dropped_files

_CHIP_HEIGHT, _CHIP_GAP, _MARGIN = 24, 6, 10


class Stage(QWidget):
    """Paints an image, label chips over it, or a message in its place.

    Signals:
        clicked: the picture was clicked.
        open_requested: the empty stage was clicked.
        files_dropped: list[str] of paths.
    """

    clicked = Signal()
    open_requested = Signal()
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setMinimumSize(320, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pixels: np.ndarray | None = None  # keeps alive what the QImage points at
        self._image: QImage | None = None
        self._scaled: QImage | None = None
        self._labels: tuple[tuple[str, str], ...] = ()
        self._message: tuple[str, str, str] = ("", "", "")
        self._dragging = False
        self.setAccessibleName(self.tr("Picture"))
        self.show_empty()

    @property
    def image(self) -> QImage | None:
        """The frame as it was given, unscaled; None while there is none."""
        return self._image

    @property
    def message(self) -> str:
        """What stands in the picture's place; "" while there is a picture."""
        return "" if self._image is not None else self._message[1]

    def show_image(self, pixels: np.ndarray) -> None:
        """uint8 [height, width, 3] RGB."""
        self._pixels = np.ascontiguousarray(pixels)
        height, width = self._pixels.shape[:2]
        self._image = QImage(self._pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._scaled = None
        self.unsetCursor()
        self.update()

    def show_empty(self) -> None:
        self._show_message(
            "clapperboard",
            self.tr("Drop a video here, or press Ctrl+O"),
            self.tr("Then find its activities (F5), and correct them on the timeline"),
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_loading(self, name: str) -> None:
        self._show_message("film", self.tr("Opening…"), name)

    def show_error(self, text: str) -> None:
        self._show_message("circle-alert", self.tr("This cannot be shown"), text)

    def set_labels(self, labels: Sequence[tuple[str, str]]) -> None:
        """(name, "#rrggbb") of what happens in this frame."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self.update()

    def picture_rect(self) -> QRect:
        """Where the picture is painted, in the widget's coordinates."""
        if self._image is None:
            return QRect()
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(QPoint(0, 0), size)
        rect.moveCenter(self.rect().center())
        return rect

    def sizeHint(self) -> QSize:
        return QSize(854, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().stage))
        if self._image is not None:
            self._paint_picture(painter, self._image)
            self._paint_labels(painter)
        else:
            self._paint_message(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme.colors().accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._dragging:
            painter.setPen(QPen(QColor(theme.colors().accent), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            if self._image is not None:
                self.clicked.emit()
            elif self._message[0] == "clapperboard":
                self.open_requested.emit()
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._set_dragging(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dragging(False)
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))

    def _set_dragging(self, dragging: bool) -> None:
        self._dragging = dragging
        self.update()

    def _show_message(self, icon_name: str, title: str, text: str) -> None:
        self._pixels = self._image = self._scaled = None
        self._message = (icon_name, title, text)
        self.unsetCursor()
        self.update()

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        rect, ratio = self.picture_rect(), self.devicePixelRatioF()
        size = rect.size() * ratio
        if self._scaled is None or self._scaled.size() != size:
            self._scaled = image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled.setDevicePixelRatio(ratio)
        painter.drawImage(rect.topLeft(), self._scaled)

    def _paint_labels(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self.font())
        picture = self.picture_rect()
        room = picture.width() - 2 * _MARGIN
        x, y = picture.left() + _MARGIN, picture.bottom() - _MARGIN - _CHIP_HEIGHT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for text, color in self._labels:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(40, room - 40))
            width = metrics.horizontalAdvance(text) + 34
            if x + width > picture.right() - _MARGIN and x > picture.left() + _MARGIN:
                x, y = picture.left() + _MARGIN, y - _CHIP_HEIGHT - _CHIP_GAP
            chip = QRectF(x, y, width, _CHIP_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(12, 14, 20, 200))
            painter.drawRoundedRect(chip, 12, 12)
            painter.setBrush(QColor(color))
            painter.drawEllipse(QRectF(x + 9, y + _CHIP_HEIGHT / 2 - 5, 10, 10))
            painter.setPen(QColor("#ffffff"))
            painter.drawText(chip.adjusted(24, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, text)
            x += width + _CHIP_GAP

    def _paint_message(self, painter: QPainter) -> None:
        colors = theme.colors()
        icon_name, title, text = self._message
        middle = self.rect().center().y()
        theme.paint_icon(
            painter,
            icon_name,
            QRect(0, middle - 72, self.width(), 48),
            "danger" if icon_name == "circle-alert" else "muted",
        )
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        heading = QRect(24, middle - 8, self.width() - 48, 60)
        used = painter.boundingRect(heading, flags, title)
        painter.drawText(heading, flags, title)
        painter.setFont(self.font())
        painter.setPen(QColor(colors.muted))
        painter.drawText(QRect(24, used.bottom() + 8, self.width() - 48, 120), flags, text)
