"""`agree` and `merge` on real project files."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.rows import Reviewed, Segment, Track, changed, new_id
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.command import Command, assert_one_sentence, command
from tests.helpers.projects import Ground, content, ground, segment


@pytest.fixture
def reelmark(capsys: pytest.CaptureFixture[str]) -> Command:
    return command(capsys)


@pytest.fixture
def base() -> Ground:
    return ground()


@pytest.fixture
def project(tmp_path: Path, base: Ground) -> Path:
    """Ann (“me”) waves at 100–200; Bob lets her begin 10 frames later, and saw her sit as well."""
    path = tmp_path / "p.reelmark"
    bob = Track(new_id(), base.video.id, "Bob", position=1)
    wave, sit = base.labels[2], base.labels[0]
    with Project.open(path) as made:
        made.apply(base.edit)
        made.apply(
            Edit(
                "Label",
                added=(
                    bob,
                    segment(base, 100, 200),
                    Segment(new_id(), bob.id, wave.id, Span(110, 200)),
                    Segment(new_id(), bob.id, sit.id, Span(300, 330)),
                    *(Reviewed(new_id(), track, Span(0, 500)) for track in (base.human.id, bob.id)),
                ),
            )
        )
    return path


def test_agreement_of_two_tracks(reelmark: Command, project: Path) -> None:
    found = reelmark("agree", project, "me", "Bob", "--json").json
    assert (found["tracks"], found["videos"], found["frames"]) == (["me", "Bob"], 1, 500)
    assert found["agreed"] == pytest.approx(460 / 500)
    assert found["labels"]["wave"]["kappa"] == pytest.approx((0.98 - (0.2 * 0.18 + 0.8 * 0.82)) / (1 - 0.692))
    assert found["labels"]["sit"]["segments"] == {"matched": 0, "only_one": 0, "only_other": 1, "agreement": 0.0}
    assert found["segments"]["agreement"] == pytest.approx(2 / 3)
    assert [(d["start_frame"], d["stop_frame"], d["one"], d["other"]) for d in found["disagreements"]] == [
        (100, 110, ["wave"], []),
        (300, 330, [], ["sit"]),
    ]
    assert found["disagreements"][0]["start"] == pytest.approx(100 * 1001 / 30000)


def test_edges_within_the_tolerance_are_the_same(reelmark: Command, project: Path) -> None:
    found = reelmark("agree", project, "me", "Bob", "--tolerance", "0.34", "--json").json
    assert [d["other"] for d in found["disagreements"]] == [["sit"]]
    assert found["labels"]["wave"]["kappa"] == pytest.approx(1)
    said = reelmark("agree", project, "me", "Bob").out
    assert "500 frames that both reviewed" in said
    assert "clip.mp4  0:10.01  0:11.01  –     sit" in said


def test_agree_says_what_is_wrong(reelmark: Command, project: Path, tmp_path: Path) -> None:
    assert_one_sentence(reelmark("agree", project, "me", "Carl"), "there is me, Bob")
    assert_one_sentence(reelmark("agree", project, "me", "me"), "name two tracks")
    assert_one_sentence(reelmark("agree", tmp_path / "no.reelmark", "me", "Bob"), "no project")
    assert reelmark("agree", project, "me", "Bob", "--tolerance", "-1").code == 2


def test_a_merge_lists_conflicts_and_leaves_a_backup(
    reelmark: Command, project: Path, base: Ground, tmp_path: Path
) -> None:
    theirs = tmp_path / "bob" / "theirs.reelmark"
    theirs.parent.mkdir()
    with Project.open(project) as opened:
        opened.copy_to(theirs)
    for path, stop, extra in ((project, 220, None), (theirs, 180, segment(base, 0, 10))):
        with Project.open(path) as opened:
            (old,) = (row for row in opened.segments(track_id=base.human.id) if row.span.start == 100)
            opened.apply(Edit("Move", (old,), (changed(old, span=Span(100, stop)), *([extra] if extra else []))))
    before, other = content(project), content(theirs)
    done = reelmark("merge", project, theirs, "--json").json
    assert done["segments"] == {"added": 2, "changed": 0, "removed": 0}
    (conflict,) = done["conflicts"]
    assert (conflict["reason"], conflict["video"], conflict["track"]) == ("changed", "clip.mp4", "me (merged)")
    assert (conflict["start_frame"], conflict["stop_frame"]) == (100, 220)
    assert content(Path(done["backup"])) == before
    assert content(theirs) == other
    again = reelmark("merge", project, theirs)
    assert again.out.startswith("Nothing to merge")
    assert not (tmp_path / "p before merging 2.reelmark").exists()
    with Project.open(project) as opened:
        assert opened.undo_text() == "Merge theirs"
        opened.undo()
    said = reelmark("merge", project, theirs).out
    assert "2 segments added, 0 changed, 0 removed." in said
    assert "p before merging 2.reelmark" in said
    assert "  clip.mp4: Both changed wave 0:03.34–0:07.34; theirs" in said


def test_merge_says_what_is_wrong(reelmark: Command, project: Path, tmp_path: Path) -> None:
    (tmp_path / "text.reelmark").write_text("no project")
    assert_one_sentence(reelmark("merge", project, project), "this very project")
    assert_one_sentence(reelmark("merge", project, tmp_path / "no.reelmark"), "no project")
    assert_one_sentence(reelmark("merge", tmp_path / "no.reelmark", project), "no project")
    assert reelmark("merge", project, tmp_path / "text.reelmark").code == 1
