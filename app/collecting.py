"""When Python collects its cyclic garbage: between two events of the window's thread, and at no other time.

By itself CPython collects in whichever thread happens to allocate next, also in the middle of what Qt's bindings are
making, or in a job's thread, which then destroys objects that belong to the window's thread. Both end the program
without a word (a segmentation fault), once in thousands of runs. Calibre and pyqtgraph do the same against it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Collector(QObject):
    """As long as one of them is there, nothing else collects; `close` ends it. hurried: whether a pause of some
    hundredths of a second would be seen now; then the oldest objects, which are the most, are not looked through."""

    _open: ClassVar[int] = 0

    def __init__(self, parent: QObject, hurried: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._hurried = hurried
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY_MS)
        self._closed = False
        Collector._open += 1
        gc.disable()

    def _collect(self) -> None:
        """The oldest generation whose turn it is, by Python's own thresholds."""
        due = [many > limit for many, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if self._hurried():
            due[2] = False
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        Collector._open -= 1
        if not Collector._open:
            gc.enable()
