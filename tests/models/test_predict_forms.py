"""Prediction of what is not one score a clip: inner steps, prepared inputs, networks on features, other labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import models.cards
from core.errors import Cancelled, UserError
from core.storage.arrays import ArrayCache
from core.task import Progress, drive
from core.time import Span
from core.video.source import VideoSource, open_video
from models import checkpoint
from models import predict as module
from models.card import ModelCard
from models.predict import Prediction, predict
from tests.helpers.tiny import (
    LABELS,
    Echo,
    Remember,
    Tiny,
    change_card,
    checkpoint_of,
    echo_card,
    guess_card,
    tiny_card,
    write_video,
)

LEVELS = [10] * 40 + [250] * 40 + [128] * 22


@pytest.fixture
def video(tmp_path: Path) -> Iterator[VideoSource]:
    with open_video(write_video(tmp_path / "v.mp4", LEVELS)) as source:
        yield source


@pytest.fixture
def cache(tmp_path: Path) -> ArrayCache:
    return ArrayCache(tmp_path / "cache")


def brightness(video: VideoSource) -> np.ndarray:
    """Mean of each frame, 0…255."""
    return np.array([image.mean() for _, image in video.pick(list(range(video.index.frames)), (16, 16))])


def run(
    card: ModelCard, video: VideoSource, file: Path, cache: ArrayCache | None = None, labels: tuple[str, ...] = LABELS
) -> Prediction:
    file.exists() or checkpoint_of(file, card, *labels)
    return drive(predict(card, video, device="cpu", cache=cache, checkpoint=file))


# Several scores a clip


def test_inner_steps_lie_on_the_frames_they_are_about(video: VideoSource, tmp_path: Path, cache: ArrayCache) -> None:
    result = run(guess_card(), video, tmp_path / "g.safetensors", cache, ("surprise",))
    signal = result.signal
    assert (signal.step, signal.window, signal.start, len(signal)) == (1, 1, 1, 101)
    assert signal.span(0) == Span(1, 2)
    assert signal.span(100) == Span(101, 102)
    differences = np.abs(np.diff(brightness(video))) / 127.5
    np.testing.assert_allclose(signal.values[:, 0], differences / differences.max(), atol=1e-3)
    assert set(np.argsort(signal.values[:, 0])[-2:] + 1) == {40, 80}, "the two cuts, exactly"
    kept = cache.get(result.key)
    assert kept is not None
    assert (kept["error"].shape, kept["error"].dtype) == ((101,), np.float32)
    np.testing.assert_allclose(kept["error"], differences, atol=1e-3)


@pytest.mark.parametrize("stride", [2, 3])
def test_inner_steps_of_strided_clips(video: VideoSource, tmp_path: Path, stride: int) -> None:
    clip = guess_card().clip
    card = guess_card(clip=type(clip)(frames=4, stride=stride, step=3 * stride, size=(16, 16)))
    signal = run(card, video, tmp_path / "g.safetensors", labels=("surprise",)).signal
    assert (signal.step, signal.window, signal.start) == (stride, stride, stride)
    assert len(signal) == len(range(stride, 102, stride))
    picked = brightness(video)[::stride]
    differences = np.abs(np.diff(picked))
    np.testing.assert_allclose(signal.values[:, 0], differences / differences.max(), atol=1e-3)


@pytest.mark.parametrize("frames", [2, 3, 4, 5, 7, 8])
def test_a_video_shorter_than_a_clip_has_the_steps_it_has(tmp_path: Path, frames: int) -> None:
    levels = [10] * (frames - 1) + [200]
    with open_video(write_video(tmp_path / "v.avi", levels)) as source:
        signal = run(guess_card(), source, tmp_path / "g.safetensors", labels=("surprise",)).signal
    assert len(signal) == frames - 1
    assert signal.values[:, 0].argmax() == frames - 2
    assert signal.span(frames - 2).stop == frames


def test_one_frame_is_one_sentence(tmp_path: Path) -> None:
    with (
        open_video(write_video(tmp_path / "v.avi", [10])) as source,
        pytest.raises(UserError, match="has only 1 frame, and “Guess” needs at least 2; choose a longer one"),
    ):
        run(guess_card(), source, tmp_path / "g.safetensors", labels=("surprise",))


def test_a_still_video_has_no_surprise_and_no_nan(tmp_path: Path) -> None:
    with open_video(write_video(tmp_path / "v.avi", [90] * 20)) as source:
        signal = run(guess_card(), source, tmp_path / "g.safetensors", labels=("surprise",)).signal
    assert np.isfinite(signal.values).all()


def test_cancelled_inner_steps_go_on_to_the_same(video: VideoSource, tmp_path: Path, cache: ArrayCache) -> None:
    file = tmp_path / "g.safetensors"
    whole = run(guess_card(), video, file, labels=("surprise",)).signal.values
    cancel_after(guess_card(), video, file, cache, 11)
    np.testing.assert_array_equal(run(guess_card(), video, file, cache).signal.values, whole)
    assert run(guess_card(), video, file, cache).cached


def cancel_after(card: ModelCard, video: VideoSource, file: Path, cache: ArrayCache, clips: int) -> None:
    seen: list[Progress] = []
    task = predict(card, video, device="cpu", cache=cache, checkpoint=file)
    with pytest.raises(Cancelled):
        drive(task, seen.append, lambda: bool(seen) and seen[-1].done >= clips)


def test_rows_of_a_whole_clip_stay_one_a_clip() -> None:
    arrays = {"scores": np.zeros((5, 3, 1)), "features": np.zeros((5, 3)), "flow": np.zeros((5, 3, 2, 4))}
    found = module.unfolded(arrays, 3, 14)
    assert {name: array.shape for name, array in found.items()} == {
        "scores": (14, 1),
        "features": (5, 3),
        "flow": (14, 2, 4),
    }


def test_unfinished_scores_are_never_computed_in_half_precision() -> None:
    from models.device import Device
    from models.engine import Engine

    for card, verdict in ((tiny_card(), None), (guess_card(), False), (tiny_card(half=False), False)):
        with Engine(card.build(1), card, Device("cpu", "test", 1), card.clip, "digest") as engine:
            assert engine.bf16 is verdict


# Prepared inputs


def test_prepared_inputs_come_in_order_and_are_made_once(video: VideoSource, tmp_path: Path, cache: ArrayCache) -> None:
    passes: list[Remember] = []
    result = run(change_card(passes), video, tmp_path / "c.safetensors", cache, ("change",))
    (only,) = passes
    assert only.numbers == list(range(101))
    assert only.measured == list(range(102))
    assert (result.signal.step, result.signal.window, result.signal.start, len(result.signal)) == (1, 2, 0, 101)
    levels = brightness(video) / 255
    np.testing.assert_allclose(result.signal.values[:, 0], np.abs(np.diff(levels)), atol=1e-4)
    kept = cache.get(result.key)
    assert kept is not None
    np.testing.assert_allclose(kept["features"][:, 0].astype(np.float32), levels[:-1], atol=1e-3)


def test_prepared_inputs_go_on_where_a_cancelled_pass_was(
    video: VideoSource, tmp_path: Path, cache: ArrayCache
) -> None:
    file, passes = tmp_path / "c.safetensors", list[Remember]()
    whole = run(change_card(), video, file, labels=("change",)).signal.values
    cancel_after(change_card(), video, file, cache, 30)
    again = run(change_card(passes), video, file, cache).signal.values
    (rest,) = passes
    assert rest.numbers == list(range(30, 101))
    np.testing.assert_array_equal(again, whole)


def test_one_frame_is_no_change(tmp_path: Path) -> None:
    with open_video(write_video(tmp_path / "v.avi", [10])) as source:
        signal = run(change_card(), source, tmp_path / "c.safetensors", labels=("change",)).signal
    assert signal.values.tolist() == [[0.0]]


# Networks on features


@pytest.fixture
def backbone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tiny:
    """`tiny`, the card that features come from, with weights of its own."""
    network = Tiny()
    card = tiny_card(network)
    checkpoint_of(checkpoint.folder(card) / "a.safetensors", card)
    monkeypatch.setattr(models.cards, "CARDS", (card, echo_card()))
    return network


def running(values: np.ndarray) -> np.ndarray:
    held, out = 0.0, []
    for value in values:
        held = (held + float(value)) / 2
        out.append(held)
    return np.array(out)


def test_the_state_goes_on_from_part_to_part(
    backbone: Tiny, video: VideoSource, tmp_path: Path, cache: ArrayCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "e.safetensors"
    at_once = run(echo_card(), video, file).signal
    monkeypatch.setattr(module, "_SEQUENCE", 7)
    network = Echo()
    result = run(echo_card(network), video, file, cache)
    assert network.lengths[-4:] == [7, 7, 7, 5]
    np.testing.assert_allclose(result.signal.values, at_once.values, rtol=1e-6)
    assert (result.signal.step, result.signal.window, result.signal.start, len(result.signal)) == (4, 4, 0, 26)
    kept, base = cache.get(result.key), run(tiny_card(backbone), video, tmp_path / "b.safetensors", cache)
    features = cache.get(base.key)
    assert kept is not None
    assert features is not None
    np.testing.assert_allclose(kept["features"][:, 0], running(features["features"][:, 0]), atol=2e-3)


@pytest.mark.parametrize(("window", "hop"), [(4, 2), (5, 5), (3, 1), (40, 4)])
def test_windows_of_features(
    backbone: Tiny, video: VideoSource, tmp_path: Path, cache: ArrayCache, window: int, hop: int
) -> None:
    result = run(echo_card(window=window, hop=hop), video, tmp_path / "e.safetensors", cache)
    starts = list(range(0, max(26 - window, 0) + hop, hop)) if window < 26 else [0]
    assert (result.signal.step, result.signal.window, len(result.signal)) == (
        4 * hop,
        4 + 4 * (window - 1),
        len(starts),
    )
    base = run(tiny_card(backbone), video, tmp_path / "b.safetensors", cache)
    features, kept = cache.get(base.key), cache.get(result.key)
    assert features is not None
    assert kept is not None
    rows = [np.minimum(start + np.arange(window), 25) for start in starts]
    wanted = [running(features["features"][row, 0])[-1] for row in rows]
    np.testing.assert_allclose(kept["features"][:, 0], wanted, atol=2e-3)


def test_features_are_computed_once_for_all_networks_on_them(
    backbone: Tiny, video: VideoSource, tmp_path: Path, cache: ArrayCache
) -> None:
    first = run(echo_card(), video, tmp_path / "e.safetensors", cache)
    calls = backbone.calls
    assert calls >= 26
    again = run(echo_card(), video, tmp_path / "e.safetensors", cache)
    windows = run(echo_card(window=4, hop=2), video, tmp_path / "w.safetensors", cache)
    assert backbone.calls == calls
    assert (first.cached, again.cached, windows.cached) == (False, True, False)
    assert len({first.key, windows.key}) == 2
    hops = run(echo_card(window=4, hop=1), video, tmp_path / "w.safetensors", cache)
    assert hops.key != windows.key


def test_features_that_do_not_fit_are_a_sentence(
    backbone: Tiny, video: VideoSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Narrow(Echo):
        def forward(self, x, state=None):
            raise RuntimeError("mat1 and mat2 shapes cannot be multiplied (7x4 and 9x9)")

    with pytest.raises(UserError, match="do not fit the features of “tiny”"):
        run(echo_card(Narrow()), video, tmp_path / "e.safetensors")


def test_inner_steps_of_windows(
    backbone: Tiny, video: VideoSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = echo_card(Echo(), window=6, hop=4, inner=4, read=lambda out: {"scores": out.logits.softmax(-1)[:, 2:]})
    signal = run(card, video, tmp_path / "e.safetensors").signal
    assert (signal.step, signal.window, signal.start, len(signal)) == (4, 4, 8, 24)
    with (
        open_video(write_video(tmp_path / "short.avi", [10] * 8)) as source,
        pytest.raises(UserError, match="too short for “Echo”"),
    ):
        run(card, source, tmp_path / "e.safetensors")


def test_a_backbone_without_weights_says_so(
    video: VideoSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models.cards, "CARDS", (tiny_card(),))
    with pytest.raises(UserError, match="“Tiny” must be trained first"):
        run(echo_card(), video, tmp_path / "e.safetensors")


# Weights


def test_other_labels_come_with_the_checkpoint(video: VideoSource, tmp_path: Path, cache: ArrayCache) -> None:
    first = run(tiny_card(), video, tmp_path / "a.safetensors", cache)
    other = run(tiny_card(), video, tmp_path / "b.safetensors", cache, ("night", "day"))
    assert (first.signal.channels, other.signal.channels) == (LABELS, ("night", "day"))
    assert first.key != other.key
    assert first.weights.digest != other.weights.digest
    assert (other.weights.file, dict(other.weights.tensors)) == (tmp_path / "b.safetensors", {})


def test_a_wrong_label_set_is_a_sentence(video: VideoSource, tmp_path: Path) -> None:
    file = tmp_path / "t.safetensors"
    checkpoint.save(file, tiny_card(), Tiny(3), ("night", "day"))
    with pytest.raises(UserError, match="do not fit the model “tiny”"):
        run(tiny_card(), video, file)
    checkpoint.save(file, tiny_card(), Tiny(2), ("night", "night"))
    with pytest.raises(UserError, match=r"t\.safetensors is no checkpoint"):
        run(tiny_card(), video, file)


def test_a_network_without_scores_says_so(video: VideoSource, tmp_path: Path) -> None:
    card = change_card(read=lambda out: {"features": out[1]})
    with pytest.raises(UserError, match="“Change” gives nothing that can be shown over time"):
        run(card, video, tmp_path / "c.safetensors", labels=("change",))
