"""The annotated copy: every frame at its time, captions where they belong, sound kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, UserError
from core.exchange.overlay import Caption, render
from core.task import drive
from core.time import Span
from core.video.source import open_video
from tests.helpers.tiny import write_video
from tests.helpers.videos import write_video as write_numbers

ORANGE = "#e69f00"


def test_captions_show_while_they_last_and_the_bar_tells_where(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "v.mp4", [128] * 40, size=(320, 240))
    out = drive(render(clip, [Caption("jump", ORANGE, Span(10, 20), 0.5)], tmp_path / "out.mp4"))
    with open_video(out) as source:
        assert source.info.frames == 40
        assert (source.info.width, source.info.height > 240) == (320, True)
        plain, with_caption = source.read(5), source.read(15)
    assert np.abs(plain[:200].astype(int) - 128).max() < 20
    assert np.abs(with_caption[:40, :100].astype(int) - 128).max() > 60
    orange = (plain[240:, :, 0] > 150) & (plain[240:, :, 2] < 80)  # in the bar, whatever is on screen
    columns = np.flatnonzero(orange.any(axis=0))
    assert columns.min() == pytest.approx(80, abs=4)
    assert columns.max() == pytest.approx(160, abs=4)


def test_times_survive_a_varying_rate(tmp_path: Path) -> None:
    times = [0, 40, 80, 205, 240, 369, 400, 441, 615, 640]
    clip = write_numbers(tmp_path / "v.mkv", numbers=range(10), times=times)
    out = drive(render(clip, [], tmp_path / "out.mkv"))
    with open_video(clip) as before, open_video(out) as after:
        assert after.info.variable_frame_rate
        ours, theirs = ([s.index.seconds(k) for k in range(10)] for s in (after, before))
        assert ours == pytest.approx(theirs, abs=2e-3)


def test_sound_is_copied(tmp_path: Path) -> None:
    clip = write_numbers(tmp_path / "v.mp4", numbers=range(30), audio=True)
    with open_video(drive(render(clip, [], tmp_path / "out.mp4"))) as source:
        assert source.info.has_audio


def test_an_odd_size_becomes_even(tmp_path: Path) -> None:
    clip = write_numbers(tmp_path / "v.mkv", "ffv1", numbers=range(3), size=(65, 49))
    with open_video(drive(render(clip, [], tmp_path / "out.mp4"))) as source:
        assert source.info.width == 64
        assert source.info.height % 2 == 0


def test_a_cancelled_rendering_leaves_nothing_behind(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "v.mp4", [0] * 30)
    (tmp_path / "out.mp4").write_text("precious")
    seen: list[object] = []
    with pytest.raises(Cancelled):
        drive(render(clip, [], tmp_path / "out.mp4"), seen.append, lambda: len(seen) > 3)
    assert (tmp_path / "out.mp4").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.mp4", "v.mp4"]


def test_names_that_cannot_be_are_refused(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "v.mp4", [0] * 3)
    with pytest.raises(UserError, match="is the video itself"):
        drive(render(clip, [], clip))
    with pytest.raises(UserError, match=r"end in \.mp4 or \.mkv"):
        drive(render(clip, [], tmp_path / "out.docx"))
