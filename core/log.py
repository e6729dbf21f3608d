"""One rotating log file; warnings also go to stderr when asked."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from core.paths import log_dir


class _File(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk loses lines of the log; logging's own answer, a traceback on stderr, helps nobody."""


def set_up(verbose: bool = False) -> None:
    """Sends the `reelmark` loggers to log_dir()/reelmark.log (1 MB, two old ones kept)."""
    root = logging.getLogger("reelmark")
    if root.handlers:
        return
    handler: logging.Handler
    try:
        handler = _File(log_dir() / "reelmark.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    except OSError:  # a read-only or full home must not keep the program from starting
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)


def logger(name: str) -> logging.Logger:
    return logging.getLogger(f"reelmark.{name}")
