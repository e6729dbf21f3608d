"""Files of others, read with sentences for errors; own files, written in one step."""

from __future__ import annotations

import codecs
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import UserError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"There is no file {path}; check the name.") from None
    except IsADirectoryError:
        raise UserError(f"{path} is a folder; give the file itself.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}).") from error


def read_text(path: Path) -> tuple[str, str]:
    """The text and a note on its encoding, empty for UTF-8. Bytes that are neither Unicode nor have a byte-order mark
    are taken as Windows-1252, which old spreadsheets write; Latin-1 where even that has gaps."""
    raw = read_bytes(path)
    named = next((name for mark, name in _BOMS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(named), ""
    except UnicodeDecodeError:
        pass
    for name in ("cp1252", "latin-1"):
        try:
            return raw.decode(name), name
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 decodes everything")


def read_json(path: Path) -> Any:
    """Any JSON value, UTF-8, UTF-16 or UTF-32. Raises UserError with the line where it breaks."""
    raw = read_bytes(path)
    try:
        text = raw.decode("utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else json.detect_encoding(raw))
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UserError(f"{path.name} is not valid JSON ({where}: {error.msg}); mend or export it again.") from None
    except UnicodeDecodeError:
        raise UserError(
            f"{path.name} is not text in UTF-8, so it is not JSON; check that it is the right file."
        ) from None
    except RecursionError:
        raise UserError(f"{path.name} is nested too deeply for a file of annotations; check it.") from None


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write into; it takes the place of `path` on leaving without an error, and is removed
    otherwise, so a full disk never costs the file that was there."""
    path = Path(os.path.realpath(path))  # through a link to what it points at, which stays a link
    if path.is_dir():
        raise UserError(f"{path} is a folder; give the name of a file to write.")
    if path.exists() and not path.is_file():  # renaming over /dev/full or a pipe would take it from everybody
        raise UserError(f"{path} is a device, not a file; give the name of a file to write.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}.", suffix=path.suffix)
    except OSError as error:
        raise UserError(
            f"Nothing can be written to {path.parent} ({error.strerror}); choose another folder."
        ) from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o644)  # mkstemp makes private files; an export is an ordinary one
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise UserError(f"{path} could not be written ({error.strerror or error}).") from error
    finally:
        part.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    with replacing(path) as part:
        part.write_text(text, "utf-8", newline="")
