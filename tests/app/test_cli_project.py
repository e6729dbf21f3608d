"""From a video to found activities, to files and back, and to a score: on the command line, with a tiny network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import tasks
from core.rows import Segment, Track, TrackKind, changed, new_id, now_ms
from core.storage.project import Project
from core.task import drive
from core.time import Span
from core.timeline.edit import Edit
from core.timeline.ops import accept, reject
from models import cards, checkpoint, predict
from tests.helpers.command import Command, assert_one_sentence, command
from tests.helpers.tiny import tiny_card, tiny_checkpoint, write_video

LEVELS = [10] * 40 + [250] * 40 + [128] * 20  # dark until 1.6 s, bright until 3.2 s, middle until 4 s


@pytest.fixture
def reelmark(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    card = tiny_card()
    file = tiny_checkpoint(tmp_path, card)
    monkeypatch.setattr(cards, "CARDS", (card,))
    monkeypatch.setattr(predict.checkpoints, "of_card", lambda card: checkpoint.load(file, card))
    return command(capsys)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_video(tmp_path / "v_abcdefghijk.mp4", LEVELS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "p.reelmark"


def test_analyze_keeps_what_it_finds(reelmark: Command, clip: Path, project: Path) -> None:
    said = reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu", "--json")
    assert said.code == 0
    (one,) = said.json["videos"]
    assert set(one) == {
        *("video", "labels", "segments", "frames", "seconds", "device"),
        *("model", "form", "checkpoint"),
    }
    assert (one["model"], one["form"]) == ("tiny", "paper")
    assert Path(one["checkpoint"]).name == "tiny.safetensors"
    assert (one["video"], one["frames"]) == (clip.name, 100)
    assert [(s["label"], s["start_frame"], s["stop_frame"]) for s in one["segments"]] == [
        ("dark", 0, 40),
        ("bright", 40, 80),
        ("middle", 80, 100),
    ]
    assert [(s["start"], s["stop"]) for s in one["segments"]] == [(0, 1.6), (1.6, 3.2), (3.2, 4.0)]
    assert {name for name, _ in one["labels"]} == {"dark", "bright", "middle"}
    listed = reelmark("segments", project, "--json").json["segments"]
    assert [s["label"] for s in listed] == ["dark", "bright", "middle"]
    assert {(s["track"], s["state"]) for s in listed} == {("tiny", "predicted")}
    with Project.open(project) as opened:
        assert opened.undo_text() == "Analyse with tiny"
        assert len({label.color for label in opened.labels()}) == 3
        assert len(opened.runs()[0].top_labels) == 3


def test_settings_reach_the_decoder_and_the_second_run_has_its_own_track(
    reelmark: Command, clip: Path, project: Path
) -> None:
    reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu")
    again = reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu", "--min-length", "1", "--json")
    assert [s["label"] for s in again.json["videos"][0]["segments"]] == ["dark", "bright"]
    with Project.open(project) as opened:
        assert len(opened.videos()) == 1
        assert [track.name for track in opened.tracks()] == ["tiny", "tiny 2"]
    assert len(reelmark("segments", project, "--track", "tiny 2", "--json").json["segments"]) == 2


def test_low_above_threshold_is_wrong_usage(reelmark: Command, clip: Path, project: Path) -> None:
    said = reelmark("analyze", project, clip, "--model", "tiny", "--threshold", "0.2", "--low", "0.4")
    assert said.code == 2
    assert not project.exists()


def test_one_bad_video_stops_no_other(reelmark: Command, clip: Path, project: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.mp4").write_bytes(b"")
    said = reelmark(
        "analyze", project, tmp_path / "bad.mp4", clip, "--model", "tiny", "--device", "cpu", "--json", "-q"
    )
    assert said.code == 1
    assert len(said.json["videos"]) == 1
    assert said.err.splitlines() == [f"reelmark: {line}" for line in ["“bad.mp4” is empty (0 bytes); copy it again from where it came."]]  # fmt: skip  # noqa: E501


def test_an_unknown_model_is_told_before_anything_is_made(reelmark: Command, clip: Path, project: Path) -> None:
    assert_one_sentence(reelmark("analyze", project, clip, "--model", "huge"), "There is no model “huge”")
    assert not project.exists()


def test_a_moved_video_is_found_again(reelmark: Command, clip: Path, project: Path, tmp_path: Path) -> None:
    reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu")
    moved = tmp_path / "sub" / clip.name
    moved.parent.mkdir()
    clip.rename(moved)
    assert reelmark("analyze", project, moved, "--model", "tiny", "--device", "cpu").code == 0
    with Project.open(project) as opened:
        assert [video.path for video in opened.videos()] == [f"sub/{clip.name}"]


def test_segments_of_one_video_and_unknown_ones(reelmark: Command, clip: Path, project: Path) -> None:
    assert reelmark("segments", project, "--json").json == {"segments": []}
    assert project.exists()
    reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu")
    for name in (clip.name, "v_abcdefghijk", "abcdefghijk", clip):
        assert len(reelmark("segments", project, "--video", name, "--json").json["segments"]) == 3
    assert "3.200" in reelmark("segments", project).out.replace("0:0", "")
    assert_one_sentence(reelmark("segments", project, "--video", "other"), "There is no video “other”")
    assert_one_sentence(reelmark("segments", project, "--track", "mine"), "there is tiny")


@pytest.fixture
def filled(reelmark: Command, clip: Path, project: Path) -> Path:
    """The run, and a person's track “truth” with two of three boundaries moved."""
    reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu")
    with Project.open(project) as opened:
        (video,), labels = opened.videos(), {label.name: label for label in opened.labels()}
        truth = Track(new_id(), video.id, "truth")
        spans = {"dark": Span(0, 40), "bright": Span(44, 80)}
        rows = [Segment(new_id(), truth.id, labels[name].id, span) for name, span in spans.items()]
        opened.apply(Edit("Mark", added=(truth, *rows)))
    return project


