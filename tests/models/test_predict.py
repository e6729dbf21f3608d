"""Prediction: right steps, caching, resuming, overlap that ends, memory that runs out."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import Cancelled, UserError
from core.storage.arrays import ArrayCache
from core.task import Progress, drive
from core.video.source import VideoSource, open_video
from models import predict as module
from models.card import ModelCard
from models.device import Device, choose
from models.engine import Engine
from models.predict import Prediction, predict
from tests.helpers.tiny import LABELS, Out, Tiny, tiny_card, tiny_checkpoint, write_video

LEVELS = [10] * 40 + [250] * 40 + [128] * 22  # 102 frames: the last clip of four holds two


@pytest.fixture
def video(tmp_path: Path) -> Iterator[VideoSource]:
    with open_video(write_video(tmp_path / "v.mp4", LEVELS)) as source:
        yield source


@pytest.fixture
def network() -> Tiny:
    return Tiny()


@pytest.fixture
def card(network: Tiny) -> ModelCard:
    return tiny_card(network)


def run(card: ModelCard, video: VideoSource, folder: Path, cache: ArrayCache | None = None) -> Prediction:
    return drive(predict(card, video, device="cpu", cache=cache, checkpoint=tiny_checkpoint(folder, card)))


def test_every_clip_gets_probabilities(card: ModelCard, video: VideoSource, tmp_path: Path) -> None:
    result = run(card, video, tmp_path)
    assert result.signal.channels == LABELS
    assert (result.signal.step, result.signal.window, len(result.signal)) == (4, 4, 26)
    np.testing.assert_allclose(result.signal.values.sum(axis=1), 1, rtol=1e-5)
    assert result.signal.values.argmax(axis=1).tolist() == [0] * 10 + [2] * 10 + [1] * 6
    assert {label for label, _ in result.top[:2]} == {"dark", "bright"}
    assert result.device.startswith("CPU")


def test_a_second_analysis_runs_no_network(card: ModelCard, network: Tiny, video: VideoSource, tmp_path: Path) -> None:
    cache = ArrayCache(tmp_path / "cache")
    first = run(card, video, tmp_path, cache)
    calls = network.calls
    second = run(card, video, tmp_path, cache)
    assert network.calls == calls
    assert (first.cached, second.cached) == (False, True)
    np.testing.assert_array_equal(first.signal.values, second.signal.values)
    kept = cache.get(first.key)
    assert kept is not None
    assert kept["features"].shape == (26, 4)
    assert not cache.partial(first.key).read()


@pytest.mark.parametrize("after", [1, 9, 25])
def test_a_cancelled_analysis_goes_on_where_it_was(
    card: ModelCard, network: Tiny, video: VideoSource, tmp_path: Path, after: int
) -> None:
    whole = run(card, video, tmp_path).signal.values
    cache = ArrayCache(tmp_path / "cache")
    seen: list[Progress] = []
    task = predict(card, video, device="cpu", cache=cache, checkpoint=tiny_checkpoint(tmp_path, card))
    with pytest.raises(Cancelled):
        drive(task, seen.append, lambda: bool(seen) and seen[-1].done >= after)
    assert not [t for t in threading.enumerate() if t.name == "reelmark-clips"]
    before = network.calls
    result = run(card, video, tmp_path, cache)
    assert network.calls - before == 26 - after
    np.testing.assert_array_equal(result.signal.values, whole)


def test_a_killed_analysis_loses_seconds_only(
    card: ModelCard, network: Tiny, video: VideoSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill runs no clean-up: what was kept until then is on disk."""
    monkeypatch.setattr(module, "KEEP_SECONDS", 0.0)
    cache = ArrayCache(tmp_path / "cache")
    task = predict(card, video, device="cpu", cache=cache, checkpoint=tiny_checkpoint(tmp_path, card))
    progress = next(task)
    while progress.done < 12:
        progress = next(task)
    key = module.scores_key(video.info.fingerprint, _digest(tmp_path), card.clip)
    assert sum(len(chunk["scores"]) for chunk in cache.partial(key).read()) == 12
    task.close()


def _digest(folder: Path) -> str:
    from models.checkpoint import load

    return load(folder / "tiny.safetensors", tiny_card()).digest


