"""What networks foresaw, as values: of the right frame, by the right clip, or one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import UserError
from core.task import drive
from core.video.source import VideoSource, open_video
from models import checkpoint
from models.cards import card as named
from models.foresight import Foresight, ForesightEye, Predictor, foreseen
from models.future import FutureEye
from models.predict import predict
from tests.helpers.tiny import checkpoint_of, guess_card, write_video

LEVELS = [30 + 4 * i % 200 for i in range(45)]


@pytest.fixture
def video(tmp_path: Path) -> Iterator[VideoSource]:
    with open_video(write_video(tmp_path / "v.avi", LEVELS, size=(64, 64))) as source:
        yield source


def predictor(name: str, form: str, video: VideoSource, folder: Path) -> Predictor:
    card = named(name)
    file = folder / "w.safetensors"
    if not file.exists():
        torch.manual_seed(3)
        checkpoint_of(file, card.as_variant(form), "surprise")
    return Predictor(card, video, "cpu", file)


@pytest.mark.parametrize(
    ("name", "form", "flow"),
    [
        ("patraucean2015", "small", True),
        ("patraucean2015", "small-conv", False),
        ("srivastava2015", "small-patches", False),
    ],
)
def test_every_frame_has_what_was_foreseen_of_it(
    video: VideoSource, tmp_path: Path, name: str, form: str, flow: bool
) -> None:
    eye = ForesightEye(predictor(name, form, video, tmp_path))
    for frame in (20, 33, 44):
        seen = drive(eye.look(frame))
        assert frame in seen.span
        assert set(seen.values) == set(range(seen.span.start, seen.span.stop))
        assert seen.bytes > 0
        found: Foresight = seen.values[frame]
        assert found.frame in (frame - 1, frame), "every second frame where the rate is high"
        assert found.came.shape == found.guess.shape == found.wrong.shape
        assert found.came.dtype == found.guess.dtype == found.wrong.dtype == np.uint8
        assert (found.flow is not None) is flow
        assert found.flow is None or found.flow.shape == (*found.came.shape, 3)
        assert abs(float(found.came.mean()) - float(video.read(found.frame).mean())) < 2
        assert found.by == name
    eye.close()


def test_the_same_is_foreseen_whatever_was_looked_at_before(video: VideoSource, tmp_path: Path) -> None:
    eye = ForesightEye(predictor("patraucean2015", "small", video, tmp_path))
    once = drive(eye.look(20)).values[20]
    drive(eye.look(40))
    again = drive(eye.look(20)).values[20]
    np.testing.assert_array_equal(once.guess, again.guess)
    eye.close()


def test_the_error_is_the_one_that_the_run_has(video: VideoSource, tmp_path: Path) -> None:
    from core.storage.arrays import ArrayCache

    cache = ArrayCache(tmp_path / "cache")
    eye = ForesightEye(predictor("patraucean2015", "small", video, tmp_path))
    found = [drive(eye.look(frame)).values[frame] for frame in (17, 20, 23, 44)]
    eye.close()
    card, file = named("patraucean2015"), tmp_path / "w.safetensors"
    result = drive(predict(card, video, device="cpu", cache=cache, checkpoint=file))
    kept = cache.get(result.key)
    assert kept is not None
    steps = [(one.frame - result.signal.start) // result.signal.step for one in found]
    np.testing.assert_allclose(kept["error"][steps], [one.error for one in found], rtol=0.1, atol=2e-3)


def test_the_strip_shows_what_came_and_what_was_foreseen(video: VideoSource, tmp_path: Path) -> None:
    eye = FutureEye(predictor("srivastava2015", "small-patches", video, tmp_path))
    early = drive(eye.look(3))
    assert early.span.start == 0
    assert "first 15 frames" in early.why
    strip = drive(eye.look(18)).values[18]
    assert strip.numbers == tuple(range(19, 29))
    assert strip.came.shape == strip.guess.shape == (10, 96, 128)
    for number, picture in zip(strip.numbers, strip.came, strict=True):
        assert abs(float(picture.mean()) - float(video.read(number).mean())) < 2.5
    last = drive(eye.look(44)).values[44]
    assert (len(last.came), len(last.guess)) == (0, 10), "nothing comes after the end, but something is foreseen"
    assert drive(eye.look(40)).values[40].came.shape[0] == 4
    eye.close()


def test_what_cannot_be_foreseen_is_one_sentence(video: VideoSource, tmp_path: Path) -> None:
    eye = ForesightEye(predictor("patraucean2015", "small", video, tmp_path))
    early = drive(eye.look(3))
    assert "Nothing is foreseen of the first 16 frames" in early.why
    assert (early.span.start, early.span.stop, early.values) == (0, 16, {})
    eye.close()
    file = checkpoint_of(tmp_path / "m.safetensors", named("mobahi2009").as_variant("small"), "a", "b")
    with pytest.raises(UserError, match="foresees no pictures; choose a run"):
        drive(ForesightEye(Predictor(named("mobahi2009"), video, checkpoint=file)).look(20))
    guess = guess_card()
    file = checkpoint_of(tmp_path / "g.safetensors", guess, "surprise")
    blind = ForesightEye(Predictor(guess, video, "cpu", file))
    with pytest.raises(UserError, match="no pictures in this form"):
        drive(blind.look(20))
    blind.close()
    with pytest.raises(UserError, match="trained further since this run"):
        drive(ForesightEye(Predictor(guess, video, checkpoint=file, digest="0" * 64)).look(20))
    assert checkpoint.load(file, guess).digest != "0" * 64


def test_an_unknown_output_foresees_nothing() -> None:
    assert foreseen(object(), 3) == {}
