"""The label editor: every label of the project, and everything that can be said of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import theme
from app.views.ask_line import AskLine
from app.views.empty import EmptyHint
from app.views.label_cells import GROUP, KEY, KIND, NAME
from app.views.label_tree import LabelTree
from core.rows import Label, LabelKind, changed
from core.timeline.label_ops import in_order, key_problem, name_problem, path


class LabelsDialog(QDialog):
    """Values in through setters, wishes out through signals.

    Signals:
        add_wanted: the id of the label that the new one shall lie below, or None.
        edited: a Label as the user wants it.
        move_wanted: see LabelTree.
        delete_wanted: a Label.
        merge_wanted: (the Label that goes, the Label that stays).
        import_wanted, export_wanted.
    """

    add_wanted = Signal(object)
    edited = Signal(object)
    move_wanted = Signal(object, object, object)
    delete_wanted = Signal(object)
    merge_wanted = Signal(object, object)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setWindowTitle(self.tr("Labels"))
        self._labels: list[Label] = []
        self._reserved: dict[str, str] = {}
        self.tree, self.asking = LabelTree(self), AskLine(self)
        self._hint = EmptyHint("tags", self.tr("No labels yet"), self.tr("Add one, or import a file"), self.tree)
        self.tree.committed.connect(self._on_committed)
        self.tree.color_wanted.connect(self._choose_color)
        self.tree.move_wanted.connect(self.move_wanted)
        self.tree.delete_wanted.connect(self.delete_wanted)
        self.tree.currentItemChanged.connect(self._enable)
        self._lay_out()
        self.resize(760, 520)

    def _lay_out(self) -> None:
        self.add = self._button("plus", self.tr("Add"), self._on_add, self.tr("Add a label at the end"))
        self.add_below = self._button(
            "", self.tr("Add below"), self._on_add_below, self.tr("Add a label that is a kind of the chosen one")
        )
        self.color = self._button("palette", self.tr("Colour…"), self._on_color)
        self.merge = self._button(
            "merge", self.tr("Merge…"), self._on_merge, self.tr("Give all segments of this label another one")
        )
        self.delete = self._button("trash-2", self.tr("Delete"), self._on_delete)
        self.read = self._button("download", self.tr("Import…"), self.import_wanted.emit)
        self.write = self._button("upload", self.tr("Export…"), self.export_wanted.emit)
        close = self._button("", self.tr("Close"), self.close)
        said = self.tr("Drag a label to move it, onto another one to put it below. Keys: F2, Tab, Delete, Alt+arrows.")
        keys = QLabel(said, wordWrap=True)
        keys.setProperty("role", "hint")
        row = QHBoxLayout()
        for button in (self.add, self.add_below, self.color, self.merge, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.read, self.write, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.tree, 1)
        column.addWidget(self.asking)
        column.addWidget(keys)
        column.addLayout(row)

    def _button(self, icon: str, text: str, then: Callable[[], object], tip: str = "") -> QPushButton:
        button = QPushButton(f" {text}" if icon else text, self)
        if icon:
            button.setIcon(theme.icon(icon))
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: then())
        return button

    # -- values in ---------------------------------------------------------------------------------------------------

    def set_labels(self, labels: Sequence[Label], counts: Mapping[int, int]) -> None:
        self._labels = [label for label, _ in in_order(labels)]
        self.tree.set_labels(labels, counts)
        self._hint.setVisible(not labels)
        self._enable()

    def set_reserved(self, keys: Mapping[str, str]) -> None:
        """Keys no label may have, and what they do: "J" → "Play backwards"."""
        self._reserved = {key.upper(): what for key, what in keys.items()}

    def edit_label(self, label_id: int) -> None:
        self.tree.setFocus()
        self.tree.edit_label(label_id)

    def ask(self, text: str, yes: str, then: Callable[[], object]) -> None:
        self.asking.ask(text, yes, lambda _: then())

    def tell(self, text: str) -> None:
        self.asking.tell(text)

    # -- wishes out --------------------------------------------------------------------------------------------------

    def _enable(self, *_: object) -> None:
        chosen = self.tree.current_label is not None
        for button in (self.add_below, self.color, self.delete):
            button.setEnabled(chosen)
        self.merge.setEnabled(chosen and len(self._labels) > 1)
        self.write.setEnabled(bool(self._labels))

    def _on_committed(self, label: Label, column: int, text: str) -> None:
        wrong = ""
        if column == NAME:
            wrong, after = name_problem(label, text, self._labels), changed(label, name=text)
        elif column == KEY:
            wrong, after = key_problem(label, text, self._labels, self._reserved), changed(label, key=text.lower())
        elif column == GROUP:
            after = changed(label, group=text)
        elif column == KIND:
            after = changed(label, kind=LabelKind(text))
        else:
            return
        if wrong:
            self.tell(wrong)
        elif after != label:
            self.asking.hide()
            self.edited.emit(after)

    def _choose_color(self, label: Label) -> None:
        chooser = QColorDialog(QColor(label.color), self)
        chooser.setWindowTitle(self.tr("Colour of “{}”").format(label.name))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.colorSelected.connect(partial(self._set_color, label))
        chooser.open()

    def _set_color(self, label: Label, color: QColor) -> None:
        if color.name() != label.color:
            self.edited.emit(changed(label, color=color.name()))

    def _on_add(self) -> None:
        self.add_wanted.emit(None)

    def _on_add_below(self) -> None:
        label = self.tree.current_label
        self.add_wanted.emit(label.id if label else None)

    def _on_color(self) -> None:
        label = self.tree.current_label
        if label is not None:
            self._choose_color(label)

    def _on_delete(self) -> None:
        label = self.tree.current_label
        if label is not None:
            self.delete_wanted.emit(label)

    def _on_merge(self) -> None:
        gone = self.tree.current_label
        if gone is None:
            return
        known = {label.id: label for label in self._labels}
        others = [(path(label, known), label) for label in self._labels if label.id != gone.id]
        text = self.tr("“{}” goes, and all its segments in all videos get this label:").format(gone.name)
        self.asking.ask(text, self.tr("Merge"), partial(self.merge_wanted.emit, gone), others)
