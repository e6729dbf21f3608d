"""The contract of every exchange format, run over FORMATS: what it writes it reads back, to the frame."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.exchange.base import Format, ReadResult
from core.exchange.formats import FORMATS, guess, named
from core.exchange.gather import Snapshot, gather
from core.exchange.place import place
from core.rows import Label, Segment, State, Track, Video, new_id
from core.time import Clock, Span
from tests.helpers.exchange import constant, said, uneven, video, with_edit

BOTH_WAYS = [form for form in FORMATS if form.reads and form.writes]
_names = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12).map(
    lambda text: f"a{text}z"  # names in a project never begin or end with a blank
)
_comments = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
_scores = st.none() | st.floats(0, 1)
_clocks = st.sampled_from([constant, uneven])


@st.composite
def snapshots(draw: st.DrawFn, human_only: bool = False) -> Snapshot:
    videos = [video("clips/v_GGSY1Qvo990.mp4"), video("b/same name.mkv", 100), video("c/same name.avi", 60)]
    labels = [Label(new_id(), name, "#56b4e9") for name in draw(st.lists(_names, min_size=1, max_size=4, unique=True))]
    folded: dict[str, Label] = {}
    labels = [folded.setdefault(label.name.casefold(), label) for label in labels]
    names = ["t"] if human_only else draw(st.lists(_names, min_size=1, max_size=2, unique=True))
    tracks = [Track(new_id(), v.id, name) for v in videos for name in names]
    rows: dict[int, list[Segment]] = {}
    length = {t.id: next(v.frames for v in videos if v.id == t.video_id) for t in tracks}
    seen = set()
    for _ in range(draw(st.integers(0, 12))):
        track, label = draw(st.sampled_from(tracks)), draw(st.sampled_from(labels))
        start = draw(st.integers(0, length[track.id] - 1))
        stop = draw(st.integers(start + 1, length[track.id]))
        if (track.id, label.name, start, stop) in seen:
            continue
        seen.add((track.id, label.name, start, stop))
        score = None if human_only else draw(_scores)
        state = State.HUMAN if human_only else draw(st.sampled_from(list(State)))
        comment = "" if human_only else draw(_comments)
        subject = "" if human_only else draw(st.just("") | _names)
        free = {} if human_only else draw(st.dictionaries(_names, _comments, max_size=2))
        said = {"comment": comment, "subject": subject, "attributes": tuple(free.items())}
        segment = Segment(new_id(), track.id, label.id, Span(start, stop), score, state, **said)
        rows.setdefault(track.id, []).append(segment)
    return Snapshot(videos, list(folded.values()), tracks, rows)


def _there_and_back(form: Format, before: Snapshot, clock_of: Callable[[Video], Clock]) -> tuple[ReadResult, Snapshot]:
    assert form.read is not None
    assert form.write is not None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"out{form.suffixes[0]}"
        form.write(gather(before, clock_of, layered=form.layered), file)
        assert [path.name for path in Path(folder).iterdir()] == [file.name]  # no half-written file is left
        assert guess(file).name == form.name
        read = form.read(file)
    placed = place(read, Snapshot(before.videos, (), ()), clock_of, source="t")
    assert placed.problems == ()
    return read, with_edit(Snapshot(before.videos, (), ()), placed.edit)


@pytest.mark.parametrize("form", BOTH_WAYS, ids=lambda form: form.name)
@given(before=snapshots(human_only=True), clock_of=_clocks)
@settings(max_examples=40, deadline=None)
def test_what_people_marked_comes_back_to_the_frame(
    form: Format, before: Snapshot, clock_of: Callable[[Video], Clock]
) -> None:
    _, after = _there_and_back(form, before, clock_of)
    assert said(after) == said(before)


@pytest.mark.parametrize("form", [f for f in BOTH_WAYS if f.layered], ids=lambda form: form.name)
@given(before=snapshots(), clock_of=_clocks)
@settings(max_examples=40, deadline=None)
def test_layered_formats_keep_tracks_states_scores_and_comments(
    form: Format, before: Snapshot, clock_of: Callable[[Video], Clock]
) -> None:
    _, after = _there_and_back(form, before, clock_of)
    assert said(after) == said(before)


@pytest.mark.parametrize("form", BOTH_WAYS, ids=lambda form: form.name)
def test_a_second_import_adds_nothing(form: Format, tmp_path: Path) -> None:
    assert form.read is not None
    assert form.write is not None
    clip = video()
    label, track = Label(new_id(), "jump", "#56b4e9"), Track(new_id(), clip.id, "t")
    rows = {track.id: [Segment(new_id(), track.id, label.id, Span(3, 40))]}
    whole = Snapshot([clip], [label], [track], rows)
    form.write(gather(whole, constant, layered=form.layered), tmp_path / f"x{form.suffixes[0]}")
    placed = place(form.read(tmp_path / f"x{form.suffixes[0]}"), whole, constant, source="t")
    assert placed.imported == 0
    assert not placed.edit
    assert [p.severity for p in placed.problems] == ["warn"]


@pytest.mark.parametrize("form", [f for f in FORMATS if f.reads], ids=lambda form: form.name)
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_entries_problems_or_one_sentence(form: Format, raw: bytes) -> None:
    assert form.read is not None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"x{form.suffixes[0]}"
        file.write_bytes(raw)
        said = ""
        try:
            form.read(file)
        except UserError as error:
            said = str(error)
        assert said == "" or (said.endswith((".", "…")) and "\n" not in said)


@pytest.mark.parametrize("form", [f for f in FORMATS if f.writes], ids=lambda form: form.name)
def test_a_failed_export_leaves_the_old_file(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert form.write is not None
    file = tmp_path / f"x{form.suffixes[0]}"
    file.write_text("precious")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(UserError, match="No space left"):
        form.write(gather(Snapshot([video()], (), ()), constant, layered=form.layered), file)
    assert file.read_bytes() == b"precious"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("form", [f for f in FORMATS if f.writes], ids=lambda form: form.name)
def test_an_empty_project_can_be_exported(form: Format, tmp_path: Path) -> None:
    assert form.write is not None
    assert form.write(gather(Snapshot((), (), ()), constant, layered=form.layered), tmp_path / "x.out") == ()


def test_names_are_unique_and_unknown_ones_are_refused(tmp_path: Path) -> None:
    assert len({form.name for form in FORMATS}) == len(FORMATS)
    with pytest.raises(UserError, match="choose one of activitynet, csv"):
        named("vhs")
    (tmp_path / "x.docx").write_bytes(b"")
    with pytest.raises(UserError, match="say which: --format"):
        guess(tmp_path / "x.docx")
    with pytest.raises(UserError, match="There is no file"):
        guess(tmp_path / "none.csv")
