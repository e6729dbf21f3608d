"""Which of the dropped files and folders are videos, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

from app import tasks
from app.tasks.dropping import sorted_out
from app.told_words import left_out_text
from core.task import drive
from tests.helpers.videos import write_images, write_video


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_folder_gives_its_videos_and_says_what_it_left_out(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in ("b.mp4", "a.MKV", "in/c.avi", "in/cover.jpg", "notes.txt", ".DS_Store")))
    touch(tmp_path / ".git" / "x.mp4")
    found = drive(sorted_out([tmp_path, tmp_path / "b.mp4", tmp_path / "notes.txt"]))
    assert [path.name for path in found.files] == ["a.MKV", "b.mp4", "c.avi", "notes.txt"]
    assert [path.name for path in found.left_out] == ["notes.txt", "cover.jpg"]
    assert found.empty == ()


def test_a_folder_of_images_is_one_video_unless_it_holds_videos(tmp_path: Path) -> None:
    images, empty = write_images(tmp_path / "walk"), tmp_path / "empty"
    touch(tmp_path / "mixed" / "cover.png", tmp_path / "mixed" / "clip.mp4", images / "more" / "readme.md")
    empty.mkdir()
    found = drive(sorted_out([images, tmp_path / "mixed", empty]))
    assert found.files == (images, tmp_path / "mixed" / "clip.mp4")
    assert [path.name for path in found.left_out] == ["readme.md", "cover.png"]
    assert found.empty == (empty,)


def test_what_was_left_out_is_one_sentence() -> None:
    assert left_out_text([], 0) == ""
    assert left_out_text([Path("a.txt")], 0) == "Left out: 1 file that is no video (a.txt)."
    many = left_out_text([Path(f"{i}.txt") for i in range(5)], 2)
    assert many == "Left out: 5 files that are no videos (0.txt, 1.txt, 2.txt …); 2 were in the project already."


def test_many_problems_are_told_as_few(tmp_path: Path) -> None:
    clip = write_video(tmp_path / "ok.mp4", numbers=range(9))
    for i in range(6):
        (tmp_path / f"bad{i}.mp4").write_text("no video")
    added = drive(tasks.add_videos([tmp_path], tmp_path, frozenset()))
    assert [row.path for row in added.edit.added] == [clip.name]
    assert len(added.problems) == 6
    assert len(added.told) == 3
    assert "4 more" in added.told[-1]
