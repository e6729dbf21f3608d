"""`train`: learning from what people corrected in a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from app.cli.output import Output, path_argument, speaks
from core.errors import UserError
from core.storage.project import Project
from core.timeline.changes import Kind


@click.command()
@click.argument("project", type=path_argument)
@click.option("--form", default="small", show_default=True, help="Of the head: small, linear, or paper (512 cells).")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, metavar="N")
@click.option("--model", type=click.Choice(["head"]), default="head", show_default=True, help="What is trained.")
@click.option("--backbone", is_flag=True, help="Fine-tune the last layers below too; slow without a GPU.")
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
        improved = output.run(tasks.improve(given, form=form, device=device, seed=seed, backbone=backbone))
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
