"""Which program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Of the installed distribution."""
    try:
        return version("reelmark")
    except PackageNotFoundError:  # run from a checkout that was never installed, or frozen without metadata
        return "0.1.0"
