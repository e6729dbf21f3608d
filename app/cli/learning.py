"""`train`: learning from what people corrected in a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from app.cli.output import Output, path_argument, speaks
from core.errors import UserError


@click.command()
@click.argument("project", type=path_argument)
@click.option("--form", default="small", show_default=True, help="Of the head: small, linear, or paper (512 cells).")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, metavar="N")
@click.option("--coherence", is_flag=True, help="Also from all footage: neighbouring moments are alike.")
@click.option("--encoder", is_flag=True, help="First learns to foretell all footage, without labels.")
@click.option("--predict/--no-predict", default=True, show_default=True, help="Look through all videos afterwards.")
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
    coherence: bool,
    encoder: bool,
    predict: bool,
    device: str,
) -> None:
    """Learns from what people accepted, corrected, drew and reviewed, and looks through all videos of the project.

    What nobody said is not taken for background. The weights become a checkpoint of the network `head`.
    """
    from app import tasks
    from core.storage.project import Project

    if not project.exists():
        raise UserError(f"{project} does not exist; give a project with corrections.")
    failed = False
    with Project.open(project) as opened:
        given = tasks.material(opened)
        improved = output.run(
            tasks.improve(given, form=form, device=device, seed=seed, coherence=coherence, encoder=encoder)
        )
        tasks.commit_improved(opened, improved)
        for note in improved.notes:
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
    document = {
        "checkpoint": str(improved.file),
        "labels": list(improved.labels),
        "metrics": dict(improved.metrics),
        "notes": list(improved.notes),
        "seconds": round(improved.seconds, 3),
        "videos": found,
    }
    output.emit(document, _text(document))
    context.exit(1 if failed else 0)


def _text(document: dict[str, Any]) -> str:
    metrics = document["metrics"]
    lines = [
        f"Learned {len(document['labels'])} labels in {document['seconds']:.1f} s: {', '.join(document['labels'])}",
        f"mAP {metrics['mAP']:.3f}, F1 {metrics['F1']:.3f}, on {metrics['on']}",
        f"Checkpoint: {document['checkpoint']}",
        *(f"{one['video']}: {one['segments']} segments" for one in document["videos"]),
    ]
    return "\n".join(lines)
