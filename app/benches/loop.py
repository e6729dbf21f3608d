"""Letting the program run while a bench waits."""

from __future__ import annotations

import time
from collections.abc import Callable

_EVERY_MS = 5


def spin(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Until the condition holds, in an event loop like the program's own. (QCoreApplication.processEvents in a loop
    would not sleep, whatever its flags, and take a core and Python's lock from the threads that are measured.)"""
    from PySide6.QtCore import QEventLoop, QTimer

    deadline = time.perf_counter() + seconds
    loop, timer = QEventLoop(), QTimer(interval=_EVERY_MS)
    timer.timeout.connect(lambda: loop.quit() if condition() or time.perf_counter() > deadline else None)
    if condition():
        return
    timer.start()
    loop.exec()
    timer.stop()
    if not condition() and time.perf_counter() > deadline:
        raise RuntimeError("the window did not get there in time")
