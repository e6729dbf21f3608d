"""Training a network as its paper does, from a data set on disk: what is asked before the job starts."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.files import ask_folder
from app.tasks import ModelChoice
from app.told_words import told

_QUICK = "quick"


@dataclass(frozen=True)
class Training:
    """What `reproduce` is asked for. minutes: None is as long as the recipe takes."""

    paper: str
    data: Path
    quick: bool
    size: str
    minutes: float | None

    @property
    def command(self) -> str:
        words = ["reelmark", "reproduce", self.paper, "--data", str(self.data)]
        words += ["--quick"] if self.quick else []
        words += ["--size", self.size] if self.size else []
        words += ["--budget", f"{self.minutes:g}"] if self.minutes else []
        return shlex.join(words)


class TrainDialog(QDialog):
    def __init__(self, model: ModelChoice, data: str, device: str, parent: QWidget | None = None) -> None:
        """`data`: the folder that was given last ("": none)."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Train {network}").format(network=told(model.title)))
        self._model = model
        self.data = QLineEdit(data)
        self.data.setPlaceholderText(self.tr("Folder with the data sets"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.form = QComboBox()
        self.form.addItem(self.tr("Quick: the small build, about five minutes on two cores"), _QUICK)
        other = self.tr("The {form} form: {count} parameters")
        for form, parameters in model.forms.items():
            size = self.tr("The paper's size: {count} parameters") if form == "paper" else other
            self.form.addItem(size.format(form=form, count=f"{parameters:,}"), form)
        self.minutes = QSpinBox(minimum=0, maximum=100_000, suffix=" min")
        self.minutes.setSpecialValueText(self.tr("as long as it takes"))
        self.minutes.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.command = QLabel(wordWrap=True)
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copies the command, to run it in a terminal instead"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Train"))
        self._lay_out(device)
        self.data.textChanged.connect(self._show)
        self.form.currentIndexChanged.connect(self._show)
        self.minutes.valueChanged.connect(self._show)
        self.browse.clicked.connect(self._on_browse)
        self.copy.clicked.connect(self._on_copy)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()

    def _lay_out(self, device: str) -> None:
        folder, command = QHBoxLayout(), QHBoxLayout()
        folder.addWidget(self.data, 1)
        folder.addWidget(self.browse)
        command.addWidget(self.command, 1)
        command.addWidget(self.copy)
        needs = ", ".join(self._model.needs)
        said = self.tr("{paper}. Its experiment needs {needs} in the folder.")
        needs = needs or self.tr("the data sets of the paper")
        hint = QLabel(said.format(paper=self._model.paper, needs=needs))
        text = self.tr("Runs on {device}, in the background; cancelled, it goes on next time from where it was.")
        where = QLabel(text.format(device=device))
        for label in (hint, where):
            label.setWordWrap(True)
            label.setProperty("role", "hint")
        form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        word = QLabel(self.tr("&Data"))
        word.setBuddy(self.data)
        form.addRow(word, folder)
        form.addRow("", hint)
        form.addRow(self.tr("&Size"), self.form)
        form.addRow(self.tr("&Time"), self.minutes)
        form.addRow(self.tr("Command"), command)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(where)
        column.addWidget(self.buttons)
        self.setMinimumWidth(520)

    def training(self) -> Training:
        form = str(self.form.currentData())
        quick = form == _QUICK
        data = Path(self.data.text().strip() or "DIR").expanduser()
        return Training(self._model.trains, data, quick, "" if quick else form, float(self.minutes.value()) or None)

    def _show(self) -> None:
        self.command.setText(self.training().command)
        there = bool(self.data.text().strip()) and self.training().data.is_dir()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(there)
        ok.setToolTip("" if there else self.tr("Choose the folder that holds the data sets"))

    def _on_browse(self) -> None:
        if folder := ask_folder(self.tr("The folder with the data sets")):
            self.data.setText(str(folder))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.training().command)


def ask_training(model: ModelChoice, data: str, device: str, chosen: Callable[[Training], object]) -> TrainDialog:
    """Opens the dialog without blocking; `chosen` is called when the user says yes."""
    dialog = TrainDialog(model, data, device, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(dialog.training()))
    dialog.open()
    return dialog
