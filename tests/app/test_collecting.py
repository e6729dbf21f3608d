"""Cyclic garbage goes between two events of the window's thread: never in a job's thread."""

from __future__ import annotations

import gc
import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.collecting import Collector


class _Cycle:
    """Garbage that only the collector frees; tells which thread that was."""

    def __init__(self, freed: list[int]) -> None:
        self.me, self.freed = self, freed

    def __del__(self) -> None:
        self.freed.append(threading.get_ident())


@pytest.fixture
def parent(qapp: object):
    parent = QObject()
    yield parent
    for child in parent.findChildren(Collector):
        child.close()


def _allocate(freed: list[int], kept: list[list[int]]) -> None:
    """Drops a cycle and makes so many objects, which stay, that Python would collect at once."""
    _Cycle(freed)
    kept += [[i] for i in range(20_000)]


def test_what_a_thread_drops_is_freed_in_the_windows_thread(qtbot: QtBot, parent: QObject) -> None:
    freed: list[int] = []
    kept: list[list[int]] = []
    Collector(parent, lambda: False)
    thread = threading.Thread(target=_allocate, args=(freed, kept))
    thread.start()
    thread.join()
    assert not freed
    qtbot.waitUntil(lambda: bool(freed), timeout=5000)
    assert freed == [threading.get_ident()]


def test_old_objects_wait_until_nothing_plays(qtbot: QtBot, parent: QObject) -> None:
    freed: list[int] = []
    playing = True
    Collector(parent, lambda: playing)
    old = _Cycle(freed)
    gc.collect(0)
    gc.collect(1)
    del old  # garbage, among the oldest
    limits = gc.get_threshold()
    try:
        gc.set_threshold(700, 0, 0)  # each look is the turn of every generation
        until = time.monotonic() + 1.2
        while time.monotonic() < until:
            gc.collect(1)  # raises the count of the oldest
            qtbot.wait(100)
        assert not freed
        playing = False
        qtbot.waitUntil(lambda: bool(freed), timeout=5000)
    finally:
        gc.set_threshold(*limits)


def test_python_collects_by_itself_again_after_the_last_window(parent: QObject) -> None:
    one, two = Collector(parent, lambda: False), Collector(parent, lambda: False)
    assert not gc.isenabled()
    one.close()
    one.close()
    assert not gc.isenabled()
    two.close()
    assert gc.isenabled()
