"""THUMOS'14 and MultiTHUMOS: the official files are read, what is missing is listed, what is damaged is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import UserError
from models.datasets import thumos14
from models.datasets.thumos14 import AMBIGUOUS, CLASSES


def written(folder: Path, validation: str = "temporal_annotations_validation") -> Path:
    """One video of each class in each part, and one that is only ambiguous."""
    for subset, place, ending in (("validation", validation, "val"), ("test", "temporal_annotations_test", "test")):
        (folder / place).mkdir(parents=True)
        for i, label in enumerate((*CLASSES, AMBIGUOUS)):
            rows = f"video_{subset}_{i:07}  20.5 22.0\nvideo_{subset}_{i:07}  1.0 2.5\n"
            (folder / place / f"{label}_{ending}.txt").write_text(rows)
        (folder / f"{subset}_durations.txt").write_text(f"/x/video_{subset}_{3:07}.mp4\n40.5\n")
        (folder / f"{subset}_avoid_videos.txt").write_text(f"video_{subset}_0000002 Billiards\n")
    return folder


def videos(folder: Path, *names: str) -> None:
    (folder / "videos").mkdir(exist_ok=True)
    for name in names:
        (folder / "videos" / f"{name}.mp4").write_bytes(b"")


@pytest.mark.parametrize("place", ["temporal_annotations_validation", "annotation"])
def test_annotations_as_they_unpack(tmp_path: Path, place: str) -> None:
    found = thumos14.entries(written(tmp_path, place))
    assert [entry.subset for entry in found] == ["validation"] * 21 + ["test"] * 21
    assert found[3].name == "video_validation_0000003"
    assert found[3].duration == 40.5
    assert found[3].annotations == ((1.0, 2.5, "CleanAndJerk"), (20.5, 22.0, "CleanAndJerk"))
    assert found[3].file is None
    assert found[20].annotations == ()  # only ambiguous
    assert thumos14.annotated(tmp_path, "test")["video_test_0000020"][0][0] == AMBIGUOUS
    assert thumos14.avoided(tmp_path, "test") == {("video_test_0000002", "Billiards")}


def test_missing_videos_are_listed(tmp_path: Path) -> None:
    written(tmp_path)
    videos(tmp_path, *(f"video_validation_{i:07}" for i in range(21)))
    part = thumos14.complete(tmp_path, ("validation",))
    assert all(entry.file and entry.file.exists() for entry in part)
    with pytest.raises(UserError, match=r"videos/video_test_0000000\.mp4.*0000009\.mp4 … \(21 in all\)"):
        thumos14.complete(tmp_path)


def test_missing_annotations_are_listed(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "temporal_annotations_test" / "Diving_test.txt").unlink()
    with pytest.raises(UserError, match=r"missing: temporal_annotations_test/Diving_test\.txt\."):
        thumos14.entries(tmp_path)
    with pytest.raises(UserError, match="21 in all"):
        thumos14.entries(tmp_path / "nowhere")
    with pytest.raises(UserError, match="validation and test"):
        thumos14.annotated(tmp_path, "training")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("temporal_annotations_test/Diving_test.txt", "video_test_1 3.0\n", "no video, start and stop"),
        ("test_durations.txt", "video_test_1.mp4\n", "by turns"),
        ("test_durations.txt", "video_test_1.mp4\nlong\n", "by turns"),
    ],
)
def test_damaged_lines_are_named(tmp_path: Path, file: str, text: str, said: str) -> None:
    (written(tmp_path) / file).write_text(text)
    with pytest.raises(UserError, match=said):
        thumos14.entries(tmp_path)


def test_a_damaged_list_of_what_to_avoid_is_named(tmp_path: Path) -> None:
    (written(tmp_path) / "test_avoid_videos.txt").write_text("video_test_1\n")
    with pytest.raises(UserError, match="a video and a class"):
        thumos14.avoided(tmp_path, "test")


def dense(folder: Path, number: object, subset: str = "testing") -> Path:
    record = {"subset": subset, "duration": 9, "actions": [[number, 4, 6.5], [1, 0.5, 2]]}
    (folder / "multithumos.json").write_text(json.dumps({"video_test_0000007": record}))
    return folder


def test_multithumos(tmp_path: Path) -> None:
    videos(tmp_path, "video_test_0000007")
    (entry,) = thumos14.multithumos(dense(tmp_path, 12))
    assert (entry.subset, entry.duration) == ("test", 9)
    assert entry.annotations == ((0.5, 2.0, "class 1"), (4.0, 6.5, "class 12"))
    assert entry.file is not None
    (tmp_path / "class_list.txt").write_text("1 BaseballPitch\n12 Run\n")
    assert thumos14.multithumos(tmp_path)[0].labels == ("BaseballPitch", "Run")


def test_what_is_not_multithumos_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"missing: multithumos\.json"):
        thumos14.multithumos(tmp_path)
    for number, subset, said in ((66, "testing", "beyond 65"), ("x", "testing", "damaged"), (2, "odd", "damaged")):
        with pytest.raises(UserError, match=said):
            thumos14.multithumos(dense(tmp_path, number, subset))
    (tmp_path / "multithumos.json").write_text("[]")
    with pytest.raises(UserError, match="no videos"):
        thumos14.multithumos(tmp_path)
    (dense(tmp_path, 1) / "class_list.txt").write_text("one Run\n")
    with pytest.raises(UserError, match="a number and a name"):
        thumos14.multithumos(tmp_path)


def test_the_real_annotations(shared_data: Path) -> None:
    folder = shared_data / "thumos14"
    found = thumos14.entries(folder)
    count = {subset: [entry for entry in found if entry.subset == subset] for subset in thumos14.SUBSETS}
    assert {subset: len(part) for subset, part in count.items()} == {"validation": 200, "test": 213}
    assert sum(len(entry.annotations) for entry in count["validation"]) == 3_007
    assert sum(len(entry.annotations) for entry in count["test"]) == 3_358
    assert all(entry.duration for entry in found)
    assert len(thumos14.avoided(folder, "test")) == 14
    many = thumos14.multithumos(folder)
    assert len(many) == 413
    assert sum(len(entry.annotations) for entry in many) == 38_690
    with pytest.raises(UserError, match="413 in all"):
        thumos14.complete(folder)
