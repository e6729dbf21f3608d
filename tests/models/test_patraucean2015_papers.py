"""The video autoencoder's table, the weights that ship, and what they say about a video."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from core.errors import UserError
from core.task import drive
from core.video.source import open_video
from models import checkpoint
from models.datasets.footage import Footage, found, read
from models.device import choose
from models.nets.patraucean2015 import CARD, SEEN, NextFrame
from models.papers import patraucean2015, surprise_weights
from models.papers.report import Job
from models.predict import predict

SHIPPED = Path(__file__).parents[2] / "resources" / "weights" / CARD.shipped


def moving(frames: int, jump: int = -1, still: bool = False) -> np.ndarray:
    """uint8 [T, 96, 128]: a textured picture that drifts, and is another one from frame `jump` on."""
    chance = np.random.default_rng(4)
    pictures = []
    for seed in range(2):
        rough = np.random.default_rng(seed).integers(0, 256, (12, 40), np.uint8)
        pictures.append(cv2.resize(rough, (400, 96), interpolation=cv2.INTER_CUBIC))
    shown = [pictures[int(0 <= jump <= t)][:, (0 if still else t) : (0 if still else t) + 128] for t in range(frames)]
    return np.clip(np.stack(shown) + chance.normal(0, 1, (frames, 96, 128)), 0, 255).astype(np.uint8)


def written(file: Path, video: np.ndarray) -> Path:
    height, width = video.shape[1:]
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter_fourcc(*"MJPG"), 12, (width, height))  # type: ignore[attr-defined]
    for picture in video:
        writer.write(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    writer.release()
    return file


def untrained(folder: Path) -> Path:
    torch.manual_seed(0)
    card = CARD.as_variant("small")
    network = card.build(1)
    assert isinstance(network, NextFrame)
    assert network.decoder.conv.bias is not None
    torch.nn.init.constant_(network.decoder.conv.bias, 0.5)
    checkpoint.save(folder / "c.safetensors", card, network, card.label_names())
    return folder / "c.safetensors"


def test_footage_is_cut_into_sequences_that_a_seed_repeats() -> None:
    videos = [moving(30), moving(12)]
    footage = Footage(videos, seed=1)
    batch = footage.batch(3, 4, 10)
    assert batch.shape == (4, 10, 64, 64)
    assert batch.dtype == np.uint8
    np.testing.assert_array_equal(batch, Footage(videos, seed=1).batch(3, 4, 10))
    assert not np.array_equal(batch, footage.batch(4, 4, 10))
    assert not np.array_equal(batch, Footage(videos, seed=2).batch(3, 4, 10))


def test_footage_is_read_small_and_grey(tmp_path: Path) -> None:
    file = written(tmp_path / "a.avi", moving(5))
    (video,) = drive(read([file]))
    assert video.shape == (5, 96, 128)
    assert np.abs(video.astype(int) - moving(5)).mean() < 4
    with pytest.raises(UserError, match=r"b\.avi"):
        found(tmp_path, ["a.avi", "b.avi"])


def test_every_error_has_its_frame(tmp_path: Path) -> None:
    """50 frames: errors of frames 8 … 49, and the same as when the network sees one clip alone."""
    with open_video(written(tmp_path / "a.avi", moving(50))) as source:
        weights = untrained(tmp_path)
        result = drive(predict(CARD, source, device="cpu", checkpoint=weights))
        assert (result.signal.start, result.signal.step, result.signal.window) == (SEEN, 1, 1)
        assert result.signal.values.shape == (50 - SEEN, 1)
        assert result.signal.channels == ("surprise",)
        network = checkpoint.network(CARD, checkpoint.load(weights, CARD))
        shown = np.stack([picture for _, picture in source.frames(size=(64, 64))])
    spec = CARD.clip
    grey = np.rint(shown @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)[..., None]
    assert CARD.prepare is not None
    with torch.no_grad():
        out = network(torch.from_numpy(CARD.prepare(spec)(0, grey[: spec.frames]))[None])
    errors = CARD.finish({"scores": result.signal.values})["error"]
    assert len(errors) == 42
    assert out.error.shape == (1, spec.frames - 1)


def test_a_video_shorter_than_the_memory_needs_is_refused(tmp_path: Path) -> None:
    with (
        open_video(written(tmp_path / "a.avi", moving(SEEN))) as source,
        pytest.raises(UserError, match="only 8 frames"),
    ):
        drive(predict(CARD, source, device="cpu", checkpoint=untrained(tmp_path)))


def test_a_still_video_holds_no_surprise_and_a_cut_does(tmp_path: Path) -> None:
    if not SHIPPED.exists():
        pytest.skip("the weights are not in resources/weights")
    with open_video(written(tmp_path / "still.avi", moving(40, still=True))) as source:
        still = drive(predict(CARD, source, device="cpu"))
    with open_video(written(tmp_path / "cut.avi", moving(60, jump=37))) as source:
        cut = drive(predict(CARD, source, device="cpu"))
    assert still.signal.values.max() < 0.5
    found = np.flatnonzero(cut.signal.values[:, 0] > 0.5) + SEEN
    assert 37 in found
    assert found.min() == 37
    assert found.max() <= 42


def test_what_ships_beats_copying_and_its_flow_beats_none(shared_data: Path) -> None:
    """On the clip that was left out of its training."""
    if not SHIPPED.exists():
        pytest.skip("the weights are not in resources/weights")
    weights = checkpoint.load(SHIPPED, CARD)
    assert SHIPPED.stat().st_size < 10e6
    assert weights.notes["held_out"] == surprise_weights.HELD_OUT
    assert surprise_weights.HELD_OUT not in surprise_weights.TRAINING
    network = checkpoint.network(CARD, weights)
    assert isinstance(network, NextFrame)
    file = shared_data / "long_videos" / surprise_weights.HELD_OUT
    measures = drive(surprise_weights.measured(network, file, CARD.as_variant(weights.variant)))
    assert measures["predicted"] < measures["copied"]
    assert measures["predicted"] < measures["unmoved"]
    assert measures["warped"] < measures["copied"]
    for name, value in measures.items():
        assert value == pytest.approx(weights.notes["metrics"][name], rel=0.01)  # type: ignore[index]


def test_frames_are_moved_by_the_flow_in_their_own_pixels() -> None:
    """A flow that fetches every pixel from two to the left moves the picture two to the right."""
    x = torch.from_numpy(moving(2)[None, :, None, :64, :64].copy()).float() / 255
    flow = torch.zeros(1, 2, 2, 32, 32)
    torch.testing.assert_close(surprise_weights.moved(x, flow), x, atol=1e-5, rtol=0)
    flow[:, :, 1] = -2 * 62 / 63  # the corners of the half-sized grid lie on those of the frame
    shifted = surprise_weights.moved(x, flow)
    assert (shifted[..., 8:-8, 8:-8] - x[..., 8:-8, 6:-10]).abs().mean() < 0.02
    assert (shifted[..., 8:-8, 8:-8] - x[..., 8:-8, 8:-8]).abs().mean() > 0.05


def test_the_flow_learns_from_the_frames_it_moves() -> None:
    torch.manual_seed(0)
    network = CARD.as_variant("small").build(1)
    batch = torch.from_numpy(moving(6)[None, :, :64, :64].copy())
    before = surprise_weights.footage_loss(network, batch)
    before.backward()  # type: ignore[no-untyped-call]
    head = [weight.grad for name, weight in network.named_parameters() if name.startswith("head.second")]
    assert all(gradient is not None and gradient.abs().max() > 0 for gradient in head)


def test_the_table_says_what_was_run(shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = patraucean2015.planned

    def short(job: Job) -> patraucean2015.Plan:
        plan = full(job)
        recipe = replace(plan.recipe, steps=2, batch=1)
        return replace(plan, recipe=recipe, tested=10, seeds=1, variants={"flow": plan.variants["flow"]})

    monkeypatch.setattr(patraucean2015, "planned", short)
    report = drive(patraucean2015.reproduce(Job(shared_data, tmp_path, choose("cpu"), quick=True)))
    rows = {(row.row, row.metric.split(",")[0]): row for row in report.rows}
    flow, conv = rows["AE-ConvLSTM-flow", "cross entropy"], rows["AE-Conv", "cross entropy"]
    assert (flow.paper, flow.build, flow.on, flow.remembered) == (0.0439, "small", "paper's data", True)
    assert flow.ours is not None
    assert (conv.paper, conv.ours, conv.on) == (0.0948, None, "not run")
    assert rows["copying the last frame", "squared error a pixel"].ours == pytest.approx(0.05, abs=0.015)
    assert {Path(file).name for file in report.figures} == {"curves.png", "strip-flow.png", "filters-flow.png"}
    assert all(Path(file).stat().st_size > 1000 for file in report.figures)
    weights = checkpoint.load(Path(report.checkpoint), CARD)
    network = checkpoint.network(CARD, weights)
    assert isinstance(network, NextFrame)
    assert network.logistic


@pytest.mark.parametrize(
    ("size", "quick", "minutes", "variants", "recipe"),
    [
        ("", False, None, {"conv": "conv", "fclstm": "fclstm", "convlstm": "convlstm", "flow": "paper"}, "paper"),
        ("", False, 30.0, {"conv": "conv", "fclstm": "fclstm", "convlstm": "convlstm", "flow": "paper"}, "modern"),
        ("released", False, None, {"flow": "released"}, "released"),
        ("small-conv", True, None, {"conv": "small-conv"}, "modern"),
    ],
)
def test_the_plan(
    size: str, quick: bool, minutes: float | None, variants: dict[str, str], recipe: str, tmp_path: Path
) -> None:
    plan = patraucean2015.planned(Job(tmp_path, tmp_path, choose("cpu"), quick, minutes, size))
    assert (plan.variants, plan.recipe.name) == (variants, recipe)
    assert plan.seeds == (3 if quick else 1)


def test_without_mnist_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="train-images"):
        drive(patraucean2015.reproduce(Job(tmp_path, tmp_path, choose("cpu"), quick=True)))
