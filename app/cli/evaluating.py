"""`evaluate`: how good predictions are, from files or inside a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from app.cli.output import Output, count, path_argument, speaks, table
from core.evaluation.segments import Detection


@click.command()
@click.argument("project", required=False, type=path_argument)
@click.option("--ground-truth", type=path_argument, metavar="GT", help="ActivityNet ground truth (JSON).")
@click.option("--predictions", type=path_argument, metavar="P", help="ActivityNet results (JSON).")
@click.option("--subset", default="validation", show_default=True, help="The part of the ground truth that counts.")
@click.option("--predicted-only", is_flag=True, help="Leave out videos of the ground truth that P does not name.")
@click.option("--run", metavar="R", help="A run of PROJECT: its track's name, its model's name, or its id.")
@click.option("--reference", metavar="TRACK", help="The track of PROJECT that holds the truth.")
@speaks
def evaluate(
    output: Output,
    project: Path | None,
    ground_truth: Path | None,
    predictions: Path | None,
    subset: str,
    predicted_only: bool,
    run: str | None,
    reference: str | None,
) -> None:
    """Scores predictions as ActivityNet's official evaluator does: mean average precision over temporal overlap.

    Either --ground-truth GT --predictions P, or PROJECT --run R --reference TRACK.
    """
    if project is None and ground_truth and predictions and not run and not reference:
        from core.evaluation import files
        from core.evaluation.segments import evaluate as score

        truth, found = files.truth(ground_truth, subset), files.predictions(predictions)
        if predicted_only:
            truth = truth.in_videos(found.video)
        result = score(truth, found)
        silent = len({*truth.video} - {*found.video})
        rest = f"\n\n{count(silent, 'video')} of the ground truth without a prediction." if silent else ""
        output.emit(_document(result), _text(result) + rest)
    elif project is not None and run and reference and not ground_truth and not predictions:
        from app.tasks.comparing import compare, opened_tracks

        compared = compare(opened_tracks(project, run, reference))
        frames = {
            label: {"precision": c.precision, "recall": c.recall, "f1": c.f1} for label, c in compared.frames.items()
        }
        document = _document(compared.detection) | {"frames": frames, "videos": compared.videos}
        rows = [[label, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}"] for label, c in compared.frames.items()]
        by_frame = table(["Frame by frame", "Precision", "Recall", "F1"], rows, right=" rrr")
        output.emit(document, f"{_text(compared.detection)}\n\n{by_frame}")
    else:
        raise click.UsageError("Give --ground-truth GT --predictions P, or PROJECT --run R --reference TRACK.")


def _document(result: Detection) -> dict[str, Any]:
    keys = list(result.mean)
    return {
        "mAP": result.mean,
        "average_mAP": result.average,
        "classes": {
            name: dict(zip(keys, (float(value) for value in result.ap[:, i]), strict=True))
            for i, name in enumerate(result.classes)
        },
        "ground_truth": result.ground_truth,
        "predictions": result.predictions,
        "ignored": result.ignored,
    }


def _text(result: Detection) -> str:
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
