"""The command line: `reelmark COMMAND …`. DESIGN 7 is its contract; every command is a thin face of app.tasks."""

from __future__ import annotations

from collections.abc import Sequence

import click

from app.cli import (
    agreeing,
    evaluating,
    exchanging,
    footage,
    installed,
    learning,
    networks,
    reproducing,
    telling,
    working,
)
from app.errors import sentence
from core.errors import Cancelled, UserError
from core.log import logger
from core.program import program_version

INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code: 1 for a user's trouble, told in one sentence; 2 for wrong usage."""
    try:
        return cli.main(list(arguments), "reelmark", standalone_mode=False) or 0
    except (click.Abort, Cancelled, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (UserError, OSError, MemoryError) as error:
        said = sentence(error)
        if said is None:
            logger("cli").exception("a bug in the command line")
            raise
        click.echo(f"reelmark: {said}", err=True)
        return 1


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Without a command: reelmark [PROJECT | VIDEO…] opens the window.",
)
@click.version_option(program_version(), prog_name="Reelmark", message="%(prog)s %(version)s")
def cli() -> None:
    """Finds activities in video, lets people correct them, and learns from that."""


for _command in (
    footage.probe,
    footage.frame,
    working.analyze,
    working.segments,
    exchanging.import_,
    exchanging.export,
    exchanging.formats,
    telling.budget,
    telling.clips,
    learning.train,
    learning.tune,
    evaluating.evaluate,
    agreeing.agree,
    agreeing.merge,
    reproducing.reproduce,
    networks.models,
    installed.assets,
    installed.bench,
    installed.selftest,
):
    cli.add_command(_command)
