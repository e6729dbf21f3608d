"""How good runs, checkpoints and people are, side by side, with the clips behind every number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.tasks.measure_table import MEASURES, Measure, text
from app.views.keys import LIST_KEYS, keep_keys
from app.views.measure_choice import ChoiceView
from app.views.measure_clips import ClipsView
from app.views.measure_curves import CurvesView
from app.views.measure_grid import BarDelegate, Cell, GridView
from app.views.measure_pages import CalibrationPage, ConfusionPage, EdgesPage, LabelsPage
from app.words import translate
from core.evaluation.footage import Place
from core.evaluation.whole import Figures

if TYPE_CHECKING:
    from app.tasks.measuring import Measured


class MeasureView(QWidget):
    """Signals: picked(title, list of Place): a number whose clips shall be shown."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: Sequence[Measured] = ()
        self.choice = ChoiceView(self)
        self.notes = QLabel(self)
        self.notes.setWordWrap(True)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notes.setProperty("role", "hint")
        left = QVBoxLayout()
        left.addWidget(self.choice)
        left.addWidget(self.notes, 1)
        self.hint = QLabel(self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.hint)
        self.stack.addWidget(self._make_pages())
        row = QHBoxLayout(self)
        row.addLayout(left)
        row.addWidget(self.stack, 1)

    def _make_pages(self) -> QWidget:
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Whose figures are shown"))
        self.which.setToolTip(self.which.accessibleName())
        self.which.currentIndexChanged.connect(self._show_one)
        keep_keys(self.which, LIST_KEYS)
        self.summary = GridView(self.tr("Side by side"), self)
        self.summary.setItemDelegate(BarDelegate(self.summary))
        header = self.summary.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("0") * 14)
        self.labels, self.confusion, self.edges = LabelsPage(self), ConfusionPage(self), EdgesPage(self)
        self.curves, self.calibration = CurvesView(self), CalibrationPage(self)
        self.tabs = QTabWidget(self)
        self.tabs.setUsesScrollButtons(True)
        for page, title in (
            (self.summary, self.tr("Side by side")),
            (self.labels, self.tr("Labels")),
            (self.confusion, self.tr("Confusion")),
            (self.edges, self.tr("Edges")),
            (self.curves, self.tr("Curves")),
            (self.calibration, self.tr("Calibration")),
        ):
            self.tabs.addTab(page, title)
        self.tabs.currentChanged.connect(self._on_tab)
        for one in (self.labels, self.confusion, self.edges, self.calibration):
            one.places.connect(self.picked)
        self.clips = ClipsView(self)
        self.clips.hide()
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.which)
        column.addWidget(self.tabs, 1)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.addWidget(upper)
        self.split.addWidget(self.clips)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        return self.split

    def say(self, text: str) -> None:
        """Instead of figures: what to do, or that they are being computed."""
        self.hint.setText(text)
        self.stack.setCurrentIndex(0)
        self.notes.clear()
        self.choice.export.setEnabled(False)

    def set_results(self, results: Sequence[Measured], notes: Sequence[str]) -> None:
        self._results = results
        self.notes.setText("\n\n".join(notes))
        self._show_summary()
        self.clips.hide()
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems([one.name for one in results])
        self.which.blockSignals(False)
        self._show_one()
        self.stack.setCurrentIndex(1)
        self.choice.export.setEnabled(True)
        self._on_tab()

    def show_places(self, title: str, places: Sequence[Place], says: Callable[[Place], str]) -> None:
        one, several = self.tr("{title} (1 place)"), self.tr("{title} ({count} places)")
        named = (one if len(places) == 1 else several).replace("{title}", title)
        self.clips.show()
        self.clips.set_places(named.replace("{count}", f"{len(places):,}"), places, says)

    # -- filling

    def _on_tab(self) -> None:
        self.which.setVisible(self.tabs.currentIndex() > 0)

    def _people(self) -> list[Figures]:
        """Those whose figures are a ceiling for others."""
        runs = any(one.kind == "run" for one in self._results)
        return [one.figures for one in self._results if one.kind == "human"] if runs else []

    def _show_summary(self) -> None:
        rows = [self._row(measure) for measure in MEASURES]
        titles = [translate("measures", one.title) for one in MEASURES]
        heads = []
        for one in self._results:
            ceiling = self._people() and one.kind == "human"
            heads.append(self.tr("{name} (ceiling)").format(name=one.name) if ceiling else one.name)
        self.summary.cells.set_cells(heads, rows, titles)
        self.summary.setCurrentIndex(self.summary.cells.index(0, 0))

    def _row(self, measure: Measure) -> list[Cell]:
        values = [measure.of(one.figures) for one in self._results]
        runs = [v for one, v in zip(self._results, values, strict=True) if one.kind == "run" and v is not None]
        best = (min if measure.lower else max)(runs) if len(runs) > 1 else None
        reached = [v for v in map(measure.of, self._people()) if v is not None]
        share = measure.unit == "share"
        ceiling = (min if measure.lower else max)(reached) if reached and share else None
        cells = []
        for one, value in zip(self._results, values, strict=True):
            title = translate("measures", measure.title)
            shown = text(measure, value) + (self.tr(" frames") if not share and value is not None else "")
            mine = None if one.kind == "human" else ceiling
            top = best is not None and value == best and one.kind == "run"
            cells.append(
                Cell(shown, value or 0.0, value if share else None, mine, top, f"{one.name}, {title}: {shown}")
            )
        return cells

    def _show_one(self) -> None:
        i = self.which.currentIndex()
        if not 0 <= i < len(self._results):
            return
        figures = self._results[i].figures
        for page in (self.labels, self.confusion, self.edges, self.calibration):
            page.set_figures(figures)
        people = self._people()
        reached = {row.label: (row.recall, row.precision) for row in people[0].labels} if people else {}
        self.curves.set_curves(figures.curves, reached)
