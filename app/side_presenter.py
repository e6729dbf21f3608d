"""Keeps the panels beside the player true to the Workspace: library, inspector, messages and jobs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import dialogs
from app.jobs import Job
from app.origin_words import origin
from app.told_words import told
from app.views.inspector_form import Origin
from app.views.messagebar import Kind
from app.words import phrase
from app.workspace import Workspace
from core.palette import next_color
from core.rows import Label, Segment, new_id
from core.task import Progress
from core.time import Span
from core.timeline import label_ops
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from app.main_window import MainWindow


class SidePresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self._wire_library()
        self._wire_inspector()
        self._wire_jobs()
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def _on_document(self) -> None:
        document = self.ws.document
        document.lists_changed.connect(self._show_lists)
        document.video_changed.connect(self._on_video)
        document.rows_changed.connect(self._on_rows)
        document.selection_changed.connect(self._show_selection)
        document.clock_changed.connect(self._show_selection)
        for problem in document.project.problems:
            self.ws.warn(problem)
        self._show_lists()
        self._on_video()

    # -- library -----------------------------------------------------------------------------------------------------

    def _wire_library(self) -> None:
        library = self.window.library
        library.label_chosen.connect(self._on_label_chosen)
        library.label_added.connect(self._on_label_added)
        library.label_edited.connect(self._on_label_edited)
        library.label_deleted.connect(self._on_label_deleted)
        library.refused.connect(self.ws.complain)
        library.left.connect(self.window.timeline.setFocus)

    def _show_lists(self) -> None:
        document = self.ws.document
        self.window.inspector.set_labels(list(document.labels.values()))
        self._show_counts()
        self._show_best()

    def _show_counts(self) -> None:
        document = self.ws.document
        counts: Counter[int] = Counter()
        for (_, label_id), table in document.cells.items():
            counts[label_id] += len(table)
        self.window.library.set_labels(list(document.labels.values()), counts)
        self.window.library.set_current_label(document.current_label_id)

    def _on_rows(self, cells: object) -> None:
        self._show_counts()
        self._show_selection()

    def _on_video(self) -> None:
        self._show_counts()
        self._show_selection()
        self._show_best()

    # -- labels ------------------------------------------------------------------------------------------------------

    def _on_label_chosen(self, label_id: int) -> None:
        self.ws.document.choose_label(label_id)

    def _on_label_added(self, name: str) -> None:
        labels = self.ws.document.labels
        taken = {label.key for label in labels.values()}
        key = next((str(i) for i in range(1, 10) if str(i) not in taken), "")
        label = Label(new_id(), name, next_color(label.color for label in labels.values()), key, position=len(labels))
        if self.ws.document.push(Edit(f"Add label {name}", added=(label,))):
            self.ws.document.choose_label(label.id)

    def _on_label_edited(self, label: Label) -> None:
        self.ws.document.push(label_ops.change(self.ws.document.labels[label.id], label))

    def _on_label_deleted(self, label_id: int) -> None:
        """The label and every segment that has it, as one Edit."""
        document = self.ws.document
        label = document.labels[label_id]
        segments = document.project.segments_of(label_id)
        if document.push(label_ops.delete(label, document.labels.values(), segments)) and segments:
            what = phrase("1 segment") if len(segments) == 1 else phrase("{count} segments", count=f"{len(segments):,}")
            self.ws.say(phrase("“{name}” is deleted with {what}; {undo} brings it back.", name=label.name, what=what))

    # -- inspector ---------------------------------------------------------------------------------------------------

    def _wire_inspector(self) -> None:
        inspector = self.window.inspector
        inspector.span_edited.connect(self._on_span_edited)
        inspector.label_changed.connect(self._on_label_given)
        inspector.comment_edited.connect(self._on_comment)
        inspector.left.connect(self.window.timeline.setFocus)

    def _show_selection(self) -> None:
        if self.ws.closed:
            return
        document = self.ws.document
        chosen = document.selected
        made = origin(document, chosen[0]) if len(chosen) == 1 else Origin()
        self.window.inspector.set_segments(chosen, document.clock, made)

    def _show_best(self) -> None:
        runs = self.ws.document.runs.values()
        newest = max(runs, key=lambda run: run.id, default=None)
        self.window.inspector.set_best_labels(newest.top_labels if newest else ())

    def _on_span_edited(self, segment: Segment, span: Span) -> None:
        self.ws.document.change([segment], "Set start and end", span=span)

    def _on_label_given(self, segments: list[Segment], label_id: int) -> None:
        label = self.ws.document.labels[label_id]
        self.ws.document.change(segments, f"Relabel as {label.name}", label_id=label_id)

    def _on_comment(self, segment: Segment, text: str) -> None:
        self.ws.document.change([segment], "Comment", comment=text)

    # -- jobs and messages -------------------------------------------------------------------------------------------

    def _wire_jobs(self) -> None:
        self.ws.runner.started.connect(self._on_job)
        self.ws.runner.ended.connect(self.window.jobbar.remove_job)
        self.window.jobbar.cancel_requested.connect(self._on_cancel)
        self.ws.said.connect(self._on_said)
        self.ws.broke.connect(self._on_broke)

    def _on_job(self, job: Job) -> None:
        if job.quiet:
            return
        self.window.jobbar.add_job(job, job.title)
        job.progressed.connect(self._on_progress)

    def _on_progress(self, job: Job, progress: Progress) -> None:
        self.window.jobbar.set_progress(job, replace(progress, text=told(progress.text)))

    def _on_cancel(self, job: Job) -> None:
        job.cancel()

    def _on_said(self, text: str, kind: Kind) -> None:
        self.window.messages.show_message(text, kind)

    def _on_broke(self, text: str) -> None:
        dialogs.show_bug(text, self.window)
