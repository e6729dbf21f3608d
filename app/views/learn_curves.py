"""A training's curves while it goes on: the loss above, and below how well it does on what it does not learn from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import theme
from core.task import Curves

_HEIGHT = 86  # pixels of a plot at the least


class CurvesView(QWidget):
    """Two plots over the steps; pyqtgraph is imported when the first curve comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 4, 8, 4)
        self.column.setSpacing(2)
        self._plots: list[Any] = []
        self._lines: dict[str, Any] = {}
        self._look = ""
        self.curves: Curves = {}
        self.setAccessibleName(self.tr("Curves of the training"))
        self.empty = QLabel(self.tr("Loss and scores are drawn here\nwhile it learns"), self)
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.column.addWidget(self.empty, 1)

    def set_curves(self, curves: Curves) -> None:
        """By name: "loss", and metrics between 0 and 1."""
        self.curves = curves
        self.empty.setVisible(not curves)
        if not curves:
            return
        if not self._plots or self._look != theme.name():
            self._make()
        metrics = [name for name in curves if name != "loss"]
        colors = [theme.colors().accent, theme.colors().ok, theme.colors().warning]
        for name, points in curves.items():
            if name not in self._lines:
                place = self._plots[name != "loss"]
                color = theme.colors().text if name == "loss" else colors[metrics.index(name) % len(colors)]
                said = self.tr("loss") if name == "loss" else name
                self._lines[name] = place.plot(name=said, pen=self._pen(color), symbolPen=None, symbolBrush=color)
            if len(points):
                dots = "o" if len(points) < 30 and name != "loss" else None
                self._lines[name].setData(*zip(*points, strict=True), symbol=dots, symbolSize=5)
        self.setAccessibleDescription(", ".join(f"{name} {rows[-1][1]:.3g}" for name, rows in curves.items() if rows))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and self._plots and self._look != theme.name():
            self.set_curves(self.curves)
        super().changeEvent(event)

    def _pen(self, color: str) -> Any:
        import pyqtgraph

        return pyqtgraph.mkPen(color, width=1.6)

    def _make(self) -> None:
        """Anew in the colours of the theme that is on."""
        import pyqtgraph

        for plot in self._plots:
            self.column.removeWidget(plot)
            plot.deleteLater()
        self._plots, self._lines, self._look = [], {}, theme.name()
        for axis in (None, (0, 1)):
            plot = pyqtgraph.PlotWidget(background=None)
            plot.setMinimumHeight(_HEIGHT)
            plot.setMenuEnabled(False)
            plot.setMouseEnabled(x=False, y=False)
            plot.hideButtons()
            plot.showGrid(y=True, alpha=0.15)
            for side in ("left", "bottom"):
                plot.getAxis(side).setTextPen(theme.colors().muted)
                plot.getAxis(side).setPen(QColor(theme.colors().border))
            plot.getAxis("left").setWidth(58)
            plot.getAxis("left").enableAutoSIPrefix(False)
            if axis is None:
                plot.addLegend(offset=(-6, 4), labelTextColor=theme.colors().text)
            else:
                plot.setYRange(*axis, padding=0.08)
                plot.getAxis("left").setTicks([[(0, "0"), (0.5, "0.5"), (1, "1")]])
                plot.addLegend(offset=(-6, -4), labelTextColor=theme.colors().text, colCount=2)
            self.column.addWidget(plot, 1)
            self._plots.append(plot)
        self._plots[0].getAxis("bottom").setStyle(showValues=False)
        self._plots[1].setXLink(self._plots[0])
