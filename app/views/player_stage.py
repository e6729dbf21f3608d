"""The picture: one frame, as large as fits or enlarged, with the labels of that moment; or a sentence when there is
none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme
from app.told_words import told
from app.views.drops import dropped_files
from app.views.player_hand import Hand
from app.views.player_signs import paint_sign
from app.views.player_zoom import CRISP, Frame, Zoom
from app.words import with_keys

_CHIP_HEIGHT, _CHIP_GAP, _MARGIN = 24, 6, 10

_EMPTY = "clapperboard"  # the icon of what is said before there is a video


class Stage(QWidget):
    """Paints an image, label chips over it, or a message in its place.

    Signals:
        clicked: the picture was clicked.
        open_requested: the empty stage was clicked.
        files_dropped: list[str] of paths.
        zoom_changed: the picture lies elsewhere, or is of another size.
    """

    clicked = Signal()
    open_requested = Signal()
    files_dropped = Signal(list)
    zoom_changed = Signal()

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
        # Paints over the picture, which lies in that rectangle, and tells how much of its bottom is taken.
        self.overlay: Callable[[QPainter, QRect], int] = lambda painter, rect: 0
        self.chips = True  # whether the labels are painted here
        self._aspect = Fraction(1)
        self._whole: tuple[int, int] | None = None
        self._sign = ""
        self.hand = Hand(self, self._frame, self._on_zoom, self._on_click)
        self.setAccessibleName(self.tr("Picture"))
        self.show_empty()

    @property
    def image(self) -> QImage | None:
        """The frame as it was given; None while there is none."""
        return self._image

    @property
    def message(self) -> str:
        """What stands in the picture's place; "" while there is a picture."""
        return "" if self._image is not None else self._message[1]

    @property
    def percent(self) -> int:
        """How large the picture is; 100: one pixel of the screen to each of its rows."""
        frame = self._frame()
        return round(100 * frame.scale(self.hand.zoom)) if frame else 0

    @property
    def sign(self) -> str:
        """What is said over the picture while it is not exactly that of the frame; "" when it is."""
        return self._sign

    def set_aspect(self, aspect: Fraction, size: tuple[int, int] | None = None) -> None:
        """Width : height of one pixel of the pictures that come, and (width, height) of the whole ones; None: they are
        all given whole."""
        self._aspect, self._whole = aspect, size
        self._scaled = None
        self.update()

    def room(self) -> tuple[int, int] | None:
        """(width, height) in the screen's own pixels that a picture has; None where all of its own may be needed."""
        if self._image is None or self.hand.zoom.scale is not None or self._whole is None:
            return None
        size = self.picture_rect().size() * self.devicePixelRatioF()
        return (size.width(), size.height()) if not size.isEmpty() else None

    def show_rough(self, pixels: np.ndarray, sign: str) -> None:
        """A picture from near the frame, until `show_image` brings the frame's own."""
        self.show_image(pixels)
        self._sign = sign

    def show_image(self, pixels: np.ndarray) -> None:
        """uint8 [height, width, 3] RGB, or [height, width, 4] BGRA of about the size of `room`."""
        self._sign = ""
        self._pixels = np.ascontiguousarray(pixels)
        height, width, colors = self._pixels.shape
        kind = QImage.Format.Format_RGB32 if colors == 4 else QImage.Format.Format_RGB888
        self._image = QImage(self._pixels.data, width, height, colors * width, kind)
        self._scaled = None
        self._point()
        self.update()

    def show_empty(self) -> None:
        self.hand.set_zoom(Zoom())
        self._show_message(
            _EMPTY,
            with_keys(self.tr("Drop a video here, or press {add_videos}")),
            with_keys(self.tr("Then find its activities ({analyze}), and correct them on the timeline")),
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say_keys(self) -> None:
        """They have changed."""
        if self.message and self._message[0] == _EMPTY:
            self.show_empty()

    def show_loading(self, name: str) -> None:
        self.hand.set_zoom(Zoom())
        self._show_message("film", self.tr("Opening…"), name)

    def show_note(self, text: str) -> None:
        """Why there is no picture now, where nothing is wrong."""
        if self._message != ("clock", "", text) or self._image is not None:
            self._show_message("clock", "", text)

    def show_error(self, text: str) -> None:
        self._show_message("circle-alert", self.tr("This cannot be shown"), told(text))

    def set_labels(self, labels: Sequence[tuple[str, str]]) -> None:
        """(name, "#rrggbb") of what happens in this frame."""
        if tuple(labels) != self._labels:
            self._labels = tuple(labels)
            self.update()

    def picture_rect(self) -> QRect:
        """Where the picture is painted, in the widget's coordinates."""
        frame = self._frame()
        return frame.rect(self.hand.zoom) if frame else QRect()

    def _frame(self) -> Frame | None:
        if self._image is None:
            return None
        width, height = self._whole or (self._image.width(), self._image.height())
        return Frame(QSizeF(width * float(self._aspect), height), self.size(), self.devicePixelRatioF())

    def _on_zoom(self, zoom: Zoom) -> None:
        self._scaled = None
        self._point()
        self.update()
        self.zoom_changed.emit()

    def _point(self) -> None:
        """The pointer says whether the picture can be moved."""
        if self.hand.zoom.scale is None:
            self.unsetCursor()
        elif self.cursor().shape() != Qt.CursorShape.ClosedHandCursor:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(854, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().stage))
        if self._image is not None:
            self._paint_picture(painter, self._image)
            taken = self.overlay(painter, self.picture_rect())
            if self.chips:
                self._paint_labels(painter, taken)
            paint_sign(painter, self.rect(), self._sign, self.percent if self.hand.zoom.scale is not None else 0)
        else:
            self._paint_message(painter)
        if self.hasFocus():
            painter.setPen(QColor(theme.colors().accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)  # labels leave theirs
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._dragging:
            painter.setPen(QPen(QColor(theme.colors().accent), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _on_click(self) -> None:
        if self._image is not None:
            self.clicked.emit()
        elif self._message[0] == "clapperboard":
            self.open_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.hand.set_zoom(self.hand.zoom)  # what was enlarged may fit now
        super().resizeEvent(event)

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
        self._sign = ""
        self._message = (icon_name, title, text)
        self.unsetCursor()
        self.update()

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        rect, ratio = self.picture_rect(), self.devicePixelRatioF()
        if self.hand.zoom.scale is not None:
            smooth = self.hand.zoom.scale < CRISP
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(rect, image)
            return
        size = rect.size() * ratio
        if image.size() == size:
            painter.drawImage(rect, image)
            return
        if self._scaled is None or self._scaled.size() != size:
            self._scaled = image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled.setDevicePixelRatio(ratio)
        painter.drawImage(rect.topLeft(), self._scaled)

    def _paint_labels(self, painter: QPainter, taken: int = 0) -> None:
        metrics = QFontMetrics(self.font())
        picture = self.picture_rect() & self.rect()
        room = picture.width() - 2 * _MARGIN
        x, y = picture.left() + _MARGIN, picture.bottom() - _MARGIN - _CHIP_HEIGHT - taken
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
