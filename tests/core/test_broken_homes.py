"""The program's own folders full, read-only or holding nonsense: work goes on without them."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import numpy as np
import pytest

from core import log, settings
from core.errors import UserError
from core.exchange.files import replacing
from core.paths import cache_dir, config_dir
from core.storage.arrays import ArrayCache
from core.storage.media import relative


@pytest.mark.parametrize("text", ["", "[]", "3", '{"recent_projects": [5, null], "geometry": 7}', "\x00"])
def test_nonsense_in_the_settings_gives_usable_ones(text: str) -> None:
    (config_dir() / "settings.json").write_text(text, "utf-8")
    found = settings.load()
    assert found.geometry == ""
    assert all(isinstance(name, str) for name in found.recent_projects)


def test_settings_keep_paths_that_are_no_text() -> None:
    name = os.fsdecode(b"/a\xff.reelmark")
    settings.save(settings.with_values(settings.Settings(), recent_projects=(name,)))
    assert settings.load().recent_projects == (name,)


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("REELMARK_HOME", str(tmp_path / "file"))
    cache = ArrayCache()
    key = cache.key(of="nothing")
    cache.put(key, values=np.zeros(3))
    assert not cache_dir().exists()
    assert cache.get(key) is None
    assert cache.partial(key).read() == []


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no disk that is always full")
def test_a_log_on_a_full_disk_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    handler = log._File("/dev/full", encoding="utf-8")
    handler.shouldRollover = lambda record: 0  # type: ignore[method-assign, assignment, return-value]
    handler.handle(logging.LogRecord("x", logging.ERROR, "f", 1, "lost", None, None))
    assert handler.stream is None or capfd.readouterr().err == ""
    if handler.stream is not None:
        try:
            handler.close()
        except OSError:
            handler.stream = None


def test_a_path_that_is_no_text_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not in UTF-8"):
        relative(tmp_path, tmp_path / os.fsdecode(b"a\xff.avi"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_an_export_never_replaces_what_is_no_file_and_follows_links(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="device"), replacing(tmp_path / "pipe"):
        pass
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    with replacing(tmp_path / "link.csv") as part:
        part.write_text("new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"
