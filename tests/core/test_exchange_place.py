"""Where entries land: which video, which frames, which label; and what is said when they do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.exchange.base import Entry, ReadResult
from core.exchange.gather import Snapshot
from core.exchange.names import VideoNames, export_ids
from core.exchange.place import Placed, place
from core.exchange.spans import entry_span
from core.palette import COLORS, next_color
from core.rows import Label, LabelKind, Segment, State, Track, new_id
from core.time import ConstantRate, Span
from tests.helpers.exchange import constant, uneven, video

CLIP = video()  # 500 frames at 30000/1001: 16.683 s
CLOCK = constant(CLIP)


def _entry(**values: object) -> Entry:
    return replace(Entry("v_GGSY1Qvo990.mp4", "jump", 1.0, 2.0, where="line 2"), **values)


def _placed(*entries: Entry, snapshot: Snapshot | None = None) -> Placed:
    return place(ReadResult(entries), snapshot or Snapshot([CLIP], (), ()), constant, source="file", author="ann")


@pytest.mark.parametrize(
    ("start", "stop", "span", "mended"),
    [
        (1.0, 2.0, Span(30, 60), ""),
        (2.0, 1.0, Span(30, 60), "swapped"),
        (1.0, 1.0, Span(30, 31), "no length"),
        (-1.0, 2.0, Span(0, 60), "cut to the part inside"),
        (16.0, 99.0, Span(480, 500), "cut to the part inside"),
        (16.0, 16.7, Span(480, 500), ""),
        (1.0, 1.0001, Span(30, 31), ""),
        (16.6829, 16.68299, Span(499, 500), ""),
        (20.0, 30.0, None, "but the video ends at 0:16.683"),
        (-3.0, -1.0, None, "but the video ends"),
    ],
)
def test_seconds_become_the_nearest_frames(start: float, stop: float, span: Span | None, mended: str) -> None:
    made = entry_span(_entry(start=start, stop=stop), CLOCK)
    assert made.span == span
    assert mended in " ".join([*made.mended, made.refusal])
    assert bool(mended) == bool(made.mended or made.refusal)


@pytest.mark.parametrize(
    ("start", "stop", "span", "mended"),
    [
        (30, 60, Span(30, 60), ""),
        (60, 30, Span(30, 60), "swapped"),
        (30, 30, Span(30, 31), "no length"),
        (-5, 60, Span(0, 60), "cut to frames 0 to 60"),
        (480, 600, Span(480, 500), "cut to frames 480 to 500"),
        (500, 600, None, "but the video has 500 frames"),
        (-5, 0, None, "but the video has 500 frames"),
    ],
)
def test_frames_are_taken_as_they_are(start: int, stop: int, span: Span | None, mended: str) -> None:
    made = entry_span(_entry(start=None, stop=None, start_frame=start, stop_frame=stop), CLOCK)
    assert made.span == span
    assert mended in " ".join([*made.mended, made.refusal])


def test_seconds_win_where_the_video_has_another_rate_now() -> None:
    entry = _entry(start=1.0, stop=2.0, start_frame=30, stop_frame=60)
    twice = ConstantRate(CLIP.rate * 2, CLIP.frames * 2)
    assert entry_span(entry, CLOCK) == entry_span(_entry(start=None, stop=None, start_frame=30, stop_frame=60), CLOCK)
    made = entry_span(entry, twice)
    assert made.span == Span(60, 120)
    assert "the seconds were taken" in made.mended[-1]


def test_no_times_at_all_are_refused() -> None:
    assert "neither in seconds nor in frames" in entry_span(_entry(stop=None), CLOCK).refusal


@pytest.mark.parametrize(
    "name",
    ["clips/v_GGSY1Qvo990.mp4", "v_GGSY1Qvo990.mp4", "v_GGSY1Qvo990", "GGSY1Qvo990", "D:\\old\\v_GGSY1Qvo990.avi"],
)
def test_a_video_is_known_by_path_name_stem_and_activitynet_id(name: str) -> None:
    assert VideoNames([CLIP, video("other.mp4")]).find(name) == [CLIP]


def test_a_name_that_fits_two_videos_is_refused_and_the_path_is_not() -> None:
    twins = Snapshot([video("a/x.mp4"), video("b/x.mp4")], (), ())
    placed = _placed(_entry(video="x.mp4"), _entry(video="b/x.mp4"), snapshot=twins)
    assert placed.imported == 1
    assert "“x.mp4” may mean a/x.mp4 and b/x.mp4" in placed.problems[0].message


def test_exported_names_are_unique() -> None:
    rows = [video("a/v_GGSY1Qvo990.mp4"), video("a/x.mp4"), video("b/x.mp4"), video("c/x.mp4"), video("c/x.avi")]
    assert list(export_ids(rows).values()) == ["GGSY1Qvo990", "a/x", "b/x", "c/x.mp4", "c/x.avi"]


def test_labels_and_tracks_come_into_being_once() -> None:
    placed = _placed(_entry(), _entry(start=5.0, stop=6.0), _entry(label="run", track="mine"))
    assert placed.imported == 3
    kinds = [type(row).__name__ for row in placed.edit.added]
    assert {kind: kinds.count(kind) for kind in kinds} == {"Label": 2, "Track": 2, "Segment": 3}
    assert [row.color for row in placed.edit.added if isinstance(row, Label)] == list(COLORS[:2])
    assert {row.name for row in placed.edit.added if isinstance(row, Track)} == {"file", "mine"}
    assert all(row.author == "ann" for row in placed.edit.added if isinstance(row, Segment))
    assert placed.edit.text == "Import 3 segments from file"


def test_a_label_in_other_letters_is_the_same_label() -> None:
    jump = Label(new_id(), "Jump", "#56b4e9")
    placed = _placed(_entry(label="JUMP"), snapshot=Snapshot([CLIP], [jump], ()))
    assert [row.label_id for row in placed.edit.added if isinstance(row, Segment)] == [jump.id]
    assert placed.problems[0].message == "The label “JUMP” was taken as “Jump”."


def test_of_a_point_the_first_frame_is_taken() -> None:
    clap = Label(new_id(), "clap", "#56b4e9", kind=LabelKind.POINT)
    placed = _placed(_entry(label="clap"), snapshot=Snapshot([CLIP], [clap], ()))
    (row,) = (row for row in placed.edit.added if isinstance(row, Segment))
    assert len(row.span) == 1
    assert "“clap” is a point" in placed.problems[0].message
    track = Track(row.track_id, CLIP.id, "file")
    again = _placed(_entry(label="clap"), snapshot=Snapshot([CLIP], [clap], [track], {track.id: [row]}))
    assert again.imported == 0


def test_states_and_scores() -> None:
    entries = [
        _entry(),
        _entry(start=3.0, stop=4.0, score=0.5),
        _entry(start=5.0, stop=6.0, state="accepted"),
        _entry(start=7.0, stop=8.0, state="dubious"),
        _entry(start=9.0, stop=10.0, score=97.0),
    ]
    placed = _placed(*entries)
    rows = [row for row in placed.edit.added if isinstance(row, Segment)]
    assert [row.state for row in rows] == ["human", "predicted", "accepted", "human", "predicted"]
    assert [row.score for row in rows] == [None, 0.5, None, None, None]
    assert [p.severity for p in placed.problems] == ["mended", "mended"]


def test_an_exclusive_group_refuses_what_would_overlap() -> None:
    sit, stand = Label(new_id(), "sit", "#56b4e9", group="pose"), Label(new_id(), "stand", "#e69f00", group="pose")
    track = Track(new_id(), CLIP.id, "file")
    rows = {track.id: [Segment(new_id(), track.id, sit.id, Span(0, 40))]}
    placed = _placed(
        _entry(label="stand"),
        _entry(label="stand", start=2.0, stop=3.0),
        _entry(label="sit", start=2.5, stop=3.5),
        snapshot=Snapshot([CLIP], [sit, stand], [track], rows),
    )
    assert placed.imported == 1
    assert all("exclusive group “pose”" in problem.message for problem in placed.problems)
    assert len(placed.problems) == 2


def test_unknown_videos_are_named_and_many_are_summed_up() -> None:
    placed = _placed(*(_entry(video=f"clip{i}") for i in range(50)), _entry(video="clip0"))
    assert placed.imported == 0
    assert not placed.edit
    assert placed.problems[0].message == "No video of this project is called “clip0”; 2 segments were left out."
    assert (
        placed.problems[-1].message == "30 more videos of the file are not in this project; 30 segments were left out."
    )


def test_a_variable_rate_is_never_counted_by_the_mean() -> None:
    clock = uneven(CLIP)
    made = entry_span(_entry(start=clock.seconds(100), stop=clock.seconds(137)), clock)
    assert made.span == Span(100, 137)


def test_a_run_that_comes_back_to_its_own_project_is_not_doubled() -> None:
    label, track = Label(new_id(), "jump", "#56b4e9"), Track(new_id(), CLIP.id, "i3d")
    rows = {track.id: [Segment(new_id(), track.id, label.id, Span(30, 60), 0.5, State.PREDICTED)]}
    placed = _placed(_entry(track="i3d"), snapshot=Snapshot([CLIP], [label], [track], rows))
    assert placed.imported == 0


def test_the_palette_goes_round() -> None:
    used: list[str] = []
    for _ in range(2 * len(COLORS)):
        used.append(next_color(used))
    assert used == list(COLORS) * 2
