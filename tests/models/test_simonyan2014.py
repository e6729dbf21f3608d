"""Two-stream networks: their layers, inputs, test protocol and fusion."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from core import paths
from core.errors import UserError
from core.task import drive
from core.video.flow import Flow
from core.video.flow_stack import volume
from models import checkpoint, ten_crops
from models.backbones.cnn_m import CNNM, LRN
from models.backbones.efficientnet_lite import EfficientNetLite0
from models.datasets import ucf101
from models.datasets.labelled import Clip
from models.datasets.rendered_motion import CLASSES, RenderedMotion
from models.datasets.stacks import Look, Stacks
from models.device import choose
from models.nets.simonyan2014 import (
    CARD,
    LENGTH,
    MultiTask,
    Temporal,
    TwoStream,
    across_modalities,
    cnn_m,
    multi_task_loss,
    prepared,
)
from models.papers import motion_trials, simonyan2014, ucf_trials
from models.papers.report import Job
from tests.helpers.videos import write_video


def test_cnn_m_is_the_papers() -> None:
    with torch.device("meta"):
        spatial, temporal = cnn_m(101, False), cnn_m(101, True)
    assert temporal.conv1.weight.shape == (96, 20, 7, 7)
    assert spatial.full6.weight.shape == (4096, 6 * 6 * 512)
    assert (spatial.width, spatial.fc.in_features) == (2048, 2048)
    assert isinstance(spatial.second_norm, LRN)
    assert not isinstance(temporal.second_norm, LRN)
    assert (spatial.dropout.p, temporal.dropout.p) == (0.5, 0.9)


def test_normalisation_is_torchs_own() -> None:
    x = 40 * torch.randn(2, 12, 5, 6)
    torch.testing.assert_close(LRN()(x), F.local_response_norm(x, 5, 5e-4, 0.75, 2.0), rtol=1e-5, atol=1e-5)


def test_the_networks_see_the_size_they_are_made_for() -> None:
    assert CNNM(3, maps=16, units=64)(torch.zeros(1, 3, 224, 224)).logits.shape == (1, 3)


def test_two_streams_average_their_softmax() -> None:
    torch.manual_seed(0)
    network = TwoStream(cnn_m(4, False, small=True), cnn_m(4, True, small=True)).eval()
    inputs = torch.randint(0, 256, (2, 3, 64, 64), dtype=torch.uint8), torch.randn(2, 20, 64, 64)
    with torch.inference_mode():
        out = network(inputs)
        alone = [network.spatial(inputs[:1]), network.temporal(inputs[1:])]
    mean = sum(one.logits.softmax(-1) for one in alone) / 2
    torch.testing.assert_close(out.logits.softmax(-1), mean)
    torch.testing.assert_close(out.features, torch.cat([one.features for one in alone], -1))


def test_a_video_is_prepared_with_each_pairs_flow_once(monkeypatch: pytest.MonkeyPatch) -> None:
    video = RenderedMotion(0, frames=14).video(1)
    asked: list[int] = []
    between = Flow.between

    def counted(self: Flow, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        asked.append(1)
        return between(self, a, b)

    monkeypatch.setattr(Flow, "between", counted)
    prepare = prepared()(CARD.as_variant("small").clip)
    stacks = [prepare(first, video[first : first + 11]) for first in range(4)]
    assert len(asked) == 13
    for first, (picture, stack) in enumerate(stacks):
        np.testing.assert_array_equal(picture.transpose(1, 2, 0), video[first + 5])
        fields = [between(Flow(), video[i], video[i + 1]) for i in range(first, first + LENGTH)]
        np.testing.assert_allclose(stack, volume(fields), atol=1e-5)


def test_each_data_set_has_its_own_loss() -> None:
    torch.manual_seed(0)
    network = MultiTask(Temporal(cnn_m(5, True, small=True)), 128, (3,)).eval()
    logits = network((torch.randn(4, 20, 64, 64),))
    assert [tuple(one.shape) for one in logits] == [(4, 5), (4, 3)]
    targets, source = torch.tensor([4, 0, 2, 1]), torch.tensor([0, 0, 1, 1])
    expected = F.cross_entropy(logits[0][:2], targets[:2]) + F.cross_entropy(logits[1][2:], targets[2:])
    torch.testing.assert_close(multi_task_loss(logits, targets, source), expected)
    torch.testing.assert_close(
        multi_task_loss(logits, targets[:2].repeat(2), torch.zeros(4, dtype=torch.int64)),
        F.cross_entropy(logits[0], targets[:2].repeat(2)),
    )


def test_a_temporal_network_starts_from_a_spatial_one() -> None:
    torch.manual_seed(0)
    spatial, temporal = EfficientNetLite0(4), EfficientNetLite0(3, 20)
    across_modalities(temporal, spatial.state_dict(), "stem.conv.weight")
    first, mean = temporal.stem.conv.weight, spatial.stem.conv.weight.mean(1)
    assert all(torch.equal(first[:, i], mean) for i in range(20))
    assert torch.equal(temporal.head.conv.weight, spatial.head.conv.weight)
    assert temporal.fc.weight.shape == (3, 1280)


def test_the_papers_rates() -> None:
    paper, fine = CARD.recipe("paper"), CARD.recipe("fine-tune")
    assert (paper.steps, paper.batch, fine.steps) == (80_000, 256, 20_000)
    assert [paper.rate(step) for step in (0, 49_999, 50_000, 70_000)] == [1, 1, 0.1, 0.01]
    assert [fine.rate(step) for step in (13_999, 14_000)] == [1, 0.1]
    group = paper.optimizer([torch.nn.Parameter(torch.zeros(1))]).param_groups[0]
    assert (group["lr"], group["momentum"]) == (1e-2, 0.9)


def test_ten_crops_go_through_in_one_batch() -> None:
    x = np.random.default_rng(0).normal(size=(25, 20, 8, 10)).astype(np.float32)
    found = ten_crops.crops(x, 6, flow=True)
    assert found.shape == (250, 20, 6, 6)
    np.testing.assert_array_equal(found[25:50], x[:, :, :6, 4:])
    np.testing.assert_array_equal(found[125, 0], -x[0, 0, :6, 5::-1])
    np.testing.assert_array_equal(found[125, 1], x[0, 1, :6, 5::-1])

    seen = []

    class Network(torch.nn.Module):
        def forward(self, inputs: tuple[torch.Tensor, ...]) -> object:
            seen.append(len(inputs[0]))
            return type("Out", (), {"logits": inputs[0].mean((2, 3))[:, :4]})

    scores = ten_crops.score(Network(), x, 6, True, choose("cpu"))
    assert seen == [250]
    assert scores.sum() == pytest.approx(1)


def test_fusion_by_averaging_and_by_svm() -> None:
    chance = np.random.default_rng(0)
    targets = np.arange(60) % 3
    streams = [np.eye(3)[targets] + chance.random((60, 3)) for _ in range(2)]
    streams[1][targets == 2] = [0.9, 0.1, 0.1]  # wrong, but always in the same way
    assert ten_crops.accuracy(ten_crops.average([np.eye(3)[targets]] * 2), targets) == 100
    np.testing.assert_allclose(np.linalg.norm(ten_crops.stacked(streams)[:, 3:], axis=1), 1)
    machine = ten_crops.svm(streams, targets)
    assert (machine.predict(ten_crops.stacked(streams)) == targets).mean() > 0.9


def test_rendered_motion_is_seeded_and_moves_as_its_class_says() -> None:
    videos = RenderedMotion(3)
    np.testing.assert_array_equal(videos.video(5), RenderedMotion(3).video(5))
    assert not np.array_equal(videos.video(5), RenderedMotion(4).video(5))
    assert CLASSES[videos.label(1)] == "right"
    frames = videos.video(1)
    middle = Flow().between(frames[5], frames[6])[..., 0]
    assert np.sort(middle.ravel())[-200:].mean() > 0.8  # the disk goes right
    assert abs(np.median(middle)) < 0.3  # the ground stays
    shaken = RenderedMotion(3, shake=2.0).video(1)
    np.testing.assert_array_equal(shaken[5], frames[5])  # the middle frame is where the camera started from
    assert abs(np.median(Flow().between(shaken[5], shaken[6]), axis=(0, 1))).max() > 0.3


@pytest.mark.parametrize(
    "look", [motion_trials.Input(), motion_trials.Input(flow=False), motion_trials.Input(length=1)]
)
def test_a_trial_on_rendered_motion(look: motion_trials.Input) -> None:
    at = drive(motion_trials.bench(1, 0.0, 8, 8))
    recipe = motion_trials.shorter(CARD.recipe("modern"), 2, 4)
    accuracy, history = drive(motion_trials.trial(at, look, recipe, choose("cpu")))
    assert 0 <= accuracy <= 100
    assert history.finished


def clips(folder: Path) -> list[Clip]:
    found = []
    for i, label in enumerate(("a", "b")):
        path = write_video(folder / f"{label}.mp4", numbers=range(40 * i, 40 * i + 16 - 8 * i), size=(128, 96))
        found.append(Clip(path, label, "g01", i))
    return found


def test_stored_stacks_are_read_at_random(tmp_path: Path) -> None:
    stacks = Stacks(tmp_path / "store", clips(tmp_path), short=72, backward=True)
    drive(stacks.store())
    assert [stacks.frames(i) for i in range(2)] == [15, 7]
    look = Look(side=64)
    pictures, targets = stacks.batch(3, 6, look, flow=False)
    assert pictures.shape == (6, 3, 64, 64)
    assert pictures.dtype == np.uint8
    flow, again = stacks.batch(3, 6, look, flow=True)
    assert flow.shape == (6, 20, 64, 64)
    np.testing.assert_array_equal(targets, again)  # both streams see the same clips
    np.testing.assert_array_equal(flow, stacks.batch(3, 6, look, flow=True)[0])
    assert stacks.spread(1, 4, Look(side=64, kind="bidirectional"), flow=True).shape == (4, 20, 72, 96)
    before = sorted(path.stat().st_mtime_ns for path in (tmp_path / "store").rglob("*.npy"))
    drive(Stacks(tmp_path / "store", stacks.clips, short=72, backward=True).store())
    assert sorted(path.stat().st_mtime_ns for path in (tmp_path / "store").rglob("*.npy")) == before


def test_a_clip_of_one_frame_has_no_flow(tmp_path: Path) -> None:
    path = write_video(tmp_path / "one.mp4", numbers=range(1))
    with pytest.raises(UserError, match="no two frames"):
        drive(Stacks(tmp_path / "store", [Clip(path, "a", "g", 0)]).store())


def test_the_shipped_network_is_small_and_says_what_it_is() -> None:
    file = paths.resource("weights") / CARD.shipped
    if not file.exists():
        pytest.skip("no two-stream weights are shipped")
    assert file.stat().st_size <= 10_000_000
    weights = checkpoint.load(file, CARD)
    assert weights.variant == "slim"
    assert {"metrics", "data", "licence"} <= weights.notes.keys()
    network = checkpoint.network(CARD, weights)
    out = network((torch.zeros(1, 3, 128, 128), torch.zeros(1, 20, 128, 128)))
    assert weights.labels[int(out.logits.argmax())] == "nothing moves"


def test_one_stream_alone_is_no_reproduction(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Both streams"):
        drive(ucf_trials.parts(tmp_path, tmp_path, "spatial"))


def test_a_whole_reproduction_in_small(tmp_path: Path, shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two steps of everything, on the clips of two classes."""
    modern = CARD.recipe("modern")
    short = motion_trials.shorter(modern, 2, 4)
    monkeypatch.setattr(simonyan2014, "plan", lambda job, official: simonyan2014.Plan(2, short, short, (8, 8), 2, None))
    some = [clip for clip in ucf101.subset(shared_data / "ucf101") if clip.label in ("Hammering", "BalanceBeam")]
    monkeypatch.setattr(ucf101, "subset", lambda folder: some)
    report = drive(simonyan2014.reproduce(Job(shared_data, tmp_path, choose("cpu"), quick=True)))
    assert {row.on for row in report.rows} == {"stand-in", "not run"}
    assert {row.paper for row in report.rows} >= {
        52.3,
        72.8,
        73.9,
        80.4,
        81.0,
        79.9,
        80.2,
        81.2,
        85.9,
        87.0,
        88.0,
        59.4,
    }
    assert all(Path(figure).is_file() for figure in report.figures)
    weights = checkpoint.load(Path(report.checkpoint), CARD)
    assert (weights.variant, weights.labels) == ("small", ("BalanceBeam", "Hammering"))
