"""Brings an older project file to the present version. The only module that imports Alembic."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

from core.errors import UserError
from core.log import logger
from core.storage import place
from core.storage.engine import PATIENCE, Database
from core.storage.words import in_words

SCRIPTS = Path(__file__).parent / "migrations"  # data files, also in the frozen program


def upgrade(path: Path, *, to: str = "head", scripts: Path | None = None, patience: float = PATIENCE) -> Path:
    """Migrates in one transaction and returns the copy that was made before. Raises UserError when a step fails; the
    file is then as it was."""
    copy = _copied(path)
    database = Database(path, wal=place.network_file_system(path) is None, patience=patience)
    try:
        database.pragma("foreign_keys = OFF")  # a step may rebuild a table that others point at
        with database.writing() as connection:
            config = Config()
            config.set_main_option("script_location", str(scripts or SCRIPTS).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("the migration broke a foreign key")
        database.pragma("wal_checkpoint(TRUNCATE)")
    except UserError:
        raise
    except Exception as error:
        logger("storage").exception("migrating %s failed", path)
        raise UserError(
            f"“{path.name}” could not be brought to this version ({error}); it is unchanged. "
            "Open it with the Reelmark that made it, and report this."
        ) from error
    finally:
        database.close()
    logger("storage").info("migrated %s; the old one is %s", path, copy)
    return copy


def _copied(path: Path) -> Path:
    """A copy beside the file, with all that its write-ahead log holds."""
    number = 1
    while (copy := path.with_name(f"{path.stem}.before-update-{number}{path.suffix}")).exists():
        number += 1
    try:
        with in_words(path):
            source, target = sqlite3.connect(path), sqlite3.connect(copy)
            try:
                source.backup(target)
            finally:
                source.close()
                target.close()
    except UserError:
        copy.unlink(missing_ok=True)
        raise
    return copy
