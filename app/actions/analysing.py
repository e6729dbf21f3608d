"""Letting networks look at the footage."""

from __future__ import annotations

from app import dialogs, tasks
from app.workspace import Workspace
from core.rows import Video, changed
from core.timeline.edit import Edit


def analyze(ws: Workspace) -> None:
    if ws.document.video is not None:
        analyze_videos(ws, [ws.document.video])


def analyze_all(ws: Workspace) -> None:
    analyze_videos(ws, list(ws.document.videos.values()))


def analyze_videos(ws: Workspace, videos: list[Video]) -> None:
    """Asks which network and how strict, then queues one job a video."""

    def ask(known: tuple[list[tasks.ModelChoice], str]) -> None:
        models, device = known
        dialogs.ask_analysis(models, len(videos), device, lambda model, settings: ws.analyze(videos, model, settings))

    ws.start("Looking for networks", tasks.networks(ws.settings.device), ask, urgent=True)


def hide_run(ws: Workspace) -> None:
    """Takes the newest run off the timeline; undo brings it back."""
    if not ws.document.runs:
        ws.say("This video has no run to remove.")
        return
    newest = max(ws.document.runs.values(), key=lambda run: run.id)
    ws.document.push(Edit("Remove run", removed=(newest,), added=(changed(newest, hidden=True),)))


def cancel_jobs(ws: Workspace) -> None:
    for job in ws.runner.jobs:
        job.cancel()
