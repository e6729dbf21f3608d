"""What can be seen of a video around the playhead: the computing side of app.overlays, for one job lane each.

A `Sight` is made for one video and one way of looking, lets the lane's thread open the video and load the network when
it is first asked, and keeps both from one stretch to the next.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.rows import Run
from core.seen import WHOLE, Eye, Seen
from core.storage.project import Project
from core.task import Progress, Task
from core.time import Span

if TYPE_CHECKING:
    from core.video.source import Lender, VideoSource
    from models.foresight import Predictor


@dataclass(frozen=True)
class Subject:
    """Which video is looked at, and by whose eyes: the network of the run that is chosen ("": none is), its weights
    (checkpoint None: the network's own; digest "": whatever they are). held: what the player has decoded of it."""

    path: Path
    model: str = ""
    checkpoint: Path | None = None
    digest: str = ""
    device: str = "auto"
    held: Lender | None = None

    def by(self, project: Project, run: Run) -> Subject:
        """As the network of a run sees it. For the thread that owns the project."""
        row = next((one for one in project.checkpoints() if one.id == run.checkpoint_id), None)
        checkpoint = None if row is None else Path(os.path.normpath(project.folder.absolute() / row.path))
        digest = json.loads(run.settings).get("weights", "")
        return replace(self, model=run.model, checkpoint=checkpoint, digest=digest)


Opener = Callable[["VideoSource", Subject], Eye]


class Sight:
    """`look` is for one thread; errors a user can mend come back as the sentence of what is seen."""

    def __init__(self, subject: Subject, opener: Opener) -> None:
        self.subject, self._opener = subject, opener
        self._source: VideoSource | None = None
        self._eye: Eye | None = None

    def look(self, frame: int) -> Task[Seen]:
        yield Progress(text=f"Opening {self.subject.path.name}")
        from core.video.pictures import Undecodable

        try:
            return (yield from self._opened().look(frame))
        except Undecodable as error:
            return Seen(Span(frame, frame + 1), why=str(error))
        except UserError as error:
            return Seen(WHOLE, {}, str(error), *_lacking(getattr(self._eye, "model", "")))

    def _opened(self) -> Eye:
        from core.video.source import open_video

        if self._source is None:
            self._source = open_video(self.subject.path)
            self._source.borrow(self.subject.held)
        if self._eye is None:
            self._eye = self._opener(self._source, self.subject)
        return self._eye

    def close(self) -> Task[None]:
        """In the thread that looked."""
        yield Progress(text="Closing")
        close = getattr(self._eye, "close", None)
        if close is not None:
            close()
        if self._source is not None:
            self._source.close()
        self._eye = self._source = None


def _lacking(model: str) -> tuple[str, str]:
    """The asset to fetch, or the network to train, where `model` cannot be used as it is; else two times ""."""
    from app.tasks.choices import weights_of
    from models.cards import card

    if not model:
        return "", ""
    weights = weights_of(card(model))
    if any(not one.missing for one in weights):
        return "", ""
    asset = weights[0].asset if weights else ""
    return asset, "" if asset else model


def flow(source: VideoSource, subject: Subject) -> Eye:
    from core.video.flow_near import FlowEye

    return FlowEye(source)


def foresight(source: VideoSource, subject: Subject) -> Eye:
    from models.foresight import ForesightEye

    return ForesightEye(_predictor(source, subject, "patraucean2015"))


def future(source: VideoSource, subject: Subject) -> Eye:
    from models.future import FutureEye

    return FutureEye(_predictor(source, subject, "srivastava2015", only="srivastava2015"))


def _predictor(source: VideoSource, subject: Subject, usual: str, only: str = "") -> Predictor:
    """By the network of the run that is chosen where it gives next frames, else by the usual one's own weights."""
    from models.cards import card
    from models.foresight import Predictor

    if subject.model and (subject.model == only or (not only and "next frames" in card(subject.model).gives)):
        return Predictor(card(subject.model), source, subject.device, subject.checkpoint, subject.digest)
    return Predictor(card(usual), source, subject.device)


def heat(source: VideoSource, subject: Subject) -> Eye:
    """By the network of the run that is chosen, whatever it is: another one's reasons would mislead; I3D where none
    is."""
    from models.cards import card
    from models.decision import HeatEye

    if subject.model:
        return HeatEye(card(subject.model), source, subject.device, subject.checkpoint, subject.digest)
    return HeatEye(card("i3d"), source, subject.device)
