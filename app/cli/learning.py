"""`train` and `tune`: learning from what people corrected in a project, and how strict to be with what was learned."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.output import Output, count, path_argument, speaks, table
from core.errors import UserError
from core.storage.project import Project
from core.timeline.changes import Kind

if TYPE_CHECKING:
    from core.evaluation.reference import Measure
    from core.storage.project import Project
    from core.tuning import LabelTuning


@click.command()
@click.argument("project", type=path_argument)
@click.option("--form", default="small", show_default=True, help="Of the head: small, linear, or paper (512 cells).")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, metavar="N")
@click.option("--model", type=click.Choice(["head"]), default="head", show_default=True, help="What is trained.")
@click.option("--backbone", is_flag=True, help="Fine-tune the last layers below too; slow without a GPU.")
@click.option("--coherence", is_flag=True, help="Also from all footage: neighbouring moments are alike.")
@click.option("--encoder", is_flag=True, help="First learns to foretell all footage, without labels.")
@click.option("--predict/--no-predict", default=True, show_default=True, help="Look through all videos afterwards.")
@click.option("--propose", is_flag=True, help="Leave it to the window whether the new predictions replace the old.")
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda", "mps"]), default="auto", show_default=True)
@speaks
@click.pass_context
def train(
    context: click.Context,
    /,
    output: Output,
    project: Path,
    form: str,
    seed: int,
    model: str,
    backbone: bool,
    coherence: bool,
    encoder: bool,
    predict: bool,
    propose: bool,
    device: str,
) -> None:
    """Learns from what people accepted, corrected, drew and reviewed, and looks through all videos of the project.

    What nobody said is not taken for background. The weights become a checkpoint of the network `head`. Stopped or
    killed, the training goes on from there when the same corrections are learned again.
    """
    from app import tasks

    if not project.exists():
        raise UserError(f"{project} does not exist; give a project with corrections.")
    failed = False
    with Project.open(project) as opened:
        given = tasks.material(opened)
        learning = tasks.improve(
            given, form=form, device=device, seed=seed, backbone=backbone, coherence=coherence, encoder=encoder
        )
        improved = output.run(learning)
        tasks.commit_improved(opened, improved)
        notes = [note for note in (improved.wanting, *improved.notes) if note]
        for note in notes:
            output.note(note)
        found: list[dict[str, Any]] = []
        for video in opened.videos() if predict else ():
            try:
                path = opened.resolve(video)
                task = tasks.analyze(path, video, tasks.MODEL, device=device, checkpoint=improved.file)
                count = tasks.commit(opened, output.run(task))
            except UserError as error:
                click.echo(f"reelmark: {error}", err=True)
                failed = True
                continue
            found.append({"video": video.path, "segments": count})
        changes = _changes(opened, keep_old=propose) if predict else {}
    document = {
        "checkpoint": str(improved.file),
        "epochs": round(improved.epochs, 1),
        "labels": list(improved.labels),
        "metrics": dict(improved.metrics),
        "notes": notes,
        "seconds": round(improved.seconds, 3),
        "videos": found,
        "changes": changes,
    }
    output.emit(document, _text(document))
    context.exit(1 if failed else 0)


def _changes(project: Project, keep_old: bool) -> dict[str, int]:
    """How many segments are new, gone, moved or as before, where there was a version before; its predictions are then
    put away unless they are to be kept."""
    from app import tasks

    both = tasks.proposed_version(tasks.learned_versions(project))
    if both is None:
        return {}
    found = tasks.version_changes(project, *both).values()
    project.apply(tasks.put_away_older(tasks.learned_versions(project)))
    if not keep_old:
        project.apply(tasks.take_version(tasks.learned_versions(project)))
    kinds: tuple[Kind, ...] = ("new", "gone", "moved")
    return {kind: sum(one.count(kind) for one in found) for kind in kinds} | {"same": sum(one.same for one in found)}


def _text(document: dict[str, Any]) -> str:
    metrics = document["metrics"]
    lines = [
        f"Learned {len(document['labels'])} labels in {document['seconds']:.1f} s: {', '.join(document['labels'])}",
        f"mAP {metrics['mAP']:.3f}, F1 {metrics['F1']:.3f}, on {metrics['on']}",
        f"Checkpoint: {document['checkpoint']}",
        *(f"{one['video']}: {one['segments']} segments" for one in document["videos"]),
    ]
    if changes := document["changes"]:
        lines.append("Against the version before: " + ", ".join(f"{n} {kind}" for kind, n in changes.items()))
    return "\n".join(lines)


@click.command()
@click.argument("project", type=path_argument)
@click.option("--run", metavar="R", help="A run: its track's name, its model's name, or its id. Otherwise the newest.")
@click.option("--apply/--no-apply", default=True, show_default=True, help="Keep the settings and decode all runs anew.")
@speaks
def tune(output: Output, project: Path, run: str | None, apply: bool) -> None:
    """Tunes threshold, smoothing, minimum length and merge gap of each label on the reviewed videos of a project.

    All runs of the same weights take the new settings, and so do later ones. One undo in the window takes it back.
    """
    from app import tasks
    from core.storage.project import Project

    if not project.exists():
        raise UserError(f"{project} does not exist; give a project with runs.")
    with Project.open(project) as opened:
        given = tasks.tunable(opened, _run_id(opened, run))
        found = output.run(tasks.tune_runs(given))
        if apply:
            opened.apply(tasks.redecoded_edit(opened, found))
    for name in found.missing:
        output.note(f"{name}: its scores are not cached any more; analyse it again to use the new settings.")
    assert found.tuning is not None
    on = [one.video.path for one in given.runs if one.video.id in given.on]
    labels = [_tuned(one) for one in found.tuning.labels]
    document = {"labels": labels, "videos": on, "kept_apart": given.apart, "runs": len(found.found), "applied": apply}
    output.emit(document, _tuned_text(document))


def _run_id(project: Project, name: str | None) -> int:
    """The newest run that goes by that name."""
    runs = project.runs()
    by_run = {track.run_id: track.name for track in project.tracks()}
    named = [run for run in runs if name in (None, by_run.get(run.id), run.model, str(run.id))]
    if not runs:
        raise UserError(f"There is no run in {project.path.name} yet; find activities first (`reelmark analyze`).")
    if not named:
        names = ", ".join(dict.fromkeys(by_run.get(run.id, run.model) for run in runs))
        raise UserError(f"There is no run “{name}” in {project.path.name}; there is {names}.")
    return named[-1].id


_WHY = {"": "tuned", "few": "too few examples", "best": "good as it was"}


def _tuned(one: LabelTuning) -> dict[str, Any]:
    settings = one.settings
    return {
        "label": one.label,
        "threshold": settings.threshold,
        "low": settings.low,
        "smoothing": settings.smoothing,
        "min_length": settings.min_length,
        "merge_gap": settings.merge_gap,
        "before": _measure(one.before),
        "after": _measure(one.after),
        "examples": one.examples,
        "state": _WHY[one.kept],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    segments, frames = measure.segments, measure.frames
    by_frame = {"precision": frames.precision, "recall": frames.recall, "f1": frames.f1}
    return {"precision": segments.precision, "recall": segments.recall, "f1": segments.f1, "frames": by_frame}


def _tuned_text(document: dict[str, Any]) -> str:
    heads = [
        "Label",
        "Threshold",
        "Low",
        "Smoothing s",
        "Min. length s",
        "Merge gap s",
        "Precision",
        "Recall",
        "F1",
        "",
    ]
    rows = []
    for one in document["labels"]:
        before, after = one["before"], one["after"]
        change = [f"{before[name]:.2f} → {after[name]:.2f}" for name in ("precision", "recall", "f1")]
        numbers = [f"{one[name]:.2f}" for name in ("threshold", "low", "smoothing", "min_length", "merge_gap")]
        rows.append([one["label"], *numbers, *change, one["state"]])
    where = count(len(document["videos"]), "video")
    where += " kept apart in training" if document["kept_apart"] else " that people reviewed"
    done = f"{count(document['runs'], 'run')} decoded anew." if document["applied"] else "Nothing was changed."
    note = "Segments that overlap a person's by half are right; the figures are of the videos it was tuned on."
    return f"Tuned on {where}. {done}\n\n{table(heads, rows, right=' rrrrrrrr')}\n\n{note}"
