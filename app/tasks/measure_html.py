"""The report of a measurement: one HTML file that needs nothing beside it, no script and no network."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from html import escape

from app.tasks import measure_figures as drawn
from app.tasks.measure_table import Say, Words, measures, text
from app.tasks.measuring import Comparison, Measured
from core.evaluation.frames import Counts
from core.spoken import spoken
from core.task import Progress, Task

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1b2130; background: #fff; max-width: 62rem; margin: 2rem auto;
  padding: 0 1.2rem }
h1 { font-size: 1.6rem; margin-bottom: .2rem } h2 { margin-top: 2.4rem; border-bottom: 1px solid #cdd3de }
h3 { margin-bottom: .3rem } .muted { color: #586174 } .wide { overflow-x: auto }
table { border-collapse: collapse; margin: .8rem 0 } th, td { padding: .25rem .8rem; text-align: right;
  border-bottom: 1px solid #e6eaf2; font-variant-numeric: tabular-nums } th { vertical-align: bottom }
th:first-child, td:first-child { text-align: left } td.best { font-weight: 600; background: #e8f4ee }
.ceiling { border-left: 2px dashed #586174 } svg { max-width: 100%; height: auto }
figure { margin: .6rem 0 } figcaption { color: #586174; font-size: .9rem } li { margin: .2rem 0 }
"""
_CONFUSION, _EDGES = spoken("What is taken for what"), spoken("Edges")
_CURVES, _CALIBRATION = spoken("Precision over recall"), spoken("Calibration")
_FIGURES: tuple[tuple[str, str, Callable[[Measured, Say], str]], ...] = (
    (_CONFUSION, "Percent of each row's frames; rows: the reference, columns: what was found instead.",
     drawn.confusion),
    (_EDGES, "How many frames the edges of matched segments (tIoU .5, same label) lie off.", drawn.edges),
    (_CURVES, "Of segments at tIoU .5, as the score that counts falls; average precision in brackets.", drawn.curves),
    (_CALIBRATION, "Of the segments with such a score, the share that is right at tIoU .5, and how many there are.",
     drawn.calibration),
)  # fmt: skip


def page(comparison: Comparison, words: Words) -> Task[str]:
    """Light, for screen and paper."""
    say = words.say
    names = ", ".join(one.name for one in comparison.results)
    title = f"{names} {say(spoken('against'))} {comparison.reference}"
    notes = [*comparison.notes, *(note for one in comparison.results for note in one.notes)]
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="muted">{escape(say(spoken("Measured by Reelmark")))}, {time.strftime("%Y-%m-%d %H:%M")}</p>',
        _list([say(note) for note in notes]),
        f"<h2>{escape(say(spoken('Side by side')))}</h2>",
        _summary(comparison, say),
    ]
    yield Progress(text="Drawing figures")
    parts.append(f"<figure>{drawn.bars(comparison.results, comparison.frames, say)}</figure>")
    parts.append(f"<figure>{drawn.detections(comparison.results)}</figure>")
    for one in comparison.results:
        parts += [f"<h2>{escape(one.name)}</h2>", _labels(one, comparison.frames, say)]
        for heading, said, figure in _FIGURES:
            yield Progress(text=f"Drawing figures of {one.name}")
            if _has(one, heading, comparison.frames):
                caption = f"<figcaption>{escape(say(said))}</figcaption>"
                drawing = f'<figure class="wide">{figure(one, say)}{caption}</figure>'
                parts.append(f"<h3>{escape(say(heading))}</h3>{drawing}")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}"><head>{head}<style>{_STYLE}</style></head>'
        f"<body>\n{body}\n</body></html>\n"
    )


def _has(one: Measured, heading: str, frames: bool) -> bool:
    figures = one.figures
    there = {
        _CONFUSION: frames,
        _EDGES: frames and figures.edges.matched > 0,
        _CURVES: bool(figures.curves),
        _CALIBRATION: figures.calibration is not None,
    }
    return there[heading]


def _summary(comparison: Comparison, say: Say) -> str:
    """The best run of several is marked; people are set apart as the ceiling."""
    results = comparison.results
    runs = [one for one in results if one.kind == "run"]
    ceiling = f" {say(spoken('(ceiling)'))}"
    head = [say(spoken("Measure")), *(one.name + ceiling * (one.kind == "human" and bool(runs)) for one in results)]
    rows = []
    for measure in measures(comparison.frames):
        values = {one.name: measure.of(one.figures) for one in runs}
        known = [value for value in values.values() if value is not None]
        best = (min if measure.lower else max)(known) if len(known) > 1 else None
        unit = f", {say(spoken('frames'))}" if measure.unit == "frames" else ""
        cells = [f"<td>{escape(say(measure.title) + unit)}</td>"]
        for one in results:
            value = measure.of(one.figures)
            top = best is not None and one.kind == "run" and value == best
            kinds = " ".join(["best"] * top + ["ceiling"] * (one.kind == "human"))
            cells.append(
                f'<td class="{kinds}">{text(measure, value)}</td>' if kinds else f"<td>{text(measure, value)}</td>"
            )
        rows.append("".join(cells))
    counts = [(spoken("Videos"), [one.figures.videos for one in results])]
    counts += [(spoken("Frames that counted"), [one.figures.frames for one in results])] if comparison.frames else []
    for name, numbers in counts:
        rows.append(f"<td>{escape(say(name))}</td>" + "".join(f"<td>{number:,}</td>" for number in numbers))
    return _table(head, rows)


def _labels(one: Measured, by_frame: bool, say: Say) -> str:
    frames = one.figures.confusion.frames
    head = [spoken("Label"), spoken("Reference"), spoken("Found"), spoken("Precision"), spoken("Recall"), "F1", "AP"]
    head += [spoken("Frame precision"), spoken("Frame recall"), spoken("Frame F1")] if by_frame else []
    rows = []
    for row in one.figures.labels:
        numbers = [f"{row.right + row.missed:,}", f"{row.right + row.extra:,}"]
        numbers += [f"{value:.3f}" for value in (row.precision, row.recall, row.f1, row.ap)]
        if by_frame:
            counts = frames.get(row.label, Counts())
            numbers += [f"{value:.3f}" for value in (counts.precision, counts.recall, counts.f1)]
        rows.append(f"<td>{escape(row.label)}</td>" + "".join(f"<td>{number}</td>" for number in numbers))
    return _table(map(say, head), rows)


def _table(head: Iterable[str], rows: Iterable[str]) -> str:
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{top}</tr></thead><tbody>\n{body}\n</tbody></table></div>'


def _list(notes: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(note)}</li>' for note in notes)}</ul>" if notes else ""
