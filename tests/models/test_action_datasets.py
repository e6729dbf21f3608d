"""UCF-101 and HMDB-51 as they unpack, and the few clips of them that lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from models.datasets import hmdb51, ucf101
from models.datasets.labelled import labels_of

CLASSES = [f"Action{chr(65 + i // 26)}{chr(97 + i % 26)}" for i in range(99)] + ["HandstandPushups", "ZZ"]


@pytest.fixture
def ucf(tmp_path: Path) -> Path:
    """A whole UCF-101 with two clips a class, empty files."""
    lists = tmp_path / "ucfTrainTestlist"
    lists.mkdir()
    (lists / "classInd.txt").write_text("".join(f"{i + 1} {name}\r\n" for i, name in enumerate(CLASSES)))
    for part, group in (("train", "g08"), ("test", "g01")):
        names = []
        for i, label in enumerate(CLASSES):
            file = f"{label}/v_{label.replace('stand', 'Stand')}_{group}_c01.avi"
            names.append(f"{file} {i + 1}" if part == "train" else file)
            (tmp_path / "UCF-101" / label).mkdir(parents=True, exist_ok=True)
            (tmp_path / "UCF-101" / file).touch()
        (lists / f"{part}list01.txt").write_text("\n".join(names) + "\n")
    return tmp_path


@pytest.fixture
def hmdb(tmp_path: Path) -> Path:
    lists = tmp_path / "testTrainMulti_7030_splits"
    lists.mkdir()
    for action in [f"act{i:02d}" for i in range(50)] + ["wave"]:
        names = [f"Film_{i}_{action}_f_nm_np1_fr_goo_{i}.avi" for i in range(3)]
        for n in (1, 2, 3):
            text = "".join(f"{name} {use} \n" for name, use in zip(names, (1, 2, 0), strict=True))
            (lists / f"{action}_test_split{n}.txt").write_text(text)
        folder = tmp_path / "hmdb51_org" / action
        folder.mkdir(parents=True)
        for name in names[:2]:
            (folder / name).touch()
    return tmp_path


def test_the_official_ucf101_is_read(ucf: Path) -> None:
    assert ucf101.is_complete(ucf)
    train, test = ucf101.split(ucf, 1)
    assert [clip.label for clip in train] == CLASSES
    assert {clip.group for clip in train} == {"g08"}
    assert {clip.group for clip in test} == {"g01"}
    assert [clip.target for clip in test] == list(range(101))
    assert len(ucf101.subset(ucf)) == 202


def test_an_incomplete_ucf101_is_refused_with_a_list(ucf: Path) -> None:
    for label in CLASSES[:12]:
        (ucf / "UCF-101" / label / f"v_{label}_g08_c01.avi").unlink()
    with pytest.raises(UserError, match=r"v_ActionAa_g08_c01\.avi.*12 in all"):
        ucf101.split(ucf, 1)
    with pytest.raises(UserError, match="classInd"):
        ucf101.split(ucf / "UCF-101", 1)
    with pytest.raises(UserError, match="1, 2 and 3"):
        ucf101.split(ucf, 4)
    (ucf / "ucfTrainTestlist" / "classInd.txt").write_text("1 Archery\n3 Bowling\n")
    with pytest.raises(UserError, match="does not number 101"):
        ucf101.subset(ucf)


def test_the_official_hmdb51_is_read(hmdb: Path) -> None:
    train, test = hmdb51.split(hmdb, 1)
    assert (len(train), len(test)) == (51, 51)
    assert train[0].group == "Film_0"
    assert hmdb51.uses(hmdb, 1)["Film_2_wave_f_nm_np1_fr_goo_2.avi"] == ("wave", hmdb51.UNUSED)


def test_an_incomplete_hmdb51_is_refused_with_a_list(hmdb: Path) -> None:
    (hmdb / "hmdb51_org" / "act03" / "Film_1_act03_f_nm_np1_fr_goo_1.avi").unlink()
    with pytest.raises(UserError, match="Film_1_act03"):
        hmdb51.split(hmdb, 2)
    (hmdb / "testTrainMulti_7030_splits" / "wave_test_split2.txt").unlink()
    with pytest.raises(UserError, match="wave_test_split2"):
        hmdb51.split(hmdb, 2)


def test_the_real_lists_and_clips(shared_data: Path) -> None:
    folder = shared_data / "ucf101"
    assert [len(ucf101.members(folder, part, 1)) for part in ("train", "test")] == [9537, 3783]
    clips = ucf101.subset(folder)
    assert "subset" in ucf101.said(clips)
    assert (len(clips), len(labels_of(clips))) == (98, 65)
    train, test = ucf101.group_split(ucf101.by_group(clips))
    assert not {(c.label, c.group) for c in train} & {(c.label, c.group) for c in test}
    assert labels_of(train) == labels_of(test)
    with pytest.raises(UserError, match="missing"):
        ucf101.split(folder)
    assert [clip.label for clip in hmdb51.subset(shared_data / "hmdb51")] == ["cartwheel", "wave", "wave", "wave"]
