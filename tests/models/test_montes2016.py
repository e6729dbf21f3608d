"""The recurrent network over whole videos: its streams, labels, losses, and its paper's table on features made up."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from core.decode import Detection
from core.decode import montes2016 as paper_decode
from core.errors import UserError
from core.task import drive
from core.video.source import open_video
from models import cards, checkpoint
from models.datasets import upc
from models.device import choose
from models.nets.montes2016 import BACKGROUND, CARD, Montes, weighted
from models.papers import montes2016
from models.papers.montes2016_data import Data, Sample
from models.papers.report import Job
from models.predict import predict, sequence
from models.streams import Stateful, Streams, clip_labels
from tests.helpers.tiny import LABELS, Tiny, tiny_card, write_video

SMALL = CARD.as_variant("small")


def test_clip_labels_need_eight_frames_of_sixteen() -> None:
    """100 frames in 10 s: a frame every 0.1 s, six whole clips."""
    labels = ("none", "a", "b")
    assert clip_labels(100, 10.0, [], labels).tolist() == [0] * 6
    # frames 9 … 40: 7 of the first clip, all of the second, 9 of the third
    assert clip_labels(100, 10.0, [(0.85, 4.05, "a")], labels).tolist() == [0, 1, 1, 0, 0, 0]
    assert clip_labels(100, 10.0, [(0.75, 3.85, "b")], labels).tolist() == [2, 2, 0, 0, 0, 0]
    # both ends belong to it: frames 8 … 15 are eight
    assert clip_labels(100, 10.0, [(0.8, 1.5, "a")], labels)[0] == 1
    assert clip_labels(100, 10.0, [(0.8, 1.45, "a")], labels)[0] == 0
    assert clip_labels(16, 1.6, [(0, 1, "a"), (0, 2, "b")], labels).tolist() == [1], "the first of two counts"
    assert clip_labels(15, 1.0, [], labels).tolist() == []
    with pytest.raises(UserError, match="“c”"):
        clip_labels(100, 10.0, [(0, 1, "c")], labels)


def test_videos_join_the_shortest_stream_and_keep_their_order() -> None:
    lengths = [7, 3, 9, 4, 6, 5, 8, 2]
    streams = Streams(lengths, 3, 4, seed=1)
    total = [0, 0, 0]
    for video in np.random.default_rng(1).permutation(8).tolist():
        shortest = total.index(min(total))
        assert video in streams.queues[shortest]
        total[shortest] += lengths[video]
    assert streams.steps == min(total) // 4

    def rows(video: int, a: int, b: int) -> np.ndarray:
        return np.array([[video, i] for i in range(a, b)])

    seen = np.concatenate([streams.take(step, rows) for step in range(streams.steps)], axis=1)
    for queue, clips in zip(streams.queues, seen, strict=True):
        whole = [[video, i] for video in queue for i in range(lengths[video])]
        assert clips.tolist() == whole[: len(clips)]
    with pytest.raises(UserError, match="do not fill"):
        Streams([3, 3], 8, 20)


def test_the_state_goes_on_between_steps_and_is_forgotten_at_an_epoch() -> None:
    torch.manual_seed(0)
    network = Montes(4, features=6, cells=5)
    stateful, x = Stateful(network, 2, 1, 5).eval(), torch.randn(2, 8, 6)
    with torch.no_grad():
        whole = network.eval()(x).logits
        halves = torch.cat([stateful(x[:, :4], True).logits, stateful(x[:, 4:], False).logits], 1)
        torch.testing.assert_close(halves, whole)
        again = stateful(x[:, :4], True).logits
        torch.testing.assert_close(again, whole[:, :4])
    assert {"h", "c"} <= stateful.state_dict().keys(), "training that goes on needs the state"
    assert "h" not in network.state_dict(), "a checkpoint does not"


def test_background_counts_less() -> None:
    logits = torch.zeros(1, 2, 3)
    both = weighted(logits, torch.tensor([[0, 1]]))
    assert float(both) == pytest.approx((0.3 + 1) / 2 * np.log(3), rel=1e-5)


def test_two_layers_and_parts_of_a_long_video(monkeypatch: pytest.MonkeyPatch) -> None:
    """A video in parts gives what the whole gives."""
    torch.manual_seed(1)
    network, x = Montes(3, features=8, cells=4, layers=2).eval(), np.random.default_rng(0).normal(size=(23, 8))
    whole = drive(sequence(SMALL, network, x, choose("cpu")))["scores"]
    monkeypatch.setattr("models.predict._SEQUENCE", 5)
    np.testing.assert_allclose(drive(sequence(SMALL, network, x, choose("cpu")))["scores"], whole, atol=1e-6)


def test_detection_by_hand() -> None:
    """k = 1: the mean of x[i − 1 : i + 1], the last clip left out; runs of 1 − p(background) ≥ γ."""
    p = np.array([[1, 0], [1, 0], [0, 1], [0, 1], [1, 0], [1, 0]], np.float32)
    [found] = paper_decode(p, k=1, threshold=0.5)
    assert found[:3] == Detection(2, 5, 1, 0)[:3]
    assert found.score == pytest.approx((0.5 + 1 + 0.5) / 3)
    assert paper_decode(p, k=0, threshold=0.5)[0][:2] == (2, 4)


def made_up(seed: int, videos: int, labels: tuple[str, ...], width: int = 1024) -> list[Sample]:
    """Each activity is a direction in the features, under noise that only many clips together see through."""
    directions = np.random.default_rng(7).normal(size=(len(labels), width)).astype(np.float32)
    chance = np.random.default_rng(seed)
    found = []
    for i in range(videos):
        label = 1 + i % (len(labels) - 1)
        targets = np.concatenate([np.zeros(10, int), np.full(12, label), np.zeros(8, int)])
        noise = 9 * chance.normal(size=(30, width)).astype(np.float32)
        x = directions[targets] * (targets > 0)[:, None] + noise
        edges = np.arange(31) * 16 / 25
        annotations = ((float(edges[10]), float(edges[22]), labels[label]),)
        found.append(Sample(f"v{i}", lambda a, b, x=x: x[a:b], targets, edges, annotations))  # type: ignore[misc]
    return found


def test_the_table_and_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = (BACKGROUND, "a", "b", "c", "d")
    data = Data(labels, made_up(0, 40, labels), made_up(1, 12, labels), "stand-in", "made up")

    def load(*_: object) -> object:
        yield from ()
        return data

    monkeypatch.setattr(montes2016, "load", load)
    monkeypatch.setattr(montes2016, "_recipe", lambda *_: montes2016.replace(CARD.recipe("modern"), steps=30))
    report = drive(montes2016.reproduce(Job(tmp_path, tmp_path, choose("cpu"), quick=True, seeds=1)))
    rows = {(row.row, row.metric): row for row in report.rows}
    lstm = rows["detection, γ 0.2, k 5, LSTM", "mAP@.5"]
    assert (lstm.paper, lstm.on) == (0.2251, "stand-in")
    assert lstm.ours is not None
    assert rows["test server, detection", "mAP@.5"].on == "not run"
    assert rows["3×1024", "mAP"].ours is None
    assert len([row for row in report.rows if row.row.startswith("detection")]) == 18
    weights = checkpoint.load(Path(report.checkpoint), CARD)
    assert (weights.variant, weights.labels) == ("small", labels)
    assert upc.read_labels(tmp_path / "labels.txt") == labels
    found = json.loads((tmp_path / "results_detection_0_validation.json").read_text())["results"]
    assert found.keys() == {f"v{i}" for i in range(12)}
    assert upc.read_predictions(tmp_path / "predictions_0.hdf5", "validation")["v3"].shape == (30, 5)
    assert all(Path(figure).stat().st_size > 1000 for figure in report.figures)


def test_perfect_scores_are_measured_as_perfect() -> None:
    labels = (BACKGROUND, "a", "b")
    samples = made_up(0, 4, labels, width=2)
    data = Data(labels, samples, samples, "stand-in", "made up")
    scores = {s.name: np.eye(3, dtype=np.float32)[s.targets] for s in samples}
    found = montes2016.measured(data, scores)
    assert (found["mAP"], found["Hit@3"], found["clips"]) == (1, 1, 1)
    assert found["0.5 0"] == 1
    assert montes2016.classified(data, scores["v0"])[0] == ("a", 1.0)


def test_on_a_user_s_video(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Features of a small backbone; without a checkpoint one sentence; background is no activity of the video."""
    tiny = tiny_card(width=4)
    monkeypatch.setattr(cards, "CARDS", (tiny,))
    checkpoint.save(checkpoint.folder(tiny) / "t.safetensors", tiny, Tiny(), LABELS)
    card = replace(CARD, build=partial(Montes, features=4, cells=8), backbone="tiny", variants=(), clip=tiny.clip)
    write_video(tmp_path / "v.mp4", [30] * 41 + [200] * 40)
    with open_video(tmp_path / "v.mp4") as video:
        with pytest.raises(UserError, match="must be trained first"):
            drive(predict(card, video, device="cpu"))
        torch.manual_seed(0)
        checkpoint.save(checkpoint.folder(card) / "m.safetensors", card, Montes(3, 4, 8), (BACKGROUND, "a", "b"))
        found = drive(predict(card, video, device="cpu"))
    assert found.signal.channels == (BACKGROUND, "a", "b")
    assert (len(found.signal), found.signal.step) == (21, 4)
    assert {label for label, _ in found.top} == {"a", "b"}
    assert sum(share for _, share in found.top) == pytest.approx(1)
