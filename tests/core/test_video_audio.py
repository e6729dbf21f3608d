"""The waveform of a video's sound, on its frames, from real files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.signal import Signal
from core.task import drive
from core.video.audio import parts_of, waveform
from core.video.source import open_video
from tests.helpers.sound import LOUD, tone, write_sounding
from tests.helpers.videos import write_images, write_video


def read(path: Path) -> Signal | None:
    with open_video(path) as source:
        index = source.index
    return drive(waveform(path, index))


def cells(signal: Signal) -> np.ndarray:
    """[cells, low high rms]"""
    return signal.values.reshape(-1, 3)


@pytest.mark.parametrize(
    ("suffix", "codec", "format", "layout"),
    [
        (".mkv", "pcm_s16le", "s16", "mono"),
        (".mkv", "pcm_u8", "u8", "stereo"),
        (".mkv", "pcm_s32le", "s32", "stereo"),
        (".mkv", "pcm_f32le", "flt", "5.1"),
        (".mkv", "flac", "s16", "7.1"),
        (".mp4", "aac", "fltp", "stereo"),
        (".mkv", "libopus", "flt", "mono"),
    ],
)
def test_a_tone_is_where_it_sounds_in_any_format_and_layout(
    tmp_path: Path, suffix: str, codec: str, format: str, layout: str
) -> None:
    rate = 48_000 if codec in ("libopus", "aac") else 16_000
    path = write_sounding(
        tmp_path / f"v{suffix}", tone(2, 0.8, 1.2, rate), codec=codec, format=format, layout=layout, rate=rate
    )
    signal = read(path)
    assert signal is not None
    assert (len(signal), signal.step, signal.window) == (50, 1, 1)
    found = cells(signal)
    assert len(found) == 200  # four cells of 10 ms in each frame of 40
    loud = np.flatnonzero(found[:, 1] > 0.1)
    lossy = codec in ("aac", "libopus")
    assert loud[0] == pytest.approx(80, abs=3 if lossy else 0)
    assert loud[-1] == pytest.approx(119, abs=3 if lossy else 0)
    middle = found[90:110]
    assert middle[:, 1] == pytest.approx(LOUD, abs=0.1)
    assert middle[:, 0] == pytest.approx(-LOUD, abs=0.1)
    channels = {"mono": 1, "stereo": 2, "5.1": 6, "7.1": 8}[layout]
    assert middle[:, 2] == pytest.approx(LOUD / np.sqrt(2 * channels), abs=0.07)
    assert np.abs(found[:75]).max() < 0.02
    assert np.isfinite(signal.values).all()


def test_sound_that_begins_later_than_the_pictures_keeps_its_place(tmp_path: Path) -> None:
    signal = read(write_sounding(tmp_path / "v.mkv", tone(1, 0.2, 0.4), late=0.6))
    assert signal is not None
    loud = np.flatnonzero(cells(signal)[:, 1] > 0.1)
    assert (loud[0], loud[-1]) == (80, 99)


def test_frames_of_unequal_length_get_what_sounds_while_they_show(tmp_path: Path) -> None:
    """The fifth of ten frames stays for 600 ms, the others for 100: a tone of half a second is that frame's alone."""
    path = write_sounding(tmp_path / "v.mkv", tone(2, 0.45, 0.95))
    times = [0, 100, 200, 300, 400, 1000, 1100, 1200, 1300, 1400]
    with open_video(write_video(tmp_path / "slow.mkv", numbers=range(10), times=times)) as source:
        index = source.index
    signal = drive(waveform(path, index))
    assert signal is not None
    assert len(signal) == 10
    assert parts_of(index) == 8  # not more, however long a frame is
    loud = signal.values.reshape(10, -1, 3)[:, :, 1] > 0.1
    assert np.flatnonzero(loud.any(1)).tolist() == [4]
    assert loud[4].tolist() == [True] * 8  # 75 ms each: from 400 to 1000


def test_videos_without_sound_have_none(tmp_path: Path) -> None:
    assert read(write_video(tmp_path / "v.mkv", numbers=range(5))) is None
    assert read(write_images(tmp_path / "images")) is None


def test_a_file_that_is_cut_off_sounds_up_to_there(tmp_path: Path) -> None:
    path = write_sounding(tmp_path / "v.mkv", tone(4, 0.0, 4.0), frames=100)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    signal = read(path)
    assert signal is not None
    assert cells(signal)[:20, 1].min() > 0.1


def test_it_can_be_stopped_on_the_way(tmp_path: Path) -> None:
    path = write_sounding(tmp_path / "v.mkv", tone(20, 0.0, 20.0), frames=20)
    with open_video(path) as source:
        index = source.index
    task = waveform(path, index)
    assert next(task).text == "Reading the sound"
    next(task)
    task.close()
