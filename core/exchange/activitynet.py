"""ActivityNet's JSON, "VERSION 1.3": the ground truth (`database`) and the submission of results (`results`).

An export holds both layouts in one file, because the official evaluator takes it then as either: it asks for the three
fields of its side and reads nothing else. An import takes whichever is there, `results` first: it has the scores, and
what people said of a segment in a field `state` of our own, which the evaluator passes over.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.exchange.base import Content, Entry, Format, Problem, ReadResult, Severity, VideoContent
from core.exchange.files import read_json, write_text
from core.exchange.lost import losses
from core.rows import State

VERSION = "VERSION 1.3"


def write(content: Content, path: Path) -> tuple[str, ...]:
    data = {
        "version": VERSION,
        "taxonomy": [],
        "database": {video.video_id: _record(video, content.subset) for video in content.videos},
        "results": {video.video_id: [_result(entry) for entry in video.entries] for video in content.videos},
        "external_data": {"used": False, "details": "Written by Reelmark."},
    }
    write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    return losses(content, score=True, state=True, track=False, comment=False, labels=False, details=False)


def _seconds(value: float | None) -> float:
    """Microseconds: far below any frame, so nearest-boundary rounding finds the frame again."""
    return round(value or 0.0, 6)


def _segment(entry: Entry) -> list[float]:
    return [_seconds(entry.start), _seconds(entry.stop)]


def _record(video: VideoContent, subset: str) -> dict[str, Any]:
    return {
        "duration": _seconds(video.duration),
        "subset": subset,
        "resolution": f"{video.width}x{video.height}",
        "url": "",
        "annotations": [{"segment": _segment(entry), "label": entry.label} for entry in video.entries],
    }


def _result(entry: Entry) -> dict[str, Any]:
    """A segment without a score is a person's word: certain."""
    score = 1.0 if entry.score is None else entry.score
    said = {"state": entry.state} if entry.state else {}
    return {"label": entry.label, "score": score, "segment": _segment(entry)} | said


def read(path: Path) -> ReadResult:
    data = read_json(path)
    tables = [name for name in ("results", "database") if isinstance(data, dict) and isinstance(data.get(name), dict)]
    if not tables:
        raise UserError(f"{path.name} has neither “results” nor “database”, so it is no ActivityNet file; check it.")
    return read_table(data[tables[0]], tables[0])


def read_table(table: dict[str, Any], name: str) -> ReadResult:
    """The entries of a `database` or `results` object; what is not as it should be is refused, place by place."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for video, value in table.items():
        listed = value.get("annotations", []) if name == "database" and isinstance(value, dict) else value
        if not isinstance(listed, list):
            problems.append(Problem(Severity.REFUSED, f"{name} / {video}", "There is no list of segments here."))
            continue
        for i, item in enumerate(listed):
            where = f"{name} / {video} / {i + 1}"
            made = _entry(video, item, where)
            if isinstance(made, Entry):
                entries.append(made)
            else:
                problems.append(Problem(Severity.REFUSED, where, made))
    return ReadResult(tuple(entries), tuple(problems))


def _entry(video: str, item: object, where: str) -> Entry | str:
    """An entry, or the sentence that refuses it."""
    if not isinstance(item, dict):
        return "This is not a segment but a bare value."
    label, segment, score = item.get("label"), item.get("segment"), item.get("score")
    if not isinstance(label, str) or not label.strip():
        return "The segment has no label."
    if not isinstance(segment, list) or len(segment) != 2 or not all(map(_is_number, segment)):
        return "The segment has no “segment”: [start, stop] in seconds."
    if score is not None and not _is_number(score):
        return "The score is not a number."
    state = item.get("state", "")
    state = state if isinstance(state, str) else ""
    if score is not None:
        score = None if state == State.HUMAN and score == 1 else float(score)
    return Entry(video, label.strip(), float(segment[0]), float(segment[1]), score=score, state=state, where=where)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def recognises(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    try:
        data = read_json(path)
    except UserError:
        return True  # a broken .json is still best explained by this reader
    return isinstance(data, dict) and ("results" in data or "database" in data)


FORMAT = Format(
    name="activitynet",
    title="ActivityNet 1.3 ground truth and results (JSON)",
    suffixes=(".json",),
    layered=False,
    recognises=recognises,
    read=read,
    write=write,
)
