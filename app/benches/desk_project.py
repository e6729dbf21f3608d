"""What the desk is measured on: a real file of ten hours, 100,000 segments on a person's track and two runs', and what
four signal lanes show of them, all in one folder.

The pictures are ten seconds of small footage copied again and again, so that the file has 1,080,000 frames which are
quick to write. Its sound and motion are noise that is put where the program would have kept them.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from app.benches.footage import footage, need_checkout
from core.rows import Label, Run, Segment, State, Track, TrackKind, Video, new_id
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit

HOURS, RATE = 10, 30
FRAMES = HOURS * 3600 * RATE
SEGMENTS = 100_000
_STEP = 8  # frames from score to score
_LABELS = 20
_COLORS = ("#4e9f50", "#e15759", "#4e79a7", "#f2b447", "#b07aa1")


def make(folder: Path) -> Path:
    """The project. REELMARK_HOME must be where the program shall look for what it keeps."""
    clip = _long(folder)
    video = _known(clip)
    cache = ArrayCache()
    chance = np.random.default_rng(1)
    project = folder / "day.reelmark"
    labels = [
        Label(new_id(), f"activity {i + 1}", _COLORS[i % 5], group=f"group {i % 2}" if i < 10 else "", position=i)
        for i in range(_LABELS)
    ]
    surprise = Label(new_id(), "surprise", "#d37295", position=_LABELS)
    mine = Track(new_id(), video.id, "Ann")
    with Project.open(project) as opened:
        opened.apply(Edit("Begin", added=(video, *labels, surprise, mine)))
        segments = [
            row for i in range(_LABELS) for row in _segments(chance, mine, labels[i], SEGMENTS // 2 // _LABELS, i)
        ]
        opened.apply(Edit("Fill", added=tuple(segments)))
        scores = chance.random((FRAMES // _STEP, _LABELS), np.float32) ** 4
        _add_run(
            opened, cache, Signal(scores, tuple(label.name for label in labels), _STEP, _STEP), labels, video, chance
        )
        errors = Signal(_noise(chance, 0.5), ("surprise",), 1, 1)
        _add_run(opened, cache, errors, [surprise], video, chance)
    _keep(cache, "motion", video, Signal(_noise(chance, 2.0), ("motion",), 1, 1))
    loud = _noise(chance, 2.0)
    wave = np.concatenate([-loud, loud, loud * 0.6], 1)
    _keep(cache, "waveform", video, Signal(wave, ("low 1", "high 1", "rms 1"), 1, 1))
    return project


def _long(folder: Path) -> Path:
    need_checkout()
    from tests.helpers.videos import looped

    return looped(footage(folder, (160, 90), 10 * RATE), folder / "day.mp4", FRAMES)


def _known(clip: Path) -> Video:
    """As the program would have it after it once looked at every frame, which takes a quarter of an hour."""
    from core.video import index_cache
    from core.video.source import open_video

    with open_video(clip) as source:
        info, index = source.info, source.index
    index_cache.save(info.fingerprint, replace(index, verified=True))
    return Video(
        new_id(), clip.name, info.fingerprint, info.frames, Fraction(RATE), info.width, info.height, info.duration,
        verified=True,
    )  # fmt: skip


def _segments(chance: np.random.Generator, track: Track, label: Label, count: int, turn: int = 0) -> list[Segment]:
    """One after the other; the labels of a group take turns (`turn`), since they exclude each other."""
    room = FRAMES // count
    slot = room // (_LABELS // 2) if label.group else room
    state = State.PREDICTED if track.run_id else State.HUMAN
    starts = np.arange(count) * room + (turn % (room // slot)) * slot + chance.integers(0, slot // 2, count)
    lengths = chance.integers(2, slot // 2, count)
    return [
        Segment(new_id(), track.id, label.id, Span(a, a + n), 0.5 if track.run_id else None, state)
        for a, n in zip(starts.tolist(), lengths.tolist(), strict=True)
    ]


def _add_run(
    project: Project, cache: ArrayCache, signal: Signal, labels: list[Label], video: Video, chance: np.random.Generator
) -> None:
    from app.tasks.analysis import keep_names

    key = ArrayCache.key(bench=signal.channels[0])
    cache.put(key, scores=signal.values.astype(np.float16))
    keep_names(cache, key, signal)
    model = "patraucean2015" if len(labels) == 1 else "i3d"
    run = Run(new_id(), video.id, model, None, "{}", key, 1, top_labels=tuple((one.name, 0.5) for one in labels[:5]))
    track = Track(new_id(), video.id, model, TrackKind.RUN, run.id)
    each = SEGMENTS // 4 // len(labels)
    project.add_run(run, track, [row for label in labels for row in _segments(chance, track, label, each)])


def _noise(chance: np.random.Generator, shape: float) -> np.ndarray:
    return chance.gamma(shape, 0.1, (FRAMES, 1)).clip(0, 1).astype(np.float32)


def _keep(cache: ArrayCache, lane: str, video: Video, signal: Signal) -> None:
    """As `app.signal_lanes` keeps what it computed."""
    key = ArrayCache.key(lane=lane, video=video.fingerprint, frames=video.frames, version=1)
    time = np.array([signal.step, signal.window, signal.start])
    cache.put(key, values=signal.values.astype(np.float16), channels=np.array(signal.channels), time=time)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
