"""One SQLite connection through SQLAlchemy, set up so that a committed Edit survives a power cut.

Python's sqlite3 opens transactions on its own and only for some statements, which takes DDL out of them; two listeners
switch that off and emit BEGIN by hand. Reads begin deferred, writes begin IMMEDIATE so that two programs queue at the
start of a write instead of failing in its middle.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from core.storage.words import in_words

PATIENCE = 5.0  # seconds to wait for another program's write


class Database:
    """A project file's only connection of this program; belongs to the thread that made it.

    `wal=False` uses a rollback journal, for file systems that cannot share memory between programs.
    """

    def __init__(self, path: Path, *, wal: bool = True, patience: float = PATIENCE) -> None:
        self.path = path
        self.closed = False
        self._engine = _engine(path, wal, patience)
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view: nothing another program does shows until the block ends."""
        self._check_open()
        with in_words(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One durable transaction; nothing is changed when the block raises."""
        self._check_open()
        with in_words(self.path), self._writer.begin() as connection:
            yield connection

    def pragma(self, text: str) -> object:
        """The first value of `PRAGMA text`, outside any transaction; None where it answers nothing."""
        self._check_open()
        with in_words(self.path):
            raw = self._engine.raw_connection()
            try:
                found = raw.cursor().execute(f"PRAGMA {text}").fetchone()
            finally:
                raw.close()
        return found[0] if found else None

    def close(self) -> None:
        self.closed = True
        self._engine.dispose()

    def _check_open(self) -> None:
        """SQLAlchemy would connect again."""
        if self.closed:
            raise RuntimeError(f"{self.path} is closed")


def _engine(path: Path, wal: bool, patience: float) -> Engine:
    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(path, timeout=patience, isolation_level=None)  # as a URI, Windows shares would be refused
        try:
            _set_up(raw, wal)
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=StaticPool, pool_reset_on_return=None)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


def _set_up(raw: sqlite3.Connection, wal: bool) -> None:
    if not wal:
        # A file last used in WAL mode can only be read here without shared memory, which an exclusive lock allows.
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA locking_mode = NORMAL")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first read lets the exclusive lock go
    elif raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")
