"""From a path to an open database: what kind of file it is, whether it must be made or migrated, and where it lies."""

from __future__ import annotations

import os
import secrets
import sqlite3
from pathlib import Path

from sqlalchemy import insert, select, update

from core.errors import UserError
from core.log import logger
from core.storage import place
from core.storage.engine import Database
from core.storage.media import relative
from core.storage.schema import APPLICATION_ID, HEAD, alembic_version, log_cursor, metadata, video
from core.storage.words import in_words


def opened(path: Path, create: bool, patience: float) -> tuple[Database, tuple[str, ...]]:
    """The database of a project file of the present version, and what is wrong with the place it lies in."""
    path = path.absolute()
    try:
        if not path.exists():
            if not create:
                raise UserError(f"There is no project {path}; check the name.")
            make(path)
        _check_file(path)
    except OSError as error:
        raise UserError(f"“{path.name}” cannot be opened ({error.strerror}); choose another name or folder.") from error
    network = place.network_file_system(path)
    with in_words(path):
        stamp = _stamp(path, patience, network is None)
    if stamp > HEAD:
        raise UserError(f"“{path.name}” was made by a newer Reelmark; update the program to open it.")
    if stamp < HEAD:
        from core.storage import migrate  # Alembic costs a fifth of a second that a start must not pay

        migrate.upgrade(path, patience=patience)
    database = Database(path, wal=network is None, patience=patience)
    try:
        mode = database.pragma("journal_mode")
    except BaseException:
        database.close()
        raise
    return database, _problems(path, network, str(mode))


def make(path: Path) -> None:
    """Makes an empty project in one step: a program killed meanwhile leaves no half-made file, and of two programs
    that make the same one, the second opens what the first has made."""
    if not path.parent.is_dir():
        raise UserError(f"There is no folder {path.parent} for the project; make it or choose another one.")
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with in_words(path):
            _write_new(part)
        _publish(part, path)
    except UserError as error:
        raise UserError(str(error).replace(part.name, path.name)) from error  # nobody knows the file it is made in
    except OSError as error:
        raise UserError(f"“{path.name}” cannot be made in {path.parent} ({error.strerror}); choose another.") from error
    finally:
        part.unlink(missing_ok=True)


def _write_new(part: Path) -> None:
    """The tables straight from the schema, which a test holds equal to what the migrations make."""
    part.touch(exist_ok=False)
    database = Database(part, wal=False)
    try:
        with database.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            metadata.create_all(connection, checkfirst=False)
            alembic_version.create(connection)
            connection.execute(insert(alembic_version).values(version_num=HEAD))
            connection.execute(insert(log_cursor).values(id=1, position=0))
    finally:
        database.close()


def _publish(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a rename it never replaces a file
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)  # the name survives a power cut as well
        finally:
            os.close(folder)


def copy(database: Database, target: Path) -> None:
    """A whole, consistent copy while the original is open; relative video paths are rewritten for the new folder.
    Raises UserError when it cannot be written; a file that was there before stays until the copy is whole."""
    target = target.absolute()
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with in_words(target):
            _back_up(database.path, part)
            made = Database(part, wal=False)
            try:
                with made.writing() as connection:
                    for row_id, path in connection.execute(select(video.c.id, video.c.path)).all():
                        new = relative(target.parent, database.path.parent / path)
                        connection.execute(update(video).where(video.c.id == row_id).values(path=new))
            finally:
                made.close()
        part.replace(target)
    except OSError as error:
        raise UserError(f"“{target.name}” cannot be written ({error.strerror}); choose another place.") from error
    finally:
        part.unlink(missing_ok=True)


def _back_up(source: Path, target: Path) -> None:
    """SQLite's own online copy."""
    old, new = sqlite3.connect(source), sqlite3.connect(target)
    try:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
    finally:
        old.close()
        new.close()


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise UserError(f"{path} is a folder; choose a *.reelmark file or a new name.")
    if path.stat().st_size == 0:
        raise UserError(f"“{path.name}” is empty (0 bytes) and holds no project; delete it or choose another name.")
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK):
        raise UserError(
            f"“{path.name}” or its folder is read-only, and a project needs both writable; copy it to your own folder."
        )


def _stamp(path: Path, patience: float, wal: bool) -> str:
    """The file's revision, read with plain SQL. Raises UserError for a file that is no project."""
    raw = sqlite3.connect(path, timeout=patience)
    try:
        if not wal:  # see engine.py
            raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise UserError(f"“{path.name}” is not a Reelmark project; choose a *.reelmark file or a new name.")
        stamped = raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
        found = raw.execute("SELECT version_num FROM alembic_version").fetchone() if stamped else None
    finally:
        raw.close()
    if found is None:
        raise UserError(f"“{path.name}” is damaged (its version is missing); go on with a copy or backup of it.")
    return str(found[0])


def _problems(path: Path, network: str | None, mode: str) -> tuple[str, ...]:
    if network is not None:
        said = (
            f"“{path.name}” lies on a network share ({network}), where work is slower and less safe when two computers "
            "open it at once; copy it to a local disk."
        )
    elif mode != "wal":
        said = f"The disk that holds “{path.name}” cannot do safe shared writing; copy it to another local disk."
    else:
        return ()
    logger("storage").warning(said)
    return (said,)
