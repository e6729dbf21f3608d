"""The settings: pages on the left, controls on the right; every change is used at once, so there is no OK."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.settings_keys import KeysPage
from app.dialogs.settings_table import KEYS, OPTIONS, PAGES, Option
from app.words import translate
from core.settings import Settings


class SettingsDialog(QDialog):
    """Signals: changed(field of Settings, its new value)."""

    changed = Signal(str, object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.keys = KeysPage(self)
        self.controls: dict[str, QWidget] = {}
        self.pages = QListWidget(self)
        self.pages.setAccessibleName(self.tr("Pages"))
        self._stack = QStackedWidget(self)
        for page in PAGES:
            self._add_page(page, settings)
        widest = self.pages.sizeHintForColumn(0)
        self.pages.setFixedWidth(max(130, widest + 24))
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        both = QHBoxLayout()
        both.addWidget(self.pages)
        both.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(close)
        self.resize(820, 560)

    def show_page(self, page: str) -> None:
        found = self.pages.findItems(translate("settings", page), Qt.MatchFlag.MatchExactly)
        if found:
            self.pages.setCurrentItem(found[0])

    def _add_page(self, page: str, settings: Settings) -> None:
        """A page without anything to set is not there."""
        options = [option for option in OPTIONS if option.page == page]
        if page == KEYS:
            self._stack.addWidget(self.keys)
        elif options:
            self._stack.addWidget(self._form(options, settings))
        else:
            return
        self.pages.addItem(translate("settings", page))

    def _form(self, options: list[Option], settings: Settings) -> QWidget:
        body = QWidget()
        form = QFormLayout(body, fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(16, 4, 8, 8)
        form.setVerticalSpacing(12)
        for option in options:
            title = translate("settings", option.title)
            control = self._control(option, getattr(settings, option.field))
            control.setAccessibleName(title)
            control.setAccessibleDescription(translate("settings", option.hint) if option.hint else "")
            self.controls[option.field] = control
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addWidget(control)
            if option.hint:
                hint = QLabel(translate("settings", option.hint), body)
                hint.setWordWrap(True)
                hint.setProperty("role", "hint")
                both.addWidget(hint)
            word = QLabel("" if isinstance(control, QCheckBox) else title, body)
            word.setBuddy(control)
            form.addRow(word, both)
        return body

    def _control(self, option: Option, value: Any) -> QWidget:
        if option.choices:
            return self._choice(option, value)
        if isinstance(value, bool):
            return self._check(option, value)
        if isinstance(value, int | float):
            return self._number(option, value)
        field = QLineEdit(str(value))
        field.editingFinished.connect(lambda: self._tell(option, field.text().strip()))
        return field

    def _choice(self, option: Option, value: object) -> QComboBox:
        box = QComboBox()
        for one, text in option.choices:
            box.addItem(translate("settings", text), one)
        box.setCurrentIndex(max(0, [one for one, _ in option.choices].index(value) if self._has(option, value) else 0))
        box.currentIndexChanged.connect(lambda _: self._tell(option, box.currentData()))
        return box

    @staticmethod
    def _has(option: Option, value: object) -> bool:
        return any(one == value for one, _ in option.choices)

    def _check(self, option: Option, value: bool) -> QCheckBox:
        box = QCheckBox(translate("settings", option.title))
        box.setChecked(value)
        box.toggled.connect(lambda on: self._tell(option, on))
        return box

    def _number(self, option: Option, value: float) -> QSpinBox | QDoubleSpinBox:
        box: QSpinBox | QDoubleSpinBox
        if isinstance(value, int):
            box = QSpinBox(minimum=int(option.low), maximum=int(option.high), singleStep=int(option.step))
            box.setValue(value)
        else:
            box = QDoubleSpinBox(minimum=option.low, maximum=option.high, singleStep=option.step)
            box.setValue(value)
        box.setSuffix(translate("settings", option.unit) if option.unit.strip() else option.unit)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda new: self._tell(option, new))
        return box

    def _tell(self, option: Option, value: object) -> None:
        self.changed.emit(option.field, value)
