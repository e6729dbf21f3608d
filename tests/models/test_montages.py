"""Montages: groups and background apart, boundaries known, joined as files frame for frame."""

from __future__ import annotations

import json
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.exchange.joined import Part, join
from core.task import Task, drive
from core.video.clips import clip_starts
from core.video.source import open_video
from models.backbones import c3d, i3d
from models.datasets import montages, upc
from models.datasets.labelled import Clip
from models.device import choose
from models.papers import montes2016_data
from models.papers.report import Job
from tests.helpers.tiny import write_video

SPEC = i3d.CARD.clip_for(Fraction(25))


def clips(folder: Path = Path("/x")) -> list[tuple[Clip, int]]:
    """Three activities of two groups or more, four classes of one, one clip that is too short."""
    groups = {"Run": (1, 2, 3), "Jump": (4, 5), "Box": (1, 2), "Sit": (1,), "Row": (2,), "Fly": (3,), "Nap": (4,)}
    found = []
    for target, (label, numbers) in enumerate(groups.items()):
        for group in numbers:
            file = folder / f"v_{label}_g{group:02}_c01.avi"
            found.append((Clip(file, label, f"g{group:02}", target), 60 + 30 * (1 + group)))
    return [*found, (Clip(folder / "v_Hop_g01_c01.avi", "Hop", "g01", 9), 30)]


def test_train_and_test_share_no_group() -> None:
    train, test = montages.sources(clips(), SPEC, 2, 1)
    assert set(train.activities) == set(test.activities) == {"Box", "Run"}
    assert [source.clip.group for source in train.activities["Run"]] == ["g01", "g02"]
    assert [source.clip.group for source in test.activities["Run"]] == ["g03"]
    used = [{source.clip.path for source in part.clips()} for part in (train, test)]
    assert not used[0] & used[1]
    assert [(source.clip.label, source.clip.group) for source in test.background] == [("Jump", "g05")]
    learnt = {(source.clip.label, source.clip.group) for source in train.background}
    assert learnt == {("Jump", "g04"), ("Sit", "g01"), ("Row", "g02"), ("Fly", "g03"), ("Nap", "g04")}
    for source in train.clips():
        frames = {clip.path: frames for clip, frames in clips()}[source.clip.path]
        assert source.steps == len(clip_starts(frames, SPEC)) >= 4


def test_the_quick_choice_takes_the_shortest() -> None:
    train, test = montages.sources(clips(), SPEC, 1, 1, only=2)
    assert set(train.activities) == {"Box"}
    assert [(source.clip.label, source.clip.group) for source in train.background[:1]] == [("Run", "g01")]
    assert {source.clip.label for source in train.background[1:]} == {"Sit", "Row"}
    assert [source.clip.group for source in test.background] == ["g02"], "the longest of three groups is left out"


def test_montages_alternate_and_know_their_boundaries() -> None:
    train, _ = montages.sources(clips(), SPEC, 2, 1)
    made = montages.montages(train, 5, seed=3, name="train")
    assert made == montages.montages(train, 5, seed=3, name="train")
    assert len(made) == 10
    for montage in made:
        assert (montage.pieces[0].label, montage.pieces[-1].label) == ("", "")
        assert 1 <= len(montage.runs()) <= 3
        for a, b in montage.runs():
            assert 6 <= b - a <= 18
        for piece in montage.pieces:
            assert 0 <= piece.start < piece.stop <= piece.source.steps
            assert piece.label in ("", montage.label)


def test_joined_frame_for_frame(tmp_path: Path) -> None:
    write_video(tmp_path / "a.avi", list(range(40, 100, 3)))
    write_video(tmp_path / "b.avi", list(range(200, 150, -5)), size=(64, 48))
    parts = [Part(tmp_path / "a.avi", 2, 8), Part(tmp_path / "b.avi", 0, 5), Part(tmp_path / "a.avi", 0, 3)]
    drive(join(parts, tmp_path / "out" / "joined.mp4", Fraction(25)))
    with open_video(tmp_path / "out" / "joined.mp4") as source:
        assert source.index.frames == 14
        assert source.info.fps == 25
        assert source.size == (32, 24)
        levels = [float(image.mean()) for _, image in source.frames()]
    wanted = [*range(46, 64, 3), *range(200, 175, -5), *range(40, 49, 3)]
    np.testing.assert_allclose(levels, wanted, atol=4)


