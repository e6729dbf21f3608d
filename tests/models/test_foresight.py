"""What networks foresaw, as pictures: of the right frame, by the right clip, or one sentence."""

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
from models.foresight import Foresight, foresee, foreseen
from models.predict import predict
from tests.helpers.tiny import checkpoint_of, guess_card, write_video

LEVELS = [30 + 4 * i % 200 for i in range(45)]


@pytest.fixture
def video(tmp_path: Path) -> Iterator[VideoSource]:
    with open_video(write_video(tmp_path / "v.avi", LEVELS, size=(64, 64))) as source:
        yield source


def look(name: str, form: str, video: VideoSource, folder: Path, frame: int) -> Foresight:
    card = named(name)
    file = folder / "w.safetensors"
    if not file.exists():
        torch.manual_seed(3)
        checkpoint_of(file, card.as_variant(form), "surprise")
    return drive(foresee(card, video, frame, device="cpu", checkpoint=file))


@pytest.mark.parametrize(
    ("name", "form", "flow"),
    [
        ("patraucean2015", "small", True),
        ("patraucean2015", "small-conv", False),
        ("srivastava2015", "small-patches", False),
    ],
)
def test_pictures_of_the_frame_that_was_asked_for(
    video: VideoSource, tmp_path: Path, name: str, form: str, flow: bool
) -> None:
    for frame in (20, 33, 44):
        found = look(name, form, video, tmp_path, frame)
        names = [title for title, _ in found.pictures]
        assert names[:2] == ["What came", "What was foreseen"]
        assert ("Where things were expected to go" in names) is flow
        assert found.frame in (frame - 1, frame), "every second frame where the rate is high"
        came = found.pictures[0][1]
        assert all(picture.dtype == np.uint8 and picture.shape == came.shape for _, picture in found.pictures)
        assert abs(float(came.mean()) - float(video.read(found.frame).mean())) < 2


def test_the_error_is_the_one_that_the_run_has(video: VideoSource, tmp_path: Path) -> None:
    from core.storage.arrays import ArrayCache

    cache = ArrayCache(tmp_path / "cache")
    found = [look("patraucean2015", "small", video, tmp_path, frame) for frame in (17, 20, 23, 44)]
    card, file = named("patraucean2015"), tmp_path / "w.safetensors"
    result = drive(predict(card, video, device="cpu", cache=cache, checkpoint=file))
    kept = cache.get(result.key)
    assert kept is not None
    steps = [(one.frame - result.signal.start) // result.signal.step for one in found]
    np.testing.assert_allclose(kept["error"][steps], [one.error for one in found], rtol=0.1, atol=2e-3)


def test_what_cannot_be_foreseen_is_one_sentence(video: VideoSource, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Nothing is foreseen of the first \d+ frames"):
        look("patraucean2015", "small", video, tmp_path, 3)
    file = checkpoint_of(tmp_path / "m.safetensors", named("mobahi2009").as_variant("small"), "a", "b")
    with pytest.raises(UserError, match="foresees no pictures; choose a run"):
        drive(foresee(named("mobahi2009"), video, 20, checkpoint=file))
    guess = guess_card()
    file = checkpoint_of(tmp_path / "g.safetensors", guess, "surprise")
    with pytest.raises(UserError, match="no pictures in this form"):
        drive(foresee(guess, video, 20, device="cpu", checkpoint=file))
    with pytest.raises(UserError, match="trained further since this run"):
        drive(foresee(guess, video, 20, checkpoint=file, digest="0" * 64))
    assert checkpoint.load(file, guess).digest != "0" * 64


def test_an_unknown_output_foresees_nothing() -> None:
    assert foreseen(object(), 3) == {}
