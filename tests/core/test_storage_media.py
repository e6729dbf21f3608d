"""Videos are found where the project says, from wherever the project lies, and found again after a move."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.rows import changed
from core.storage import media
from core.storage.project import Project
from core.task import drive
from tests.helpers.projects import Ground, ground


def fingerprint(path: Path) -> str:
    if path.is_dir():
        return ",".join(sorted(fingerprint(file) for file in path.iterdir()))
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "a" / "b" / "home"
    (folder / "videos").mkdir(parents=True)
    (folder / "videos" / "clip.mp4").write_bytes(b"moving pictures")
    return folder


@pytest.fixture
def base(home: Path) -> Ground:
    base = ground("videos/clip.mp4")
    video = changed(base.video, fingerprint=fingerprint(home / "videos" / "clip.mp4"))
    return Ground(video, base.labels, base.human)


@pytest.fixture
def project(home: Path, base: Ground) -> Iterator[Project]:
    with Project.open(home / "p.reelmark") as project:
        project.apply(base.edit)
        yield project


def test_paths_near_the_project_are_relative(project: Project, home: Path, tmp_path: Path) -> None:
    assert project.relative(home / "videos" / "clip.mp4") == "videos/clip.mp4"
    assert project.relative(home / "videos" / ".." / "x.mp4") == "x.mp4"
    assert project.relative(tmp_path / "a" / "x.mp4") == "../../x.mp4"
    assert project.relative(tmp_path / "x.mp4") == (tmp_path / "x.mp4").as_posix()


def test_project_and_videos_move_together(project: Project, home: Path, base: Ground, tmp_path: Path) -> None:
    assert project.resolve(base.video) == home / "videos" / "clip.mp4"
    project.close()
    shutil.move(home, tmp_path / "elsewhere")
    with Project.open(tmp_path / "elsewhere" / "p.reelmark", create=False) as again:
        assert again.resolve(again.videos()[0]) == tmp_path / "elsewhere" / "videos" / "clip.mp4"


def test_a_missing_video_is_said(project: Project, home: Path, base: Ground) -> None:
    (home / "videos" / "clip.mp4").unlink()
    with pytest.raises(UserError, match="relink"):
        project.resolve(base.video)


def test_relinking(project: Project, home: Path, base: Ground, tmp_path: Path) -> None:
    moved = tmp_path / "new name.mp4"
    shutil.move(home / "videos" / "clip.mp4", moved)
    project.apply(media.relinked(project.folder, base.video, moved, fingerprint))
    (video,) = project.videos()
    assert project.resolve(video) == moved
    assert project.undo_text() == "Relink new name.mp4"
    moved.write_bytes(b"other pictures")
    with pytest.raises(UserError, match="not the video that was labelled"):
        media.relinked(project.folder, video, moved, fingerprint)
    with pytest.raises(UserError, match="There is no file"):
        media.relinked(project.folder, video, tmp_path / "none.mp4", fingerprint)


@pytest.mark.parametrize("name", ["clip.mp4", "renamed.MP4"])
def test_a_moved_video_is_found_by_its_content(project: Project, base: Ground, tmp_path: Path, name: str) -> None:
    place = tmp_path / "archive"
    for folder in ("1", "2", "3"):
        (place / folder).mkdir(parents=True)
        (place / folder / "clip.mp4").write_bytes(b"decoy")
        (place / folder / "notes.txt").write_bytes(b"moving pictures")
    (place / "2" / name).write_bytes(b"moving pictures")
    assert drive(media.search(base.video, place, fingerprint)) == place / "2" / name
    (place / "2" / name).unlink()
    with pytest.raises(UserError, match="nowhere below"):
        drive(media.search(base.video, place, fingerprint))


def test_a_moved_folder_of_images_is_found(project: Project, base: Ground, tmp_path: Path) -> None:
    for i, text in enumerate((b"decoy", b"frames")):
        (tmp_path / str(i) / "clip").mkdir(parents=True)
        (tmp_path / str(i) / "clip" / "1.png").write_bytes(text)
    video = changed(base.video, path="clip", fingerprint=fingerprint(tmp_path / "1" / "clip"))
    assert drive(media.search(video, tmp_path, fingerprint)) == tmp_path / "1" / "clip"