def made(tmp_path: Path) -> list[tuple[Clip, int]]:
    """Real files, dark for background and bright for activities."""
    found = clips(tmp_path)
    for clip, frames in found:
        bright = 180 if clip.label in ("Jump", "Box") else 40
        write_video(clip.path, [bright] * frames)
    return found


def test_files_and_their_features(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is annotated is where it is bright, and the steps' targets follow it."""
    listed = made(tmp_path)
    monkeypatch.setattr(montes2016_data, "clips", lambda _: listed)
    monkeypatch.setattr(montes2016_data, "FULL", (2, 1))
    monkeypatch.setattr(montes2016_data, "FILES_TRAIN", 1)
    monkeypatch.setattr(montes2016_data, "FILES_TEST", 1)

    def features(job: Job, backbone: object, path: Path, *_: object) -> Task[np.ndarray]:
        yield from ()
        with open_video(path) as source:
            frames = source.index.frames
            starts = clip_starts(frames, c3d.CARD.clip)
            levels = {number: float(image.mean()) for number, image in source.frames()}
        means = [np.mean([levels[i] for i in range(a, min(a + 16, frames))]) for a in starts]
        return np.array(means, np.float16)[:, None]

    monkeypatch.setattr(montes2016_data, "clip_features", features)
    job = Job(tmp_path, tmp_path / "out", choose("cpu"))
    data = drive(montes2016_data._of_files(job, c3d.CARD))
    with data.kept:
        assert data.labels == ("none", "Box", "Jump")
        assert (len(data.train), len(data.test)) == (2, 2)
        for sample in data.train + data.test:
            x = sample.rows(0, len(sample))[:, 0]
            sure = np.abs(x - 110) > 15  # elsewhere about half of the 16 frames are bright
            assert sure.mean() > 0.8
            assert ((x > 110) == (sample.targets > 0))[sure].all()
            for start, stop, label in sample.annotations:
                first, last = np.searchsorted(sample.edges, [start, stop])
                assert set(sample.targets[first : last - 1]) == {data.labels.index(label)}
    again = drive(montes2016_data._of_files(job, c3d.CARD))
    with again.kept:
        assert [sample.name for sample in again.test] == [sample.name for sample in data.test]


def test_without_data_it_says_what_is_missing(tmp_path: Path) -> None:
    with ExitStack(), pytest.raises(UserError, match="holds no activity_net"):
        drive(montes2016_data.load(Job(tmp_path, tmp_path, choose("cpu"), quick=True), i3d.CARD))


def test_released_features_stand_for_the_videos(tmp_path: Path) -> None:
    folder = tmp_path / "activitynet"
    folder.mkdir()
    record = {"duration": 16.0, "annotations": [{"segment": [4.0, 12.0], "label": "Curling"}]}
    database = {"a": record | {"subset": "training"}, "b": record | {"subset": "validation"}}
    (folder / "activity_net.v1-3.min.json").write_text(json.dumps({"database": database}))
    upc.write_features(folder / "video_features.hdf5", [(name, np.zeros((16, 4096))) for name in "ab"])
    data = drive(montes2016_data.load(Job(tmp_path, tmp_path, choose("cpu")), c3d.CARD))
    with data.kept:
        assert (data.on, data.labels) == ("paper's data", ("none", "Curling"))
        assert data.train[0].targets.tolist() == [0] * 4 + [1] * 8 + [0] * 4
        assert data.test[0].edges[[0, 4, 12, 16]].tolist() == [0, 4, 12, 16]
        assert data.test[0].rows(3, 9).shape == (6, 4096)
    upc.write_features(folder / "video_features.hdf5", [("a", np.zeros((16, 500)))])
    with pytest.raises(UserError, match="has 500 features a clip"):
        drive(montes2016_data.load(Job(tmp_path, tmp_path, choose("cpu")), c3d.CARD))
