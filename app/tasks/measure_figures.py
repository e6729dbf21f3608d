"""The figures of a report, each as one SVG element that stands by itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from app.tasks.measure_table import Say, measures
from app.tasks.measuring import Measured
from core.spoken import spoken

_COLOURS = ("#2f5fe0", "#d2691e", "#1b7f4f", "#a03fb0", "#c62f38", "#586174")
_CEILING = "#1b2130"
_MOST = 24  # labels that a figure has room for


def bars(results: Sequence[Measured], frames: bool, say: Say) -> str:
    """Every share of every candidate; what people reach is a dashed line over their bars."""
    shares = [one for one in measures(frames) if one.unit == "share" and not one.lower]

    def draw(axes: Any) -> None:
        machines = [one for one in results if one.kind == "run"] or list(results)
        people = [one for one in results if one.kind == "human" and one not in machines]
        height = 0.8 / len(machines)
        place = np.arange(len(shares))
        for i, one in enumerate(machines):
            values = [measure.of(one.figures) or 0.0 for measure in shares]
            axes.barh(place + (i + 0.5) * height - 0.4, values, height, color=_COLOURS[i % 6], label=one.name)
        for one in people:
            for i, measure in enumerate(shares):
                value = measure.of(one.figures) or 0.0
                named = f"{one.name} {say(spoken('(ceiling)'))}" if i == 0 else None
                axes.plot(
                    [value, value], [i - 0.45, i + 0.45], color=_CEILING, dashes=(3, 2), linewidth=1.6, label=named
                )
        axes.set(xlim=(0, 1), ylim=(len(shares) - 0.4, -0.6))
        axes.set_yticks(place, [say(one.title) for one in shares], fontsize=9)
        axes.grid(axis="x", alpha=0.25)
        axes.legend(frameon=False, fontsize=9, loc="upper center", bbox_to_anchor=(0.5, -0.05), ncols=3)

    return _svg(draw, 8.4, 0.9 + len(shares) * (0.22 + 0.12 * len(results)))


def detections(results: Sequence[Measured]) -> str:
    """mAP over tIoU, people's dashed."""

    def draw(axes: Any) -> None:
        for i, one in enumerate(results):
            means = {**one.figures.thumos.mean, **one.figures.detection.mean}
            points = sorted((float(key), value) for key, value in means.items())
            human = one.kind == "human"
            colour = _CEILING if human else _COLOURS[i % 6]
            axes.plot(*zip(*points, strict=True), marker="o", markersize=3, color=colour,
                      linestyle="--" if human else "-", label=one.name)  # fmt: skip
        axes.set(xlabel="tIoU", ylabel="mAP", ylim=(0, 1.02))
        axes.grid(alpha=0.25)
        axes.legend(frameon=False, fontsize=9)

    return _svg(draw, 6.4, 3.6)


def confusion(one: Measured, say: Say) -> str:
    """Shares of each row; the labels with most frames where there are too many."""
    counts = one.figures.confusion.counts
    weight = counts[:-1].sum(1) + counts[:, :-1].sum(0)
    some = sorted(np.argsort(-weight, kind="stable")[:_MOST].tolist())
    keep = [*some, len(counts) - 1]
    names = [*(one.figures.confusion.labels[i] for i in some), say(spoken("(nothing)"))]
    part = counts[np.ix_(keep, keep)].astype(np.float64)
    share = 100 * part / np.maximum(counts[keep].sum(1, keepdims=True), 1)

    def draw(axes: Any) -> None:
        axes.imshow(share, cmap="Blues", vmin=0, vmax=100)
        for row, column in np.ndindex(*share.shape):
            if part[row, column]:
                colour = "white" if share[row, column] > 55 else "black"
                axes.text(column, row, f"{share[row, column]:.0f}", ha="center", va="center", color=colour, fontsize=8)
        axes.set_xticks(range(len(names)), names, rotation=40, ha="right", fontsize=8)
        axes.set_yticks(range(len(names)), names, fontsize=8)
        axes.set(xlabel=say(spoken("found")), ylabel=say(spoken("reference")))

    return _svg(draw, 2.2 + 0.42 * len(names), 1.4 + 0.42 * len(names))


def edges(one: Measured, say: Say) -> str:
    found = one.figures.edges

    def draw(axes: Any) -> None:
        width = found.starts.width
        middle = found.starts.low + (width - 1) / 2
        starts, ends = say(spoken("starts")), say(spoken("ends"))
        axes.bar(middle - width / 4, found.starts.counts, 0.46 * width, color=_COLOURS[0], label=starts)
        axes.bar(middle + width / 4, found.stops.counts, 0.46 * width, color=_COLOURS[1], label=ends)
        axes.axvline(0, color=_CEILING, linewidth=0.8)
        axes.set(xlabel=say(spoken("frames too early (−) or too late (+)")), ylabel=say(spoken("segments")))
        axes.legend(frameon=False, fontsize=9)

    return _svg(draw, 6.4, 3)


def curves(one: Measured, say: Say) -> str:
    def draw(axes: Any) -> None:
        listed = sorted(one.figures.curves, key=lambda curve: -curve.ap)[: len(_COLOURS) * 2]
        for i, curve in enumerate(listed):
            thin = curve.thinned()
            dashes = "-" if i < len(_COLOURS) else ":"
            named, colour = f"{curve.label} ({curve.ap:.2f})", _COLOURS[i % 6]
            axes.plot(thin.recall, thin.precision, dashes, color=colour, marker="o", markersize=2, label=named)
        axes.set(xlabel=say(spoken("recall")), ylabel=say(spoken("precision")), xlim=(0, 1.02), ylim=(0, 1.04))
        axes.grid(alpha=0.25)
        axes.legend(frameon=False, fontsize=8, loc="center left", bbox_to_anchor=(1, 0.5))

    return _svg(draw, 7.4, 3.6)


def calibration(one: Measured, say: Say) -> str:
    made = one.figures.calibration
    assert made is not None

    def draw(axes: Any) -> None:
        some, right, says = made.counts > 0, say(spoken("right")), say(spoken("score says"))
        middle = (made.edges[:-1] + made.edges[1:]) / 2
        axes.bar(middle[some], made.right[some], 0.09, color=_COLOURS[0], label=right)
        axes.plot(made.score[some], made.score[some], "o", color=_COLOURS[1], markersize=4, label=says)
        axes.plot([0, 1], [0, 1], "--", color=_CEILING, linewidth=0.8)
        for x, y, count in zip(middle[some], made.right[some], made.counts[some], strict=True):
            axes.text(x, y + 0.02, f"{count:,}", ha="center", fontsize=7)
        axes.set(xlabel=say(spoken("score")), ylabel=say(spoken("share that is right")), xlim=(0, 1), ylim=(0, 1.08))
        axes.legend(frameon=False, fontsize=9, loc="upper left")

    return _svg(draw, 6.4, 3.2)


def _svg(draw: Callable[[Any], object], width: float, height: float) -> str:
    """Text stays text: it can be selected, found and read out. A label is no formula, whatever dollars it holds."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"svg.fonttype": "none", "text.parse_math": False, "svg.hashsalt": "reelmark"}):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(figure)
        draw(figure.subplots())
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None}, transparent=True)
    text = out.getvalue()
    return text[text.index("<svg") :]
