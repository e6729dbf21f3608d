"""Where things lie on disk. `REELMARK_HOME` moves everything the program writes of its own (tests use it)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

_NAME = "reelmark"


def _home(kind: str, default: str) -> Path:
    home = os.environ.get("REELMARK_HOME")
    folder = Path(home) / kind if home else Path(default)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache_dir() -> Path:
    """Safe to delete at any time, and not there where it cannot be made: who keeps something in it does without."""
    try:
        return _home("cache", platformdirs.user_cache_dir(_NAME, appauthor=False))
    except OSError:
        return Path(os.environ.get("REELMARK_HOME") or platformdirs.user_cache_dir(_NAME, appauthor=False)) / "cache"


def data_dir() -> Path:
    """Fetched weights and samples, checkpoints."""
    return _home("data", platformdirs.user_data_dir(_NAME, appauthor=False))


def config_dir() -> Path:
    return _home("config", platformdirs.user_config_dir(_NAME, appauthor=False))


def log_dir() -> Path:
    return _home("log", platformdirs.user_log_dir(_NAME, appauthor=False))


def program_dir() -> Path:
    """The folder that holds resources/: the checkout, or the frozen program's."""
    return Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[1]))


def resource(name: str) -> Path:
    """A file of resources/ that ships with the program."""
    return program_dir() / "resources" / name
