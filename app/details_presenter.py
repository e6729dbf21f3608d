"""Subjects and attributes of the selected segments: what is typed in the inspector becomes an Edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.views.inspector_details import Pairs
from app.workspace import Workspace
from core.rows import Segment

if TYPE_CHECKING:
    from app.main_window import MainWindow


class DetailsPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self._known: set[str] = set()
        window.inspector.subject_edited.connect(self._on_subject)
        window.inspector.attributes_edited.connect(self._on_attributes)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        self._known = set(self.ws.document.project.subjects())
        self.ws.document.rows_changed.connect(self._learn)
        self._show()

    def _learn(self, *_: object) -> None:
        """Who is named by what people have just changed: the selection."""
        named = {segment.subject for segment in self.ws.document.selected} - {""}
        if not named <= self._known:
            self._known |= named
            self._show()

    def _show(self) -> None:
        self.window.inspector.set_subjects(sorted(self._known, key=str.casefold))

    def _on_subject(self, segments: list[Segment], subject: str) -> None:
        text = f"Set subject {subject}" if subject else "Clear subject"
        if self.ws.document.change(segments, text, subject=subject) and subject:
            self._known.add(subject)
            self._show()

    def _on_attributes(self, segment: Segment, pairs: Pairs) -> None:
        self.ws.document.change([segment], "Set attributes", attributes=pairs)
