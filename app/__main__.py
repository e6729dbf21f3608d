"""Where the program starts: the window for no command, app.cli for everything else."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# Said here once more so that the window need not import the command line; a test holds the two together.
COMMANDS = frozenset(
    {"analyze", "assets", "bench", "evaluate", "export", "formats", "frame", "import", "models", "probe", "segments"}
    | {"agree", "budget", "clips", "merge", "reproduce", "selftest", "train", "tune"}
)
_WITH_QT = frozenset({"bench", "selftest"})


def main(arguments: Sequence[str] | None = None) -> int:
    multiprocessing.freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started the program, or no console on Windows
        sys.stdout, sys.stderr = (one or Path(os.devnull).open("w") for one in (sys.stdout, sys.stderr))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without “ or ä shows ? instead of failing
            stream.reconfigure(errors="replace")
    from core import log

    log.set_up()
    if _means_window(given):
        return _window(given)
    if given[0] in _WITH_QT:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # they show nothing to anybody
        _torch_before_qt()
    from app.cli import run

    return run(given)


def _means_window(given: list[str]) -> bool:
    """No command and no option, but files, or what looks like one: `foo` alone is a command that does not exist."""
    if not given:
        return True
    first = given[0]
    if first in COMMANDS or first.startswith("-"):
        return False
    return Path(first).exists() or Path(first).suffix != "" or os.sep in first


def _window(given: list[str]) -> int:
    from app.errors import sentence
    from core.errors import UserError

    try:
        paths = [Path(argument) for argument in given]
        for path in paths:
            if not path.exists() and path.suffix != ".reelmark":
                raise UserError(f"There is no file {path}; check the name, or see `reelmark --help`.")
        _check_display()
        _torch_before_qt()
        from app import lean

        lean.search_no_sources()
        gc.disable()  # a start makes many objects and no garbage; later the window's Collector does it
        from app import application

        return application.main(paths)
    except (UserError, OSError) as error:
        said = sentence(error)
        if said is None:
            raise
        sys.stderr.write(f"reelmark: {said}\n")
        return 1


def _check_display() -> None:
    """Qt would abort the process."""
    from core.errors import UserError

    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not shown:
        raise UserError("There is no display to open a window on; the commands work without one: `reelmark --help`.")


def _torch_before_qt() -> None:
    """On Windows torch's libraries fail to load after Qt's; elsewhere torch waits, so that the window shows fast."""
    if sys.platform == "win32":
        import torch  # noqa: F401


if __name__ == "__main__":
    sys.exit(main())
