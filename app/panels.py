"""F6 and Shift+F6: from panel to panel by keys, in reading order, whatever docks there are and wherever they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Panels(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def all(self) -> list[QWidget]:
        """Docks, player and timeline that are in sight; left before right, upper before lower."""
        window = self.window
        docked = [dock.widget() for dock in window.findChildren(QDockWidget)]
        there = [widget for widget in (*docked, window.player, window.timeline) if widget and widget.isVisible()]
        if window.messages.isVisible():
            there.append(window.messages)

        def place(widget: QWidget) -> tuple[int, int]:
            at = widget.mapTo(window, QPoint(0, 0)) if window.isAncestorOf(widget) else QPoint(1 << 20, 0)
            return at.x() // 60, at.y()  # docks of one side begin at the same place, give or take a border

        return sorted(there, key=place)

    def step(self, way: int) -> None:
        panels = [panel for panel in self.all() if first_stop(panel) is not None]
        focus = QApplication.focusWidget()
        inside = [i for i, panel in enumerate(panels) if focus and (panel is focus or panel.isAncestorOf(focus))]
        if panels:
            panel = panels[(inside[0] + way) % len(panels) if inside else 0]
            stop = first_stop(panel)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(panel: QWidget) -> QWidget | None:
    """Where the keyboard goes in a panel: where it was last, else the first place that Tab reaches."""
    last = panel.focusWidget()
    if last is not None and last is not panel and _reachable(last):
        return last
    proxy = panel.focusProxy()
    if proxy is not None and _reachable(proxy):
        return proxy
    if _reachable(panel):
        inner = [child for child in _chain(panel) if panel.isAncestorOf(child) and _reachable(child)]
        return inner[0] if inner and not _paints_itself(panel) else panel
    return next((child for child in _chain(panel) if panel.isAncestorOf(child) and _reachable(child)), None)


def _paints_itself(panel: QWidget) -> bool:
    """The timeline shows its own focus; a scroll area of fields does not."""
    return panel.accessibleName() != "" and panel.focusPolicy() == Qt.FocusPolicy.StrongFocus


def _reachable(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()


def _chain(start: QWidget) -> list[QWidget]:
    """All widgets of the window in tab order, from `start` on."""
    found: list[QWidget] = []
    widget = start.nextInFocusChain()
    while widget is not start and widget is not None:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return found
