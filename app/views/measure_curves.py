"""Precision over recall, a curve for each label; where people are, a diamond."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app import theme
from app.views.keys import LIST_KEYS, keep_keys
from core.evaluation.curves import Curve

_HUES = (218, 25, 145, 290, 0, 185, 50, 330, 100, 250)


class CurvesView(QWidget):
    """pyqtgraph is imported when there are first curves to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: Sequence[Curve] = ()
        self._people: Mapping[str, tuple[float, float]] = {}
        self.plot: Any = None  # a PlotWidget, whose library is slow to import
        self.labels = QComboBox(self)
        self.labels.setAccessibleName(self.tr("Labels whose curves are shown"))
        self.labels.setToolTip(self.labels.accessibleName())
        self.labels.activated.connect(self._draw)
        keep_keys(self.labels, LIST_KEYS)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setProperty("role", "hint")
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.labels)
        self.column.addWidget(self.said)

    def set_curves(self, curves: Sequence[Curve], people: Mapping[str, tuple[float, float]]) -> None:
        """`people`: (recall, precision) by label of the person who is the ceiling; empty without one."""
        self._curves, self._people = curves, people
        wanted = self.labels.currentText()
        self.labels.clear()
        self.labels.addItem(self.tr("All labels"))
        self.labels.addItems([curve.label for curve in curves])
        self.labels.setCurrentIndex(max(0, self.labels.findText(wanted)))
        self._draw()

    def _shown(self) -> list[tuple[int, Curve]]:
        chosen = self.labels.currentIndex()
        return [(i, curve) for i, curve in enumerate(self._curves) if chosen in (0, i + 1)]

    def _draw(self) -> None:
        import pyqtgraph

        if self.plot is None:
            self.plot = pyqtgraph.PlotWidget(self)
            self.plot.setAccessibleName(self.tr("Precision over recall"))
            self.plot.setMinimumSize(QSize(160, 90))
            self.plot.setMenuEnabled(False)
            self.plot.hideButtons()
            self.column.insertWidget(1, self.plot, 1)
        colors, plot = theme.colors(), self.plot
        plot.clear()
        plot.setBackground(colors.panel)
        item = plot.getPlotItem()
        item.setRange(xRange=(0, 1.02), yRange=(0, 1.04), padding=0)
        item.showGrid(x=True, y=True, alpha=0.15)
        for side, text in (("bottom", self.tr("Recall")), ("left", self.tr("Precision"))):
            item.setLabel(side, text, color=colors.muted)
            item.getAxis(side).setPen(colors.border)
            item.getAxis(side).setTextPen(colors.muted)
        shown = self._shown()
        for i, curve in shown:
            colour, thin = _colour(i), curve.thinned()
            pen = pyqtgraph.mkPen(colour, width=2)
            item.plot(
                thin.recall, thin.precision, pen=pen, symbol="o", symbolSize=4, symbolBrush=colour, symbolPen=None
            )
            if curve.label in self._people:
                recall, precision = self._people[curve.label]
                item.plot([recall], [precision], pen=None, symbol="d", symbolSize=12, symbolBrush=None, symbolPen=pen)
        self.said.setText(self._says([curve for _, curve in shown]))

    def _says(self, shown: Sequence[Curve]) -> str:
        """The curves in words: of one its best point, of all their average precision."""
        if not shown:
            return self.tr("The reference has no segment, so there is no curve.")
        if len(shown) > 1:
            named = ", ".join(f"{curve.label} {curve.ap:.2f}" for curve in sorted(shown, key=lambda c: -c.ap)[:12])
            text = self.tr("Average precision: {labels}.").format(labels=named)
        elif (best := shown[0].best) is None:
            text = self.tr("Nothing was found of {label}.").format(label=shown[0].label)
        else:
            text = self.tr("Best F1 {f1} at score {score}: precision {precision}, recall {recall}.").format(
                f1=f"{best[0]:.2f}", score=f"{best[1]:.2f}", precision=f"{best[2]:.2f}", recall=f"{best[3]:.2f}"
            )
        return text + (" " + self.tr("Diamonds: what people reach.") if self._people else "")


def _colour(i: int) -> QColor:
    """Bright on dark, deep on light."""
    return QColor.fromHsv(
        _HUES[i % len(_HUES)], 150 if theme.name() == "dark" else 220, 240 if theme.name() == "dark" else 170
    )
