"""The first steps with the program: which one is next, and what their buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from app import tasks
from app.views.welcome import Step, WelcomeStrip
from app.words import translate, with_keys
from app.workspace import Workspace
from core.errors import UserError
from core.rows import State

if TYPE_CHECKING:
    from app.main_window import MainWindow

SAMPLE = "sample-clip"


def steps() -> tuple[Step, ...]:
    return (
        Step(
            translate("welcome", "Open a video"),
            translate("welcome", "Drop files on the window, choose them, or begin with the sample clip."),
            (
                ("sample", translate("welcome", "Open the sample")),
                ("open", translate("welcome", "Choose videos…")),
            ),
        ),
        Step(
            translate("welcome", "Find its activities"),
            translate("welcome", "A network looks through it on this computer; what it finds is a track of its own."),
            (("analyze", translate("welcome", "Find activities…")),),
        ),
        Step(
            translate("welcome", "Correct them"),
            with_keys(
                translate(
                    "welcome",
                    "Click a segment and drag its edges; {accept} accepts it, {reject} rejects it. Everything is "
                    "on disk at once.",
                )
            ),
            (("next_segment", translate("welcome", "Select a segment")), ("done", translate("welcome", "Done"))),
        ),
    )


class WelcomePresenter(QObject):
    """Goes on by itself when a step is done, whichever way people do it."""

    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.strip = WelcomeStrip(steps())
        centre = window.centralWidget()
        layout = centre.layout() if centre is not None else None
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, self.strip)
        self.strip.offered.connect(self._on_offered)
        self.strip.step_wanted.connect(self.strip.show_step)
        self.strip.closed.connect(self.close)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def open(self) -> None:
        """At the step that is next."""
        self.strip.show()
        self.strip.show_step(self._next())
        buttons = self.strip.buttons()
        if buttons:
            buttons[0].setFocus()

    def begin(self) -> None:
        """At the program's start; the keyboard stays where it is."""
        self.strip.show_step(self._next())
        self.strip.show()

    def close(self) -> None:
        self.strip.hide()
        self.ws.change_settings(welcome=False)
        self.window.timeline.setFocus()

    def say_keys(self) -> None:
        """They have changed."""
        self.strip.set_steps(steps())

    def _on_document(self) -> None:
        self.ws.document.lists_changed.connect(self._go_on)
        self.ws.document.video_changed.connect(self._go_on)
        self.ws.document.rows_changed.connect(self._on_rows)
        self._go_on()

    def _next(self) -> int:
        if self.ws.document.video is None:
            return 0
        return 2 if self.ws.document.runs or self.ws.document.cells else 1

    def _go_on(self) -> None:
        if self.strip.isVisible() and self._next() != self.strip.number:
            self.strip.show_step(self._next())

    def _on_rows(self, cells: object) -> None:
        """The first segment that a person made or judged ends the first steps."""
        self._go_on()
        rows = (row for table in self.ws.document.cells.values() for row in table.rows)
        if self.strip.isVisible() and any(row.state is not State.PREDICTED for row in rows):
            said = translate("welcome", "That was the whole way: open, analyse, correct. {show_help} opens the help.")
            self.ws.report(with_keys(said))
            self.close()

    def _on_offered(self, name: str) -> None:
        if name == "sample":
            self._open_sample()
        elif name == "open":
            self.window.commands["add_videos"].trigger()
        elif name == "done":
            self.close()
        else:
            self.window.commands[name].trigger()

    def _open_sample(self) -> None:
        """Where it is not on this computer yet, it is fetched first."""
        from core import assets  # only who asks for the sample needs it

        try:
            self._on_sample(assets.path(SAMPLE))
        except UserError:
            task = tasks.fetch_asset(SAMPLE)
            self.ws.start(translate("welcome", "Fetching the sample"), task, self._fetched, urgent=True)

    def _fetched(self, _: object) -> None:
        from core import assets

        self._on_sample(assets.path(SAMPLE))

    def _on_sample(self, clip: Path) -> None:
        self.ws.add_videos([clip])
