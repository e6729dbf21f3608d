"""Statements that every Edit runs, compiled once and given to SQLite itself: SQLAlchemy takes four to six times
as long to execute one as SQLite does, and an Edit has a dozen of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement


class Prepared:
    """Run it on a connection in whose transaction it belongs. Values come and go as SQLite holds them: a Boolean comes
    as 0 or 1. Raises sqlite3.Error, which `Database` puts into words as it does SQLAlchemy's."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement

    @cached_property
    def _compiled(self) -> tuple[str, tuple[str, ...], dict[str, object]]:
        """The text, the name of each question mark, and what stands for those that are fixed; made when it is first
        wanted, since start-up would pay for it."""
        compiled = self._statement.compile(dialect=sqlite.dialect())
        assert isinstance(compiled, SQLCompiler)
        fixed = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        return compiled.string, tuple(compiled.positiontup or ()), fixed

    @property
    def text(self) -> str:
        return self._compiled[0]

    def values(self, given: Mapping[str, object]) -> list[object]:
        """One for each question mark. Raises KeyError where one is missing."""
        _, names, fixed = self._compiled
        return [given[name] if name in given else fixed[name] for name in names]

    def run(self, connection: Connection, **given: object) -> list[Any]:
        """All rows of its answer, as tuples."""
        return _raw(connection).execute(self.text, self.values(given)).fetchall()

    def change(self, connection: Connection, rows: Iterable[Mapping[str, object]]) -> int:
        """Once for each row; how many rows of the table it changed in all."""
        return _raw(connection).executemany(self.text, map(self.values, rows)).rowcount

    def add(self, connection: Connection, **given: object) -> int:
        """The number of the row that it inserted."""
        added = _raw(connection).execute(self.text, self.values(given)).lastrowid
        assert added is not None
        return added


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw
