"""ActivityNet's folder and the files of Montes et al.'s released code, read and written."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from models.datasets import activitynet, upc

SHARED = Path(__file__).resolve().parents[2].parent / "shared/data/activitynet"


def folder(path: Path, videos: dict[str, str], there: list[str]) -> Path:
    database = {
        name: {"duration": 20.0, "subset": subset, "annotations": [{"segment": [1.0, 5.5], "label": "Curling"}]}
        for name, subset in videos.items()
    }
    (path / "videos").mkdir()
    (path / "activity_net.v1-3.min.json").write_text(json.dumps({"version": "VERSION 1.3", "database": database}))
    for file in there:
        (path / "videos" / file).touch()
    return path


def test_a_complete_folder(tmp_path: Path) -> None:
    videos = {"aa": "training", "v_b": "validation", "cc": "testing"}
    found = activitynet.complete(folder(tmp_path, videos, ["v_aa.mp4", "v_v_b.mkv", "notes.txt"]))
    assert [(entry.name, entry.file.name) for entry in found if entry.file] == [
        ("aa", "v_aa.mp4"),
        ("v_b", "v_v_b.mkv"),
    ]
    assert found[0].annotations == ((1.0, 5.5, "Curling"),)
    assert found[0].labels == ("Curling",)
    assert activitynet.entries(tmp_path)[2].file is None


def test_a_file_without_the_crawler_s_prefix(tmp_path: Path) -> None:
    [entry] = activitynet.complete(folder(tmp_path, {"v_b": "training"}, ["v_b.webm"]))
    assert entry.file == tmp_path / "videos" / "v_b.webm"


def test_an_incomplete_folder_is_refused_with_a_list(tmp_path: Path) -> None:
    videos = {f"n{i:02}": "training" for i in range(15)}
    with pytest.raises(UserError, match=r"videos/v_n01\.mp4.*\(14 in all\)") as caught:
        activitynet.complete(folder(tmp_path, videos, ["v_n00.mp4"]))
    assert "n11" not in str(caught.value)


def test_wrong_folders(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no activity_net"):
        activitynet.entries(tmp_path)
    file = tmp_path / "activity_net.v1-3.min.json"
    for text, said in (
        ("{", "not valid JSON"),
        ('{"taxonomy": []}', "no “database”"),
        ('{"database": {"a": {"subset": "training"}}}', "damaged at “a”"),
        ('{"database": {"a": {"subset": "dev", "annotations": []}}}', "has a part “dev”"),
        ('{"database": {"a": {"subset": "training", "annotations": [{"segment": [1], "label": "x"}]}}}', "damaged"),
    ):
        file.write_text(text)
        with pytest.raises(UserError, match=said):
            activitynet.entries(tmp_path)


def test_the_real_annotations() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared/data/activitynet is not here")
    found = activitynet.entries(SHARED)
    count = {part: sum(entry.subset == part for entry in found) for part in activitynet.SUBSETS}
    assert count == {"training": 9_649, "validation": 4_926, "testing": 4_851}
    assert len({label for entry in found for label in entry.labels}) == 200
    [there] = [entry for entry in found if entry.file]
    assert (there.name, there.subset, there.labels) == ("GGSY1Qvo990", "validation", ("Clean and jerk",))
    with pytest.raises(UserError, match=r"\(14574 in all\)"):
        activitynet.complete(SHARED)


def test_features_are_read_in_parts(tmp_path: Path) -> None:
    array = np.random.default_rng(0).normal(size=(30, 7)).astype("f4")
    upc.write_features(tmp_path / "f.hdf5", [("a", array), ("b", array[:3])])
    with upc.features(tmp_path / "f.hdf5") as found:
        assert list(found) == ["a", "b"]
        assert found.shape("a") == (30, 7)
        np.testing.assert_array_equal(found.rows("a", 4, 9), array[4:9])
        np.testing.assert_array_equal(found["b"], array[:3])
    upc.write_predictions(tmp_path / "p.hdf5", {"validation": {"a": array}})
    np.testing.assert_array_equal(upc.read_predictions(tmp_path / "p.hdf5", "validation")["a"], array)


def test_broken_features(tmp_path: Path) -> None:
    import h5py

    (tmp_path / "no.hdf5").write_bytes(b"\x89HDF\r\n\x1a\n and no more")
    with pytest.raises(UserError, match="no HDF5 file, or it is damaged"), upc.features(tmp_path / "no.hdf5"):
        pass
    with pytest.raises(UserError, match="is not there"), upc.features(tmp_path / "absent.hdf5"):
        pass
    with h5py.File(tmp_path / "odd.hdf5", "w") as file:
        file["a"] = np.arange(4)
    with upc.features(tmp_path / "odd.hdf5") as found, pytest.raises(UserError, match="holds no features"):
        found["a"]
    with pytest.raises(UserError, match="holds no predictions for “testing”"):
        upc.read_predictions(tmp_path / "odd.hdf5", "testing")


def test_labels_and_results_of_the_released_code(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared/data/activitynet is not here")
    templates = SHARED / "upc_templates"
    labels = upc.read_labels(templates / "labels.txt")
    assert (len(labels), labels[0], labels[24]) == (201, "none", "Curling")
    upc.write_labels(tmp_path / "labels.txt", labels)
    assert (tmp_path / "labels.txt").read_text().split() == (templates / "labels.txt").read_text().split()
    template = upc.read_template(templates / "results_validation.json")
    first = next(iter(template["results"]))
    upc.write_results(tmp_path / "r.json", detected={first: [("Curling", 0.5, 1.0, 2.5)]}, template=template)
    made = json.loads((tmp_path / "r.json").read_text())
    assert made["results"][first] == [{"score": 0.5, "segment": [1.0, 2.5], "label": "Curling"}]
    assert made["results"].keys() == template["results"].keys()
    assert {key: made[key] for key in ("version", "external_data")} == {
        key: template[key] for key in ("version", "external_data")
    }
    upc.write_results(tmp_path / "c.json", classified={"x": [("Curling", 0.5), ("BMX", 0.0)]})
    assert json.loads((tmp_path / "c.json").read_text())["results"] == {"x": [{"score": 0.5, "label": "Curling"}]}


@pytest.mark.parametrize("text", ["1\tnone\n", "0\tnone\n2\tx\n", "0 none\n", "0\tnone\n", ""])
def test_broken_labels(tmp_path: Path, text: str) -> None:
    (tmp_path / "labels.txt").write_text(text)
    with pytest.raises(UserError, match=r"mend it|names no activities"):
        upc.read_labels(tmp_path / "labels.txt")
    with pytest.raises(UserError, match=r"not valid JSON|no “results”"):
        upc.read_template(tmp_path / "labels.txt")


def test_what_the_demo_prints() -> None:
    text = upc.said([("Elliptical trainer", 0.6777)], [("Elliptical trainer", 0.8012, 3.2, 14.93)])
    assert "0.6777\tElliptical trainer\n" in text
    assert text.endswith("0.8012\t3.2s - 14.9s\t\tElliptical trainer")
