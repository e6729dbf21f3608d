"""The figures a reproduction writes beside its table: curves, and strips of pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np


def curves(
    file: Path, lines: Mapping[str, Sequence[tuple[float, float]]], x: str, y: str, title: str = "", log: bool = False
) -> Path:
    """One line for each name, of (x, y) points; returns the PNG file."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.2), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    for name, points in lines.items():
        if points:
            axes.plot(*zip(*points, strict=True), label=name, linewidth=1.4)
    axes.set(xlabel=x, ylabel=y, title=title)
    if log:
        axes.set_yscale("log")
    axes.grid(alpha=0.25)
    if len(lines) > 1:
        axes.legend(frameon=False)
    return _written(file, figure)


def strip(file: Path, rows: Sequence[tuple[str, Sequence[np.ndarray]]], title: str = "") -> Path:
    """Rows of pictures under each other, a name before each: uint8 [H, W] or [H, W, 3], or float 0…1 [H, W]."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    columns = max(len(pictures) for _, pictures in rows)
    figure = Figure(figsize=(1.1 * columns + 1.4, 1.15 * len(rows) + (0.4 if title else 0.1)), layout="constrained")
    FigureCanvasAgg(figure)
    grid = figure.subplots(len(rows), columns, squeeze=False)
    for line, (name, pictures) in zip(grid, rows, strict=True):
        for i, axes in enumerate(line):
            axes.axis("off")
            if i < len(pictures):
                picture = pictures[i]
                top = 1.0 if picture.dtype.kind == "f" else 255
                axes.imshow(picture, cmap="gray", vmin=0, vmax=top, interpolation="nearest")
        line[0].set_title(name, loc="left", fontsize=8)
    if title:
        figure.suptitle(title, fontsize=10)
    return _written(file, figure)


def confusion(file: Path, matrix: np.ndarray, names: Sequence[str], title: str = "") -> Path:
    """matrix: [truth, answer], counts or shares; each row is shown in percent."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    share = 100 * matrix / np.maximum(matrix.sum(1, keepdims=True), 1e-9)
    figure = Figure(figsize=(1.6 + 0.7 * len(names), 1.2 + 0.7 * len(names)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    axes.imshow(share, cmap="Blues", vmin=0, vmax=100)
    for row, column in np.ndindex(*share.shape):
        colour = "white" if share[row, column] > 55 else "black"
        axes.text(column, row, f"{share[row, column]:.0f}", ha="center", va="center", color=colour, fontsize=8)
    axes.set_xticks(range(len(names)), names, rotation=40, ha="right", fontsize=8)
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.set(xlabel="answer", ylabel="truth", title=title)
    return _written(file, figure)


def scatter(file: Path, panels: Mapping[str, tuple[np.ndarray, np.ndarray]], title: str = "") -> Path:
    """Panels side by side, each of points [n, 2] with their groups int [n], a colour for each group."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.4 * len(panels), 4.6), layout="constrained")
    FigureCanvasAgg(figure)
    for axes, (name, (points, groups)) in zip(
        figure.subplots(1, len(panels), squeeze=False)[0], panels.items(), strict=True
    ):
        axes.scatter(points[:, 0], points[:, 1], c=groups, cmap="nipy_spectral", s=5, linewidths=0)
        axes.set(xticks=[], yticks=[])
        axes.set_title(name, fontsize=9)
    if title:
        figure.suptitle(title, fontsize=10)
    return _written(file, figure)


def against(file: Path, points: Mapping[str, np.ndarray], x: str, y: str, title: str = "") -> Path:
    """What was estimated against what is, 0…1 both: a colour for each name, float [n, 4] of estimate, its range, and
    truth. On the diagonal they are the same."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.4, 5.2), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="black", linewidth=0.8, alpha=0.5)
    for name, given in points.items():
        if len(given):
            now, low, high, actual = given.T
            reach = np.abs(np.stack([now - low, high - now]))
            axes.errorbar(now, actual, xerr=reach, fmt="o", markersize=4, elinewidth=0.5, alpha=0.7, label=name)
    axes.set(xlabel=x, ylabel=y, title=title, xlim=(0, 1), ylim=(0, 1), aspect="equal")
    axes.grid(alpha=0.25)
    axes.legend(frameon=False)
    return _written(file, figure)


def _written(file: Path, figure: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, dpi=110)  # type: ignore[attr-defined]
    return file
