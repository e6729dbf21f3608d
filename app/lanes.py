"""Which rows the timeline shows: tracks, labels and segments turned into `Lane` values for the view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from app.document import Cell, Document
from app.packing import Memory, packed_lanes
from app.views.timeline import Lane
from core.decode import DecodeSettings
from core.rows import Label, Track, TrackKind
from core.signal import Signal
from core.timeline.provenance import Wanted
from core.timeline.query import EMPTY, SegmentTable

FEW = 3  # labels
Curve = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Shown:
    """What lanes are made from. `scores` and `settings` by run id; `curves` is a memory, by run id and label: the
    view keeps what it computed from a curve as long as it is handed the same arrays."""

    tracks: Mapping[int, Track]
    labels: Mapping[int, Label]
    cells: Mapping[Cell, SegmentTable]
    scores: Mapping[int, Signal]
    settings: Mapping[int, DecodeSettings]
    curves: dict[tuple[int, str], Curve | None]
    packed: Collection[int] = ()  # track ids
    drawn: Collection[int] = ()  # labels that have a row on people's tracks though nothing is on it yet
    packs: Memory = field(default_factory=dict)
    also: Mapping[int, Collection[int]] = field(default_factory=dict)  # labels of a track that have a row in any case
    faint: Callable[[Track, SegmentTable], np.ndarray] | None = None  # what a filter leaves out
    wanted: Wanted | None = None

    def lane(self, track: Track, label: Label) -> Lane:
        """One row. It can be drawn in and dragged on a run's track too: what people do there lands, corrected, on
        their own."""
        run_id = track.run_id if track.kind is TrackKind.RUN else None
        return Lane(
            track=track,
            label=label,
            table=self.cells.get((track.id, label.id), EMPTY),
            title=label.name,
            curve=self._curve(run_id, label.name) if run_id is not None else None,
            threshold=self._threshold(run_id, label.name),
            editable=True,
            **self._filtered(track, self.cells.get((track.id, label.id), EMPTY)),
        )

    def _threshold(self, run_id: int | None, label: str) -> float | None:
        settings = self.settings.get(run_id) if run_id is not None else None
        return settings.of(label).threshold if settings is not None else None

    def packed_lanes(self, track: Track, content: Sequence[tuple[Label, SegmentTable]], drawn: Label) -> list[Lane]:
        found = packed_lanes(track, content, drawn, self.packs)
        return [replace(lane, **self._filtered(track, lane.table)) for lane in found] if self.faint else found

    def _filtered(self, track: Track, table: SegmentTable) -> dict[str, Any]:
        return {"faint": self.faint(track, table), "wanted": self.wanted} if self.faint is not None else {}

    def _curve(self, run_id: int, label: str) -> Curve | None:
        if run_id not in self.scores:
            return None
        if (run_id, label) not in self.curves:
            others = (known for (run, _), known in self.curves.items() if run == run_id and known is not None)
            self.curves[run_id, label] = curve(self.scores[run_id], label, next(others, (None,))[0])
        return self.curves[run_id, label]


def lanes(shown: Shown, document: Document, hidden_runs: Collection[int] = ()) -> list[Lane]:
    """The person's tracks first, with a row for each label used and one for the current label (to draw into); then a
    track a run, newest first, with a row for each label found. A run of few labels shows them all: its curves say where
    a threshold would find something."""
    tracks = sorted(shown.tracks.values(), key=lambda t: (t.position, t.id))
    human = [track for track in tracks if track.kind is TrackKind.HUMAN]
    runs = [track for track in tracks if track.kind is TrackKind.RUN and track.run_id not in hidden_runs]
    runs.sort(key=lambda t: (t.position, -t.id))
    current = document.current_label_id
    if document.video is not None and current is not None and document.human_track()[1]:
        human.append(Track(0, document.video.id, document.author or "Labels"))  # becomes real with the first segment
    found: list[Lane] = []
    for track in [*human, *runs]:
        used = {label_id for track_id, label_id in shown.cells if track_id == track.id}
        if track.kind is TrackKind.HUMAN and current is not None:
            used |= {current, *(i for i in shown.drawn if i in shown.labels)}
        used |= {i for i in shown.also.get(track.id, ()) if i in shown.labels}
        scores = shown.scores.get(track.run_id) if track.run_id is not None else None
        if scores is not None and len(scores.channels) <= FEW:
            used |= {label.id for label in shown.labels.values() if label.name in scores.channels}
        ordered = sorted((shown.labels[i] for i in used), key=lambda label: (label.position, label.name))
        if track.id in shown.packed and ordered:
            content = [(label, shown.cells.get((track.id, label.id), EMPTY)) for label in ordered]
            found += shown.packed_lanes(track, content, shown.labels.get(current or 0, ordered[0]))
        else:
            shown.packs.pop(track.id, None)  # packed again, it is packed anew
            found += [shown.lane(track, label) for label in ordered]
    return found


def curve(signal: Signal, channel: str, frames: np.ndarray | None = None) -> Curve | None:
    """One channel as (frames float64 [n], values float32 [n]): a point in the middle of what each step was computed
    from, and the first and last value carried on to where the signal begins and ends. `frames`: those of another
    channel, which are the same and take much memory."""
    if channel not in signal.channels or not len(signal):
        return None
    if frames is None:
        middle = signal.start + signal.step * np.arange(len(signal)) + signal.window / 2
        first, last = signal.span(0).start, signal.span(len(signal) - 1).stop
        frames = np.concatenate([[float(first)], middle, [float(last)]])
    values = signal.values[:, signal.channels.index(channel)]
    return frames, np.concatenate([values[:1], values, values[-1:]])
