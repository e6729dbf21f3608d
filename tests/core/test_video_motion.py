"""How much moves, from real files."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from core.task import drive
from core.video.motion import motion, size_of
from core.video.source import open_video
from tests.helpers.tiny import write_video


def test_a_step_a_frame_that_says_when_pictures_change(tmp_path: Path) -> None:
    path = write_video(tmp_path / "v.avi", [10] * 10 + [200] * 10, size=(64, 48))
    with open_video(path) as source:
        signal = drive(motion(source))
    assert (len(signal), signal.channels, signal.step, signal.window) == (20, ("motion",), 1, 1)
    values = signal.values[:, 0]
    assert values[0] == 0
    assert int(np.argmax(values)) == 10, "the first frame that is different"
    assert values[10] == pytest.approx(190 / 255, abs=0.06)
    assert np.delete(values, 10).max() < 0.03


def test_real_footage_moves(shared_data: Path) -> None:
    path = shared_data / "kth" / "person01_boxing_d1_uncomp.avi"
    with open_video(path) as source:
        assert size_of(source) == (96, 72)
        frames = source.index.frames
        signal = drive(motion(source))
    assert len(signal) == frames
    assert np.isfinite(signal.values).all()
    assert 0.001 < float(signal.values.mean()) < 0.2


def test_stopping_half_way_ends_the_decoding_thread(tmp_path: Path) -> None:
    path = write_video(tmp_path / "v.avi", [i % 250 for i in range(200)])
    with open_video(path) as source:
        task = motion(source)
        next(task)
        assert any(t.name == "reelmark-decode" for t in threading.enumerate())
        task.close()
    assert not any(t.name == "reelmark-decode" for t in threading.enumerate())
