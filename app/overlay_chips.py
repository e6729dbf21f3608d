"""What happens at a frame in a few words each: who says so, and how sure a network is at this very moment."""

from __future__ import annotations

from app.workspace import Workspace
from core.rows import Segment, TrackKind
from core.signal import Signal

_TOP = 3  # labels of a run, by their score at this moment
_LEAST = 0.05  # scores below this say nothing


def chips(ws: Workspace, frame: int) -> tuple[tuple[str, str], ...]:
    """(text, "#rrggbb"): first what people said, then what each run's network says, with its score here and now."""
    document = ws.document
    here: dict[int, list[Segment]] = {}
    for segment in document.segments_at(frame):
        here.setdefault(segment.track_id, []).append(segment)
    found: list[tuple[str, str]] = []
    tracks = sorted(document.tracks.values(), key=lambda track: (track.kind is not TrackKind.HUMAN, track.position))
    hidden = ws.window.presenter.runs.hidden
    for track in tracks:
        if track.run_id in hidden:
            continue
        rows = here.get(track.id, [])
        signal = ws.scores.get(track.run_id) if track.run_id is not None else None
        if track.kind is TrackKind.HUMAN or signal is None:
            for row in rows:
                label = document.labels[row.label_id]
                sure = f" {row.score:.0%}" if track.kind is TrackKind.RUN and row.score is not None else ""
                found.append((f"{label.name}{sure} · {track.name}", label.color))
        else:
            colors = {label.name: label.color for label in document.labels.values()}
            names = {document.labels[row.label_id].name for row in rows}
            found += [
                (f"{name} {score:.0%} · {track.name}", colors.get(name, "#9aa2b1"))
                for name, score in scores_at(signal, frame, names)
            ]
    return tuple(found)


def scores_at(signal: Signal, frame: int, always: set[str]) -> list[tuple[str, float]]:
    """The best labels at a frame with their scores, best first; those of `always` whatever their score."""
    if not len(signal):
        return []
    step = min(max((frame - signal.start - (signal.window - signal.step) // 2) // signal.step, 0), len(signal) - 1)
    values = dict(zip(signal.channels, signal.values[step].tolist(), strict=True))
    best = sorted(values, key=lambda name: -values[name])
    top = [name for name in best[:_TOP] if values[name] >= _LEAST]
    return [(name, values[name]) for name in best if name in top or name in always]
