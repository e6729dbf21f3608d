"""ActivityNet files: the official ones, our own, and broken ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import UserError
from core.evaluation import files
from core.evaluation.segments import evaluate
from core.exchange.activitynet import FORMAT, read, recognises
from core.exchange.gather import Snapshot, gather
from core.exchange.place import place
from core.rows import Label, Run, Segment, State, Track, TrackKind, new_id
from core.time import Span
from tests.helpers.exchange import constant, video


def test_the_official_ground_truth_lands_on_the_video_it_means(shared_data: Path) -> None:
    clip = video("videos/v_GGSY1Qvo990.mp4", 545)
    result = read(shared_data / "activitynet" / "activity_net.v1-3.reconstructed.json")
    placed = place(result, Snapshot([clip], (), ()), constant, source="ActivityNet")
    assert placed.imported == 1
    (segment,) = [row for row in placed.edit.added if isinstance(row, Segment)]
    assert segment.span == Span(175, 485)  # 5.8236 s and 16.1986 s at 30000/1001
    assert segment.state is State.HUMAN
    assert any(p.message.endswith("segments were left out.") and "more videos" in p.message for p in placed.problems)
    assert len(placed.problems) < 30


def test_an_export_scores_one_against_itself_on_either_side(tmp_path: Path) -> None:
    clip = video()
    label, track = Label(new_id(), "Clean and jerk", "#56b4e9"), Track(new_id(), clip.id, "me")
    whole = Snapshot([clip], [label], [track], {track.id: [Segment(new_id(), track.id, label.id, Span(175, 485))]})
    assert FORMAT.write is not None
    lost = FORMAT.write(gather(whole, constant, layered=False), tmp_path / "x.json")
    assert lost == ("1 track name", "1 label's colour, key and group")
    data = json.loads((tmp_path / "x.json").read_text())
    assert data["version"] == "VERSION 1.3"
    assert data["database"]["GGSY1Qvo990"]["annotations"] == [
        {"segment": [5.839167, 16.182833], "label": "Clean and jerk"}
    ]
    truth, found = files.truth(tmp_path / "x.json"), files.predictions(tmp_path / "x.json")
    assert evaluate(truth, found).average == pytest.approx(1.0)


def _segment(track: Track, label: Label, start: int, state: State, score: float | None = None) -> Segment:
    return Segment(new_id(), track.id, label.id, Span(start, start + 10), score, state)


def test_one_answer_per_video_people_before_runs_and_nothing_rejected() -> None:
    clips = [video("a.mp4"), video("b.mp4")]
    label = Label(new_id(), "jump", "#56b4e9")
    person = Track(new_id(), clips[0].id, "me")
    run = Run(new_id(), clips[0].id, "i3d", None, "{}", "", 0)
    runs = [Track(new_id(), clip.id, f"run {i}", TrackKind.RUN, run.id) for clip in clips for i in range(2)]
    rows = {track.id: [_segment(track, label, 20, State.PREDICTED, 0.5)] for track in runs}
    rows[person.id] = [_segment(person, label, 0, State.HUMAN), _segment(person, label, 40, State.REJECTED)]
    whole = Snapshot(clips, [label], [person, *runs], rows, reviewed=2, markers=3)
    content = gather(whole, constant, layered=False)
    assert [[e.track for e in clip.entries] for clip in content.videos] == [["me"], ["run 1"]]
    assert set(content.left_out) == {
        "1 rejected segments",
        "3 segments of other tracks",
        "2 reviewed spans",
        "3 markers",
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b'{"results": {"v": [', r"not valid JSON \(line 1, column 20"),
        (b"", "not valid JSON"),
        (b'{"results": "\xff"}', "not text in UTF-8"),
        (b"[]", "neither “results” nor “database”"),
        (b'{"results": []}', "neither “results” nor “database”"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_activitynet_file_is_refused_in_a_sentence(tmp_path: Path, text: bytes, sentence: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(text)
    with pytest.raises(UserError, match=sentence):
        read(file)
    assert recognises(file) is (b"[]" not in text or b"results" in text)


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("7", "bare value"),
        ('{"segment": [1, 2]}', "no label"),
        ('{"label": "a"}', "no “segment”"),
        ('{"label": "a", "segment": [1]}', "no “segment”"),
        ('{"label": "a", "segment": [1, NaN]}', "no “segment”"),
        ('{"label": "a", "segment": ["1", "2"]}', "no “segment”"),
        ('{"label": "a", "segment": [1, 2], "score": "high"}', "score is not a number"),
    ],
)
def test_a_bad_segment_is_refused_with_its_place(tmp_path: Path, item: str, sentence: str) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"results": {"v": [{"label": "ok", "segment": [0, 1]}, ' + item + "]}}")
    result = read(file)
    assert len(result.entries) == 1
    assert result.problems[0].where == "results / v / 2"
    assert sentence in result.problems[0].message
