"""Surprise peaks: going from one to the next, and making boundaries and candidates of them."""

from __future__ import annotations

import numpy as np

from app.words import phrase
from app.workspace import Workspace
from core.rows import Label, Segment, TrackKind
from core.time import Span
from core.timeline.candidate import candidate

_STEP = 0.05


def signal_lanes(ws: Workspace) -> None:
    ws.window.signals.show_area(not ws.settings.show_lanes)


def toggle_lane(ws: Workspace, name: str) -> None:
    ws.window.signals.toggle_lane(name)


def next_peak(ws: Workspace) -> None:
    peaks = _shown(ws)
    later = peaks[peaks > ws.playhead.frame]
    if len(later):
        ws.playhead.seek(int(later[0]))
    elif len(peaks):
        ws.say(phrase("There is no peak after this frame."))


def previous_peak(ws: Workspace) -> None:
    peaks = _shown(ws)
    earlier = peaks[peaks < ws.playhead.frame]
    if len(earlier):
        ws.playhead.seek(int(earlier[-1]))
    elif len(peaks):
        ws.say(phrase("There is no peak before this frame."))


def more_peaks(ws: Workspace) -> None:
    ws.window.signals.change_limit(-_STEP)


def fewer_peaks(ws: Workspace) -> None:
    ws.window.signals.change_limit(_STEP)


def boundary_here(ws: Workspace) -> None:
    """Splits the selected segment, or this person's one under the playhead, at the peak nearest to the playhead; where
    there is none, what lies between the peaks around the playhead becomes a candidate of the current label."""
    peaks = _shown(ws)
    if not len(peaks):
        return
    segment = _segment(ws)
    if segment is None:
        _propose(ws)
        return
    inside = peaks[(peaks > segment.span.start) & (peaks < segment.span.stop)]
    if len(inside):
        ws.document.split(segment, int(inside[int(np.argmin(np.abs(inside - ws.playhead.frame)))]))
    else:
        ws.say(phrase("No peak lies inside this segment; choose another, or lower the limit of the peaks."))


def _shown(ws: Workspace) -> np.ndarray:
    peaks = ws.window.signals.peaks.above(ws.window.signals.limit)
    if not len(peaks):
        ws.say(
            phrase("There are no peaks: show the Surprise lane ({lane_surprise}) after a run of patraucean2015, or "
                   "lower their limit.")
        )  # fmt: skip
    return peaks


def _segment(ws: Workspace) -> Segment | None:
    """The selected one; else this person's one of the current label at the playhead."""
    document = ws.document
    if document.selected:
        return document.selected[0]
    own = (s for s in document.segments_at(ws.playhead.frame) if s.label_id == document.current_label_id)
    return next((s for s in own if document.tracks[s.track_id].kind is TrackKind.HUMAN), None)


def _propose(ws: Workspace) -> None:
    document, signals = ws.document, ws.window.signals
    label: Label | None = document.labels.get(document.current_label_id or 0)
    if document.video is None or label is None:
        ws.say(phrase("There is no label yet; add one in the Labels list first."))
        return
    span = Span(*signals.peaks.around(ws.playhead.frame, signals.limit, document.video.frames))
    human, made = document.human_track()
    score = float(signals.peaks.prominence[np.isin(signals.peaks.frames, (span.start, span.stop))].max())
    edit = candidate(human, label, span, min(1.0, score), document.author)
    if document.push(made.then(edit, edit.text)):
        document.select(row.id for row in edit.added)
