"""What the network of a run foresaw of the frame under the playhead."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.rows import Run
from core.storage.project import Project
from core.task import Progress, Task

if TYPE_CHECKING:
    from models.foresight import Foresight


def weights_of_run(project: Project, run: Run) -> Path | None:
    """The checkpoint that a run was made with; None: the network's asset. For the thread that owns the project."""
    row = next((one for one in project.checkpoints() if one.id == run.checkpoint_id), None)
    return None if row is None else Path(os.path.normpath(project.folder.absolute() / row.path))


def foresee(path: Path, run: Run, checkpoint: Path | None, frame: int, device: str = "auto") -> Task[Foresight | str]:
    """Instead of raising a UserError it returns the sentence: whoever looks has it in place of the pictures."""
    yield Progress(text=f"Opening {path.name}")
    from core.video.source import open_video
    from models.cards import card
    from models.foresight import foresee as look

    digest = json.loads(run.settings).get("weights", "")
    try:
        with open_video(path) as source:
            return (
                yield from look(card(run.model), source, frame, device=device, checkpoint=checkpoint, digest=digest)
            )
    except UserError as error:
        return str(error)
