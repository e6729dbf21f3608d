"""Networks of every kind on the command line: listed, given other weights, refused in one sentence."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import torch

import models.cards
import models.papers
from core.storage.project import Project
from models import checkpoint
from models.card import Variant
from models.papers.report import Paper
from tests.helpers.command import Command, assert_one_sentence, command
from tests.helpers.tiny import Change, change_card, checkpoint_of, echo_card, guess_card, tiny_card, write_video

LEVELS = [10] * 20 + [245] * 32 + [10] * 20 + [128] * 16 + [10] * 12
TINY = tiny_card()
GUESS = guess_card()
CHANGE = change_card(variants=(Variant("small", 4, Change),))
FAR = tiny_card(name="far", title="Far", weights="i3d-kinetics400")


@pytest.fixture
def reelmark(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    cards = (TINY, GUESS, CHANGE, FAR, echo_card(name="on far", backbone="far"))
    monkeypatch.setattr(models.cards, "CARDS", cards)
    paper = Paper("change", "Change", lambda _: iter(()), ("pictures",))  # type: ignore[arg-type, return-value]
    monkeypatch.setattr(models.papers, "PAPERS", (paper,))
    return command(capsys)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_video(tmp_path / "v.avi", LEVELS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "p.reelmark"


def test_every_network_with_its_forms_and_weights(reelmark: Command) -> None:
    small = CHANGE.as_variant("small")
    checkpoint_of(checkpoint.folder(CHANGE) / "mine.safetensors", small, "change")
    rows = {row["name"]: row for row in reelmark("models", "--json").json["models"]}
    assert rows.keys() == {"tiny", "guess", "change", "far", "on far"}
    assert rows["change"]["sizes"] == {"paper": 4, "small": 4}
    assert (rows["change"]["checkpoints"], rows["change"]["reproduce"]) == (["mine"], "change")
    (weights,) = rows["change"]["weights"]
    assert (weights["origin"], weights["form"], weights["labels"]) == ("trained here", "small", 1)
    assert Path(weights["path"]).is_file()
    assert rows["change"]["missing"] is None
    assert rows["far"]["checkpoints"] == []
    assert "reelmark assets fetch i3d-kinetics400" in rows["far"]["missing"]
    assert rows["guess"]["missing"] == "“Guess” must be trained first; choose a checkpoint (--checkpoint FILE)."
    text = reelmark("models").out.splitlines()
    assert [line.split()[:2] for line in text[2:]] == [
        ["tiny", "paper"],
        ["far", "paper"],
        ["on", "far"],
        ["guess", "paper"],
        ["change", "paper"],
        ["small", "4"],
    ]
    assert "mine (trained here)" in text[-1]
    assert "i3d-kinetics400 (to be fetched)" in text[3]


def test_other_weights_by_name_of_their_file(reelmark: Command, clip: Path, project: Path, tmp_path: Path) -> None:
    file = checkpoint_of(tmp_path / "night.safetensors", TINY, "night", "day")
    said = reelmark("analyze", project, clip, "--model", "tiny", "--checkpoint", file, "--json")
    assert said.code == 0, said.err
    (one,) = said.json["videos"]
    assert {s["label"] for s in one["segments"]} == {"night", "day"}
    assert (one["model"], one["form"], one["checkpoint"]) == ("tiny", "paper", str(file))
    with Project.open(project) as opened:
        (row,), (run,) = opened.checkpoints(), opened.runs()
    assert (row.path, row.labels, run.checkpoint_id) == ("night.safetensors", ("night", "day"), row.id)


@pytest.mark.parametrize(("card", "label"), [(GUESS, "surprise"), (CHANGE.as_variant("small"), "change")])
def test_networks_that_know_no_activities_tell_when_something_happens(
    reelmark: Command, clip: Path, project: Path, tmp_path: Path, card: object, label: str
) -> None:
    file = checkpoint_of(tmp_path / "w.safetensors", card, label)  # type: ignore[arg-type]
    name = card.name  # type: ignore[attr-defined]
    arguments = ("--checkpoint", file, "--threshold", 0.4, "--low", 0.4, "--json")
    said = reelmark("analyze", project, clip, "--model", name, *arguments)
    assert said.code == 0, said.err
    (one,) = said.json["videos"]
    assert [(s["label"], s["start_frame"] // 10) for s in one["segments"]][:2] == [
        (label, 2 - (label == "change")),
        (label, 5),
    ]
    with Project.open(project) as opened:
        (track,), (run,) = opened.tracks(), opened.runs()
    assert track.name == ("guess" if name == "guess" else "change small")
    assert json.loads(run.settings)["form"] == one["form"]


def test_what_must_be_trained_first_is_told_with_the_command(reelmark: Command, clip: Path, project: Path) -> None:
    said = reelmark("analyze", project, clip, "--model", "change", "-q")
    assert_one_sentence(said, "must be trained first: `reelmark reproduce change --data DIR`")
    said = reelmark("analyze", project, clip, "--model", "on far", "-q")
    assert_one_sentence(said, "must be trained first")
    checkpoint_of(checkpoint.folder(echo_card(name="on far")) / "a.safetensors", echo_card(name="on far"))
    said = reelmark("analyze", project, clip, "--model", "on far", "-q")
    assert_one_sentence(said, "reelmark assets fetch i3d-kinetics400")
    with Project.open(project) as opened:
        assert opened.runs() == []


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (Path("executed"),)  # type: ignore[return-value]


@pytest.mark.parametrize("kind", ["pickle", "torch", "cut", "empty", "another", "absent", "folder", "no labels"])
def test_a_wrong_checkpoint_is_one_sentence_and_runs_nothing(
    reelmark: Command, clip: Path, project: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "w.safetensors"
    if kind == "pickle":
        file.write_bytes(pickle.dumps(Evil()))
    elif kind == "torch":
        torch.save({"weights": Evil()}, file)
    elif kind == "cut":
        whole = checkpoint_of(file, TINY).read_bytes()
        file.write_bytes(whole[:-5])
    elif kind == "empty":
        file.touch()
    elif kind == "another":
        checkpoint_of(file, GUESS, "surprise")
    elif kind == "folder":
        file.mkdir()
    elif kind == "no labels":
        checkpoint.save(file, TINY, TINY.build(3), ("one", "one", "one"))
    said = reelmark("analyze", project, clip, "--model", "tiny", "--checkpoint", file, "-q")
    telling = {"another": "trained with the model “guess”", "absent": "is not there"}.get(kind, "no checkpoint of this")
    assert_one_sentence(said, telling)
    assert not (tmp_path / "executed").exists()
    with Project.open(project) as opened:
        assert (opened.runs(), opened.checkpoints()) == ([], [])


def test_one_frame_is_one_sentence_and_stops_no_other_video(
    reelmark: Command, clip: Path, project: Path, tmp_path: Path
) -> None:
    file = checkpoint_of(tmp_path / "w.safetensors", GUESS, "surprise")
    one = write_video(tmp_path / "one.avi", [10])
    said = reelmark("analyze", project, one, clip, "--model", "guess", "--checkpoint", file, "--json", "-q")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "has only 1 frame, and “Guess” needs at least 2" in said.err
    assert [video["video"] for video in said.json["videos"]] == ["v.avi"]
