"""Runs, checkpoints and people against one reference: what counts, what is said about it, and the three reports."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.tasks import comparing
from app.tasks.measure_files import everything, write_report
from app.tasks.measure_table import Words
from app.tasks.measuring import Comparison, Measured, measure
from core.errors import UserError
from core.evaluation.footage import Place
from core.evaluation.frames import Counts
from core.rows import Reviewed, Segment, State, Track, TrackKind, changed, new_id
from core.storage.project import Project
from core.task import drive
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.command import Command, assert_one_sentence, command
from tests.helpers.measuring import LABELS, filled, new_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(tmp_path / "p.reelmark") as opened:
        filled(opened)
        yield opened


@pytest.fixture
def reelmark(capsys: pytest.CaptureFixture[str]) -> Command:
    return command(capsys)


def compared(project: Project, *runs: str, people: tuple[str, ...] = (), reference: str = "me") -> Comparison:
    return drive(measure(comparing.opened(project.path, runs, reference, people)))


def one(project: Project, run: str = "mine") -> Measured:
    return compared(project, run).results[0]


def tracks(project: Project, name: str) -> list[Track]:
    return [track for track in project.tracks() if track.name == name]


def forget_reviews(project: Project, name: str, keep: tuple[Reviewed, ...] = (), videos: int = 2) -> None:
    mine = {track.id for track in tracks(project, name)[:videos]}
    gone = tuple(row for row in project.reviewed() if row.track_id in mine)
    project.apply(Edit("Unmark", removed=gone, added=keep))


def test_a_run_by_hand(project: Project) -> None:
    figures = one(project).figures
    assert (figures.videos, figures.frames) == (2, 200)
    assert figures.detection.mean["0.50"] == 1
    jump, run, wave = figures.labels
    assert [(row.label, row.right, row.extra, row.missed) for row in (jump, run, wave)] == [
        ("jump", 2, 1, 0),
        ("run", 2, 0, 0),
        (LABELS[2], 1, 0, 0),
    ]
    assert figures.f1[50] == Counts(5, 1, 0)
    assert figures.edit == pytest.approx(100 * (1 + 2 / 3) / 2)
    assert figures.edges.matched == 5
    assert figures.edges.start is not None
    assert figures.edges.start.mean == pytest.approx((2 + 0 - 2 + 0 - 1) / 5)
    nothing = len(LABELS)
    assert figures.confusion.counts[nothing, 0] == 1 + 2 + 10
    names = {str(video.id): video.path for video in project.videos()}
    extra = [(names[place.video], place.span) for place in figures.confusion.at(nothing, 0)]
    assert extra == [("a.avi", Span(20, 21)), ("a.avi", Span(58, 60)), ("b.avi", Span(80, 90))]
    assert figures.hits.of(1) == [Place(next(k for k, v in names.items() if v == "b.avi"), Span(80, 90))]


def test_side_by_side_with_people_as_the_ceiling(project: Project) -> None:
    found = compared(project, "mine", "i3d", people=("Ann",))
    assert [(row.name, row.kind) for row in found.results] == [("head · mine", "run"), ("i3d", "run"), ("Ann", "human")]
    assert [row.figures.f1[50].f1 for row in found.results] == pytest.approx([10 / 11, 2 / 8, 8 / 9])
    assert found.results[2].figures.calibration is None
    assert found.results[0].figures.calibration is not None
    assert "“Ann” is measured on the 2 videos that both people have." in found.results[2].notes


def test_only_reviewed_stretches_count_where_there_are_any(project: Project) -> None:
    first = tracks(project, "me")[0]
    forget_reviews(project, "me", (Reviewed(new_id(), first.id, Span(0, 55)),))
    found = compared(project, "i3d")
    assert (found.results[0].figures.videos, found.results[0].figures.frames) == (1, 55)
    assert found.results[0].figures.detection.ground_truth == 2, "the third segment of a.avi was not reviewed"
    assert any("1 video of “me” without a reviewed stretch did not count" in note for note in found.notes)


def test_without_any_review_everything_counts_and_that_is_said(project: Project) -> None:
    forget_reviews(project, "me")
    found = compared(project, "mine")
    assert found.results[0].figures.frames == 200
    assert any("Nothing of “me” is marked as reviewed" in note for note in found.notes)


def test_two_people_are_measured_on_what_both_looked_at(project: Project) -> None:
    first, second = tracks(project, "Ann")
    forget_reviews(project, "Ann", (Reviewed(new_id(), first.id, Span(25, 100)),))
    (ann,) = compared(project, people=("Ann",)).results
    assert (ann.figures.videos, ann.figures.frames) == (2, 75 + 100), "of b.avi she reviewed nothing, but labelled it"
    assert ann.figures.detection.ground_truth == 4
    project.apply(Edit("Empty", removed=tuple(project.segments(track_id=second.id))))
    assert compared(project, people=("Ann",)).results[0].figures.videos == 1


def test_runs_are_compared_on_the_videos_that_all_have(project: Project) -> None:
    run = next(row for row in project.runs() if row.model == "i3d")
    project.apply(Edit("Hide", removed=(run,), added=(changed(run, hidden=True),)))
    both = compared(project, "mine", "i3d")
    assert [row.figures.videos for row in both.results] == [1, 1]
    assert compared(project, "mine").results[0].figures.videos == 2


def test_candidates_go_by_their_names(project: Project) -> None:
    assert [row.name for row in comparing.runs(project)] == ["i3d", "head · mine"]
    assert [row.name for row in comparing.people(project)] == ["me", "Ann"]
    for name in ("mine", "head", comparing.runs(project)[1].key):
        assert len(comparing.run_named(project, name).tracks) == 2
    assert len(comparing.run_named(project, str(project.runs()[0].id)).tracks) == 1
    with pytest.raises(UserError, match="There is no run “x” in this project; there is head, i3d"):
        comparing.run_named(project, "x")


def test_what_was_rejected_by_people_is_gone_and_what_a_network_said_is_not(project: Project) -> None:
    mine = project.segments(track_id=tracks(project, "me")[0].id)[0]
    said = project.segments(track_id=tracks(project, "head")[0].id)[0]
    project.apply(Edit("No", removed=(mine, said), added=tuple(changed(s, state=State.REJECTED) for s in (mine, said))))
    figures = one(project).figures
    assert figures.detection.ground_truth == 4
    assert figures.detection.predictions == 6


def test_bad_input_is_one_sentence(project: Project) -> None:
    with pytest.raises(UserError, match="choose a run, or another person's track"):
        comparing.measurable(project, comparing.people(project)[0], [])
    empty = [Track(new_id(), video.id, "empty") for video in project.videos()]
    project.apply(Edit("Tracks", added=tuple(empty)))
    with pytest.raises(UserError, match="“empty” holds no segment and no reviewed stretch"):
        compared(project, "mine", reference="empty")
    with pytest.raises(UserError, match="“empty” says nothing of the videos"):
        compared(project, people=("empty",))
    with pytest.raises(UserError, match=r"There is no track “x” in p\.reelmark; there is me, Ann, empty"):
        compared(project, "mine", reference="x")
    forget_reviews(project, "me", (Reviewed(new_id(), tracks(project, "me")[1].id, Span(0, 9)),))
    with pytest.raises(UserError, match="has a segment in what counts; review a stretch in which something happens"):
        compared(project, "mine")


def test_without_scores_and_with_one_label_it_says_so(project: Project) -> None:
    wanted = next(label for label in project.labels() if label.name == "run")
    gone = [row for row in project.segments() if row.label_id != wanted.id]
    bare = [row for row in project.segments() if row.label_id == wanted.id and row.score is not None]
    project.apply(Edit("Strip", (*gone, *bare), tuple(changed(row, score=None) for row in bare)))
    found = one(project)
    assert any("has no scores" in note for note in found.notes)
    assert any("only one label (“run”)" in note for note in found.notes)
    assert found.figures.calibration is None
    assert np.array_equal(found.figures.curves[0].score, [1])


def test_a_network_that_found_nothing_scores_nothing(project: Project) -> None:
    forget = [row for row in project.segments() if row.state is State.PREDICTED]
    project.apply(Edit("Empty", removed=tuple(forget)))
    found = one(project)
    assert any("found nothing" in note for note in found.notes)
    assert found.figures.detection.average == found.figures.f1[10].f1 == 0
    json.dumps(everything(compared(project, "mine")), allow_nan=False)


def test_labels_that_differ_in_capitals_are_one(project: Project) -> None:
    jump = next(label for label in project.labels() if label.name == "jump")
    big = changed(jump, id=new_id(), name="Jump", key="")
    run_tracks = {track.id for track in project.tracks() if track.kind is TrackKind.RUN}
    found = [row for row in project.segments() if row.label_id == jump.id and row.track_id in run_tracks]
    now = tuple(changed(row, label_id=big.id) for row in found)
    project.apply(Edit("Capitals", tuple(found), (big, *now)))
    assert one(project).figures.labels[0].right == 2
    assert "Jump" not in one(project).figures.confusion.labels


# -- reports


def test_the_html_report_is_one_whole_file(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    drive(write_report(out, compared(project, "mine", "i3d", people=("Ann",))))
    text = out.read_text("utf-8")
    assert text.count("<svg") == 2 + 4 + 4 + 3
    assert "&lt;wave&gt; &amp; $x$" in text
    assert "<wave>" not in text
    assert "Ann (ceiling)" in text
    assert "http-equiv" not in text
    assert "<script" not in text
    assert "src=" not in text
    body = text[text.index("<body>") : text.index("</body>") + 7]
    assert ET.fromstring(body) is not None, "every element is closed"


def test_every_word_of_the_report_can_be_in_another_language(project: Project, tmp_path: Path) -> None:
    out, said = tmp_path / "r.html", set()

    def say(text: str) -> str:
        said.add(text)
        return "§"

    found = compared(project, "mine", "i3d", people=("Ann",))
    drive(write_report(out, found, Words("de", say)))
    text = out.read_text("utf-8")
    assert '<html lang="de">' in text
    shown = re.sub(r"<style.*?</style>|<metadata>.*?</metadata>|<[^>]*>", "\n", text, flags=re.S)
    words = set(re.findall(r"[A-Za-z@]{3,}", shown.replace("&lt;", "").replace("&amp;", "")))
    names = {*(one.name for one in found.results), *(row.label for one in found.results for row in one.figures.labels)}
    mine = {word for name in (*names, found.reference) for word in re.findall(r"[A-Za-z@]{3,}", name)}
    assert words - mine <= {"mAP", "tIoU"}, "the same in every language"
    assert {"Side by side", "mAP, tIoU .5", "Calibration", "(nothing)", "score says"} <= said
    drive(write_report(out, found))
    assert set(re.findall("§", out.read_text("utf-8"))) == set()


def test_csv_is_long_and_json_has_everything(project: Project, tmp_path: Path) -> None:
    found = compared(project, "mine", "i3d")
    for name in ("r.csv", "r.json"):
        drive(write_report(tmp_path / name, found))
    rows = list(csv.reader((tmp_path / "r.csv").read_text("utf-8").splitlines()))
    assert rows[0] == ["measure", "label", "candidate", "value"]
    table = {(row[0], row[1], row[2]): float(row[3]) for row in rows[1:]}
    assert len(table) == len(rows) - 1
    assert table["F1@50", "", "i3d"] == pytest.approx(0.25)
    assert table["segment_recall", "jump", "head · mine"] == 1
    assert table["confusion_frames", "(nothing) → jump", "head · mine"] == 13
    whole = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert [row["name"] for row in whole["candidates"]] == ["head · mine", "i3d"]
    assert whole["mAP"] == whole["candidates"][0]["mAP"]
    cell = len(LABELS) * (len(LABELS) + 1)  # nothing taken for jump
    assert [row[1:] for row in whole["candidates"][0]["places"]["confusion"] if row[0] == cell] == [
        ["a.avi", 20, 21],
        ["a.avi", 58, 60],
        ["b.avi", 80, 90],
    ]


def test_on_the_command_line(reelmark: Command, tmp_path: Path) -> None:
    file = new_project(tmp_path / "p.reelmark")
    out = tmp_path / "r.html"
    said = reelmark(
        "evaluate", file, "--run", "mine", "--run", "i3d", "--human", "Ann", "--reference", "me", "--report", out
    )
    assert said.code == 0
    assert "Segment F1@50" in said.out
    assert f"The report is in {out}" in said.err
    assert out.is_file()
    document = reelmark("evaluate", file, "--human", "Ann", "--reference", "me", "--json").json
    assert document["segment_f1"]["50"] == pytest.approx(8 / 9)
    thumos = reelmark("evaluate", file, "--run", "mine", "--reference", "me", "--thumos", "--json").json
    assert list(thumos["mAP"]) == ["0.30", "0.40", "0.50", "0.60", "0.70"]
    few = reelmark("evaluate", file, "--run", "mine", "--reference", "me", "--tiou", ".9,.1", "--json").json
    assert list(few["mAP"]) == ["0.10", "0.90"]


def test_the_command_line_refuses_in_a_sentence(reelmark: Command, tmp_path: Path) -> None:
    file = new_project(tmp_path / "p.reelmark")
    usual = ("evaluate", file, "--run", "mine", "--reference", "me")
    assert_one_sentence(reelmark(*usual, "--report", tmp_path / "r.pdf"), "ends in .html, .csv or .json")
    assert_one_sentence(reelmark(*usual, "--report", tmp_path / "no" / "r.csv"), "choose another folder")
    assert_one_sentence(reelmark("evaluate", file, "--run", "mine", "--reference", "x"), "there is me, Ann")
    for wrong in ("2", "a", "0", ""):
        code = reelmark(*usual, "--tiou", wrong).code
        assert code == (2 if wrong else 0)
    assert reelmark(*usual, "--tiou", ".5", "--thumos").code == 2


def test_files_get_the_measures_that_need_no_frames(reelmark: Command, tmp_path: Path) -> None:
    truth, found = tmp_path / "t.json", tmp_path / "f.json"
    rows = [{"label": "Jump", "segment": [0, 10]}, {"label": "run", "segment": [20, 30.5]}]
    truth.write_text(json.dumps({"database": {"v": {"subset": "validation", "annotations": rows}}}))
    said = [{"label": "jump", "segment": [0, 9], "score": 0.9}, {"label": "fly", "segment": [40, 50], "score": 0.2}]
    found.write_text(json.dumps({"results": {"v": said}}))
    files = ("evaluate", "--ground-truth", truth, "--predictions", found)
    document = reelmark(*files, "--json").json
    assert document["segment_f1"] == {"10": 0.5, "25": 0.5, "50": 0.5}
    assert document["edit"] == 50
    assert document["THUMOS"]["average_mAP"] == 0.5
    assert document["segments"]["run"]["missed"] == 1
    assert document["ignored"] == 1
    assert "confusion" not in document
    assert "edges" not in document
    out = tmp_path / "r.html"
    assert reelmark(*files, "--report", out).code == 0
    assert "Frame" not in out.read_text("utf-8")


def test_segments_are_read_of_the_chosen_tracks_alone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    original = Project.segments

    def counted(self: Project, *, track_id: int | None = None, video_id: int | None = None) -> list[Segment]:
        asked.append(track_id)
        return original(self, track_id=track_id, video_id=video_id)

    monkeypatch.setattr(Project, "segments", counted)
    comparing.measurable(project, comparing.people(project)[0], comparing.runs(project)[:1])
    names = {track.id: track.name for track in project.tracks()}
    assert [names[i or 0] for i in asked] == ["me", "me", "i3d", "i3d"]
