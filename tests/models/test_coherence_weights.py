"""Embeddings without labels: how they are trained and measured, the weights that ship, and the change they find."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from torch import nn

from core import paths
from core.errors import UserError
from core.task import drive
from core.video.source import open_video
from models import checkpoint
from models.card import ModelCard
from models.coherence import CONSECUTIVE, RANDOM
from models.datasets.footage import found, read
from models.device import choose
from models.nets.mobahi2009 import CARD, CHANGE
from models.papers import coherence_weights
from models.papers.coherence_weights import HELD_OUT, TRAINING, Pairs, measured, separation, ship
from models.papers.report import Job
from models.predict import predict

SHIPPED = Path(__file__).parents[2] / "resources" / "weights" / CARD.shipped
SMALL = CARD.as_variant("small")


def footage(frames: int, seed: int = 0) -> np.ndarray:
    """uint8 [frames, 96, 128]: a rough picture that drifts."""
    rough = np.random.default_rng(seed).integers(0, 256, (12, 40), np.uint8)
    wide = cv2.resize(rough, (400, 96), interpolation=cv2.INTER_CUBIC)
    return np.stack([wide[:, t : t + 128] for t in range(frames)])


def written(file: Path, video: np.ndarray) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter_fourcc(*"MJPG"), 25, video.shape[:0:-1])  # type: ignore[attr-defined]
    for picture in video:
        writer.write(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    writer.release()
    return file


def test_both_pictures_of_a_pair_show_the_same_part() -> None:
    still = [np.repeat(footage(1, seed), 20, axis=0) for seed in range(2)]
    pairs = Pairs(still, SMALL, pairs=6)
    for n, kind in ((0, CONSECUTIVE), (1, RANDOM)):
        step = pairs(n)
        assert step.kind == kind
        assert step.first.shape == (6, 1, 32, 32)
        np.testing.assert_array_equal(step.first, step.second)
    np.testing.assert_array_equal(pairs(3).first, Pairs(still, SMALL, pairs=6)(3).first)
    assert not np.array_equal(pairs(2).first, pairs(4).first)


def test_separation_is_one_where_neighbours_are_nearest_and_half_where_nothing_is_known() -> None:
    assert separation(np.arange(12, dtype=np.float32)[:, None]) == 1.0
    assert separation(np.zeros((12, 3), np.float32)) == 0.5


def test_a_measure_says_what_pixels_would_do() -> None:
    torch.manual_seed(1)
    found = measured(SMALL.build(1).eval(), footage(40), SMALL)
    assert found.keys() == {"trained", "untrained", "pixels"}
    assert all(0.5 < value <= 1 for value in found.values()), found


def test_missing_footage_is_listed(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=TRAINING[1]):
        drive(ship(Job(tmp_path, tmp_path, choose("cpu"))))


@pytest.mark.parametrize("better", [True, False])
def test_only_what_learnt_something_is_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, better: bool) -> None:
    for seed, name in enumerate((*TRAINING, HELD_OUT)):
        written(tmp_path / "long_videos" / Path(name).with_suffix(".avi").name, footage(8, seed))
    monkeypatch.setattr(coherence_weights, "TRAINING", tuple(str(Path(n).with_suffix(".avi")) for n in TRAINING))
    monkeypatch.setattr(coherence_weights, "HELD_OUT", str(Path(HELD_OUT).with_suffix(".avi")))
    monkeypatch.setattr(coherence_weights, "STEPS", 2)
    monkeypatch.setattr(paths, "resource", lambda name: tmp_path / name)

    def stand_in(network: nn.Module, video: np.ndarray, card: ModelCard) -> dict[str, float]:
        assert len(video) == 8
        return {"trained": 0.9 if better else 0.5, "untrained": 0.7, "pixels": 0.8}

    monkeypatch.setattr(coherence_weights, "measured", stand_in)
    task = ship(Job(tmp_path, tmp_path / "out", choose("cpu")))
    if not better:
        with pytest.raises(UserError, match="no better than untrained"):
            drive(task)
        assert not (tmp_path / "weights").exists()
        return
    weights = checkpoint.load(drive(task), CARD)
    assert weights.labels == CHANGE
    assert weights.notes["steps"] == 2


def test_a_cut_is_the_greatest_change_of_a_video(tmp_path: Path) -> None:
    torch.manual_seed(0)
    file = SHIPPED
    if not file.exists():
        file = tmp_path / "c.safetensors"
        checkpoint.save(file, CARD, CARD.build(1), CHANGE)
    video = written(tmp_path / "v.avi", np.concatenate([footage(30, 0), footage(30, 1)]))
    with open_video(video) as source:
        result = drive(predict(CARD, source, device="cpu", checkpoint=file))
    assert result.signal.channels == CHANGE
    assert result.signal.values.shape == (60, 1)
    assert result.signal.values[:, 0].argmax() == 30
    assert result.signal.values.max() <= 1


def shipped() -> checkpoint.Weights:
    if not SHIPPED.exists():
        pytest.skip("the weights of mobahi2009 are not in resources/weights")
    return checkpoint.load(SHIPPED, CARD)


def test_the_shipped_weights_say_where_they_come_from() -> None:
    weights = shipped()
    assert SHIPPED.stat().st_size < 10e6
    assert weights.labels == CHANGE
    assert set(weights.notes) >= {"data", "held_out", "metrics", "licence"}
    assert HELD_OUT not in str(weights.notes["data"])
    assert all(tensor.dtype == torch.float16 for tensor in weights.tensors.values())


def test_the_shipped_weights_hold_what_they_say(shared_data: Path) -> None:
    weights = shipped()
    (held,) = drive(read(found(shared_data / "long_videos", (HELD_OUT,))))
    now = measured(checkpoint.network(CARD, weights), held, CARD)
    noted = weights.notes["metrics"]
    assert isinstance(noted, dict)
    assert now == pytest.approx(noted, abs=2e-3)
    assert now["trained"] > now["untrained"] + 0.02
