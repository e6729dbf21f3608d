"""`reproduce`: a paper's experiment on this computer, its table with our column beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.output import Output, path_argument, speaks, table

if TYPE_CHECKING:
    from models.papers.report import Report, Row


@click.command()
@click.argument("paper")
@click.option(
    "--data", type=path_argument, required=True, metavar="DIR", help="The folder with the data sets' folders."
)
@click.option("--quick", is_flag=True, help="The small build: about five minutes on two cores.")
@click.option(
    "--budget", type=click.FloatRange(0, min_open=True), metavar="MINUTES", help="Train so long; goes on next time."
)
@click.option("--size", default="", metavar="FORM", help="Which form of the network: paper, small …")
@click.option("--seeds", type=click.IntRange(1), metavar="N", help="How many random seeds; else what suits the paper.")
@click.option("--out", type=path_argument, metavar="DIR", help="Where checkpoint, JSON and figures go.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="auto", show_default=True)
@speaks
def reproduce(
    output: Output,
    paper: str,
    data: Path,
    quick: bool,
    budget: float | None,
    size: str,
    seeds: int | None,
    out: Path | None,
    device: str,
) -> None:
    """Trains and evaluates as a paper does and prints its table; every row says what it ran on."""
    from app.tasks.reproducing import reproduce as task

    found = output.run(task(paper, data, quick, budget, size, seeds, out, device))
    output.emit(found.document(), _text(found))


def _text(report: Report) -> str:
    rows = [
        [
            row.row,
            row.metric,
            _number(row.paper) + ("*" if row.remembered else ""),
            _ours(row),
            row.build,
            row.on,
            row.note,
        ]
        for row in report.rows
    ]
    heads = ["Row", "Metric", "Paper", "Ours", "Build", "Ran on", "Note"]
    lines = [f"{report.title}: {report.seconds:.0f} s on {report.device}", "", table(heads, rows, right="  rr"), ""]
    if any(row.remembered for row in report.rows):
        lines.append("* the paper's number is recalled and could not be checked against its text.")
    lines += report.notes
    lines += [f"Figure: {figure}" for figure in report.figures]
    lines += [f"Checkpoint: {report.checkpoint}"] if report.checkpoint else []
    return "\n".join(lines)


def _ours(row: Row) -> str:
    if row.ours is None:
        return "not run"
    if row.interval is not None:
        return f"{_number(row.ours)} [{_number(row.interval[0])}, {_number(row.interval[1])}]"
    return _number(row.ours) + ("" if row.spread is None else f" ± {_number(row.spread)} ({row.seeds} seeds)")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.4g}"
