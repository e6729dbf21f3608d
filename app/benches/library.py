"""`library_scroll_p95_ms`: one step of scrolling through 1,000 videos, repainted, pictures and badges included.

`library_scroll_ratio` is that against a list of 50: what is not on screen must cost nothing. `library_find_ms` is one
typed letter until the list shows what matches, `library_sort_ms` another order. Lower is better.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.benches.figure import Figure
from app.benches.timeline import application
from app.views.library import LibraryView
from app.views.library_videos import Order, VideoState
from core.rows import Video, new_id

_MANY, _FEW, _STEPS = 1000, 50, 120


def run() -> dict[str, Figure]:
    application()
    many, few = _shown(_MANY), _shown(_FEW)
    times: tuple[list[float], list[float]] = ([], [])
    for step in range(_STEPS):
        for view, taken in zip((many, few), times, strict=True):
            bar = view.videos.list.verticalScrollBar()
            taken.append(_timed(partial(bar.setValue, step * 37 % max(1, bar.maximum()))))
    found = [_timed(partial(many.videos.field.setText, text)) for text in ("1", "12", "123", "12", "")]
    orders: tuple[Order, ...] = ("name", "duration", "state", "added")
    sorted_ = [_timed(partial(many.videos.model.set_order, order, False)) for order in orders]
    for view in (many, few):
        view.close()
    p95 = [float(np.percentile(taken, 95)) * 1000 for taken in times]
    return {
        "library_scroll_p95_ms": Figure(p95[0], "ms"),
        "library_scroll_ratio": Figure(p95[0], "ms", f"a list of {_FEW}", p95[0] / p95[1]),
        "library_find_ms": Figure(max(found) * 1000, "ms"),
        "library_sort_ms": Figure(max(sorted_) * 1000, "ms"),
    }


def _shown(count: int) -> LibraryView:
    view = LibraryView()
    view.resize(250, 700)
    view.set_videos([_video(i) for i in range(count)])
    states = {video.id: VideoState(i % 2 == 0, i % 7 / 6) for i, video in enumerate(view.videos.model.videos)}
    view.set_states(states)
    picture = QImage(160, 90, QImage.Format.Format_RGB888)
    picture.fill(0x336699)
    view.picture_wanted.connect(lambda video_id: view.set_thumbnail(video_id, picture))
    view.show()
    QApplication.processEvents()
    return view


def _video(number: int) -> Video:
    facts = (Fraction(25), 1280, 720, number / 25, number % 9 == 0)
    return Video(new_id(), f"footage/camera {number % 4}/clip{number}.mp4", f"{number:032x}", 1000 + number, *facts)


def _timed(change: Callable[[], object]) -> float:
    """Seconds until it is painted."""
    begin = time.perf_counter()
    change()
    QApplication.processEvents()
    return time.perf_counter() - begin
