"""Moved videos found again, many at once, by size and content."""

from __future__ import annotations

from pathlib import Path

from core.rows import Video, changed
from core.storage.relinking import relink_all, search_all
from core.task import drive
from core.video.fingerprint import fingerprint
from tests.helpers.projects import ground
from tests.helpers.videos import write_images


def lay_down(folder: Path, name: str, size: int, value: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(bytes([value]) * size)
    return folder / name


def moved(name: str, file: Path) -> Video:
    """A video that was called `name` and whose content is now in `file`."""
    return changed(ground(f"old/{name}").video, fingerprint=fingerprint(file))


def test_all_are_found_whatever_they_are_called(tmp_path: Path) -> None:
    place = tmp_path / "disk"
    first, second = lay_down(place / "b", "one.mp4", 100, 1), lay_down(place / "c" / "deep", "renamed.MP4", 200, 2)
    lay_down(place / "a", "two.mp4", 200, 3)  # the right name and size, another content
    images = write_images(place / "walk")
    videos = [moved("one.mp4", first), moved("two.mp4", second), moved("walk", images)]
    gone = ground("old/nowhere.mp4").video
    found = drive(search_all([*videos, gone], place, fingerprint, {}))
    assert found == dict(zip([v.id for v in videos], [first, second, images], strict=True))
    edit = relink_all(tmp_path, [*videos, gone], found)
    assert [row.path for row in edit.added] == ["disk/b/one.mp4", "disk/c/deep/renamed.MP4", "disk/walk"]
    assert edit.removed == tuple(videos)


def test_only_files_of_a_missing_size_are_read(tmp_path: Path) -> None:
    for i in range(20):
        lay_down(tmp_path / "disk", f"other{i}.mp4", 50 + i, 9)
    wanted = lay_down(tmp_path / "disk", "z.mp4", 500, 1)
    video, read = moved("old.mp4", wanted), []

    def counted(path: Path) -> str:
        read.append(path)
        return fingerprint(path)

    assert drive(search_all([video], tmp_path, counted, {video.fingerprint: 500})) == {video.id: wanted}
    assert read == [wanted]


def test_the_search_ends_with_the_last_one_and_files_that_cannot_be_read_stop_nothing(tmp_path: Path) -> None:
    first = lay_down(tmp_path / "a", "one.mp4", 100, 1)
    lay_down(tmp_path / "b", "one.mp4", 100, 2)
    video, read = moved("one.mp4", first), []
    (tmp_path / "a" / "0.mp4").symlink_to(tmp_path / "nowhere.mp4")

    def counted(path: Path) -> str:
        read.append(path)
        return fingerprint(path)

    twin = changed(video, id=video.id + 1)  # the same content twice in the project
    assert drive(search_all([video, twin], tmp_path, counted, {})) == {video.id: first, twin.id: first}
    assert read == [first]
    assert drive(search_all([changed(video, fingerprint="no")], tmp_path, fingerprint, {})) == {}
