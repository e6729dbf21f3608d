"""Learning from what people corrected, and looking through all videos with it."""

from __future__ import annotations

from functools import partial

from app import tasks
from app.words import phrase
from app.workspace import Workspace
from core.errors import UserError


def improve(ws: Workspace) -> None:
    """In the background; what was learned then finds activities in every video of the project."""
    try:
        given = tasks.material(ws.document.project)
    except UserError as error:
        ws.complain(str(error))
        return
    task = tasks.improve(given, device=ws.settings.device)
    ws.start(phrase("Learning from corrections"), task, partial(_improved, ws, ws.document.project.path), "heavy")


def _improved(ws: Workspace, project: object, learned: tasks.Improved) -> None:
    """Where another project was opened meanwhile, the checkpoint stays among those of this computer."""
    if ws.document.project.path != project:
        return
    tasks.commit_improved(ws.document.project, learned)
    ws.report(
        phrase(
            "Learned {count} labels in {seconds:.0f} s (F-score {score:.2f} step by step, on {on}). Now all videos "
            "are looked through.",
            count=len(learned.labels),
            seconds=learned.seconds,
            score=learned.metrics["F1"],
            on=learned.metrics["on"],
        )
    )
    if learned.notes:
        ws.say(" ".join(learned.notes))
    ws.analyze(list(ws.document.videos.values()), tasks.MODEL, None, learned.file)
