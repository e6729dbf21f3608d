"""A file's sound: in time with the picture whatever the file does, at every speed, silence where there is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.video.sound import RATE, Sound
from core.video.sound_ahead import SoundAhead
from core.video.source import open_video
from tests.helpers.sounds import spoil, write_clip
from tests.helpers.videos import write_video


def heard(path: Path, start: float = 0.0, seconds: float = 3.0, speed: float = 1.0, origin: float = 0.0) -> np.ndarray:
    """float64 [n]: one channel, −1…1."""
    sound, wanted, blocks = Sound(path, origin), round(seconds * RATE), []
    try:
        for block in sound.blocks(start, speed):
            blocks.append(block)
            wanted -= len(block)
            if wanted <= 0:
                break
    finally:
        sound.close()
    return np.concatenate(blocks)[: round(seconds * RATE), 0] / 32768


def ticks(samples: np.ndarray) -> list[float]:
    """Seconds at which a tick begins."""
    loud = np.flatnonzero(np.abs(samples) > 0.1)
    first = loud[np.diff(loud, prepend=-RATE) > RATE // 10] if len(loud) else loud
    return [round(float(i) / RATE, 3) for i in first]


@pytest.mark.parametrize(
    ("rate", "layout", "codec"),
    [(48_000, "stereo", "pcm_s16le"), (8_000, "mono", "pcm_s16le"), (44_100, "5.1", "flac"), (44_100, "mono", "aac")],
)
def test_every_kind_of_sound_is_in_time(tmp_path: Path, rate: int, layout: str, codec: str) -> None:
    clip = write_clip(tmp_path / "a.mkv", rate=rate, layout=layout, codec=codec)
    assert ticks(heard(clip)) == pytest.approx([0.5, 1.0, 1.5, 2.0, 2.5], abs=0.012)


@pytest.mark.parametrize("start", [0.0, 0.7, 1.013, 2.2])
def test_from_any_moment(tmp_path: Path, start: float) -> None:
    clip = write_clip(tmp_path / "a.mkv")
    expected = [t - start for t in (0.5, 1.0, 1.5, 2.0, 2.5) if t >= start]
    assert ticks(heard(clip, start)) == pytest.approx(expected, abs=0.002)


def test_sound_that_begins_late_and_ends_early(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mkv", late=1.2, picture_seconds=6.0)
    samples = heard(clip, seconds=6.0)
    assert len(samples) == 6 * RATE
    assert ticks(samples) == pytest.approx([1.5, 2.0, 2.5], abs=0.012)


def test_a_file_whose_own_clock_begins_late(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.ts", start=10.0, codec="aac", rate=44_100)
    with open_video(clip) as source:
        origin = source.index.origin
    assert origin > 9
    assert ticks(heard(clip, origin=origin)) == pytest.approx([0.5, 1.0, 1.5, 2.0, 2.5], abs=0.03)


def test_damaged_sound_keeps_the_time(tmp_path: Path) -> None:
    clip = spoil(write_clip(tmp_path / "a.mkv", codec="flac"), tmp_path / "b.mkv")
    samples = heard(clip, seconds=4.0)
    assert len(samples) == 4 * RATE
    assert ticks(samples)[:2] == pytest.approx([0.5, 1.0], abs=0.012)


@pytest.mark.parametrize("speed", [0.25, 0.5, 1.5, 2.0])
def test_other_speeds_keep_time_and_pitch(tmp_path: Path, speed: float) -> None:
    clip = write_clip(tmp_path / "a.mkv", seconds=4.0)
    samples = heard(clip, seconds=3.6 / speed, speed=speed)
    assert ticks(samples) == pytest.approx([k / 2 / speed for k in range(1, 8) if k / 2 < 3.6], abs=0.04 / speed)
    at = int(np.argmax(np.abs(samples)))
    tone = samples[max(0, at - 100) : at + 100]
    crossings = np.count_nonzero(np.diff(np.sign(tone[np.abs(tone) > 0])) != 0)
    assert crossings == pytest.approx(2 * 1000 * len(tone) / RATE, rel=0.4)


def test_no_sound_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="has no sound"):
        Sound(write_video(tmp_path / "a.mp4"))
    (tmp_path / "b.mp4").write_bytes(b"nothing of the kind")
    with pytest.raises(UserError, match="cannot be read"):
        Sound(tmp_path / "b.mp4")


def until_ready(ahead: SoundAhead, frames: int) -> None:
    with ahead._changed:
        assert ahead._changed.wait_for(lambda: ahead.ready >= frames or ahead.failed, 20)


def test_decoded_ahead_and_the_newest_aim_wins(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mkv")
    ahead = SoundAhead(lambda: Sound(clip))
    ahead.aim(0.0, 1.0)
    ahead.aim(0.4, 1.0)
    got = np.zeros((0, 2), np.int16)
    while len(got) < RATE:
        until_ready(ahead, 1)
        got = np.concatenate([got, ahead.take(1000)])
    assert ticks(got[:, 0] / 32768) == pytest.approx([0.1, 0.6], abs=0.002)
    ahead.rest()
    assert len(ahead.take(RATE)) == 0
    ahead.close()


def test_failing_to_open_is_told(tmp_path: Path) -> None:
    ahead = SoundAhead(lambda: Sound(tmp_path / "gone.mkv"))
    ahead._thread.join(10)
    assert "cannot be read" in ahead.failed
    ahead.close()
