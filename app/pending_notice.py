"""What was learned and is neither taken nor refused yet is said in the message bar, with what can be done: after a
restart, or when another program learned, nothing but faint segments on a track would tell of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.words import phrase

if TYPE_CHECKING:
    from app.main_window import MainWindow


class PendingNotice(QObject):
    def __init__(self, window: MainWindow, look: Callable[[], object]) -> None:
        """`look`: shows the changes."""
        super().__init__(window)
        self.window = window
        self._look = QAction(self)
        self._look.triggered.connect(look)
        self._take, self._refuse = QAction(self), QAction(self)
        for mine, name in ((self._take, "take_learned"), (self._refuse, "refuse_learned")):
            mine.triggered.connect(window.commands[name].trigger)
        self._text = ""
        self._known: int | None = None  # the checkpoint that was told of, here or by whoever learned it

    def forget(self) -> None:
        """Another project."""
        self._withdraw()
        self._known = None

    def follow(self, proposed: int | None, told: bool) -> None:
        """The id of the checkpoint that is proposed; `told`: the user has just been told in other words."""
        if proposed is None:
            self._withdraw()
        elif proposed != self._known:
            self._known = proposed
            if not told:
                self._say()

    def _say(self) -> None:
        self._look.setText(phrase("Show changes"))
        for mine, name, text in (
            (self._take, "take_learned", phrase("Take")),
            (self._refuse, "refuse_learned", phrase("Refuse")),
        ):
            mine.setText(text)
            mine.setToolTip(self.window.commands[name].toolTip())
        self._withdraw()
        self._text = phrase(
            "What was learned last is neither taken nor refused yet: look at what it changed, then decide."
        )
        self.window.messages.show_message(self._text, actions=(self._look, self._take, self._refuse), stays=True)

    def _withdraw(self) -> None:
        self.window.messages.withdraw(self._text)
        self._text = ""
