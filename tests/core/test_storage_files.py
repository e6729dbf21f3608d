"""Every kind of wrong file and place gets one plain sentence, and nothing is ever lost or half made."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.errors import UserError
from core.storage import engine, opening, place
from core.storage.project import Project
from core.storage.words import explained
from tests.helpers.projects import assert_sound, content, ground, people_rows


def refused(path: Path, words: str, create: bool = True) -> None:
    with pytest.raises(UserError, match=words) as caught:
        Project.open(path, create=create)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A project file with something in it."""
    path = tmp_path / "p.reelmark"
    with Project.open(path) as project:
        project.apply(ground().edit)
    return path


def test_a_new_project_is_one_file(tmp_path: Path) -> None:
    with Project.open(str(tmp_path / "new.reelmark")) as project:
        assert (project.path, project.folder) == (tmp_path / "new.reelmark", tmp_path)
        assert (project.videos(), project.undo_text(), project.problems) == ([], None, ())
    assert [file.name for file in tmp_path.iterdir()] == ["new.reelmark"]


def test_a_relative_path_stays_right_when_the_folder_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Project.open("new.reelmark") as project:
        monkeypatch.chdir("/")
        assert project.folder == tmp_path


def test_the_disk_is_asked_for_durability(closed: Path) -> None:
    with Project.open(closed) as project:
        ask = project._database.pragma
        assert ask("journal_mode") == "wal"
        assert ask("synchronous") == 2  # FULL
        assert ask("foreign_keys") == 1
        assert ask("busy_timeout") == 1000 * engine.PATIENCE


def test_copying_the_one_file_copies_everything(closed: Path, tmp_path: Path) -> None:
    shutil.copy(closed, tmp_path / "copy.reelmark")
    with Project.open(closed) as one, Project.open(tmp_path / "copy.reelmark", create=False) as two:
        assert people_rows(one) == people_rows(two) != set()


def test_closing_folds_the_log_in_while_another_program_is_there(closed: Path, tmp_path: Path) -> None:
    with Project.open(closed) as other:
        with Project.open(closed) as project:
            project.undo()
        shutil.copy(closed, tmp_path / "copy.reelmark")
        with Project.open(tmp_path / "copy.reelmark") as copy:
            assert people_rows(copy) == people_rows(other) == set()


def test_wrong_files(closed: Path, tmp_path: Path) -> None:
    refused(tmp_path / "none.reelmark", "There is no project", create=False)
    refused(tmp_path / "nowhere" / "p.reelmark", "There is no folder")
    refused(tmp_path, "is a folder")
    empty = tmp_path / "empty.reelmark"
    empty.touch()
    refused(empty, r"is empty \(0 bytes\)")
    text = tmp_path / "text.reelmark"
    text.write_text("not a database, but long enough to look like one\n" * 50)
    refused(text, "is not a Reelmark project")
    assert text.read_text().startswith("not a database")
    foreign = tmp_path / "foreign.sqlite"
    raw = sqlite3.connect(foreign)
    raw.execute("CREATE TABLE alembic_version (version_num TEXT)")
    raw.close()
    before = foreign.read_bytes()
    refused(foreign, "is not a Reelmark project")
    assert foreign.read_bytes() == before


def test_a_damaged_file(closed: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.reelmark"
    short.write_bytes(closed.read_bytes()[: closed.stat().st_size // 2])
    with pytest.raises(UserError, match="damaged"), Project.open(short) as project:
        people_rows(project)
    unstamped = tmp_path / "unstamped.reelmark"
    shutil.copy(closed, unstamped)
    for statement in ("DELETE FROM alembic_version", "DROP TABLE alembic_version"):
        raw = sqlite3.connect(unstamped, isolation_level=None)
        raw.execute(statement)
        raw.close()
        refused(unstamped, "damaged")


def test_a_newer_file_is_refused_and_left_alone(closed: Path) -> None:
    raw = sqlite3.connect(closed)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = content(closed)
    refused(closed, "newer Reelmark; update")
    assert content(closed) == before


def test_read_only(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: access(path, mode) and (Path(path) != closed or mode != 6))
    refused(closed, "read-only")


def test_a_folder_that_takes_no_file(tmp_path: Path) -> None:
    refused(tmp_path / ("n" * 300 + ".reelmark"), "cannot be opened .File name too long.")


def test_sentences_for_what_the_disk_says() -> None:
    for code, words in (
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "reports an error"),
        (sqlite3.SQLITE_READONLY, "cannot be written"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
        (sqlite3.SQLITE_BUSY, "Another program"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
    ):
        error = sqlite3.OperationalError("raw words")
        error.sqlite_errorcode = code
        said = explained(error, Path("p.reelmark"))
        assert said is not None
        assert words in str(said)
    assert explained(sqlite3.ProgrammingError("a bug"), Path("p")) is None


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    with Project.open(tmp_path / "p.reelmark") as project:
        project.apply(ground().edit)
        opening.make(project.path)  # another program at the same moment: never over what is there
        assert_sound(project)
    assert len(list(tmp_path.iterdir())) == 1


def test_two_programs_make_the_same_project(tmp_path: Path) -> None:
    def made(i: int) -> None:
        with Project.open(tmp_path / "p.reelmark") as project:
            project.apply(ground(f"{i}.mp4").edit)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(made, range(4)))
    with Project.open(tmp_path / "p.reelmark") as project:
        assert len(project.videos()) == 4
        assert_sound(project)


MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:45 / /mnt/team\\040share rw,relatime shared:9 master:2 - nfs4 server:/export rw,vers=4.2
41 40 0:46 / /mnt/team\\040share/local rw - tmpfs tmpfs rw
42 22 0:47 / /mnt/usb rw - fuseblk /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/me/p.reelmark", "ext4"),
        ("/mnt/team share/p.reelmark", "nfs4"),
        ("/mnt/team share/local/p.reelmark", "tmpfs"),
        ("/mnt/team shared/p.reelmark", "ext4"),
        ("/mnt/usb/p.reelmark", "fuseblk"),
    ],
)
def test_which_file_system(path: str, kind: str) -> None:
    assert place.mounted(path, MOUNTS) == kind


def test_a_network_share_is_said_and_works_without_wal(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        f"22 1 254:0 / / rw - ext4 /dev/vda rw\n40 22 0:45 / {closed.parent} rw - cifs //server/share rw\n"
    )
    with monkeypatch.context() as patch:
        patch.setattr(place, "MOUNTS", table)
        with Project.open(closed) as project, Project.open(closed) as other:
            assert len(project.problems) == 1
            assert "network share (cifs)" in project.problems[0]
            assert project._database.pragma("journal_mode") == "delete"
            assert project._database.pragma("synchronous") == 2
            version = other.data_version()
            project.undo()
            assert other.data_version() != version
            assert other.videos() == []
            assert_sound(other)
    with Project.open(closed) as project:  # copied home again
        assert project.problems == ()
        assert project._database.pragma("journal_mode") == "wal"
        assert project.redo() is not None


def test_a_disk_that_refuses_wal_is_said(closed: Path) -> None:
    assert "shared writing" in opening._problems(closed, None, "delete")[0]


def test_unknown_mounts_are_taken_as_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "MOUNTS", tmp_path / "none")
    assert place.network_file_system(tmp_path) is None


def test_opening_does_not_import_alembic(closed: Path) -> None:
    """It costs a fifth of a second that the window's start must not pay."""
    code = f"""if True:
        import sys
        from core.storage.project import Project
        Project.open({str(closed)!r}).close()
        Project.open({str(closed) + ".new"!r}).close()
        assert "alembic" not in sys.modules
        """
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
