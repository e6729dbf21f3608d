"""What to look for, and how strict to be: the dialog before an analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.tasks import ModelChoice
from core.decode import DecodeSettings


class AnalyseDialog(QDialog):
    def __init__(self, models: Sequence[ModelChoice], videos: int, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find activities")
        self._models = models
        self.model = QComboBox()
        for model in models:
            self.model.addItem(model.title, model.name)
        self.about = QLabel(wordWrap=True)
        self.about.setProperty("role", "hint")
        self.threshold = QDoubleSpinBox(minimum=0.01, maximum=0.99, singleStep=0.05, decimals=2)
        self.smoothing = QDoubleSpinBox(minimum=0, maximum=60, singleStep=0.5, decimals=1, suffix=" s")
        self.min_length = QDoubleSpinBox(minimum=0, maximum=600, singleStep=0.5, decimals=1, suffix=" s")
        self.merge_gap = QDoubleSpinBox(minimum=0, maximum=600, singleStep=0.5, decimals=1, suffix=" s")
        self.top = QSpinBox(minimum=1, maximum=50)
        self.threshold.setToolTip("A moment counts when the network gives it at least this score")
        self.smoothing.setToolTip("Scores are averaged over this much time before the threshold")
        self.min_length.setToolTip("Shorter activities are dropped")
        self.merge_gap.setToolTip("Activities of one label closer together than this become one")
        self.top.setToolTip("How many different labels a video may get at most")
        self._lay_out(videos, device)
        self.model.currentIndexChanged.connect(self._on_model)
        self._on_model()

    def _lay_out(self, videos: int, device: str) -> None:
        form = QFormLayout()
        form.addRow("&Network", self.model)
        form.addRow("", self.about)
        form.addRow("&Threshold", self.threshold)
        form.addRow("&Smoothing", self.smoothing)
        form.addRow("&Minimum length", self.min_length)
        form.addRow("Merge &gaps up to", self.merge_gap)
        form.addRow("&Labels per video", self.top)
        for field in (self.model, self.threshold, self.smoothing, self.min_length, self.merge_gap, self.top):
            word = form.labelForField(field)
            if word is not None:  # in the middle of its field's height
                word.setMinimumHeight(field.sizeHint().height())
        what = "this video" if videos == 1 else f"{videos} videos"
        where = QLabel(f"Runs on {device}, in the background; found activities appear on a track of their own.")
        where.setWordWrap(True)
        where.setProperty("role", "hint")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(f"Analyse {what}")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(where)
        column.addWidget(self.buttons)
        self.setMinimumWidth(440)

    def _on_model(self) -> None:
        model = self._models[self.model.currentIndex()]
        self.about.setText(model.missing or model.paper)
        self.threshold.setValue(model.defaults.threshold)
        self.smoothing.setValue(model.defaults.smoothing)
        self.min_length.setValue(model.defaults.min_length)
        self.merge_gap.setValue(model.defaults.merge_gap)
        self.top.setValue(model.defaults.top)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not model.missing)

    def settings(self) -> DecodeSettings:
        """The network's own defaults with what the user changed."""
        return replace(
            self._models[self.model.currentIndex()].defaults,
            threshold=self.threshold.value(),
            low=min(self._models[self.model.currentIndex()].defaults.low, self.threshold.value()),
            smoothing=self.smoothing.value(),
            min_length=self.min_length.value(),
            merge_gap=self.merge_gap.value(),
            top=self.top.value(),
        )


def ask_analysis(
    models: Sequence[ModelChoice], videos: int, device: str, chosen: Callable[[str, DecodeSettings], object]
) -> None:
    """Opens the dialog without blocking; `chosen(network's name, settings)` is called when the user says yes."""
    dialog = AnalyseDialog(models, videos, device, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(str(dialog.model.currentData()), dialog.settings()))
    dialog.open()
