"""What to look for, with which weights, and how strict to be: the dialog before an analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import tasks
from app.dialogs.files import ask_open, checkpoint_filter
from app.tasks import ModelChoice, WeightsChoice
from app.told_words import told
from app.words import moment_text, translate
from core.decode import DecodeSettings
from core.errors import UserError

GROUPS = {
    "activities": ("What happens", "scores of activities"),
    "surprises": ("When something surprises", "how much a moment surprises"),
    "changes": ("When something changes", "how much changes"),
}
_OTHER = "another"
_NOTES = 240  # letters; the rest is in the tooltip


@dataclass(frozen=True)
class Answers:
    """What is called when the user says yes: to analyse with (network's name, settings, checkpoint or None); to
    ask what was tuned for the weights of a network; to fetch the weights; to train the network."""

    analyse: Callable[[str, DecodeSettings, Path | None], object]
    tuned: Callable[[str, Path | None], DecodeSettings | None]
    fetch: Callable[[ModelChoice, WeightsChoice], object]
    train: Callable[[ModelChoice], object]


class AnalyseDialog(QDialog):
    """Signals: fetch_wanted(ModelChoice, WeightsChoice), train_wanted(ModelChoice); either closes the dialog."""

    fetch_wanted = Signal(object, object)
    train_wanted = Signal(object)

    def __init__(
        self,
        models: Sequence[ModelChoice],
        videos: int,
        device: str,
        model: str = "",
        parent: QWidget | None = None,
        tuned: Callable[[str, Path | None], DecodeSettings | None] = lambda _name, _file: None,
    ) -> None:
        """`model`: the network to begin with; `tuned`: what was tuned for its weights, if anything."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find activities"))
        self._tuned = tuned
        self._shown: DecodeSettings | None = None
        self._models = {one.name: one for one in models}
        self.model, self.weights = QComboBox(), QComboBox()
        self._fill(models)
        self.about, self.missing = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.about.setProperty("role", "hint")
        self.missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fetch, self.train = QPushButton(self.tr("Fetch the weights")), QPushButton(self.tr("Train…"))
        self.threshold = QDoubleSpinBox(minimum=0.01, maximum=0.99, singleStep=0.05, decimals=2)
        self.smoothing = QDoubleSpinBox(minimum=0, maximum=60, singleStep=0.5, decimals=1, suffix=" s")
        self.min_length = QDoubleSpinBox(minimum=0, maximum=600, singleStep=0.5, decimals=1, suffix=" s")
        self.merge_gap = QDoubleSpinBox(minimum=0, maximum=600, singleStep=0.5, decimals=1, suffix=" s")
        self.top = QSpinBox(minimum=1, maximum=50)
        self.own = QCheckBox()
        self.own.setToolTip(self.tr("Labels that were tuned keep their own numbers; those above are for all others"))
        self.threshold.setToolTip(self.tr("A moment counts when the network gives it at least this score"))
        self.smoothing.setToolTip(self.tr("Scores are averaged over this much time before the threshold"))
        self.min_length.setToolTip(self.tr("Shorter activities are dropped"))
        self.merge_gap.setToolTip(self.tr("Activities of one label closer together than this become one"))
        self.top.setToolTip(self.tr("How many different labels a video may get at most"))
        self._lay_out(videos, device)
        first = next((one.name for one in models if not one.missing), models[0].name)
        self.model.setCurrentIndex(self.model.findData(model if model in self._models else first))
        self._on_model()
        self._connect()

    def _fill(self, models: Sequence[ModelChoice]) -> None:
        """The networks under headings that cannot be chosen."""
        items = QStandardItemModel(self.model)
        for tells, (heading, _) in GROUPS.items():
            mine = [one for one in models if one.tells == tells]
            if mine and len(models) > len(mine):
                title = QStandardItem(translate("networks", heading))
                title.setFlags(Qt.ItemFlag.NoItemFlags)
                items.appendRow(title)
            for one in mine:
                item = QStandardItem(told(one.title))
                item.setData(one.name, Qt.ItemDataRole.UserRole)
                item.setToolTip(one.paper)
                items.appendRow(item)
        self.model.setModel(items)
        for box in (self.model, self.weights):  # long names are cut, the dialog does not grow with them
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(20)

    def _lay_out(self, videos: int, device: str) -> None:
        form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        offers = QHBoxLayout()
        offers.addWidget(self.fetch)
        offers.addWidget(self.train)
        offers.addStretch(1)
        form.addRow(self.tr("&Network"), self.model)
        form.addRow(self.tr("&Weights"), self.weights)
        form.addRow("", self.about)
        form.addRow("", self.missing)
        form.addRow("", offers)
        form.addRow(self.tr("&Threshold"), self.threshold)
        form.addRow(self.tr("&Smoothing"), self.smoothing)
        form.addRow(self.tr("&Minimum length"), self.min_length)
        form.addRow(self.tr("Merge &gaps up to"), self.merge_gap)
        form.addRow(self.tr("&Labels per video"), self.top)
        form.addRow("", self.own)
        fields = (self.threshold, self.smoothing, self.min_length, self.merge_gap, self.top)
        for number in fields:
            number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            number.setFixedWidth(120)
        for field in (self.model, self.weights, *fields):
            word = form.labelForField(field)
            if word is not None:  # in the middle of its field's height
                word.setMinimumHeight(field.sizeHint().height())
        one, several = self.tr("Analyse this video"), self.tr("Analyse {count} videos")
        text = self.tr("Runs on {device}, in the background; found activities appear on a track of their own.")
        where = QLabel(text.format(device=device))
        where.setWordWrap(True)
        where.setProperty("role", "hint")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(
            one if videos == 1 else several.format(count=videos)
        )
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(where)
        column.addWidget(self.buttons)
        self.setMinimumWidth(520)

    def _connect(self) -> None:
        self.model.currentIndexChanged.connect(self._on_model)
        self.weights.activated.connect(self._on_weights)
        self.fetch.clicked.connect(self._on_fetch)
        self.train.clicked.connect(self._on_train)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def chosen(self) -> ModelChoice:
        return self._models[str(self.model.currentData())]

    @property
    def chosen_weights(self) -> WeightsChoice | None:
        """None where the network has none."""
        found = self.weights.currentData()
        return found if isinstance(found, WeightsChoice) else None

    @property
    def checkpoint(self) -> Path | None:
        """None: the network's asset."""
        return self.chosen_weights.file if self.chosen_weights else None

    def _on_model(self) -> None:
        self._shown = None
        self._show_weights(self.chosen.weights)

    @property
    def defaults(self) -> DecodeSettings:
        """What was tuned for the weights, else what suits the network."""
        return self._tuned(self.chosen.name, self.checkpoint) or self.chosen.defaults

    def _show_settings(self) -> None:
        settings = self.defaults
        if settings == self._shown:  # other weights, and the same numbers: what the user chose stays
            return
        self._shown = settings
        self.threshold.setValue(settings.threshold)
        self.smoothing.setValue(settings.smoothing)
        self.min_length.setValue(settings.min_length)
        self.merge_gap.setValue(settings.merge_gap)
        self.top.setValue(settings.top)
        self.own.setText(self.tr("Use the tuned settings of {count} labels").format(count=len(settings.own)))
        self.own.setVisible(bool(settings.own))
        self.own.setChecked(bool(settings.own))

    def _show_weights(self, choices: Sequence[WeightsChoice], at: int = 0) -> None:
        self.weights.clear()
        for one in choices:
            self.weights.addItem(_title(one), one)
        if not choices:
            self.weights.addItem(self.tr("none yet"), None)
        self.weights.addItem(self.tr("Another checkpoint…"), _OTHER)
        self.weights.setCurrentIndex(at)
        self._at = at
        self._show_settings()
        self._describe()

    def _on_weights(self, index: int) -> None:
        if self.weights.itemData(index) != _OTHER:
            self._at = index
            self._show_settings()
            self._describe()
            return
        self.weights.setCurrentIndex(self._at)
        if file := ask_open(self.tr("Choose a checkpoint"), checkpoint_filter()):
            self.use(file)

    def use(self, file: Path) -> None:
        """Takes a checkpoint from anywhere, and the network that it is for."""
        try:
            name, weights = tasks.describe(file)
        except UserError as error:
            self._say(told(str(error)))
            return
        self.model.setCurrentIndex(self.model.findData(name))
        self._show_weights((*self.chosen.weights, weights), len(self.chosen.weights))

    def _describe(self) -> None:
        model, weights = self.chosen, self.chosen_weights
        form = weights.form if weights else "paper"
        parameters = weights.parameters if weights else model.forms[form]
        size = self.tr("{count} parameters").format(count=f"{parameters:,}")
        size += "" if form == "paper" else self.tr(" (the {form} form)").format(form=form)
        finds = _finds(weights.finds) if weights else ""
        what = [GROUPS[model.tells][1], *(name for name in model.gives if name != "scores")]
        gives = self.tr("Gives {what}").format(what=", ".join(translate("networks", one) for one in what))
        notes = told(weights.notes) if weights else ""
        lines = [model.paper, f"{gives}. {size}{finds}.", notes if len(notes) <= _NOTES else notes[:_NOTES] + "…"]
        self.about.setText("\n".join(line for line in lines if line))
        self.about.setToolTip(notes)
        missing = weights.missing if weights else model.missing
        self._say(told(missing))
        self.fetch.setVisible(bool(weights and weights.asset))
        self.fetch.setText(self.tr("Import a file…") if weights and weights.imported else self.tr("Fetch the weights"))
        self.train.setVisible(bool(model.trains) and weights is None)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(weights is not None and not missing)
        if self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Other words need another height."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _say(self, text: str) -> None:
        self.missing.setText(text)
        self.missing.setVisible(bool(text))

    def _on_fetch(self) -> None:
        self.fetch_wanted.emit(self.chosen, self.chosen_weights)
        self.reject()

    def _on_train(self) -> None:
        self.train_wanted.emit(self.chosen)
        self.reject()

    def settings(self) -> DecodeSettings:
        """The defaults with what the user changed."""
        defaults = self.defaults
        return replace(
            defaults,
            own=defaults.own if self.own.isChecked() else (),
            threshold=self.threshold.value(),
            low=min(defaults.low, self.threshold.value()),
            smoothing=self.smoothing.value(),
            min_length=self.min_length.value(),
            merge_gap=self.merge_gap.value(),
            top=self.top.value(),
        )


def _title(weights: WeightsChoice) -> str:
    """A name among the weights, with where they come from."""
    name = weights.name + ("" if weights.form == "paper" else f" ({weights.form})")
    if weights.origin == "shipped":
        return translate("networks", "{name}, shipped with the program").format(name=name)
    if weights.origin == "trained here":
        when = moment_text(weights.made * 1000)
        return translate("networks", "{name}, trained here, {when}").format(name=name, when=when)
    return name


def _finds(labels: Sequence[str]) -> str:
    if len(labels) > 4:
        return translate("networks", ", {count} labels").format(count=len(labels))
    return translate("networks", ", finds {labels}").format(labels=", ".join(labels)) if labels else ""


def ask_analysis(
    models: Sequence[ModelChoice], videos: int, device: str, answers: Answers, model: str = ""
) -> AnalyseDialog:
    """Opens the dialog without blocking, with `model` chosen."""
    dialog = AnalyseDialog(models, videos, device, model, QApplication.activeWindow(), answers.tuned)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(
        lambda: answers.analyse(str(dialog.model.currentData()), dialog.settings(), dialog.checkpoint)
    )
    dialog.fetch_wanted.connect(answers.fetch)
    dialog.train_wanted.connect(answers.train)
    dialog.open()
    return dialog
