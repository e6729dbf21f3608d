"""`import`, `export` and `formats`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from app.cli.output import Output, count, path_argument, speaks, table
from core.errors import UserError
from core.exchange.base import Problem, Severity
from core.exchange.formats import FORMATS, named

_MARKS = {Severity.WARN: "note", Severity.MENDED: "mended", Severity.REFUSED: "left out"}

_SHOWN = 40  # problems of one file that people read; a program reads them all


@click.command("import")
@click.argument("project", type=path_argument)
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=path_argument)
@click.option("--format", "form", metavar="F", help="One of `reelmark formats`; otherwise told by the file's looks.")
@click.option(
    "--track", default="", metavar="T", help="Where segments without a track land; otherwise the file's name."
)
@speaks
@click.pass_context
def import_(
    context: click.Context, output: Output, project: Path, files: tuple[Path, ...], form: str | None, track: str
) -> None:
    """Takes annotations from files into a project; one undo takes a file back out."""
    from app import tasks

    imported, problems, failed = 0, list[dict[str, str]](), False
    lines: list[str] = []
    if form is not None:
        named(form)
    with output.open(project) as opened:
        for file in files:
            try:
                placed = output.run(tasks.read_annotations(file, tasks.snapshot(opened), form or "", track))
                opened.apply(placed.edit)
            except UserError as error:
                click.echo(f"reelmark: {error}", err=True)
                failed = True
                continue
            imported += placed.imported
            problems += [_problem(problem, file, len(files) > 1) for problem in placed.problems]
            lines.append(f"{file}: {count(placed.imported, 'segment')} imported.")
            lines += [f"  {_MARKS[p.severity]:<8}  {p.where}: {p.message}" for p in placed.problems[:_SHOWN]]
            if len(placed.problems) > _SHOWN:
                lines.append(f"  … and {count(len(placed.problems) - _SHOWN, 'more remark')}; --json lists them all.")
    output.emit({"imported": imported, "problems": problems}, "\n".join(lines))
    context.exit(1 if failed else 0)


def _problem(problem: Problem, file: Path, several: bool) -> dict[str, str]:
    where = f"{file.name}: {problem.where}" if several else problem.where
    return {"severity": problem.severity.value, "where": where, "message": problem.message}


@click.command()
@click.argument("project", type=path_argument)
@click.option("--format", "form", required=True, metavar="F", help="One of `reelmark formats`.")
@click.option("--out", required=True, type=path_argument, metavar="PATH", help="The file to write.")
@click.option("--track", default="", metavar="T", help="Only tracks of this name.")
@click.option("--subset", default="validation", show_default=True, help="The subset that ActivityNet files name.")
@speaks
def export(output: Output, project: Path, form: str, out: Path, track: str, subset: str) -> None:
    """Writes a project's segments to a file, and says what its format cannot hold."""
    from app import tasks

    named(form)
    with output.open(project) as opened:
        found = tasks.snapshot(opened)
    written = output.run(tasks.write_annotations(out, form, found, track, subset))
    document: dict[str, Any] = {"written": written.count, "lost": list(written.lost)}
    lost = [f"  not in it: {what}" for what in written.lost]
    output.emit(document, "\n".join([f"{out}: {count(written.count, 'segment')} written.", *lost]))


@click.command()
@speaks
def formats(output: Output) -> None:
    """Lists the formats that can be imported and exported."""
    rows = [
        {"name": f.name, "title": f.title, "reads": f.reads, "writes": f.writes, "suffixes": list(f.suffixes)}
        for f in FORMATS
    ]
    cells = [
        [f.name, "yes" if f.reads else "no", "yes" if f.writes else "no", " ".join(f.suffixes), f.title]
        for f in FORMATS
    ]
    output.emit({"formats": rows}, table(["Name", "Import", "Export", "Suffixes", "What it is"], cells))