@pytest.mark.parametrize("form", ["activitynet", "csv"])
def test_export_and_import_into_another_project(
    reelmark: Command, filled: Path, clip: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"out.{form}"
    written = reelmark("export", filled, "--format", form, "--track", "truth", "--out", out, "--json").json
    assert written["written"] == 2
    assert all(isinstance(line, str) for line in written["lost"])
    other = tmp_path / "other.reelmark"
    with Project.open(other) as opened:
        opened.apply(drive(tasks.add_videos([clip], opened.folder, ())).edit)
    taken = reelmark("import", other, out, "--format", form, "--track", "truth", "--json", "-q").json
    assert taken == {"imported": 2, "problems": []}
    rows = reelmark("segments", other, "--json").json["segments"]
    assert [(s["label"], s["start_frame"], s["stop_frame"], s["state"]) for s in rows] == [
        ("dark", 0, 40, "human"),
        ("bright", 44, 80, "human"),
    ]
    with Project.open(other) as opened:
        opened.undo()
        assert opened.segments() == []


def test_export_prefers_people_and_evaluate_scores_it(reelmark: Command, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    said = reelmark("export", filled, "--format", "activitynet", "--out", out)
    assert "2 segments written" in said.out
    assert "not in it: 3 segments of other tracks" in said.out
    assert set(json.loads(out.read_text())["results"]) == {"abcdefghijk"}
    document = reelmark("evaluate", "--ground-truth", out, "--predictions", out, "--json").json
    assert document["average_mAP"] == 1
    assert list(document["mAP"]) == [f"{t / 100:.2f}" for t in range(50, 100, 5)]


def test_evaluate_in_the_project(reelmark: Command, filled: Path) -> None:
    document = reelmark("evaluate", filled, "--run", "tiny", "--reference", "truth", "--json").json
    assert document["mAP"]["0.50"] == 1
    assert document["mAP"]["0.95"] == 0.5  # bright overlaps by 36/40
    assert document["frames"]["bright"] == {"precision": 0.9, "recall": 1.0, "f1": pytest.approx(72 / 76)}
    assert (document["ground_truth"], document["predictions"], document["ignored"]) == (2, 3, 1)
    assert "average" in reelmark("evaluate", filled, "--run", "tiny", "--reference", "truth").out
    assert_one_sentence(reelmark("evaluate", filled, "--run", "x", "--reference", "truth"), "there is tiny")
    assert_one_sentence(reelmark("evaluate", filled, "--run", "tiny", "--reference", "x"), "there is truth")


def test_evaluate_makes_no_project(reelmark: Command, project: Path) -> None:
    assert reelmark("evaluate", project, "--run", "tiny", "--reference", "x").code == 1
    assert not project.exists()


def test_evaluate_equals_the_official_evaluator(reelmark: Command, shared_data: Path) -> None:
    folder = shared_data / "activitynet"
    golden = json.loads((folder / "perturbed_detection_golden.json").read_text())
    document = reelmark(
        "evaluate", "--ground-truth", folder / "activity_net.v1-3.reconstructed.json",
        "--predictions", folder / "perturbed_detection_prediction.json", "--json",
    ).json  # fmt: skip
    assert document["average_mAP"] == pytest.approx(golden["average_mAP"], abs=1e-9)
    assert document["mAP"] == pytest.approx(golden["mAP"], abs=1e-9)


def test_import_tells_problems_line_by_line(reelmark: Command, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text("video,label,start,stop\nabcdefghijk,wave,1,2\nabcdefghijk,wave,x,2\nother,wave,1,2\n")
    document = reelmark("import", filled, file, "--json").json
    assert document["imported"] == 1
    assert [(p["severity"], p["where"]) for p in document["problems"]] == [("refused", "line 3"), ("refused", "other")]
    assert "1 segment imported" in reelmark("import", filled, file, "--track", "again").out


def test_many_problems_are_cut_short_for_people_only(reelmark: Command, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text("video,label,start,stop\n" + "abcdefghijk,wave,x,2\n" * 100)
    assert "… and 60 more remarks" in reelmark("import", filled, file).out
    assert len(reelmark("import", filled, file, "--json").json["problems"]) == 100


def test_only_predicted_videos_count_where_asked(reelmark: Command, filled: Path, tmp_path: Path) -> None:
    out, truth = tmp_path / "out.json", tmp_path / "truth.json"
    reelmark("export", filled, "--format", "activitynet", "--out", out)
    data = json.loads(out.read_text())
    data["database"]["other"] = {"subset": "validation", "annotations": [{"label": "dark", "segment": [0, 1]}]}
    truth.write_text(json.dumps(data))
    files = ("--ground-truth", truth, "--predictions", out)
    assert "1 video of the ground truth without a prediction" in reelmark("evaluate", *files).out
    assert reelmark("evaluate", *files, "--json").json["average_mAP"] == 0.75
    assert reelmark("evaluate", *files, "--predicted-only", "--json").json["average_mAP"] == 1


def test_a_file_that_cannot_be_read_stops_no_other(reelmark: Command, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "good.csv").write_text("video,label,start,stop\nabcdefghijk,wave,1,2\n")
    said = reelmark("import", filled, tmp_path / "bad.json", tmp_path / "good.csv", "--json")
    assert said.code == 1
    assert said.json["imported"] == 1
    assert "bad.json is not valid JSON (line 1, column 2" in said.err


def test_import_and_export_refuse_in_a_sentence(reelmark: Command, filled: Path, tmp_path: Path) -> None:
    said = reelmark("import", filled, tmp_path / "none.csv")
    assert (said.code, said.err) == (1, f"reelmark: There is no file {tmp_path / 'none.csv'}; check the name.\n")
    assert_one_sentence(reelmark("export", filled, "--format", "csv", "--out", tmp_path), "is a folder")
    assert_one_sentence(reelmark("export", filled, "--format", "csv", "--out", tmp_path / "no" / "x.csv"), "folder")
    refused = reelmark("export", filled, "--format", "csv", "--out", tmp_path / "x.csv", "--track", "none")
    assert_one_sentence(refused, "has a track “none”")


def test_runs_keep_what_redecoding_needs(reelmark: Command, filled: Path) -> None:
    with Project.open(filled) as opened:
        (run,), (video,) = opened.runs(), opened.videos()
    _, signal = drive(tasks.load_scores(run))
    assert signal is not None
    assert (signal.channels, signal.step, len(signal)) == (("dark", "middle", "bright"), 4, 25)
    settings = changed(cards.CARDS[0].decode, min_length=1.0)
    assert [found.label for found in tasks.redecode(signal, settings, run, video).found] == ["dark", "bright"]
    assert drive(tasks.load_scores(changed(run, scores_key="gone")))[1] is None


def test_tracks_of_runs_are_runs(reelmark: Command, filled: Path) -> None:
    with Project.open(filled) as opened:
        assert [track.kind for track in opened.tracks()] == [TrackKind.RUN, TrackKind.HUMAN]


def test_segments_say_who_made_and_who_changed_them(reelmark: Command, clip: Path, project: Path) -> None:
    reelmark("analyze", project, clip, "--model", "tiny", "--device", "cpu")
    with Project.open(project) as opened:
        (run,) = opened.tracks()
        human = Track(new_id(), run.video_id, "Ann")
        first, second, third = opened.segments()
        drawn = Segment(new_id(), human.id, third.label_id, Span(90, 99), author="Ben", modified=now_ms())
        opened.apply(Edit("Draw", added=(human, drawn)))
        opened.apply(accept([first], human, "Ann"))
        opened.apply(reject([second], "Ann"))
    listed = reelmark("segments", project, "--json").json["segments"]
    assert {"made_by", "changed_by", "changed_at", "id", "track", "state", "video", "comment"} <= set(listed[0])
    told = {(s["track"], s["state"]): (s["made_by"], s["changed_by"], bool(s["changed_at"])) for s in listed}
    assert told == {
        ("tiny", "accepted"): ("tiny", "Ann", True),
        ("tiny", "rejected"): ("tiny", "Ann", True),
        ("tiny", "predicted"): ("tiny", None, False),
        ("Ann", "accepted"): ("tiny", "Ann", True),
        ("Ann", "human"): ("Ben", None, False),
    }

    def count(who: str) -> int:
        return len(reelmark("segments", project, "--by", who, "--json").json["segments"])

    counts = {who: count(who) for who in ("ann", "Ben", "tiny", "people", "networks", "rejected")}
    assert counts == {"ann": 3, "Ben": 1, "tiny": 4, "people": 1, "networks": 4, "rejected": 1}
    assert "Made by" in reelmark("segments", project).out
    assert_one_sentence(reelmark("segments", project, "--by", "Zoe"), "Zoe")
