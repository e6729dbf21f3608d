"""Tuning a project's runs on what people reviewed, from values and from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app import tasks
from core.decode import DecodeSettings
from core.errors import UserError
from core.rows import State, changed
from core.storage.arrays import ArrayCache
from core.storage.project import Project
from core.task import drive
from core.timeline import ops
from core.timeline.edit import Edit
from tests.helpers.command import assert_one_sentence, command
from tests.helpers.scored import SETTINGS, scored


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.reelmark"


def settings_of(project: Project) -> list[DecodeSettings]:
    return [DecodeSettings.read(json.loads(run.settings)) for run in project.runs()]


def test_all_runs_take_what_two_videos_teach_and_one_undo_takes_it_back(path: Path) -> None:
    runs = scored(path)
    with Project.open(path) as project:
        before = {row.id: row for row in project.segments()}
        given = tasks.tunable(project, runs[0].id)
        assert (len(given.runs), len(given.on), given.apart) == (3, 2, False)
        found = drive(tasks.tune_runs(given))
        assert found.tuning is not None
        assert [(one.label, one.kept, one.examples) for one in found.tuning.labels] == [
            ("strong", "", 10), ("weak", "", 10),
        ]  # fmt: skip
        assert all(one.after.segments.f1 == 1 for one in found.tuning.labels)
        edit = tasks.redecoded_edit(project, found)
        project.apply(edit)
        assert settings_of(project) == [found.settings] * 3
        for run in runs:
            (track,) = (one for one in project.tracks() if one.run_id == run.id)
            assert project.segment_count(track.id) == 10, "the video that nobody reviewed as well"
        assert {json.loads(run.settings)["weights"] for run in project.runs()} == {"d"}
        project.undo()
        assert {row.id: row for row in project.segments()} == before
        assert settings_of(project) == [SETTINGS] * 3


def test_later_runs_of_the_same_weights_begin_with_it_until_it_is_undone(path: Path) -> None:
    runs = scored(path)
    with Project.open(path) as project:
        file = path.parent / "w.safetensors"
        assert tasks.remembered(project, "head", file) is None
        found = drive(tasks.tune_runs(tasks.tunable(project, runs[0].id)))
        project.apply(tasks.redecoded_edit(project, found))
        assert tasks.remembered(project, "head", file) == found.settings
        assert tasks.remembered(project, "head", None) is None
        assert tasks.remembered(project, "i3d", file) is None
        project.undo()
        assert tasks.remembered(project, "head", file) is None


def test_videos_kept_apart_in_training_are_those_that_count(path: Path) -> None:
    runs = scored(path, reviewed=3)
    with Project.open(path) as project:
        (weights,) = project.checkpoints()
        apart = changed(weights, id=weights.id + 1, settings=json.dumps({"apart": ["print 1", "print 9"]}))
        project.add_checkpoint(apart)
        for run in project.runs():
            project.apply(Edit("Weights", removed=(run,), added=(changed(run, checkpoint_id=apart.id),)))
        given = tasks.tunable(project, runs[0].id)
        assert (given.on, given.apart, len(given.runs)) == ({runs[1].video_id}, True, 3)


def test_judgements_stay_and_foreign_weights_are_left_alone(path: Path) -> None:
    runs = scored(path)
    with Project.open(path) as project:
        (track,) = (one for one in project.tracks() if one.run_id == runs[0].id)
        one = next(row for row in project.segments(track_id=track.id))
        project.apply(ops.reject([one]))
        other = project.runs()[1]
        foreign = changed(other, settings=json.dumps(json.loads(other.settings) | {"weights": "others"}))
        project.apply(Edit("Weights", removed=(other,), added=(foreign,)))
        found = drive(tasks.tune_runs(tasks.tunable(project, runs[0].id)))
        edit = tasks.redecoded_edit(project, found)
        project.apply(edit)
        assert foreign in project.runs()
        rejected = [row for row in project.segments(track_id=track.id) if row.state is State.REJECTED]
        assert [row.id for row in rejected] == [one.id]


def test_settings_that_a_person_chose_go_to_all_runs(path: Path) -> None:
    runs = scored(path)
    with Project.open(path) as project:
        given = tasks.tunable(project, runs[2].id)
        wanted = given.settings.with_label(replace(given.settings.of("weak"), threshold=0.3, low=0.3))
        found = drive(tasks.redecode_all(given, wanted))
        assert project.apply(tasks.redecoded_edit(project, found))
        assert settings_of(project) == [wanted] * 3
        again = drive(tasks.redecode_all(tasks.tunable(project, runs[2].id), wanted))
        assert not tasks.redecoded_edit(project, again), "nothing changes twice"


def test_weights_with_exclusive_groups_decode_with_them(path: Path) -> None:
    runs = scored(path)
    with Project.open(path) as project:
        run = project.runs()[0]
        video = project.videos()[0]
        _, signal = drive(tasks.load_scores(run))
        assert signal is not None
        low = DecodeSettings(threshold=0.3, low=0.3)
        apart = tasks.redecode(signal, low, run, video).found
        assert [one.label for one in apart].count("strong") == 1, "all of the video"
        grouped = changed(run, settings=json.dumps(json.loads(run.settings) | {"groups": {"weak": "g", "strong": "g"}}))
        found = tasks.redecode(signal, low, grouped, video).found
        assert not [one for one in found if one.label == "weak"], "what is stronger takes the moment"
        project.apply(Edit("Groups", removed=(run,), added=(grouped,)))
        tuned = drive(tasks.tune_runs(tasks.tunable(project, runs[0].id)))
        assert tuned.tuning is not None
        assert [one.after.segments.f1 for one in tuned.tuning.labels] == [1, 1], "weak exceeds its own by more"


def test_what_cannot_be_tuned_is_said(path: Path) -> None:
    runs = scored(path, reviewed=0)
    with Project.open(path) as project, pytest.raises(UserError, match="Nobody has said"):
        tasks.tunable(project, runs[0].id)
    with Project.open(path) as project, pytest.raises(UserError, match="not in the project any more"):
        tasks.tunable(project, 5)
    other = path.with_name("q.reelmark")
    gone = scored(other)
    with Project.open(other) as project:
        given = tasks.tunable(project, gone[0].id)
        empty = ArrayCache(path.parent / "cache")
        with pytest.raises(UserError, match="not cached any more"):
            drive(tasks.tune_runs(given, empty))


def test_the_command_line_tunes_and_tells(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reelmark = command(capsys)
    assert_one_sentence(reelmark("tune", path), "does not exist")
    scored(path)
    assert_one_sentence(reelmark("tune", path, "--run", "flow"), "There is no run “flow”")
    tried = reelmark("tune", path, "--no-apply", "--json").json
    with Project.open(path) as project:
        assert settings_of(project) == [SETTINGS] * 3
    said = reelmark("tune", path, "--run", "head", "--json").json
    assert said == tried | {"applied": True}
    assert (said["videos"], said["runs"], said["kept_apart"]) == (["0.mp4", "1.mp4"], 3, False)
    strong, weak = said["labels"]
    assert (strong["label"], weak["label"]) == ("strong", "weak")
    assert weak["before"]["f1"] == 0
    assert weak["after"] == {"precision": 1, "recall": 1, "f1": 1, "frames": weak["after"]["frames"]}
    assert weak["low"] <= weak["threshold"] <= 0.35
    with Project.open(path) as project:
        assert settings_of(project)[0].of("weak").threshold == weak["threshold"]
    text = reelmark("tune", path)
    assert text.code == 0
    assert "good as it was" in text.out
