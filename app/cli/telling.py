"""`budget` and `clips`: what was labelled, as a table of times and as videos."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.output import Output, count, path_argument, speaks, table
from core.errors import UserError
from core.storage.project import Project


def _opened(path: Path) -> Project:
    if not path.exists():
        raise UserError(f"{path} does not exist; give a project.")
    return Project.open(path)


@click.command()
@click.argument("project", type=path_argument)
@click.option("--out", type=path_argument, metavar="FILE", help="A CSV file to write as well.")
@speaks
def budget(output: Output, project: Path, out: Path | None) -> None:
    """The time budget: how often, how long and how much of the time each label was given."""
    from app import tasks

    with _opened(project) as opened:
        given = tasks.snapshot(opened)
    rows = tasks.budget_rows(given)
    if out is not None:
        output.run(tasks.write_budget(given, out))
    cells = [
        [Path(r["video"]).name, r["track"], r["label"], r["subject"], str(r["count"]), f"{r['total']:.2f}",
         f"{r['mean']:.2f}", "" if r["gap"] is None else f"{r['gap']:.2f}", f"{100 * r['share']:.1f} %"]
        for r in rows
    ]  # fmt: skip
    heads = ["Video", "Track", "Label", "Subject", "Count", "Total s", "Mean s", "Gap s", "Share"]
    output.emit({"budget": rows}, table(heads, cells, right="    rrrrr"))


@click.command()
@click.argument("project", type=path_argument)
@click.option("--out", required=True, type=path_argument, metavar="DIR", help="The folder of the clips.")
@click.option("--label", default="", metavar="L", help="Only segments of this label.")
@speaks
def clips(output: Output, project: Path, out: Path, label: str) -> None:
    """Writes every labelled segment as a video of its own, without sound."""
    from app import tasks

    with _opened(project) as opened:
        given = tasks.snapshot(opened)
    written = output.run(tasks.write_clips(given, out, label=label))
    output.emit({"clips": [str(path) for path in written]}, f"{count(len(written), 'clip')} written to {out}.")
