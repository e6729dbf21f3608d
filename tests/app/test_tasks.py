"""What window and command line share: videos coming in, being checked and shown, clocks, and annotated copies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app import tasks
from app.tasks.annotations import clock_of
from app.tasks.videos import video_row
from core.rows import Label, Segment, Track, changed, new_id
from core.storage.project import Project
from core.task import drive
from core.time import ConstantRate, Span
from core.timeline.edit import Edit
from core.video.source import open_video
from tests.helpers.videos import board, write_images, write_video


def test_a_folder_gives_all_its_videos_and_each_content_once(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    clip = write_video(tmp_path / "b.mp4", numbers=range(5))
    write_video(tmp_path / "deep" / "a.mkv", numbers=range(7))
    (tmp_path / "copy of b.mp4").write_bytes(clip.read_bytes())
    (tmp_path / "notes.txt").write_text("no video")
    (tmp_path / "broken.mp4").write_bytes(b"")
    added = drive(tasks.add_videos([tmp_path], tmp_path, ()))
    assert [video.path for video in added.edit.added] == ["b.mp4", "deep/a.mkv"]
    assert added.edit.text == "Add 2 videos"
    assert len(added.problems) == 1
    assert "broken.mp4" in added.problems[0]


def test_known_videos_are_not_added_again(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "a.mp4", numbers=range(5))
    row, _ = video_row(clip, tmp_path)
    added = drive(tasks.add_videos([clip], tmp_path, {row.fingerprint}))
    assert not added.edit
    assert added.present == (row.fingerprint,)


def test_a_folder_of_images_is_one_video_and_an_empty_one_a_problem(tmp_path: Path) -> None:
    write_images(tmp_path / "images", range(6))
    (tmp_path / "empty").mkdir()
    added = drive(tasks.add_videos([tmp_path / "images", tmp_path / "empty"], tmp_path, ()))
    assert [(video.path, video.frames) for video in added.edit.added] == [("images", 6)]
    assert added.problems == (f"“{tmp_path / 'empty'}” holds no videos; choose another folder.",)


def test_verifying_makes_the_number_of_frames_certain(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "a.mp4", numbers=range(9))
    info, clock = drive(tasks.verify_video(clip))
    assert (info.frames_verified, info.frames, clock.frames) == (True, 9, 9)


def test_a_thumbnail_fits_and_keeps_its_shape(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "a.mp4", numbers=range(20), size=(128, 48))
    ((_, image),) = drive(tasks.pictures([(("content", 7), clip)]))
    assert image is not None
    assert (image.shape, image.dtype) == ((60, 160, 3), np.uint8)
    clip.unlink()  # the second time it comes from the disk
    ((_, again), (_, none)) = drive(tasks.pictures([(("content", 7), clip), (("content", 8), clip)]))
    assert again is not None
    assert np.abs(again.astype(int) - image).mean() < 8
    assert none is None


def test_a_varying_rate_takes_its_clock_from_the_file(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "a.mkv", numbers=range(6), times=[0, 40, 70, 270, 300, 600])
    row, _ = video_row(clip, tmp_path)
    assert row.variable_rate
    with open_video(clip) as source:
        exact = [source.index.seconds(k) for k in range(7)]
    assert [clock_of(row, clip).seconds(k) for k in range(7)] == exact
    mean = ConstantRate(row.rate, row.frames)
    assert clock_of(row, None) == mean
    assert clock_of(row, tmp_path / "gone.mkv") == mean
    assert clock_of(changed(row, variable_rate=False), clip) == mean


@pytest.mark.parametrize("form", ["activitynet", "csv"])
def test_a_varying_rate_comes_back_to_the_frame(tmp_path: Path, form: str) -> None:
    clip = write_video(
        tmp_path / "a.mkv", numbers=range(12), times=[0, 33, 67, 250, 280, 500, 540, 600, 1200, 1230, 1300, 1700]
    )
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(drive(tasks.add_videos([clip], tmp_path, ())).edit)
        (video,), label = project.videos(), Label(new_id(), "jump", "#56b4e9")
        track = Track(new_id(), video.id, "me")
        rows = [Segment(new_id(), track.id, label.id, Span(k, k + 1 + k % 3)) for k in range(10)]
        project.apply(Edit("Mark", added=(label, track, *rows)))
        written = drive(tasks.write_annotations(tmp_path / "out", form, tasks.snapshot(project)))
        assert written.count == 10
        project.undo()
        placed = drive(tasks.read_annotations(tmp_path / "out", tasks.snapshot(project), form, track="me"))
        project.apply(placed.edit)
        assert sorted(s.span for s in project.segments()) == sorted(row.span for row in rows)


def test_the_annotated_copy_shows_the_answer(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "a.mp4", numbers=range(10), size=(320, 240))
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(drive(tasks.add_videos([clip], tmp_path, ())).edit)
        (video,), label = project.videos(), Label(new_id(), "jump", "#ff0000")
        track = Track(new_id(), video.id, "me")
        project.apply(Edit("Mark", added=(label, track, Segment(new_id(), track.id, label.id, Span(5, 8)))))
        out = drive(tasks.render_overlay(clip, tmp_path / "out.mp4", tasks.snapshot(project), video))
    with open_video(out) as source:
        before, inside = source.read(2)[:30, :80].astype(int), source.read(6)[:30, :80].astype(int)
    assert np.abs(before - board(2, 320, 240)[:30, :80]).mean() < 12
    assert np.abs(inside - board(6, 320, 240)[:30, :80]).mean() > 25


def test_choices_and_badges() -> None:
    (choice, *_) = tasks.model_choices()
    assert (choice.name, "reelmark assets fetch" in choice.missing) == ("i3d", True)
    assert tasks.device_badge("cpu").startswith("CPU")
    assert tasks.formats()[0] == ("activitynet", "ActivityNet 1.3 ground truth and results (JSON)", ".json")
