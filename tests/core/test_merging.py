"""Two copies of a project become one: nothing lost, nothing twice, conflicts listed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from core.errors import EditConflict
from core.rows import Checkpoint, Label, Marker, Segment, State, TrackKind, changed, new_id
from core.storage import editlog
from core.storage.project import Project
from core.time import Span
from core.timeline import label_ops, ops, tracks
from core.timeline.edit import Edit
from core.timeline.merging.values import Reason
from tests.helpers.apart import Roamer, copy_of, history, lost, merged, plan, said
from tests.helpers.projects import Ground, assert_sound, content, ground, new_run, segment


@dataclass(frozen=True)
class Apart:
    """Ann's project and Bob's copy of it, in another folder. One segment of “wave” lies at [100, 200)."""

    base: Ground
    old: Segment
    mine: Project
    theirs: Project

    def change(self, project: Project, **values: object) -> Segment:
        new = changed(self.old, **values)
        project.apply(Edit("Change", (self.old,), (new,)))
        return new

    def add(self, project: Project, start: int, stop: int, label: int = 2, **values: object) -> Segment:
        row = segment(self.base, start, stop, label, **values)
        project.apply(Edit("Add", added=(row,)))
        return row


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[Apart]:
    base = ground()
    mine = Project.open(tmp_path / "mine.reelmark")
    mine.apply(base.edit)
    old = segment(base, 100, 200)
    mine.apply(Edit("Add", added=(old,)))
    theirs = copy_of(mine, tmp_path / "bob" / "theirs.reelmark")
    with mine, theirs:
        yield Apart(base, old, mine, theirs)


def own(project: Project) -> dict[str, list[Span]]:
    found = [track for track in project.tracks() if track.kind is TrackKind.HUMAN]
    return {track.name: [row.span for row in project.segments(track_id=track.id)] for track in found}


def test_what_only_they_did_is_taken_and_what_only_we_did_stays(apart: Apart) -> None:
    theirs = apart.change(apart.theirs, span=Span(110, 210), comment="later")
    added, mine = apart.add(apart.theirs, 300, 310), apart.add(apart.mine, 400, 410)
    found = merged(apart.mine, apart.theirs)
    assert apart.mine.segments() == [theirs, added, mine]
    assert (found.conflicts, found.count(), found.related) == ((), (1, 1, 0), True)
    assert apart.mine.undo_text() == "Merge theirs"
    apart.mine.undo()
    assert apart.mine.segments() == [apart.old, mine]
    apart.mine.redo()
    assert apart.mine.segments() == [theirs, added, mine]


def test_what_they_deleted_goes_unless_we_changed_it(apart: Apart) -> None:
    apart.theirs.apply(Edit("Delete", (apart.old,)))
    other = apart.add(apart.mine, 0, 10)
    assert plan(apart.mine, apart.theirs).edit.removed == (apart.old,)
    mine = apart.change(apart.mine, comment="mine")
    found = merged(apart.mine, apart.theirs)
    assert apart.mine.segments() == [other, mine]
    assert [one.reason for one in found.conflicts] == [Reason.DELETED_THERE]


def test_both_changed_one_segment_and_both_versions_are_there(apart: Apart) -> None:
    mine, theirs = apart.change(apart.mine, span=Span(90, 200)), apart.change(apart.theirs, span=Span(100, 220))
    (conflict,) = merged(apart.mine, apart.theirs).conflicts
    assert own(apart.mine) == {"me": [mine.span], "me (merged)": [theirs.span]}
    assert conflict.text == ("Both changed wave 0:03.00–0:06.67; theirs (wave 0:03.34–0:07.34) is on “me (merged)”.")
    assert (conflict.video_id, conflict.span) == (apart.base.video.id, mine.span)


def test_both_changed_it_alike_or_made_the_same_segment(apart: Apart) -> None:
    for project, author in ((apart.mine, "Ann"), (apart.theirs, "Bob")):
        apart.change(project, span=Span(90, 200), author=author, modified=len(author))
        apart.add(project, 300, 310, author=author)
    assert not merged(apart.mine, apart.theirs)
    assert own(apart.mine) == {"me": [Span(90, 200), Span(300, 310)]}


def test_what_we_deleted_and_they_changed_comes_apart(apart: Apart) -> None:
    apart.mine.apply(Edit("Delete", (apart.old,)))
    theirs = apart.change(apart.theirs, comment="important")
    found = merged(apart.mine, apart.theirs)
    assert own(apart.mine) == {"me": [], "me (merged)": [theirs.span]}
    assert [one.reason for one in found.conflicts] == [Reason.DELETED_HERE]
    (copy,) = apart.mine.segments()
    apart.mine.apply(Edit("Not this one", (copy,)))
    assert not plan(apart.mine, apart.theirs)  # it was decided here


def test_what_excludes_each_other_is_put_apart(apart: Apart) -> None:
    apart.add(apart.mine, 0, 50, label=0)
    apart.add(apart.theirs, 40, 60, label=1)
    apart.add(apart.theirs, 60, 80, label=1)
    found = merged(apart.mine, apart.theirs)
    assert own(apart.mine) == {"me": [Span(0, 50), Span(60, 80), Span(100, 200)], "me (merged)": [Span(40, 60)]}
    assert [one.reason for one in found.conflicts] == [Reason.EXCLUDED]


def test_a_change_that_gives_way_makes_others_give_way_too(apart: Apart) -> None:
    """Bob moves sit away and puts stand there; where sit must stay, there is no room for stand."""
    sit = apart.add(apart.mine, 0, 50, label=0)
    theirs = copy_of(apart.mine, apart.mine.folder / "second.reelmark")
    apart.add(apart.mine, 500, 520, label=1)
    theirs.apply(Edit("Move", (sit,), (changed(sit, span=Span(510, 560)),)))
    theirs.apply(Edit("Add", added=(segment(apart.base, 10, 30, label=1),)))
    with theirs:
        found = merged(apart.mine, theirs)
    assert own(apart.mine)["me (merged)"] == [Span(10, 30), Span(510, 560)]
    assert [one.reason for one in found.conflicts] == [Reason.EXCLUDED] * 2


def test_a_track_deleted_here_that_they_labelled_on(apart: Apart) -> None:
    apart.add(apart.theirs, 300, 310)
    apart.mine.apply(tracks.delete_track(apart.base.human, [apart.old], []))
    found = merged(apart.mine, apart.theirs)
    assert own(apart.mine) == {"me (merged)": [Span(300, 310)]}
    assert [one.reason for one in found.conflicts] == [Reason.TRACK_GONE]


def test_labels_of_one_name_are_one_and_removed_ones_come_back_where_they_are_needed(apart: Apart) -> None:
    ours, same = (Label(new_id(), name, "#123456", key="r") for name in ("run", "Run"))
    apart.mine.apply(Edit("Add label", added=(ours,)))
    apart.theirs.apply(Edit("Add label", added=(same,)))
    jump = apart.base.labels[3]
    apart.mine.apply(Edit("Delete label", (jump,)))
    run = Segment(new_id(), apart.base.human.id, same.id, Span(0, 5))
    apart.theirs.apply(Edit("Label", added=(run, segment(apart.base, 10, 20, label=3))))
    found = merged(apart.mine, apart.theirs)
    names = {label.id: label.name for label in apart.mine.labels()}
    assert sorted(names.values()) == ["jump", "run", "sit", "stand", "wave"]
    assert [names[row.label_id] for row in apart.mine.segments()] == ["run", "jump", "wave"]
    assert [one.text for one in found.conflicts] == ["You removed “jump”, but they use it; it is back."]


def test_a_label_that_they_removed_and_we_use_stays(apart: Apart) -> None:
    jump = apart.base.labels[3]
    apart.theirs.apply(Edit("Delete label", (jump,)))
    apart.add(apart.mine, 0, 5, label=3)
    assert [one.reason for one in merged(apart.mine, apart.theirs).conflicts] == [Reason.STILL_USED]
    assert jump in apart.mine.labels()


def test_labels_are_merged_field_by_field(apart: Apart) -> None:
    wave, jump = apart.base.labels[2], apart.base.labels[3]
    apart.mine.apply(label_ops.change(wave, changed(wave, name="greet", key="g")))
    apart.theirs.apply(label_ops.change(wave, changed(wave, color="#ffffff", key="w")))
    apart.theirs.apply(label_ops.change(jump, changed(jump, name="GREET")))
    found = merged(apart.mine, apart.theirs)
    now = {label.id: label for label in apart.mine.labels()}
    assert now[wave.id] == changed(wave, name="greet", key="g", color="#ffffff")
    assert now[jump.id].name == "jump"
    assert sorted(one.reason for one in found.conflicts) == [Reason.LABEL] * 2


def test_runs_come_with_all_that_is_on_them_and_judgements_are_told(apart: Apart) -> None:
    known = new_run(apart.base, 3)
    apart.mine.add_run(*known)
    theirs = copy_of(apart.mine, apart.mine.folder / "second.reelmark")
    apart.mine.apply(ops.accept([known[2][0]], apart.base.human))
    theirs.apply(ops.reject([known[2][0]]))
    run, track, rows = new_run(apart.base, 5)
    theirs.add_run(run, track, rows)
    theirs.apply(ops.accept(rows[:2], apart.base.human))
    with theirs:
        found = merged(apart.mine, theirs)
        states = [row.state for row in apart.mine.segments(track_id=track.id)]
        assert states == [State.ACCEPTED] * 2 + [State.PREDICTED] * 3
        assert [one.reason for one in found.conflicts] == [Reason.JUDGED]
        apart.mine.undo()
        assert [one.id for one in apart.mine.runs()] == [known[0].id]
        assert_sound(apart.mine)
        merged(apart.mine, theirs)  # it had been stored, hidden
        assert len(apart.mine.runs()) == 2
        shown = next(one for one in apart.mine.runs() if one.id == run.id)
        apart.mine.apply(Edit("Remove run", (shown,), (changed(shown, hidden=True),)))
        assert not plan(apart.mine, theirs)


def test_projects_without_a_common_past(tmp_path: Path) -> None:
    """The same video under other ids, in another folder; another video and its checkpoint come along."""
    first, second, third = ground(), ground(), ground("b/other.mp4")
    with Project.open(tmp_path / "mine.reelmark") as mine:
        mine.apply(first.edit)
        mine.apply(Edit("Add", added=(segment(first, 0, 10),)))
        (tmp_path / "their folder").mkdir()
        with Project.open(tmp_path / "their folder" / "theirs.reelmark") as theirs:
            theirs.apply(second.edit)
            theirs.apply(Edit("Add", added=(segment(second, 5, 15), segment(second, 30, 40, label=0))))
            theirs.apply(Edit("Add", added=(third.video, third.human, Marker(new_id(), third.video.id, 7, "here"))))
            theirs.add_checkpoint(
                Checkpoint(new_id(), "head", "h", "w/h.safetensors", "d", None, None, ("sit",), "{}", "{}", 1)
            )
            found = merged(mine, theirs)
            assert not plan(mine, theirs)
        assert not found.related
        by_video = {video.path: video.id for video in mine.videos()}
        assert list(by_video) == ["clip.mp4", "their folder/b/other.mp4"]
        names = [(track.video_id, track.name) for track in mine.tracks()]
        clip, other = by_video.values()
        assert sorted(names) == sorted([(clip, "me"), (clip, "me (merged)"), (other, "me")])
        assert len(mine.labels()) == 4
        assert [row.span for row in mine.segments(video_id=clip)] == [Span(0, 10), Span(5, 15), Span(30, 40)]
        assert [one.path for one in mine.checkpoints()] == ["their folder/w/h.safetensors"]


def test_what_they_know_of_a_file_and_label_beyond_our_end(apart: Apart) -> None:
    longer = changed(apart.base.video, frames=1200, verified=True, rate=Fraction(25))
    apart.theirs.note_facts(longer)
    apart.add(apart.theirs, 1100, 1200)
    apart.mine.take_in(plan(apart.mine, apart.theirs))
    (video,) = apart.mine.videos()
    assert (video.frames, video.verified, video.path) == (1200, True, "clip.mp4")


def test_a_merge_worked_out_on_an_older_state_changes_nothing(apart: Apart) -> None:
    apart.add(apart.theirs, 300, 310)
    old = plan(apart.mine, apart.theirs)
    apart.add(apart.mine, 0, 10)
    apart.mine.add_checkpoint(Checkpoint(new_id(), "m", "n", "p", "d", None, None, (), "{}", "{}", 1))
    before = apart.mine.segments()
    with pytest.raises(EditConflict, match="merge again"):
        apart.mine.take_in(old)
    assert apart.mine.segments() == before


def test_a_merge_that_fails_at_the_end_leaves_nothing(apart: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    apart.theirs.add_run(*new_run(apart.base, 3))
    apart.theirs.add_checkpoint(Checkpoint(new_id(), "m", "n", "p", "d", None, None, (), "{}", "{}", 1))
    apart.add(apart.theirs, 300, 310)

    def fails(*_: object) -> int:
        raise OSError("the power went")

    monkeypatch.setattr(editlog, "append", fails)
    with pytest.raises(OSError, match="power"):
        apart.mine.take_in(plan(apart.mine, apart.theirs))
    assert (apart.mine.segments(), apart.mine.runs(hidden=True), apart.mine.checkpoints()) == ([apart.old], [], [])


def test_a_video_with_a_run_can_be_removed_and_comes_back(apart: Apart) -> None:
    apart.mine.add_run(*new_run(apart.base, 3))
    (run,) = apart.mine.runs()
    rows = (run, apart.old, apart.base.human, apart.base.video)
    apart.mine.apply(Edit("Remove", rows, (changed(run, hidden=True),)))
    apart.mine.undo()
    assert_sound(apart.mine)
    assert len(apart.mine.runs()) == 1


def test_their_project_is_not_touched(tmp_path: Path) -> None:
    base = ground()
    with Project.open(tmp_path / "mine.reelmark") as mine:
        mine.apply(base.edit)
        copy_of(mine, tmp_path / "theirs.reelmark").close()
        before = content(tmp_path / "theirs.reelmark")
        mine.apply(Edit("Add", added=(segment(base, 0, 10),)))
        with Project.open(tmp_path / "theirs.reelmark") as theirs:
            merged(mine, theirs)
    assert content(tmp_path / "theirs.reelmark") == before


def test_merging_every_week_brings_what_is_new(apart: Apart) -> None:
    one = apart.add(apart.theirs, 300, 310)
    merged(apart.mine, apart.theirs)
    two = changed(one, span=Span(300, 320))
    apart.theirs.apply(Edit("Longer", (one,), (two,)))
    assert merged(apart.mine, apart.theirs).count() == (0, 1, 0)
    apart.theirs.apply(Edit("Delete", (two,)))
    assert merged(apart.mine, apart.theirs).count() == (0, 0, 1)
    assert not plan(apart.theirs, apart.mine)
    assert not merged(apart.mine, apart.theirs)


@settings(max_examples=5, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.integers(0, 10**6), st.booleans())
def test_nothing_is_lost_and_merging_twice_changes_nothing_more(seed: int, related: bool) -> None:
    with tempfile.TemporaryDirectory() as place:
        base = ground()
        mine = Project.open(Path(place) / "mine.reelmark")
        mine.apply(base.edit)
        ann = Roamer(mine, base, seed)
        if related:
            for _ in range(seed % 8):
                ann.act()
            theirs = copy_of(mine, Path(place) / "theirs.reelmark")
        else:
            base = ground()
            theirs = Project.open(Path(place) / "theirs.reelmark")
            theirs.apply(base.edit)
        bob = Roamer(theirs, base, seed + 1)
        with mine, theirs:
            for _ in range(20):
                ann.act()
                bob.act()
            ours, other = said(mine), said(theirs)
            moved_on = history(theirs, mine), history(mine, theirs)
            merged(mine, theirs)
            assert lost(ours, mine, moved_on[0]) == []
            assert lost(other, mine, moved_on[1]) == []
            names = [label.name.casefold() for label in mine.labels()]
            assert len(names) == len(set(names))
            assert not plan(mine, theirs)
            if mine.undo() is not None:
                assert_sound(mine)
                mine.redo()
                assert_sound(mine)
