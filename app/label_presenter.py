"""The label editor of the open project: what people wish there becomes one Edit each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import dialogs, keymap
from app.dialogs.labels import LabelsDialog
from app.told_words import told
from app.words import phrase, with_keys
from app.workspace import Workspace
from core.errors import UserError
from core.exchange.labels_json import place_labels, read_labels, write_labels
from core.palette import next_color
from core.rows import Label, Segment, new_id
from core.timeline import label_ops
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from app.main_window import MainWindow


class LabelPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self._made: LabelsDialog | None = None
        window.library.labels.editor_wanted.connect(self.open)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    @property
    def dialog(self) -> LabelsDialog:
        """Made when it is wanted for the first time: the window need not wait for it."""
        if self._made is None:
            self._made = self._wired(LabelsDialog(self.window))
        return self._made

    def _wired(self, dialog: LabelsDialog) -> LabelsDialog:
        dialog.add_wanted.connect(self._on_add)
        dialog.edited.connect(self._on_edited)
        dialog.move_wanted.connect(self._on_move)
        dialog.delete_wanted.connect(self._on_delete)
        dialog.merge_wanted.connect(self._on_merge)
        dialog.import_wanted.connect(self._on_import)
        dialog.export_wanted.connect(self._on_export)
        dialog.addActions([self.window.commands["undo"], self.window.commands["redo"]])
        return dialog

    def open(self) -> None:
        self._show(at_once=True)
        self.dialog.asking.hide()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.tree.setFocus()
        current = self.ws.document.current_label_id
        if current is not None:
            self.dialog.tree.set_current(current)

    def _on_document(self) -> None:
        document = self.ws.document
        document.lists_changed.connect(self._show)
        document.rows_changed.connect(self._show)
        document.refused.connect(self._on_refused)
        self._show()

    def _show(self, *_: object, at_once: bool = False) -> None:
        """While nobody looks, nothing is counted."""
        if at_once or (self._made is not None and self._made.isVisible()):
            document = self.ws.document
            self.dialog.set_reserved(keymap.reserved(self.ws.settings.keys))
            self.dialog.set_labels(list(document.labels.values()), document.project.label_counts())

    def _on_refused(self, text: str) -> None:
        """The window's own message bar may lie behind the dialog."""
        if self._made is not None and self._made.isVisible():
            self._made.tell(text)

    # -- one label ---------------------------------------------------------------------------------------------------

    def _on_add(self, parent_id: int | None) -> None:
        labels = self.ws.document.labels
        names = {label.name for label in labels.values()}
        name = next(f"label {i}" for i in range(1, len(names) + 2) if f"label {i}" not in names)
        position = max((label.position for label in labels.values()), default=-1) + 1
        color = next_color(label.color for label in labels.values())
        label = Label(new_id(), name, color, position=position, parent_id=parent_id)
        if self.ws.document.push(Edit(f"Add label {name}", added=(label,))):
            self.dialog.edit_label(label.id)

    def _on_edited(self, label: Label) -> None:
        document = self.ws.document
        old = document.labels.get(label.id)
        if old is None:
            return
        if not label.point or old.point:
            document.push(label_ops.change(old, label))
            return
        segments = document.project.segments_of(label.id)
        push = partial(self._push, label_ops.change(old, label, segments))
        long = sum(len(segment.span) > 1 for segment in segments)
        if not long:
            push()
            return
        one = self.tr("1 segment lasts longer than one frame. As one moment, only its first frame stays.")
        several = self.tr(
            "{count} segments last longer than one frame. As one moment, only the first frame of each stays."
        )
        self.dialog.ask(one if long == 1 else several.format(count=f"{long:,}"), self.tr("Cut to one frame"), push)

    def _push(self, edit: Edit) -> None:
        self.ws.document.push(edit)

    def _on_move(self, label_id: int, parent_id: int | None, before_id: int | None) -> None:
        labels = list(self.ws.document.labels.values())
        try:
            self.ws.document.push(label_ops.moved(labels, label_id, parent_id, before_id))
        except UserError as error:
            self.dialog.tell(told(str(error)))

    def _on_delete(self, label: Label) -> None:
        document = self.ws.document
        segments = document.project.segments_of(label.id)
        push = partial(self._push, label_ops.delete(label, document.labels.values(), segments))
        if segments:
            what = _many(segments)
            text = self.tr("Deleting “{name}” deletes what has it, in all videos: {what}.")
            yes = self.tr("Delete with {what}").format(what=what)
            self.dialog.ask(text.format(name=label.name, what=what), yes, push)
        else:
            push()

    def _on_merge(self, gone: Label, into: Label) -> None:
        document = self.ws.document
        segments = document.project.segments_of(gone.id)
        try:
            edit = label_ops.merge(gone, into, document.labels.values(), segments)
        except UserError as error:
            self.dialog.tell(told(str(error)))
            return
        if document.push(edit):
            self.dialog.tree.set_current(into.id)
            said = self.tr("{what} of “{gone}” got “{into}”; {undo} takes it back.")
            self.dialog.tell(with_keys(said, what=_many(segments), gone=gone.name, into=into.name))

    # -- files -------------------------------------------------------------------------------------------------------

    def _on_import(self) -> None:
        if path := dialogs.ask_open(phrase("Import labels"), phrase("Labels (*.json);;All files (*)")):
            self.import_labels(path)

    def import_labels(self, path: Path) -> None:
        """Known names are changed, others added: one Edit; every problem is told."""
        document = self.ws.document
        try:
            entries, problems = read_labels(path)
        except UserError as error:
            self.dialog.tell(told(str(error)))
            return
        reserved = {key.upper(): text for key, text in keymap.reserved(self.ws.settings.keys).items()}
        placed = place_labels(entries, document.labels.values(), reserved, document.project.long_labels())
        if placed.edit and not document.push(placed.edit):
            return
        said = [phrase("Labels added: {added}, changed: {changed}.", added=placed.added, changed=placed.changed)]
        said += [told(f"{problem.where}: {problem.message}") for problem in (*problems, *placed.problems)]
        rest = [phrase("and {count} more", count=len(said) - 6)] if len(said) > 6 else []
        self.dialog.tell("\n".join([*said[:6], *rest]))

    def _on_export(self) -> None:
        if path := dialogs.ask_save(phrase("Export labels"), phrase("Labels (*.json);;All files (*)"), ".json"):
            try:
                count = write_labels(self.ws.document.labels.values(), path)
            except UserError as error:
                self.dialog.tell(told(str(error)))
                return
            self.dialog.tell(phrase("Labels written to {path}: {count}.", path=path, count=count))


def _many(segments: list[Segment]) -> str:
    return phrase("1 segment") if len(segments) == 1 else phrase("{count} segments", count=f"{len(segments):,}")
