"""KTH's official layout, its splits and boxes, and the six drawn actions that stand in for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.task import drive
from core.time import Span
from models import checkpoint
from models.datasets import kth, rendered_actions
from models.datasets import person_sequences as sequences
from models.device import choose
from models.nets.baccouche2011 import CARD
from models.papers import baccouche2011 as paper
from models.papers.report import Job
from models.person_windows import FRAMES, windows
from tests.helpers.videos import write_video

REAL = "person01_boxing_d1_uncomp.avi"


def layout(folder: Path, video: Path | None = None) -> Path:
    """The official layout with one short video 599 times, or with empty files; two clips a video."""
    lines = ["Training:   person11", ""]
    for person in kth.PERSONS:
        for action in kth.ACTIONS:
            (folder / action).mkdir(parents=True, exist_ok=True)
            for setting in kth.SETTINGS:
                name = f"person{person:02}_{action}_d{setting}"
                if name == "person13_handclapping_d3":
                    lines.append(f"{name}\t*missing*")
                    continue
                lines.append(f"{name}\t\tframes\t1-10, 11-22")
                file = folder / action / f"{name}_uncomp.avi"
                if video is None:
                    file.touch()
                else:
                    file.hardlink_to(video)
    (folder / kth.SEQUENCES).write_text("\r\n".join(lines))
    boxes = folder / "lui_annotations"
    boxes.mkdir()
    (boxes / "boxing.txt").write_text("1 1 3 5 40 0 40 120\n\n")
    return folder


def test_a_whole_folder_gives_every_video_with_its_clips(tmp_path: Path) -> None:
    found = kth.videos(layout(tmp_path))
    assert len(found) == kth.VIDEOS
    first = found[0]
    assert (first.path.name, first.target, first.clips) == (REAL, 0, (Span(0, 10), Span(10, 22)))
    box = (0.25, 0.0, 0.25, 1.0)
    assert first.boxes(Span(0, 10)) == [None, None, *[box] * 5, None, None, None]
    assert set(found[1].boxes(Span(0, 10))) == {None}


def test_an_incomplete_folder_lists_ten_and_counts_them_all(tmp_path: Path) -> None:
    folder = layout(tmp_path)
    for file in (folder / "walking").iterdir():
        file.unlink()
    with pytest.raises(UserError) as caught:
        kth.videos(folder)
    said = str(caught.value)
    assert "walking/person01_walking_d1_uncomp.avi" in said
    assert "(100 in all)" in said
    assert said.count(".avi") == 10
    (folder / kth.SEQUENCES).unlink()
    with pytest.raises(UserError, match=r"missing: 00sequences\.txt"):
        kth.videos(folder)


def test_what_is_no_list_or_video_of_kth_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="named like"):
        kth.video(tmp_path / "holiday.avi")
    with pytest.raises(UserError, match="00sequences"):
        kth.video(tmp_path / REAL)
    (tmp_path / kth.SEQUENCES).write_text("nothing of that kind\n")
    with pytest.raises(UserError, match="lists no clips"):
        kth.video(tmp_path / REAL)
    (tmp_path / kth.SEQUENCES).write_text("person02_boxing_d1  frames 1-9\n")
    with pytest.raises(UserError, match="says nothing of"):
        kth.video(tmp_path / REAL)
    (tmp_path / "boxing.txt").write_text("1 1 three\n")
    with pytest.raises(UserError, match="no annotation"):
        kth.boxes_in(tmp_path)


def test_people_are_split_anew_for_each_seed_and_never_shared() -> None:
    splits = [kth.people_split(seed) for seed in range(5)]
    assert len({train for train, _ in splits}) == 5
    for train, test in splits:
        assert (len(train), len(test)) == (16, 9)
        assert train | test == set(kth.PERSONS)
    assert kth.people_split(3) == splits[3]
    parts = [set(people) for people in kth.OFFICIAL.values()]
    assert [len(part) for part in parts] == [8, 8, 9]
    assert set.union(*parts) == set(kth.PERSONS)


def test_the_official_list_has_599_videos_and_2391_clips(shared_data: Path) -> None:
    listed = kth.sequences(shared_data / "kth" / kth.SEQUENCES)
    assert (len(listed), sum(map(len, listed.values()))) == (kth.VIDEOS, kth.CLIPS)
    assert len(kth.boxes_in(shared_data / "kth" / "lui_annotations")) > 590


def test_one_real_video_loads_with_its_box(shared_data: Path) -> None:
    video = kth.video(shared_data / "kth" / REAL)
    assert video.clips == (Span(0, 95), Span(95, 185), Span(185, 245), Span(245, 360))
    assert (video.boxed, video.box) == (Span(9, 41), (55 / 160, 10 / 120, 45 / 160, 105 / 120))
    values = [source.read() for source in sequences.of_kth([video])]
    assert [len(value) for value in values] == [15, 14, 9, 18]
    assert all(value.shape[1:] == (9, 54, 34) and np.isfinite(value).all() for value in values)
    with pytest.raises(UserError, match="not a complete KTH"):
        kth.videos(shared_data / "kth")


def test_a_clip_beyond_its_video_is_told(tmp_path: Path) -> None:
    file = write_video(tmp_path / "short.mp4", numbers=range(12))
    assert len(sequences.pictures(file, Span(5, 30))) == 7
    with pytest.raises(UserError, match="has only 12 frames"):
        sequences.pictures(file, Span(40, 60))


def test_the_reproduction_runs_on_a_folder_of_kth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tiny one: the official layout, every video the same few frames. Nothing can be learnt of it; what counts is
    that every row of the paper's table ran, and that KTH1's sequences are whole videos."""
    folder = layout(tmp_path / "kth", write_video(tmp_path / "short.avi", "mpeg4", range(22), size=(160, 120)))
    monkeypatch.setattr(kth, "PERSONS", kth.PERSONS[:5])
    monkeypatch.setattr(kth, "_TRAINED", 4)
    monkeypatch.setattr(kth, "SETTINGS", (1,))
    monkeypatch.setattr(paper, "FULL", {"convnet": 6, "lstm": 4})
    shown = sequences.windows
    monkeypatch.setattr(sequences, "windows", lambda pictures, boxes=(): shown(pictures[:FRAMES], boxes))
    job = Job(tmp_path, tmp_path / "out", choose("cpu"), size="small", seeds=1)
    report = drive(paper.reproduce(job))
    assert len(kth.videos(folder)) == 30
    assert [(row.row, row.paper, row.on) for row in report.rows] == [
        ("KTH1, voting", 91.04, "paper's data"),
        ("KTH1, LSTM", 94.39, "paper's data"),
        ("KTH2, voting", 89.40, "paper's data"),
        ("KTH2, LSTM", 92.17, "paper's data"),
    ]
    assert all(row.ours is not None for row in report.rows)
    assert checkpoint.load(Path(report.checkpoint), CARD).notes["dataset"] == "KTH"
    store = drive(paper.gathered(job)).store
    assert len(sequences.videos_of(store.clips)) == 30
    assert len(store.clips) == 60
    quick = drive(paper.gathered(Job(tmp_path, tmp_path / "quick", choose("cpu"), quick=True)))
    assert (list(quick.protocols), len(quick.store.clips)) == (["KTH2"], 30)


