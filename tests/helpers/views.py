"""Rows and pictures that the tests of the views show."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.views.player_stage import Stage
from core.rows import Label, Segment, State, Video
from core.time import ConstantRate, Span
from tests.helpers.videos import number_on

CLOCK = ConstantRate(Fraction(25), 1000)
ID = 1 << 60  # real ids need more than 32 bits


def video(number: int, name: str = "", variable: bool = False) -> Video:
    path = f"videos/{name or f'clip{number}.mp4'}"
    return Video(ID + number, path, f"print{number}", 1000, Fraction(25), 640, 480, 40.0, variable_rate=variable)


def label(number: int, name: str, key: str = "", group: str = "") -> Label:
    return Label(ID + number, name, "#3366cc", key=key, group=group)


def segment(number: int, start: int, stop: int, label_id: int = ID + 1, **values: object) -> Segment:
    given = {"score": 0.5, "state": State.PREDICTED, **values}
    return Segment(ID + number, ID, label_id, Span(start, stop), **given)


def action(parent: QWidget, text: str, key: str = "", done: Callable[[], object] | None = None) -> QAction:
    made = QAction(text, parent)
    made.setShortcut(key)
    if done is not None:
        made.triggered.connect(lambda _checked: done())
    return made


def image(width: int = 16, height: int = 9) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.red)
    return made


def shown(stage: Stage) -> int:
    """The number that the picture on the stage says; -1 without a picture, or while one from near stands in for it."""
    if stage.image is None or stage.sign:
        return -1
    image = stage.image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return number_on(rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3))


def drop(widget: QWidget, *paths: str) -> None:
    """Lets files fall on a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    widget.dropEvent(event)


def click_row(view: QAbstractItemView, row: int, column: int = 0, double: bool = False) -> None:
    """A left click in the middle of a cell."""
    at: QPoint = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if double:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def type_into(widget: QWidget, text: str) -> None:
    """Replaces a field's text by typing and presses Enter."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)
