"""A project: one database file. Rows are read as values and change only through `apply`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from core.errors import UserError
from core.log import logger
from core.rows import Checkpoint, Dataset, Run, Segment, Track, Video, changed
from core.storage import editlog, opening, runs, writing
from core.storage.engine import PATIENCE
from core.storage.reading import Reads
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from core.timeline.merging.values import Merged


class Project(Reads):
    """An open project file; belongs to the thread that opened it. Close it, or use it as a context manager.

    Every `apply`, `undo` and `redo` is one transaction that is on the disk when the call returns. `problems` are
    sentences about the place the file lies in, empty when all is well.
    """

    @classmethod
    def open(cls, path: str | Path, create: bool = True, patience: float = PATIENCE) -> Self:
        """Opens a *.reelmark file, or makes it where there is none and `create` is set. `patience`: seconds to wait for
        another program's write. Raises UserError for everything that can be wrong with a file."""
        database, problems = opening.opened(Path(path), create, patience)
        return cls(database, problems)

    def close(self) -> None:
        """Folds the write-ahead log into the file, so that copying the one file copies everything."""
        if self._database.closed:
            return
        try:
            runs.sweep(self._database)
            self._database.pragma("wal_checkpoint(TRUNCATE)")
        except UserError as error:  # a full disk, say: nothing is lost, the log lies beside the file until next time
            logger("storage").warning("closing %s without tidying: %s", self.path, error)
        finally:
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Changes ---------------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> int:
        """One Edit, one durable transaction. Returns the new log position (the old one for an Edit without effect).

        Raises EditConflict when a removed row is not exactly as stored, UserError when a timeline rule would break;
        then nothing is changed.
        """
        if not edit:
            return self.log_position()
        with self._database.writing() as connection:
            writing.carry_out(connection, edit)
            return editlog.append(connection, edit)

    def undo(self) -> Edit | None:
        """Takes the last Edit back and returns the inverse that was applied; None when there is nothing to undo."""
        with self._database.writing() as connection:
            edit = editlog.back(connection)
            if edit is not None:
                writing.carry_out(connection, edit)
            return edit

    def redo(self) -> Edit | None:
        """Applies the Edit that was last undone and returns it; None when there is nothing to redo."""
        with self._database.writing() as connection:
            edit = editlog.forward(connection)
            if edit is not None:
                writing.carry_out(connection, edit)
            return edit

    def add_run(self, run: Run, track: Track, segments: Iterable[Segment], text: str = "") -> Edit:
        """Stores a run with its track and segments, in short transactions so that other programs get their turn; then
        shows it by one small Edit, which is applied and returned. Undo hides the run again.

        When the process dies or `segments` raises, no part of the run shows.
        """
        hidden, shown = changed(run, hidden=True), changed(run, hidden=False)
        edit = Edit(text or f"Analyse with {run.model}", removed=(hidden,), added=(shown,))
        runs.begin(self._database, hidden, track)
        try:
            rest: Iterator[Segment] = iter(segments)
            while chunk := list(islice(rest, runs.CHUNK)):
                runs.extend(self._database, track, chunk)
            self.apply(edit)
        except BaseException:
            runs.remove(self._database, run.id)
            raise
        return edit

    def note_facts(self, video: Video) -> Video:
        """Stores what opening or verifying a file told about it (frames, rate, size, duration); this is nobody's Edit
        and cannot be undone. Returns the row as stored."""
        with self._database.writing() as connection:
            writing.note_facts(connection, video)
        return next(row for row in self.videos() if row.id == video.id)

    def copy_to(self, path: Path) -> None:
        """A second project file with everything in it, undo stack included. Raises UserError when it cannot be
        written; an existing file is replaced only once the copy is whole."""
        opening.copy(self._database, path)

    def take_in(self, merged: Merged) -> int:
        """What a merge brings, in one transaction: all of it, or nothing. Returns the new log position. Raises
        EditConflict where this project was changed since the merge was worked out."""
        from core.storage import copies  # what merging needs, few projects ever do

        if not merged:
            return self.log_position()
        with self._database.writing() as connection:
            return copies.write(connection, merged)

    def add_checkpoint(self, row: Checkpoint) -> None:
        self._insert(row)

    def add_dataset(self, row: Dataset) -> None:
        self._insert(row)

    def _insert(self, row: Checkpoint | Dataset) -> None:
        with self._database.writing() as connection:
            writing.add(connection, type(row), [row])