def test_drawn_actions_are_the_same_pixels_every_time() -> None:
    take = rendered_actions.Take(7, 4, 2)
    (first, at), (again, _) = rendered_actions.render(take), rendered_actions.render(take)
    assert np.array_equal(first, again)
    assert (first.shape, first.dtype, at.shape) == ((51, 120, 160), np.uint8, (51, 2))
    other = rendered_actions.render(rendered_actions.Take(8, 4, 2))[0]
    assert not np.array_equal(first, other)


def test_there_are_600_drawn_clips_of_25_people() -> None:
    takes = rendered_actions.takes()
    assert len(takes) == len(set(takes)) == 600
    assert {take.person for take in takes} == set(kth.PERSONS)
    assert tuple(dict.fromkeys(take.label for take in takes)) == kth.ACTIONS


def test_who_walks_moves_and_who_runs_moves_more() -> None:
    """Speed of the drawn people, in pixels a frame; standing actions stay in their place."""
    speed = {}
    for action, label in enumerate(rendered_actions.ACTIONS):
        ways = [rendered_actions.render(rendered_actions.Take(p, action, 1))[1][:, 0] for p in (2, 9, 16, 23)]
        speed[label] = np.mean([np.abs(np.diff(way)).mean() for way in ways])
    assert speed["boxing"] == speed["handclapping"] == speed["handwaving"] == 0
    assert 1 < speed["walking"] < speed["jogging"] < speed["running"]


def test_windows_are_prepared_once(tmp_path: Path) -> None:
    def clip(times: list[int]) -> list[sequences.Source]:
        def read() -> np.ndarray:
            times.append(1)
            return windows(np.zeros((15, 60, 80), np.uint8))

        return [sequences.Source(1, 0, 0, read)]

    times: list[int] = []
    first = drive(sequences.prepare(tmp_path / "w", "a", clip(times), "…"))
    drive(sequences.prepare(tmp_path / "w", "a", clip(times), "…"))
    assert (len(times), first.windows.shape, first.windows.dtype) == (1, (2, 9, 54, 34), np.float16)
    drive(sequences.prepare(tmp_path / "w", "another", clip(times), "…"))
    assert len(times) == 2
