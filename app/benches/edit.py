"""How long one Edit takes in a project of 100,000 segments, until it is durable on the disk.

Measured against as many bytes written and synced to a bare file beside the project, alternately, so the ratio tells how
much is ours and how much the disk's. Lower is better; `edit_disk_p95_ms` must stay at or below 2. The project lies in
the current folder where that can be written, because a temporary folder may be memory.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from fractions import Fraction
from pathlib import Path

import numpy as np

from app.benches.figure import Figure
from core.rows import Label, Segment, State, Track, Video, changed, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline import ops
from core.timeline.edit import Edit

SEGMENTS = 100_000
SAMPLES = 600
_STEP = 10  # frames between the starts of two segments


def filled(project: Project, count: int) -> tuple[Track, list[Label], list[Segment]]:
    """Gives an empty project one video with `count` segments on a person's track, twenty labels in two exclusive
    groups: every edit has neighbours that the rules must look at."""
    video = Video(
        new_id(), "day.mp4", "day", (count + 10_000) * _STEP, Fraction(25), 640, 480, (count + 10_000) * _STEP / 25
    )
    labels = [Label(new_id(), f"label {i}", "#3a7bd5", group=f"group {i % 2}", position=i) for i in range(20)]
    track = Track(new_id(), video.id, "me")
    project.apply(Edit("Start", added=(video, *labels, track)))
    rows: list[Segment] = []
    for i in range(count):
        start = i * _STEP
        rows.append(Segment(new_id(), track.id, labels[i % 20].id, Span(start, start + 7), None, State.HUMAN))
    project.apply(Edit("Fill", added=tuple(rows)))
    return track, labels, rows


def run() -> dict[str, Figure]:
    place = "." if os.access(".", os.W_OK) else None
    with (
        tempfile.TemporaryDirectory(prefix=".bench-", dir=place) as folder,
        Project.open(Path(folder) / "bench.reelmark") as project,
    ):
        track, labels, rows = filled(project, SEGMENTS)
        edit, disk = _alternate(project, track, labels, rows, Path(folder) / "bare")
    ours, bare = float(np.percentile(edit, 95)) * 1e3, float(np.percentile(disk, 95)) * 1e3
    return {"edit_disk_p95_ms": Figure(ours, "ms", "the same bytes written and synced to a bare file", ours / bare)}


def _alternate(
    project: Project, track: Track, labels: list[Label], rows: list[Segment], bare: Path
) -> tuple[list[float], list[float]]:
    chance = random.Random(7)
    page = bytes(8 * 4096)  # what one Edit adds to the write-ahead log: about eight pages
    edits, disks = [], []
    with bare.open("wb", buffering=0) as file:
        for _ in range(SAMPLES):
            edit = _edit(chance, track, labels, rows)
            begin = time.perf_counter()
            project.apply(edit)
            between = time.perf_counter()
            file.write(page)
            os.fdatasync(file.fileno()) if hasattr(os, "fdatasync") else os.fsync(file.fileno())
            disks.append(time.perf_counter() - between)
            edits.append(between - begin)
    return edits, disks


def _edit(chance: random.Random, track: Track, labels: list[Label], rows: list[Segment]) -> Edit:
    """What people do: trim, relabel, comment, add."""
    i = chance.randrange(SEGMENTS)
    old = rows[i]
    kind = chance.randrange(4)
    if kind == 0:
        new = changed(old, span=Span(old.span.start, old.span.start + chance.randint(3, _STEP - 1)))
    elif kind == 1:
        new = changed(old, label_id=chance.choice(labels).id)
    elif kind == 2:
        new = changed(old, comment=f"note {chance.randrange(10**6)}")
    else:
        start = len(rows) * _STEP
        added = ops.add_segment(track, chance.choice(labels), Span(start, start + 7))
        rows += [row for row in added.added if isinstance(row, Segment)]
        return added
    rows[i] = new
    return Edit("Change", (old,), (new,))
