"""A measurement as files: JSON with everything, CSV in long format, and the HTML report."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from app.tasks.measure_table import ENGLISH, Words, measures
from app.tasks.measuring import Comparison, Measured
from core.errors import UserError
from core.evaluation.edges import Edges, Spread
from core.evaluation.footage import Places
from core.evaluation.segments import Detection
from core.evaluation.whole import Figures
from core.exchange.files import write_text
from core.task import Progress, Task

SUFFIXES = (".html", ".csv", ".json")


def write_report(path: Path, comparison: Comparison, words: Words = ENGLISH) -> Task[Path]:
    """The suffix says which of the three; `words` are those of the HTML report, for names in the others are a
    contract. Raises UserError."""
    suffix = checked(path)
    yield Progress(text=f"Writing {path.name}")
    if suffix == ".html":
        from app.tasks.measure_html import page

        text = yield from page(comparison, words)
    else:
        text = as_csv(comparison) if suffix == ".csv" else json.dumps(everything(comparison, places=True), indent=1)
    write_text(path, text)
    return path


def checked(path: Path) -> str:
    """The suffix. Raises UserError where it is none of a report."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"A report ends in .html, .csv or .json; {path.name} does not, so give {path.stem}.html, say.")
    return suffix


def everything(comparison: Comparison, places: bool = False) -> dict[str, Any]:
    """The first candidate's figures, then all candidates'. `places`: also where every cell and bar was counted."""
    rows = [_candidate(one, comparison.frames) for one in comparison.results]
    if places and comparison.frames:
        for row, one in zip(rows, comparison.results, strict=True):
            row["places"] = _all_places(one.figures, comparison.videos)
    notes = [*comparison.notes, *(note for one in comparison.results for note in one.notes)]
    first = document(comparison.results[0].figures, comparison.frames)
    return {**first, "reference": comparison.reference, "notes": notes,
            "candidates": rows}  # fmt: skip


def _candidate(one: Measured, frames: bool) -> dict[str, Any]:
    return {"name": one.name, "kind": one.kind, "notes": list(one.notes), **document(one.figures, frames)}


def document(figures: Figures, frames: bool = True) -> dict[str, Any]:
    """As JSON values. `edit` is 0…100, all other shares 0…1. `frames`: whether there are any to count."""
    made = figures.calibration
    whole = {
        **detected(figures.detection),
        "videos": figures.videos,
        "THUMOS": {"mAP": figures.thumos.mean, "average_mAP": figures.thumos.average},
        "segments": {
            one.label: {"right": one.right, "extra": one.extra, "missed": one.missed, "precision": one.precision,
                        "recall": one.recall, "f1": one.f1, "ap": one.ap}
            for one in figures.labels
        },
        "segment_f1": {f"{percent}": counts.f1 for percent, counts in figures.f1.items()},
        "edit": figures.edit,
        "video_mAP": figures.video_map,
        "hit": {f"{k}": value for k, value in figures.hit.items()},
        "curves": {
            one.label: {"score": one.score.tolist(), "precision": one.precision.tolist(), "recall": one.recall.tolist()}
            for one in (curve.thinned() for curve in figures.curves)
        },
        "calibration": None if made is None else {
            "error": made.error, "edges": made.edges.tolist(), "counts": made.counts.tolist(),
            "score": made.score.tolist(), "right": made.right.tolist(),
        },
        "summary": {one.key: one.of(figures) for one in measures(frames)},
    }  # fmt: skip
    return whole | _of_frames(figures) if frames else whole


def _of_frames(figures: Figures) -> dict[str, Any]:
    """A confusion's last row and column, of no label, are nothing; frames are those that counted."""
    grid = figures.confusion
    return {
        "counted_frames": figures.frames,
        "frames": {
            label: {"precision": c.precision, "recall": c.recall, "f1": c.f1} for label, c in grid.frames.items()
        },
        "confusion": {"labels": [*grid.labels, None], "frames": grid.counts.tolist()},
        "edges": _edges(figures.edges),
    }


def detected(result: Detection) -> dict[str, Any]:
    keys = list(result.mean)
    return {
        "mAP": result.mean,
        "average_mAP": result.average,
        "classes": {
            name: dict(zip(keys, (float(value) for value in result.ap[:, i]), strict=True))
            for i, name in enumerate(result.classes)
        },
        "ground_truth": result.ground_truth,
        "predictions": result.predictions,
        "ignored": result.ignored,
    }


def _edges(edges: Edges) -> dict[str, Any]:
    def spread(one: Spread | None) -> dict[str, float] | None:
        return None if one is None else {"mean": one.mean, "median": one.median, "most": one.most}

    bars = {"low": edges.starts.low.tolist(), "width": edges.starts.width}
    counts = {"start": edges.starts.counts.tolist(), "stop": edges.stops.counts.tolist()}
    return {"matched": edges.matched, "start": spread(edges.start), "stop": spread(edges.stop)} | bars | counts


def _all_places(figures: Figures, videos: dict[str, str]) -> dict[str, Any]:
    """[group, video, start, stop] each. Groups: a confusion cell is row · columns + column; a segment's is label · 3,
    + 1 where it is extra, + 2 where it was missed; a bar is its number."""
    named = {
        "confusion": figures.confusion.places,
        "segments": figures.hits,
        "start": figures.edges.starts.places,
        "stop": figures.edges.stops.places,
    }
    if figures.calibration is not None:
        named["calibration"] = figures.calibration.places

    def rows(places: Places) -> list[list[object]]:
        names = [videos.get(key, key) for key in places.videos]
        columns = (places.group.tolist(), places.video.tolist(), places.start.tolist(), places.stop.tolist())
        return [[group, names[v], start, stop] for group, v, start, stop in zip(*columns, strict=True)]

    return {name: rows(places) for name, places in named.items()}


def as_csv(comparison: Comparison) -> str:
    """measure, label, candidate, value: one number a line; the label is empty where a number is of all."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(("measure", "label", "candidate", "value"))
    for one in comparison.results:
        for measure, label, value in _numbers(one.figures, comparison.frames):
            out.writerow((measure, label, one.name, f"{value:.6g}" if isinstance(value, float) else value))
    return text.getvalue()


_Number = tuple[str, str, float | int]


def _numbers(figures: Figures, frames: bool) -> list[_Number]:
    rows: list[_Number] = []
    rows += [(one.key, "", value) for one in measures(frames) if (value := one.of(figures)) is not None]
    rows += [(f"mAP@{key}", "", value) for key, value in figures.detection.mean.items() if key != "0.50"]
    rows += [("videos", "", figures.videos)]
    for one in figures.labels:
        for name in ("right", "extra", "missed", "precision", "recall", "f1", "ap"):
            rows.append((f"segment_{name}", one.label, getattr(one, name)))
    return rows + (_frame_numbers(figures) if frames else [])


def _frame_numbers(figures: Figures) -> list[_Number]:
    rows: list[_Number] = [("frames", "", figures.frames)]
    for label, counts in figures.confusion.frames.items():
        for name in ("precision", "recall", "f1"):
            rows.append((f"frame_{name}", label, getattr(counts, name)))
    names = [*figures.confusion.labels, "(nothing)"]
    for i, j in zip(*figures.confusion.counts.nonzero(), strict=True):
        rows.append(("confusion_frames", f"{names[i]} → {names[j]}", int(figures.confusion.counts[i, j])))
    bars = figures.edges
    for i, low in enumerate(bars.starts.low.tolist()):
        rows.append(("start_errors", f"{low}", int(bars.starts.counts[i])))
        rows.append(("end_errors", f"{low}", int(bars.stops.counts[i])))
    return rows
