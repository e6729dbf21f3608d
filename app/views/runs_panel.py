"""Sliders for the settings that turn scores into segments. They know names, units and ranges, nothing of decoding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QSlider, QWidget

from app.views.keys import LIST_KEYS, SLIDER_KEYS, keep_keys
from app.words import translate
from core.decode_settings import DecodeSettings

_TELL_EVERY_MS = 40


@dataclass(frozen=True, slots=True)
class Dial:
    """One setting: its field in core.decode.DecodeSettings, what people read, its range, step and unit."""

    name: str
    title: str
    tip: str
    most: float
    step: float
    unit: str = ""


DIALS = (
    Dial("threshold", "Threshold", "A moment counts when its score is at least this", 1.0, 0.01),
    Dial("smoothing", "Smoothing", "Scores are averaged over this much time first", 20.0, 0.1, " s"),
    Dial("min_length", "Minimum length", "Shorter activities are dropped", 20.0, 0.1, " s"),
    Dial("merge_gap", "Merge gap", "Activities of one label that are closer together become one", 20.0, 0.1, " s"),
)


class DecodePanel(QWidget):
    """The sliders are those of all labels, or of the one that is chosen in `labels`.

    Signals: changed(dict) while a value moves, at most every 40 ms; committed(dict) once the user let go;
    label_chosen(name, "" for all).
    """

    changed = Signal(object)
    committed = Signal(object)
    label_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, object] = {}
        self._rows: dict[str, DialRow] = {}
        self._soon, self._later = QTimer(self), QTimer(self)
        for timer, wait, slot in ((self._soon, _TELL_EVERY_MS, self._tell), (self._later, 400, self._commit)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(slot)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        self.labels = self._make_labels()
        grid.addWidget(self.labels, 0, 0)
        grid.setRowMinimumHeight(1, 6)
        self.room = (grid, 0, 1)  # beside the labels
        for i, dial in enumerate(DIALS, 1):
            row = DialRow(dial, self)
            row.moved.connect(self._moved)
            row.let_go.connect(self._commit)
            grid.addWidget(row.title, 2 * i, 0)
            grid.addWidget(row.number, 2 * i, 1, 2, 1)
            grid.addWidget(row.slider, 2 * i + 1, 0)
            self._rows[dial.name] = row

    def _make_labels(self) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.setAccessibleName(self.tr("Settings of"))
        box.setToolTip(self.tr("Whose settings the sliders change: those of all labels, or of one"))
        box.addItem(self.tr("All labels"), "")
        box.activated.connect(self._choose_label)
        keep_keys(box, LIST_KEYS)
        return box

    @property
    def label(self) -> str:
        """The label whose settings the sliders are; "" for all."""
        return str(self.labels.currentData() or "")

    def set_labels(self, names: Sequence[str]) -> None:
        """What can be chosen; the choice stays while it is among them."""
        if names == [self.labels.itemData(i) for i in range(1, self.labels.count())]:
            return
        chosen = self.label
        while self.labels.count() > 1:
            self.labels.removeItem(1)
        for name in names:
            self.labels.addItem(name, name)
        self.labels.setCurrentIndex(max(0, self.labels.findData(chosen)))
        if self.label != chosen:
            self._choose_label()

    def choose(self, label: str) -> None:
        """As the user does."""
        self.labels.setCurrentIndex(max(0, self.labels.findData(label)))
        self._choose_label()

    def _choose_label(self) -> None:
        self.settle()
        self._show()
        self.label_chosen.emit(self.label)

    def set_values(self, values: Mapping[str, object]) -> None:
        """Shows settings without telling anybody."""
        if self._later.isActive():  # the user is at it; what they choose is told in a moment
            return
        self._values = dict(values)
        self._show()

    def _show(self) -> None:
        values = self._values
        own = values.get("own")
        some = (
            self.tr("All labels ({count} with their own)").format(count=len(own))
            if isinstance(own, list | tuple)
            else ""
        )
        self.labels.setItemText(0, some if own else self.tr("All labels"))
        if self.label and values:
            values = asdict(DecodeSettings.read(values).of(self.label))
        for name, row in self._rows.items():
            value = values.get(name)
            if isinstance(value, int | float):
                row.show_value(float(value))

    def values(self) -> dict[str, object]:
        return dict(self._values)

    def settle(self) -> None:
        """Tells what is still to be told, at once."""
        if self._later.isActive():
            self._commit()

    def row(self, name: str) -> DialRow:
        return self._rows[name]

    def _moved(self, name: str, value: float) -> None:
        self._values |= asdict(DecodeSettings.read(self._values).moved(self.label, name, value))
        if not self._soon.isActive():
            self._soon.start()
        self._later.start()

    def _tell(self) -> None:
        self.changed.emit(self.values())

    def _commit(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._tell()
        if self._later.isActive():
            self._later.stop()
            if any(row.slider.isSliderDown() for row in self._rows.values()):
                return
        self.committed.emit(self.values())


class DialRow(QWidget):
    """Title, slider and number of one setting; the panel lays the three out, this object holds them together.

    Signals: moved(name, value), let_go().
    """

    moved = Signal(str, float)
    let_go = Signal()

    def __init__(self, dial: Dial, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._dial = dial
        self.title = QLabel(translate("dials", dial.title), parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, parent)
        self.slider.setRange(0, round(dial.most / dial.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 20))
        self.number = QDoubleSpinBox(parent)
        self.number.setDecimals(2 if dial.step < 0.1 else 1)
        self.number.setRange(0, dial.most)
        self.number.setSingleStep(dial.step)
        self.number.setSuffix(dial.unit)
        self.number.setFixedWidth(82)
        self.number.setKeyboardTracking(False)
        keep_keys(self.slider, SLIDER_KEYS)
        for widget in (self.title, self.slider, self.number):
            widget.setToolTip(translate("dials", dial.tip))
            widget.setAccessibleName(translate("dials", dial.title))
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self.let_go)
        self.number.valueChanged.connect(self._typed)

    def show_value(self, value: float) -> None:
        """Shows a value silently; one beyond the range stretches it."""
        if value > self.number.maximum():
            self.number.setMaximum(value)
            self.slider.setMaximum(round(value / self._dial.step))
        for widget in (self.slider, self.number):
            widget.blockSignals(True)
        self.slider.setValue(round(value / self._dial.step))
        self.number.setValue(value)
        for widget in (self.slider, self.number):
            widget.blockSignals(False)

    def _slid(self, position: int) -> None:
        value = round(position * self._dial.step, 4)
        self.show_value(value)
        self.moved.emit(self._dial.name, value)

    def _typed(self, value: float) -> None:
        self.show_value(value)
        self.moved.emit(self._dial.name, round(value, 4))
