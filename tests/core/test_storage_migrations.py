"""Old files become new ones in one step or not at all, and every migration has a test here."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from core.errors import UserError
from core.rows import Label, LabelKind, Marker, Reviewed, Segment, State, Track, TrackKind, Video, changed
from core.storage import migrate, opening, schema
from core.storage.project import Project
from core.time import Span
from core.timeline.edit import Edit
from tests.helpers.projects import assert_sound, content, ground, people_rows

STEP = '''"""A later version."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("label", sa.Column("note", sa.String(), nullable=False, server_default=sa.text("'none'")))
    with op.batch_alter_table("video") as batch:  # rebuilds a table that others point at
        batch.alter_column("path", new_column_name="place")
    {then}
'''


def revisions() -> list[str]:
    """From the first to the newest."""
    return [script.revision for script in ScriptDirectory(str(migrate.SCRIPTS)).walk_revisions()][::-1]


def empty(path: Path) -> Path:
    sqlite3.connect(path).close()
    path.touch()
    return path


def tables(path: Path) -> list[tuple[str, ...]]:
    raw = sqlite3.connect(path)
    try:
        return raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
    finally:
        raw.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.reelmark"
    with Project.open(path) as project:
        project.apply(ground().edit)
    return path


@pytest.fixture
def scripts(tmp_path: Path) -> Callable[..., Path]:
    def with_step(then: str = "pass") -> Path:
        folder = tmp_path / "100% scripts"
        shutil.copytree(migrate.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "8000_later.py").write_text(
            STEP.format(revision="8000", before=schema.HEAD, then=then), "utf-8"
        )
        return folder

    return with_step


def check_0001(path: Path) -> None:
    """The first version: an empty project."""
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT position FROM log_cursor").fetchall() == [(0,)]
    assert raw.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    raw.close()


def check_0002(path: Path) -> None:
    """Tables for markers, and columns for the rest; what an older file held is tested below."""
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT count(*) FROM marker").fetchall() == [(0,)]
    raw.execute("SELECT parent_id FROM label")
    raw.execute("SELECT offset FROM video")
    raw.execute("SELECT subject, attributes FROM segment")
    raw.close()


CHECKS: dict[str, Callable[[Path], None]] = {"0001": check_0001, "0002": check_0002}


def test_every_migration_is_checked_here() -> None:
    assert set(CHECKS) == set(revisions())


@pytest.mark.parametrize("revision", CHECKS)
def test_migration(revision: str, tmp_path: Path) -> None:
    path = empty(tmp_path / "old.reelmark")
    migrate.upgrade(path, to=revision)
    CHECKS[revision](path)


def test_the_schema_is_of_the_newest_revision() -> None:
    assert revisions()[-1] == schema.HEAD
    assert sorted(revisions()) == revisions()  # versions are compared as text
    assert all(re.fullmatch(r"\d{4}", revision) for revision in revisions())


def test_migrating_from_nothing_equals_a_new_project(tmp_path: Path) -> None:
    old, new = empty(tmp_path / "old.reelmark"), tmp_path / "new.reelmark"
    migrate.upgrade(old)
    opening.make(new)
    assert tables(old) == tables(new)
    assert sorted(content(old)) == sorted(content(new))
    with Project.open(old, create=False) as project:
        project.apply(ground().edit)
        assert_sound(project)


def test_an_old_project_is_migrated_when_opened(
    project: Path, scripts: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(project)
    monkeypatch.setattr(opening, "HEAD", "8000")
    monkeypatch.setattr(migrate, "SCRIPTS", scripts())
    Project.open(project, create=False).close()
    raw = sqlite3.connect(project)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("8000",)]
    assert raw.execute("SELECT note FROM label").fetchall() == [("none",)] * 4
    assert raw.execute("SELECT place FROM video").fetchall() == [("clip.mp4",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()
    copy = project.with_name("p.before-update-1.reelmark")
    assert content(copy) == before


@pytest.mark.parametrize(
    "then",
    [
        "raise ZeroDivisionError('half way')",
        "op.execute('INSERT INTO nowhere VALUES (1)')",
        "op.execute('UPDATE track SET video_id = 5')",  # breaks a foreign key
    ],
)
def test_a_failed_step_changes_nothing(project: Path, scripts: Callable[..., Path], then: str) -> None:
    with Project.open(project) as before:
        rows = people_rows(before)
    raw, text = project.read_bytes(), content(project)
    with pytest.raises(UserError, match="it is unchanged"):
        migrate.upgrade(project, scripts=scripts(then))
    assert project.read_bytes() == raw
    assert content(project) == text
    with Project.open(project, create=False) as after:
        assert people_rows(after) == rows
        assert_sound(after)


OLD_ROWS = """
INSERT INTO video VALUES (1, 'a b.mp4', 'print', 100, '30000/1001', 640, 480, 3.3, 0, 1, 0);
INSERT INTO video VALUES (2, 'gone.mp4', 'other', 100, '25/1', 640, 480, 4.0, 0, 0, 1);
INSERT INTO label VALUES (3, 'walk', '#aa3300', 'w', 'gait', 'state', 0, 0);
INSERT INTO label VALUES (4, 'clap', '#00aa33', '', '', 'point', 1, 0);
INSERT INTO label VALUES (5, 'gone', '#00aa33', '', '', 'state', 2, 1);
INSERT INTO run VALUES (6, 1, 'i3d', NULL, '{"count": 1}', 'key', 7, 0, 'cpu', 2.5, '[["walk", 0.5]]');
INSERT INTO track VALUES (7, 1, 'Ann', 'human', NULL, 0);
INSERT INTO track VALUES (8, 1, 'i3d', 'run', 6, 1);
INSERT INTO segment VALUES (9, 7, 3, 10, 30, NULL, 'human', NULL, 'Ann', 123, 'the left foot');
INSERT INTO segment VALUES (10, 8, 3, 12, 29, 0.75, 'predicted', NULL, '', 0, '');
INSERT INTO reviewed VALUES (11, 7, 0, 50, 'Ann', 124);
INSERT INTO edit_log (seq, parent, edit) VALUES (1, 0, '{"text":"Start","removed":[],"added":[]}');
INSERT INTO edit_log (seq, parent, edit) VALUES (2, 1, '{"text":"Trim","removed":[["Segment",{"id":9,"track_id":7,
"label_id":3,"span":{"start":10,"stop":20},"score":null,"state":"human","origin_id":null,"author":"Ann","modified":120,
"comment":"the left foot"}]],"added":[["Segment",{"id":9,"track_id":7,"label_id":3,"span":{"start":10,"stop":30},
"score":null,"state":"human","origin_id":null,"author":"Ann","modified":123,"comment":"the left foot"}]]}');
INSERT INTO edit_log (seq, parent, edit) VALUES (3, 2, '{"text":"Paint","removed":[["Label",{"id":3,"name":"walk",
"color":"#aa3300","key":"w","group":"gait","kind":"state","position":0}]],"added":[["Label",{"id":3,"name":"walk",
"color":"#000000","key":"w","group":"gait","kind":"state","position":0}]]}');
UPDATE log_cursor SET position = 2;
"""


def test_a_project_of_the_first_version_opens_with_all_that_it_held(tmp_path: Path) -> None:
    path = empty(tmp_path / "old.reelmark")
    migrate.upgrade(path, to="0001")
    raw = sqlite3.connect(path)
    raw.executescript(OLD_ROWS)
    raw.commit()
    raw.close()
    walk = Label(3, "walk", "#aa3300", "w", "gait")
    human = Segment(9, 7, 3, Span(10, 30), None, State.HUMAN, None, "Ann", 123, "the left foot", "", ())
    found = Segment(10, 8, 3, Span(12, 29), 0.75, State.PREDICTED)
    with Project.open(path, create=False) as project:
        assert project.videos() == [
            Video(1, "a b.mp4", "print", 100, Fraction(30000, 1001), 640, 480, 3.3, False, True, 0.0)
        ]
        assert project.labels() == [walk, Label(4, "clap", "#00aa33", kind=LabelKind.POINT, position=1)]
        assert project.tracks() == [Track(7, 1, "Ann"), Track(8, 1, "i3d", TrackKind.RUN, 6, 1)]
        assert project.segments() == [human, found]
        assert project.reviewed() == [Reviewed(11, 7, Span(0, 50), "Ann", 124)]
        assert [run.top_labels for run in project.runs()] == [(("walk", 0.5),)]
        assert project.markers() == []
        project.redo()  # Edits of the old log, both ways
        assert project.labels()[0] == changed(walk, color="#000000")
        project.undo()
        project.undo()
        assert project.segments()[0] == changed(human, span=Span(10, 20), modified=120)
        project.redo()
        new = changed(human, subject="Bob", attributes=(("speed", "fast"), ("foot", "links")))
        project.apply(Edit("Describe", (human,), (new,)))
        project.apply(Edit("Mark", added=(Marker(12, 1, 99, "here"),)))
        assert project.segments()[0] == new
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT id FROM video WHERE gone").fetchall() == [(2,)]
    assert raw.execute("SELECT id FROM label WHERE gone").fetchall() == [(5,)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_what_another_program_has_not_folded_in_is_in_the_copy(project: Path, scripts: Callable[..., Path]) -> None:
    with Project.open(project) as other:
        other.undo()
        copy = migrate.upgrade(project, scripts=scripts())
    with Project.open(copy, create=False) as old:
        assert (old.videos(), old.redo_text()) == ([], "Start")


def test_a_busy_project_is_not_migrated(project: Path, scripts: Callable[..., Path]) -> None:
    with Project.open(project) as other, other._database.writing() as connection:
        connection.exec_driver_sql("UPDATE label SET position = 4")
        with pytest.raises(UserError, match="Another program"):
            migrate.upgrade(project, scripts=scripts(), patience=0.02)


def test_no_room_for_the_copy(project: Path, scripts: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(sqlite3.Connection):
        def backup(self, *_: object, **__: object) -> None:
            error = sqlite3.OperationalError("disk full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    connect = sqlite3.connect
    monkeypatch.setattr(migrate.sqlite3, "connect", lambda path: connect(path, factory=Full))
    with pytest.raises(UserError, match="full"):
        migrate.upgrade(project, scripts=scripts())
    assert not list(project.parent.glob("*before-update*"))
