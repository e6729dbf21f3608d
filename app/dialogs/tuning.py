"""What tuning found for each label, before it is taken over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.decode_settings import LabelSettings
from core.tuning import LabelTuning

_NUMBERS = ("threshold", "smoothing", "min_length", "merge_gap")


class TuningDialog(QDialog):
    """A line a label: its settings, and precision, recall and F1 before and after."""

    def __init__(
        self, labels: Sequence[tuple[LabelSettings, LabelTuning]], said: str, videos: int, parent: QWidget | None = None
    ) -> None:
        """labels: (settings until now, what was found); said: on which videos; videos: how many have such a run."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tuned settings"))
        self.resize(860, 380)
        self.table = self._make_table()
        for before, one in labels:
            self.table.addTopLevelItem(self._row(before, one))
        head, note = QLabel(said, self), QLabel(self)
        note.setText(
            self.tr(
                "Right is a segment that overlaps one of yours by half. The figures are of the videos it was tuned on; "
                "on others it may do less well. Undo brings the old segments back."
            )
        )
        note.setProperty("role", "hint")
        for text in (head, note):
            text.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        several = self.tr("Apply to {count} videos").format(count=videos)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Apply") if videos == 1 else several)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (head, self.table, note, self.buttons):
            column.addWidget(widget, widget is self.table)

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setHeaderLabels(
            [
                self.tr("Label"),
                self.tr("Examples"),
                self.tr("Threshold"),
                self.tr("Smoothing"),
                self.tr("Minimum length"),
                self.tr("Merge gap"),
                self.tr("Precision"),
                self.tr("Recall"),
                self.tr("F1"),
            ]
        )
        for i in range(1, table.columnCount()):
            table.headerItem().setTextAlignment(i, Qt.AlignmentFlag.AlignRight)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAccessibleName(self.tr("Settings of each label"))
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.header().setStretchLastSection(False)
        return table

    def _row(self, before: LabelSettings, one: LabelTuning) -> QTreeWidgetItem:
        units = {"threshold": "{:.2f}", "smoothing": "{:.1f} s", "min_length": "{:.1f} s", "merge_gap": "{:.1f} s"}
        settings = [
            _change(units[name].format(getattr(before, name)), units[name].format(getattr(one.settings, name)))
            for name in _NUMBERS
        ]
        old, new = one.before.segments, one.after.segments
        figures = [
            _change(f"{getattr(old, name):.2f}", f"{getattr(new, name):.2f}") for name in ("precision", "recall", "f1")
        ]
        item = QTreeWidgetItem([one.label, str(one.examples), *settings, *figures])
        why = {
            "few": self.tr("Too few examples; it keeps what all labels have"),
            "best": self.tr("As good as the examples can tell; nothing changes"),
            "": "",
        }[one.kept]
        for i in range(item.columnCount()):
            item.setToolTip(i, why)
            if why:
                item.setForeground(i, self.palette().placeholderText())
            if i:
                item.setTextAlignment(i, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if why:
            item.setText(1, f"{one.examples} · " + (self.tr("too few") if one.kept == "few" else self.tr("kept")))
        return item


def _change(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def ask_tuned(
    labels: Sequence[tuple[LabelSettings, LabelTuning]], said: str, videos: int, apply: Callable[[], object]
) -> TuningDialog:
    """Opens the dialog without blocking."""
    dialog = TuningDialog(labels, said, videos, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(apply)
    dialog.open()
    return dialog
