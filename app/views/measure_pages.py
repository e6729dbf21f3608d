"""One candidate's figures, a page for each: labels, confusion, edges, calibration."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.views.measure_bars import Bar, BarChart
from app.views.measure_grid import Cell, GridView, HeatDelegate
from core.evaluation.calibration import Calibration
from core.evaluation.edges import Edges, Histogram, Spread
from core.evaluation.frames import Counts
from core.evaluation.matched import EXTRA, MISSED, RIGHT
from core.evaluation.whole import Figures

_COLUMN = 9  # characters of a label in the confusion's columns


class LabelsPage(GridView):
    """A row for each label. Signals: places(title, list of Place)."""

    places = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Figures of each label"))
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self._figures: Figures | None = None
        self.picked.connect(self._show)

    def set_figures(self, figures: Figures) -> None:
        self._figures = figures
        heads = [
            self.tr("Label"), self.tr("Right"), self.tr("Extra"), self.tr("Missed"), self.tr("Precision"),
            self.tr("Recall"), self.tr("F1"), self.tr("AP"), self.tr("Frame F1"),
        ]  # fmt: skip
        rows = []
        for one in figures.labels:
            frames = figures.confusion.frames.get(one.label, Counts()).f1
            counts = [Cell(f"{number:,}", number) for number in (one.right, one.extra, one.missed)]
            shares = [Cell(f"{v:.3f}", v) for v in (one.precision, one.recall, one.f1, one.ap, frames)]
            rows.append([Cell(one.label, one.label.casefold(), says=one.label), *counts, *shares])
        self.cells.set_cells(heads, rows)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.resizeColumnsToContents()
        self.setColumnWidth(0, min(self.columnWidth(0), 220))

    def _show(self, row: int, column: int) -> None:
        """The segments that a number counts; of the rest of the row those that are wrong."""
        if self._figures is None:
            return
        name = self.cells.rows[row][0].text
        label = self._figures.confusion.labels.index(name)
        titles = {
            1: (self.tr("{label}: right"), (RIGHT,)),
            2: (self.tr("{label}: extra"), (EXTRA,)),
            3: (self.tr("{label}: missed"), (MISSED,)),
        }
        title, kinds = titles.get(column, (self.tr("{label}: missed or extra"), (MISSED, EXTRA)))
        found = [place for kind in kinds for place in self._figures.hits.of(3 * label + kind)]
        self.places.emit(title.replace("{label}", name), found)


class ConfusionPage(QWidget):
    """Rows: the reference, columns: what was found; the last are nothing. Signals: places(title, list of Place)."""

    places = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = GridView(self.tr("What is taken for what"), self)
        self.grid.setItemDelegate(HeatDelegate(self.grid))
        self.grid.picked.connect(self._show)
        self._figures: Figures | None = None
        hint = QLabel(self.tr("Rows: the reference; columns: what was found. Percent of each row's frames."), self)
        hint.setWordWrap(True)
        hint.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(hint)
        column.addWidget(self.grid, 1)

    def set_figures(self, figures: Figures) -> None:
        self._figures = figures
        counts = figures.confusion.counts
        names = [*figures.confusion.labels, self.tr("nothing")]
        totals = counts.sum(1).tolist()
        empty = [Cell("", 0.0, says=self.tr("Nothing taken for {name} here").format(name=name)) for name in names]
        rows = [list(empty) for _ in names]  # most of a large confusion is empty
        for row, column in zip(*(at.tolist() for at in counts.nonzero()), strict=True):
            rows[row][column] = self._cell(names, row, column, int(counts[row, column]), totals[row])
        self.grid.cells.set_cells(names, rows, names)
        width = self.fontMetrics().averageCharWidth() * _COLUMN + 12
        self.grid.horizontalHeader().setDefaultSectionSize(width)
        self.grid.verticalHeader().setMaximumWidth(2 * width)

    def _cell(self, names: Sequence[str], row: int, column: int, count: int, total: int) -> Cell:
        share = count / total
        if row == column:
            text = self.tr("{name}: {count} frames agree, {share} of the row")
        else:
            text = self.tr("{name} taken for {other}: {count} frames, {share} of the row")
        says = text.format(name=names[row], other=names[column], count=f"{count:,}", share=f"{share:.1%}")
        shown = f"{share:.0%}" if share >= 0.005 else "<1%"
        return Cell(shown, count, share, says=says)

    def _show(self, row: int, column: int) -> None:
        if self._figures is not None:
            names = [*self._figures.confusion.labels, self.tr("nothing")]
            same = self.tr("{name}: both agree") if row == column else self.tr("{name} taken for {other}")
            title = same.format(name=names[row], other=names[column])
            self.places.emit(title, self._figures.confusion.at(row, column))


class EdgesPage(QWidget):
    """Signals: places(title, list of Place)."""

    places = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edges: Edges | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self.said = (QLabel(self), QLabel(self))
        self.charts = (BarChart(self.tr("Errors of starts"), self), BarChart(self.tr("Errors of ends"), self))
        for said, chart, slot in zip(self.said, self.charts, (self._show_starts, self._show_ends), strict=True):
            said.setWordWrap(True)
            chart.picked.connect(slot)
            column.addWidget(said)
            column.addWidget(chart, 1)

    def set_figures(self, figures: Figures) -> None:
        self._edges = edges = figures.edges
        parts = ((edges.starts, edges.start, self.tr("Starts")), (edges.stops, edges.stop, self.tr("Ends")))
        for said, chart, (histogram, spread, what) in zip(self.said, self.charts, parts, strict=True):
            chart.set_bars([self._bar(histogram, i) for i in range(len(histogram.counts))])
            said.setText(self._says(what, spread))

    def _says(self, what: str, spread: Spread | None) -> str:
        if spread is None:
            return self.tr("{what}: no segment of the reference was found.").format(what=what)
        late = self.tr("late") if spread.mean >= 0 else self.tr("early")
        text = self.tr(
            "{what}, in frames: half are off by {median} or less, nine in ten by {most}; {mean} too {late} on average."
        )
        numbers = {"median": f"{spread.median:g}", "most": f"{spread.most:.0f}", "mean": f"{abs(spread.mean):.1f}"}
        return text.format(what=what, late=late, **numbers)

    def _range(self, histogram: Histogram, i: int) -> str:
        low, high = int(histogram.low[i]), int(histogram.low[i]) + histogram.width - 1
        last = len(histogram.counts) - 1
        if last and i == 0:
            return self.tr("{frames} frames or fewer").format(frames=f"{high:+d}")
        if last and i == last:
            return self.tr("{frames} frames or more").format(frames=f"{low:+d}")
        if low == high:
            return self.tr("{frames} frames").format(frames=f"{low:+d}" if low else "0")
        return self.tr("{low} to {high} frames").format(low=f"{low:+d}", high=f"{high:+d}")

    def _bar(self, histogram: Histogram, i: int) -> Bar:
        count = int(histogram.counts[i])
        says = self.tr("{range} off: {count} segments").format(range=self._range(histogram, i), count=f"{count:,}")
        middle = int(histogram.low[i]) + histogram.width // 2
        return Bar(count, f"{middle:+d}" if middle else "0", says)

    def _show_starts(self, bar: int) -> None:
        if self._edges is not None:
            title = self.tr("Starts {range} off").format(range=self._range(self._edges.starts, bar))
            self.places.emit(title, self._edges.starts.at(bar))

    def _show_ends(self, bar: int) -> None:
        if self._edges is not None:
            title = self.tr("Ends {range} off").format(range=self._range(self._edges.stops, bar))
            self.places.emit(title, self._edges.stops.at(bar))


class CalibrationPage(QWidget):
    """Signals: places(title, list of Place)."""

    places = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Calibration | None = None
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.chart = BarChart(self.tr("How many are right, by score"), self)
        self.chart.picked.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.chart, 1)

    def set_figures(self, figures: Figures) -> None:
        self._made = made = figures.calibration
        self.chart.setVisible(made is not None)
        if made is None:
            self.said.setText(self.tr("There are no scores that tell one segment from another."))
            return
        text = self.tr(
            "A bar is the share of segments that are right, its dot what their scores say; apart by {error}."
        )
        self.said.setText(text.format(error=f"{made.error:.3f}"))
        self.chart.set_bars([self._bar(made, i) for i in range(len(made.counts))], top=1.0)

    def _between(self, i: int) -> tuple[str, str]:
        assert self._made is not None
        return f"{self._made.edges[i]:.1f}", f"{self._made.edges[i + 1]:.1f}"

    def _bar(self, made: Calibration, i: int) -> Bar:
        low, high = self._between(i)
        text = self.tr("Score {low} to {high}: {share} of {count} segments are right")
        says = text.format(low=low, high=high, share=f"{made.right[i]:.0%}", count=f"{int(made.counts[i]):,}")
        mark = float(made.score[i]) if made.counts[i] else None
        return Bar(float(made.right[i]), f"{low}–{high}", says, mark)

    def _show(self, bar: int) -> None:
        if self._made is not None:
            low, high = self._between(bar)
            self.places.emit(self.tr("Score {low} to {high}").format(low=low, high=high), self._made.at(bar))
