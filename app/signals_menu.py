"""The menu of a signal lane: hide, height, order, and what else there is to show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.signal_lanes import LANES, lane
from app.views.signal_rows import SIZES
from app.words import translate

if TYPE_CHECKING:
    from app.signals_presenter import SignalsPresenter


def lane_menu(signals: SignalsPresenter, name: str | None) -> QMenu:
    """For the lane of that name; for the area where there is none."""
    menu = QMenu(signals.window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if name is not None:
        _of_lane(signals, menu, name)
    others = menu.addMenu(translate("lanes", "Lanes"))
    for one in LANES:
        others.addAction(signals.window.commands[f"lane_{one.name}"])
    menu.addAction(signals.window.commands["signal_lanes"])
    return menu


def _of_lane(signals: SignalsPresenter, menu: QMenu, name: str) -> None:
    place = [row.name for row in signals.view.rows].index(name)
    _add(menu, translate("lanes", "Hide {}").format(translate("lanes", lane(name).title)), partial(signals.hide, name))
    heights = menu.addMenu(translate("lanes", "Height"))
    for title, height in SIZES:
        _add(heights, translate("lanes", title), partial(signals.set_height, name, height))
    heights.addSeparator()
    for title, height in SIZES:
        _add(
            heights,
            translate("lanes", "All lanes: {}").format(translate("lanes", title)),
            partial(signals.set_height, "", height),
        )
    _add(menu, translate("lanes", "Move up"), partial(signals.move, name, -1), place > 0)
    _add(menu, translate("lanes", "Move down"), partial(signals.move, name, 1), place < len(signals.view.rows) - 1)
    if lane(name).peaks:
        menu.addSeparator()
        for command in ("boundary_here", "next_peak", "previous_peak", "more_peaks", "fewer_peaks"):
            menu.addAction(signals.window.commands[command])
    menu.addSeparator()


def _add(menu: QMenu, text: str, run: Callable[[], object], enabled: bool = True) -> None:
    action = menu.addAction(text)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _=False: run())
