"""Letting networks look at the footage, and getting them their weights."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import dialogs, tasks
from app.told_words import told
from app.words import phrase
from app.workspace import Workspace
from core import paths
from core.decode import DecodeSettings
from core.rows import Video, changed
from core.timeline.edit import Edit

if TYPE_CHECKING:
    from app.dialogs.train import Training
    from models.papers.report import Report


def analyze(ws: Workspace) -> None:
    if ws.document.video is not None:
        analyze_videos(ws, [ws.document.video])


def analyze_all(ws: Workspace) -> None:
    analyze_videos(ws, list(ws.document.videos.values()))


def analyze_videos(ws: Workspace, videos: list[Video], model: str = "") -> None:
    """Asks which network (`model` to begin with) and how strict, then queues one job a video."""

    def ask(known: tuple[list[tasks.ModelChoice], str]) -> None:
        models, device = known

        def analyse(name: str, settings: DecodeSettings, checkpoint: Path | None) -> None:
            ws.analyze(videos, name, settings, checkpoint)

        tuned = partial(tasks.remembered, ws.document.project)
        answers = dialogs.Answers(analyse, tuned, partial(_fetch, ws, videos), partial(train, ws, device))
        dialogs.ask_analysis(models, len(videos), device, answers, model)

    ws.start(phrase("Looking for networks"), tasks.networks(ws.settings.device), ask, urgent=True)


def _fetch(ws: Workspace, videos: list[Video], model: tasks.ModelChoice, weights: tasks.WeightsChoice) -> None:
    """Gets the weights in the background, then asks again."""
    if weights.imported:
        file = dialogs.ask_open(phrase("A file for {asset}", asset=weights.asset), phrase("All files (*)"))
        if file is None:
            return
        task = tasks.import_asset(weights.asset, file)
    else:
        task = tasks.fetch_asset(weights.asset)
    ws.start(
        phrase("Fetching {asset}", asset=weights.asset),
        task,
        lambda _: analyze_videos(ws, videos, model.name),
        urgent=True,
    )


def train(ws: Workspace, device: str, model: tasks.ModelChoice) -> None:
    """Asks for the data, then trains as the paper does, in the background."""

    def begin(wanted: Training) -> None:
        ws.change_settings(data=str(wanted.data))
        task = tasks.reproduce(
            wanted.paper, wanted.data, wanted.quick, wanted.minutes, wanted.size, device=ws.settings.device
        )
        ws.start(phrase("Training {network}", network=told(model.title)), task, partial(_trained, ws, model), "heavy")

    dialogs.ask_training(model, ws.settings.data, device, begin)


def _trained(ws: Workspace, model: tasks.ModelChoice, report: Report) -> None:
    measured = sum(row.ours is not None for row in report.rows)
    folder = paths.data_dir() / "reproduced" / report.paper
    said = phrase(
        "{network} is trained; {analyze} finds activities with it. {measured} of {rows} rows of the paper's table were "
        "measured; table and figures are in {folder}.",
        network=told(model.title),
        measured=measured,
        rows=len(report.rows),
        folder=folder,
    )
    ws.report(said)


def find_similar(ws: Workspace) -> None:
    """Moments of all videos that look like the selected segment, or like the in/out range."""
    ws.window.similar_moments.find()


def measure(ws: Workspace) -> None:
    """How good runs and people are against what somebody labelled."""
    ws.window.measuring.open()


def find_shots(ws: Workspace) -> None:
    """Where the picture is suddenly another: ticks on the ruler, which dragged edges snap to."""
    ws.window.shots.find()


def hide_run(ws: Workspace) -> None:
    """Takes the newest run off the timeline; undo brings it back."""
    if not ws.document.runs:
        ws.say(phrase("This video has no run to remove."))
        return
    newest = max(ws.document.runs.values(), key=lambda run: run.id)
    ws.document.push(Edit("Remove run", removed=(newest,), added=(changed(newest, hidden=True),)))


def cancel_jobs(ws: Workspace) -> None:
    for job in ws.runner.jobs:
        job.cancel()