def test_other_weights_and_other_clips_have_other_scores(card: ModelCard, video: VideoSource, tmp_path: Path) -> None:
    first = run(card, video, tmp_path).key
    other_clip = tiny_card(clip=type(card.clip)(frames=4, stride=1, step=2, size=(16, 16)))
    assert run(other_clip, video, tmp_path / "b").key != first


def test_batches_shrink_when_memory_runs_out(network: Tiny, card: ModelCard) -> None:
    with Engine(network, card, Device("cpu", "test", 1), card.clip, "digest") as engine:
        engine.batch, engine.bf16, network.room = 16, False, 3
        clips = [np.full((4, 16, 16, 3), i * 12, np.uint8) for i in range(20)]
        result = drive(engine.run(clips, Progress()))
    assert engine.batch == 2
    assert result["scores"].shape == (20, 3)
    assert (np.diff(result["features"][:, 0].astype(float)) > 0).all()


def test_what_did_not_fit_is_let_go_of_before_less_is_tried(network: Tiny, card: ModelCard) -> None:
    """On a GPU it would take the room of what comes next. No collection of cycles is waited for."""
    tried: list[weakref.ref[Tensor]] = []

    def full(_: nn.Module, given: tuple[Tensor]) -> None:
        gone = [one() is None for one in tried]
        tried.append(weakref.ref(given[0]))
        assert all(gone)
        if len(given[0]) > 1:
            raise torch.OutOfMemoryError("the tests' memory is full")

    clips = [np.zeros((4, 16, 16, 3), np.uint8)] * 8
    with Engine(network, card, Device("cpu", "test", 1), card.clip, "digest") as engine:
        engine.batch, engine.bf16 = 8, False
        engine.network.register_forward_pre_hook(full)
        gc.disable()
        try:
            drive(engine.run(clips, Progress()))
        finally:
            gc.enable()
    assert engine.batch == 1
    assert len(tried) == 3 + 8


def test_no_room_for_one_clip_is_a_sentence(network: Tiny, card: ModelCard) -> None:
    engine = Engine(network, card, Device("cpu", "test", 1), card.clip, "digest")
    engine.bf16, network.room = False, 0
    with engine, pytest.raises(UserError, match="too little memory"):
        drive(engine.run([np.zeros((4, 16, 16, 3), np.uint8)], Progress()))


class Endless(Tiny):
    """A forward pass of very many layers."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Identity()
        self.layers = 0

    def forward(self, x: Tensor) -> Out:
        while self.layers < 10**9:
            x = self.layer(x)
            self.layers += 1
        return super().forward(x)


def test_closing_the_task_stops_a_forward_pass_between_two_layers() -> None:
    network, card = Endless(), tiny_card()
    with Engine(network, card, Device("cpu", "test", 1), card.clip, "digest") as engine:
        engine.bf16 = False
        task = engine.run([np.zeros((4, 16, 16, 3), np.uint8)], Progress())
        next(task)
        task.close()
        stopped_at = network.layers
        assert 0 < stopped_at < 10**9
        network.layers = 10**9
        assert drive(engine.run([np.zeros((4, 16, 16, 3), np.uint8)], Progress()))["scores"].shape == (1, 3)


def test_what_the_decoder_says_reaches_the_caller(
    card: ModelCard, video: VideoSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[tuple[int, np.ndarray]]:
        yield 0, np.zeros((4, 16, 16, 3), np.uint8)
        raise UserError("frame 4 cannot be decoded")

    monkeypatch.setattr("models.feed.clips", broken)
    with pytest.raises(UserError, match="frame 4"):
        run(card, video, tmp_path)


def test_weights_are_needed(video: VideoSource, card: ModelCard) -> None:
    with pytest.raises(UserError, match="must be trained first"):
        drive(predict(card, video))


def test_devices() -> None:
    assert choose("cpu").badge(True).endswith("bf16")
    assert choose().kind in ("cpu", "cuda", "mps")
    with pytest.raises(UserError, match="choose auto"):
        choose("abacus")
    if not torch.cuda.is_available():
        with pytest.raises(UserError, match="CUDA"):
            choose("cuda")
