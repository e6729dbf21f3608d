"""`evaluate`: how good predictions are, from files or inside a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.output import Output, count, path_argument, speaks, table
from core.errors import UserError
from core.evaluation.segments import THRESHOLDS, THUMOS, Detection

if TYPE_CHECKING:
    from app.tasks.measuring import Comparison

_USAGE = "Give --ground-truth GT --predictions P, or PROJECT --run R --reference TRACK."


@click.command()
@click.argument("project", required=False, type=path_argument)
@click.option("--ground-truth", type=path_argument, metavar="GT", help="ActivityNet ground truth (JSON).")
@click.option("--predictions", type=path_argument, metavar="P", help="ActivityNet results (JSON).")
@click.option("--subset", default="validation", show_default=True, help="The part of the ground truth that counts.")
@click.option("--predicted-only", is_flag=True, help="Leave out videos of the ground truth that P does not name.")
@click.option(
    "--run",
    "runs",
    multiple=True,
    metavar="R",
    help="A run of PROJECT: its track's, its model's or its checkpoint's name, or its id. Several are compared.",
)
@click.option("--reference", metavar="TRACK", help="The track of PROJECT that holds the truth.")
@click.option(
    "--human", multiple=True, metavar="TRACK", help="Another person's track: the ceiling. Also without --run."
)
@click.option("--report", type=path_argument, metavar="FILE", help="Write everything to FILE.html, .csv or .json.")
@click.option("--thumos", is_flag=True, help="mAP at tIoU .3 to .7, as THUMOS'14 has it, instead of .5 to .95.")
@click.option("--tiou", metavar="T,T…", default="", help="mAP at these tIoU thresholds, such as 0.1,0.3,0.5.")
@speaks
def evaluate(
    output: Output,
    project: Path | None,
    ground_truth: Path | None,
    predictions: Path | None,
    subset: str,
    predicted_only: bool,
    runs: tuple[str, ...],
    reference: str | None,
    human: tuple[str, ...],
    report: Path | None,
    thumos: bool,
    tiou: str,
) -> None:
    """Measures predictions against what people said: mean average precision as ActivityNet's official evaluator counts
    it, frame by frame, segment by segment, edge by edge.

    Either --ground-truth GT --predictions P, or PROJECT --run R --reference TRACK.
    """
    if thumos and tiou:
        raise click.UsageError("Give either --thumos or --tiou.")
    levels = THUMOS if thumos else _levels(tiou) if tiou else THRESHOLDS
    if report is not None:
        from app.tasks.measure_files import checked

        checked(report)
    if project is None and ground_truth and predictions and not (runs or reference or human):
        _files(output, ground_truth, predictions, subset, predicted_only, levels, report)
    elif project is not None and (runs or human) and reference and not ground_truth and not predictions:
        from app.tasks.comparing import opened
        from app.tasks.measuring import measure

        _tell(output, output.run(measure(opened(project, runs, reference, human), levels)), report)
    else:
        raise click.UsageError(_USAGE)


def _levels(text: str) -> tuple[float, ...]:
    """`.1,.5` → (0.1, 0.5), each once, rising."""
    try:
        levels = sorted({float(part) for part in text.split(",")})
    except ValueError:
        levels = [0.0]
    if not all(0 < level <= 1 for level in levels):
        raise click.UsageError(f"“{text}” are no tIoU thresholds; write them like 0.3,0.5 (above 0, at most 1).")
    return tuple(levels)


def _files(
    output: Output,
    ground_truth: Path,
    predictions: Path,
    subset: str,
    predicted_only: bool,
    levels: Sequence[float],
    report: Path | None,
) -> None:
    from app.tasks.measuring import Comparison, Measured
    from core.evaluation import files

    truth, found = files.truth(ground_truth, subset), files.predictions(predictions)
    if predicted_only:
        truth = truth.in_videos(found.video)
    if not len(truth):
        raise UserError(f"Nothing of {ground_truth.name} is left to score against; check which file is which.")
    figures = output.run(files.measured(truth, found, levels))
    silent = len({*truth.video} - {*found.video})
    notes = (f"{count(silent, 'video')} of the ground truth without a prediction.",) if silent else ()
    one = Measured(predictions.name, "run", figures, ())
    _tell(output, Comparison(ground_truth.name, (one,), {}, notes, frames=False), report)


def _tell(output: Output, comparison: Comparison, report: Path | None) -> None:
    from app.tasks.measure_files import everything, write_report

    if report is not None:
        output.run(write_report(report, comparison))
        output.note(f"The report is in {report}.")
    output.emit(everything(comparison), "" if output.json else _text(comparison))


def _text(comparison: Comparison) -> str:
    first = comparison.results[0].figures
    parts = [_detected(first.detection)] if len(comparison.results) == 1 else []
    parts.append(_summary(comparison))
    if len(comparison.results) == 1 and comparison.frames:
        counts = first.confusion.frames
        rows = [[label, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}"] for label, c in counts.items()]
        parts.append(table(["Frame by frame", "Precision", "Recall", "F1"], rows, right=" rrr"))
    notes = [*comparison.notes, *(note for one in comparison.results for note in one.notes)]
    return "\n\n".join([*parts, *notes])


def _summary(comparison: Comparison) -> str:
    from app.tasks.measure_table import measures, text

    results = comparison.results
    rows = [
        [one.title + (", frames" if one.unit == "frames" else ""), *(text(one, one.of(r.figures)) for r in results)]
        for one in measures(comparison.frames)
    ]
    heads = ["Measure", *(one.name for one in results)]
    return table(heads, rows, right=" " + "r" * len(results))


def _detected(result: Detection) -> str:
    rows = [[key, f"{value:.4f}"] for key, value in result.mean.items()]
    lines = [
        f"{count(result.predictions, 'prediction')} against {count(result.ground_truth, 'segment')} of "
        f"{count(len(result.classes), 'class', 'classes')}",
        "",
        table(["tIoU", "mAP"], [*rows, ["average", f"{result.average:.4f}"]], right=" r"),
    ]
    if result.ignored:
        lines.append(f"\n{count(result.ignored, 'prediction')} of classes that the ground truth lacks did not count.")
    return "\n".join(lines)
