"""Statements that are given to SQLite itself: the values they ask for, and the transaction they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import bindparam, select, update

from core.errors import UserError
from core.rows import Label, new_id
from core.storage.prepared import Prepared
from core.storage.project import Project
from core.storage.schema import label
from core.timeline.edit import Edit

_NAMED = Prepared(select(label.c.id, label.c.gone).where(label.c.name == bindparam("name"), label.c.gone.is_(False)))
_RENAME = Prepared(update(label).where(label.c.id == bindparam("row")).values(name=bindparam("new")))


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(Edit("Add", added=tuple(Label(new_id(), name, "#ffffff") for name in ("a", "b"))))
        yield project


def test_it_answers_in_sqlites_words_and_asks_for_every_value(project: Project) -> None:
    first = project.labels()[0]
    with project._database.reading() as connection:
        assert _NAMED.run(connection, name="a") == [(first.id, 0)]
        assert _NAMED.run(connection, name="x'; DROP TABLE label") == []
        with pytest.raises(KeyError, match="name"):
            _NAMED.run(connection)


def test_it_is_part_of_the_transaction_around_it(project: Project) -> None:
    rows = [{"row": one.id, "new": one.name * 2} for one in project.labels()]

    def rename(fails: bool) -> None:
        with project._database.writing() as connection:
            assert _RENAME.change(connection, rows) == 2
            if fails:
                raise RuntimeError

    with pytest.raises(RuntimeError):
        rename(fails=True)
    assert [one.name for one in project.labels()] == ["a", "b"]
    rename(fails=False)
    assert [one.name for one in project.labels()] == ["aa", "bb"]


def test_what_sqlite_refuses_is_said_in_words_and_leaves_no_transaction_behind(project: Project) -> None:
    first = project.labels()[0]
    project._database.pragma("query_only = ON")
    with pytest.raises(UserError, match="cannot be written to"), project._database.writing() as connection:
        _RENAME.change(connection, [{"row": first.id, "new": "c"}])
    project._database.pragma("query_only = OFF")
    assert project.labels()[0] == first
    project.apply(Edit("Add", added=(Label(new_id(), "c", "#ffffff"),)))
