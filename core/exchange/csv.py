"""Comma-separated values: one line per segment, for spreadsheets and scripts.

Columns: video, label, start, stop (seconds), start_frame, stop_frame (half-open), score, state, track, comment,
subject, attributes (a JSON object; the reader also takes name=value; name=value). Only video, label and either the two
seconds or the two frames are needed. The reader also takes semicolons, tabs and bars,
other common names of the columns, any order, other encodings, decimal commas and times like 1:02.5; it says line by
line what it mended and what it had to refuse.
"""

from __future__ import annotations

import csv
import io
import json
import math
from pathlib import Path

from core.errors import UserError
from core.exchange.base import Content, Entry, Format, Problem, ReadResult, Severity
from core.exchange.files import read_text, write_text
from core.exchange.lost import losses
from core.time import parse_seconds

COLUMNS = (
    "video", "label", "start", "stop", "start_frame", "stop_frame", "score", "state", "track", "comment", "subject",
    "attributes",
)  # fmt: skip
_ALIASES = {
    "video": ("file", "filename", "media", "video_id", "video id", "name"),
    "label": ("class", "activity", "action", "behavior", "behaviour"),
    "start": ("start_time", "start (s)", "start time", "begin", "onset", "t_start", "t-start", "from"),
    "stop": (
        "end",
        "stop (s)",
        "stop time",
        "end_time",
        "end time",
        "end (s)",
        "stop_time",
        "offset",
        "t_end",
        "t-end",
    ),
    "start_frame": ("start frame", "first_frame", "begin_frame"),
    "stop_frame": ("stop frame", "end_frame", "end frame"),
    "score": ("confidence", "probability"),
    "comment": ("comments", "note", "notes", "remark"),
    "subject": ("subjects", "actor", "person", "individual", "animal"),
    "attributes": ("attribute", "modifiers", "modifier"),
}
_KNOWN = {name: name for name in COLUMNS} | {alias: name for name, many in _ALIASES.items() for alias in many}


def write(content: Content, path: Path) -> tuple[str, ...]:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for video in content.videos:
        for entry in video.entries:
            rows.writerow(_line(entry, video.path))
    write_text(path, text.getvalue())
    return losses(content, score=True, state=True, track=True, comment=True, labels=False, details=True)


def _line(entry: Entry, path: str) -> list[str | int]:
    def number(value: float | None) -> str:
        return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")

    frames: list[str | int] = ["" if f is None else f for f in (entry.start_frame, entry.stop_frame)]
    score = "" if entry.score is None else repr(entry.score)
    times = [number(entry.start), number(entry.stop)]
    free = json.dumps(dict(entry.attributes), ensure_ascii=False) if entry.attributes else ""
    return [path, entry.label, *times, *frames, score, entry.state, entry.track, entry.comment, entry.subject, free]


def read(path: Path) -> ReadResult:
    text, encoding = read_text(path)
    problems = []
    if encoding:
        said = f"The file is not in UTF-8; it was read as {encoding}, so look at letters with accents."
        problems.append(Problem(Severity.WARN, path.name, said))
    head = next(iter(text.lstrip("\ufeff").splitlines()), "")
    if not head.strip():
        raise UserError(f"{path.name} begins with an empty line; its first line must name the columns: video, label, …")
    delimiter = max(",;\t|", key=lambda mark: (_known(head, mark), mark == ","))
    columns = [_KNOWN.get(name.strip().strip('"').strip().lower(), "") for name in head.split(delimiter)]
    _check_columns(columns, path)
    entries: list[Entry] = []
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    try:
        next(rows)
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                _take(row, columns, f"line {line}", entries, problems)
            line = rows.line_num + 1
    except csv.Error as error:
        problems.append(Problem(Severity.REFUSED, f"line {rows.line_num}", f"Reading stops here: {error}."))
    return ReadResult(tuple(entries), tuple(problems))


def _known(head: str, delimiter: str) -> int:
    return sum(name.strip().strip('"').strip().lower() in _KNOWN for name in head.split(delimiter))


def _check_columns(columns: list[str], path: Path) -> None:
    for name in ("video", "label"):
        if name not in columns:
            raise UserError(f"{path.name} has no column “{name}”; its first line must name the columns.")
    if not {"start", "stop"} <= set(columns) and not {"start_frame", "stop_frame"} <= set(columns):
        raise UserError(f"{path.name} needs the columns “start” and “stop”, or “start_frame” and “stop_frame”.")
    for name in COLUMNS:
        if columns.count(name) > 1:
            raise UserError(f"{path.name} has two columns for “{name}”; rename or remove one.")


def _take(row: list[str], columns: list[str], where: str, entries: list[Entry], problems: list[Problem]) -> None:
    """Adds the line's entry, or the problem that refuses it, and what was mended on the way."""
    if len(row) > len(columns):
        problems.append(
            Problem(Severity.WARN, where, f"{len(row) - len(columns)} cells beyond the columns are left out.")
        )
    cells = {name: cell for name, cell in zip(columns, row, strict=False) if name}
    try:
        entries.append(
            Entry(
                video=_text(cells, "video"),
                label=_text(cells, "label"),
                start=_time(cells.get("start", "")),
                stop=_time(cells.get("stop", "")),
                start_frame=_frame(cells.get("start_frame", "")),
                stop_frame=_frame(cells.get("stop_frame", "")),
                score=_number(cells.get("score", "")),
                state=cells.get("state", "").strip().lower(),
                track=cells.get("track", "").strip(),
                comment=cells.get("comment", ""),
                where=where,
                subject=" ".join(filter(None, cells.get("subject", "").split(" "))),
                attributes=_attributes(cells.get("attributes", "").strip()),
            )
        )
    except UserError as error:
        problems.append(Problem(Severity.REFUSED, where, str(error)))


def _text(cells: dict[str, str], name: str) -> str:
    value = cells.get(name, "").strip()
    if not value:
        raise UserError(f"The line has no {name}.")
    return value


def _number(text: str) -> float | None:
    text = text.strip()
    if not text:
        return None
    try:
        value = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        raise UserError(f"“{text}” is not a number.") from None
    if not math.isfinite(value):
        raise UserError(f"“{text}” is not a finite number.")
    return value


def _time(text: str) -> float | None:
    return parse_seconds(text) if ":" in text else _number(text)


def _frame(text: str) -> int | None:
    value = _number(text)
    if value is not None and value != int(value):
        raise UserError(f"“{text.strip()}” is not a frame number.")
    return None if value is None else int(value)


def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    if not text:
        return ()
    if text.startswith("{"):
        try:
            pairs = [(str(name), value) for name, value in json.loads(text).items()]
        except (json.JSONDecodeError, RecursionError):
            raise UserError("The attributes are no JSON object.") from None
        if any(isinstance(value, dict | list) for _, value in pairs):
            raise UserError("The attributes are no JSON object of names and texts.")
        return tuple((name, "" if value is None else str(value)) for name, value in pairs)
    parts = [part.partition("=") for part in text.split(";") if part.strip()]
    return tuple({name.strip(): value.strip() for name, _, value in parts if name.strip()}.items())


def recognises(path: Path) -> bool:
    return path.suffix.lower() in FORMAT.suffixes


FORMAT = Format(
    name="csv",
    title="Comma-separated values, one line per segment",
    suffixes=(".csv", ".tsv", ".txt"),
    layered=True,
    recognises=recognises,
    read=read,
    write=write,
)
