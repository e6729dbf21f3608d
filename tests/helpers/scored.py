"""A project whose runs have cached scores, and a person who reviewed the videos: what can be tuned."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

import numpy as np

from app.tasks.analysis import keep_names
from core.decode import DecodeSettings, decode
from core.rows import Checkpoint, Label, Reviewed, Run, Segment, State, Track, TrackKind, Video, new_id
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit

STEP, STEPS, RATE = 2, 300, Fraction(25)
WEAK, STRONG = 0.35, 0.9  # what the scores of the two labels reach; elsewhere they are 0.1 and 0.6
SETTINGS = DecodeSettings(threshold=0.5, low=0.5)


def places(number: int) -> list[tuple[int, int]]:
    """Steps in which `weak` is, in a video; `strong` is 25 steps later."""
    return [(20 + 50 * i + number, 35 + 50 * i + number) for i in range(5)]


def scores(number: int) -> Signal:
    values = np.tile(np.float32([0.1, 0.6]), (STEPS, 1))
    for start, stop in places(number):
        values[start:stop, 0] = WEAK
        values[start + 25 : stop + 25, 1] = STRONG
    return Signal(values, ("weak", "strong"), STEP, STEP)


def scored(path: Path, videos: int = 3, reviewed: int = 2, settings: DecodeSettings = SETTINGS) -> list[Run]:
    """Makes the project; of so many videos the first `reviewed` are, and returns the runs."""
    labels = (Label(new_id(), "weak", "#3a7bd5", "1"), Label(new_id(), "strong", "#d53a3a", "2"))
    cache, runs = ArrayCache(), []
    with Project.open(path) as project:
        project.apply(Edit("Labels", added=labels))
        weights = Checkpoint(new_id(), "head", "w", "w.safetensors", "d", None, None, ("weak", "strong"), "{}", "{}", 1)
        project.add_checkpoint(weights)
        for i in range(videos):
            video = Video(new_id(), f"{i}.mp4", f"print {i}", STEPS * STEP, RATE, 64, 48, STEPS * STEP / 25)
            person = Track(new_id(), video.id, "Ann")
            said = [
                Segment(new_id(), person.id, label.id, Span((a + 25 * k) * STEP, (b + 25 * k) * STEP))
                for k, label in enumerate(labels)
                for a, b in places(i)
            ]
            looked = Reviewed(new_id(), person.id, Span(0, video.frames))
            project.apply(Edit("Add", added=(video, person, *((*said, looked) if i < reviewed else ()))))
            signal, key = scores(i), ArrayCache.key(test=f"{path} {i}")
            cache.put(key, scores=signal.values)
            keep_names(cache, key, signal)
            told = json.dumps(asdict(settings) | {"form": "small", "weights": "d"})
            run = Run(new_id(), video.id, "head", weights.id, told, key, 1 + i)
            track = Track(new_id(), video.id, "head", TrackKind.RUN, run.id, 1)
            ids = {label.name: label.id for label in labels}
            found = [
                Segment(new_id(), track.id, ids[f.label], f.span, f.score, State.PREDICTED)
                for f in decode(signal, settings, video.frames, RATE)
            ]
            project.add_run(run, track, found)
            runs.append(run)
    return runs
