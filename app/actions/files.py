"""Projects, videos and files of other programs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app import dialogs, tasks
from app.words import phrase
from app.workspace import Workspace
from core.errors import EditConflict, UserError


def new_project(ws: Workspace) -> None:
    if path := dialogs.ask_save(
        phrase("New project"), phrase("Reelmark project (*.reelmark)"), ".reelmark", replaces=False
    ):
        if path.exists():
            ws.complain(phrase("{name} exists already; open it, or choose another name.", name=path.name))
            return
        ws.open_project(path)


def open_project(ws: Workspace) -> None:
    if path := dialogs.ask_open(phrase("Open project"), phrase("Reelmark project (*.reelmark)")):
        ws.open_project(path)


def save_copy(ws: Workspace) -> None:
    """The project is always saved; this makes a second one, and stays in the first."""
    if path := dialogs.ask_save(phrase("Save a copy"), phrase("Reelmark project (*.reelmark)"), ".reelmark"):
        ws.document.project.copy_to(path)
        ws.report(phrase("Copied to {path}.", path=path))


def merge_project(ws: Workspace) -> None:
    """What was done in another copy of this project, or in another project of the same videos, comes into this one."""
    if path := dialogs.ask_open(phrase("Merge another project"), phrase("Reelmark project (*.reelmark)")):
        start_merge(ws, path)


def start_merge(ws: Workspace, path: Path) -> None:
    task = tasks.plan_merge(ws.document.project.path, path)
    ws.start(phrase("Merging {name}", name=path.stem), task, partial(_take_merge, ws, path), urgent=True)


def _take_merge(ws: Workspace, path: Path, merged: tasks.Merged) -> None:
    name = path.stem
    try:
        done = tasks.commit_merge(ws.document.project, merged)
    except EditConflict:  # something was labelled meanwhile
        start_merge(ws, path)
        return
    except UserError as error:
        ws.complain(str(error))
        return
    ws.document.refresh(force=True)
    if done.backup is None:
        ws.say(phrase("Everything in {name} is here already.", name=name))
    else:
        added, changed, removed = merged.count()
        ws.report(
            phrase(
                "{name} merged: {added} segments added, {changed} changed, {removed} removed. {undo} takes it back; "
                "{backup} is the project as it was.",
                name=name,
                added=added,
                changed=changed,
                removed=removed,
                backup=done.backup.name,
            )
        )
    if merged.conflicts:
        dialogs.show_conflicts(ws, merged.conflicts)


def add_videos(ws: Workspace) -> None:
    if paths := dialogs.ask_open_many(phrase("Add videos"), dialogs.video_filter()):
        ws.add_videos(paths)


def add_folder(ws: Workspace) -> None:
    """Every video file below a folder; a folder of numbered images counts as one video."""
    if folder := dialogs.ask_folder(phrase("Add folder")):
        ws.add_videos([folder])


def find_missing(ws: Workspace) -> None:
    """Searches a folder for all videos that are not where they were."""
    ws.window.library_list.missing.open()


def import_annotations(ws: Workspace) -> None:
    if path := dialogs.ask_open(
        phrase("Import annotations"), phrase("Annotations (*.json *.csv *.tsv);;All files (*)")
    ):
        ws.import_annotations(path)


def export_annotations(ws: Workspace) -> None:
    if chosen := dialogs.ask_export(tasks.formats()):
        name, path = chosen
        ws.export_annotations(path, name)


def export_clips(ws: Workspace) -> None:
    """The selected segments, or all that people labelled, each as a video of its own."""
    folder = dialogs.ask_folder(phrase("Export segments as clips"))
    if folder is not None:
        task = tasks.write_clips(tasks.snapshot(ws.document.project), folder, frozenset(ws.document.selection))
        ws.start(phrase("Export segments as clips"), task, partial(_clips_written, ws, folder))


def _clips_written(ws: Workspace, folder: Path, written: list[Path]) -> None:
    ws.report(phrase("{count} clips written to {folder}.", count=len(written), folder=folder))


def export_budget(ws: Workspace) -> None:
    """How often, how long and how much of the time each label was given, as a table."""
    path = dialogs.ask_save(phrase("Export time budget"), phrase("CSV table (*.csv)"), ".csv")
    if path is not None:
        task = tasks.write_budget(tasks.snapshot(ws.document.project), path)
        ws.start(phrase("Export time budget"), task, partial(_budget_written, ws))


def _budget_written(ws: Workspace, path: Path) -> None:
    ws.report(phrase("Time budget written to {path}.", path=path))


def render_video(ws: Workspace) -> None:
    """A copy of the current video with its activities written into the picture."""
    video = ws.document.video
    if video is not None and (
        path := dialogs.ask_save(phrase("Render annotated video"), phrase("MP4 video (*.mp4)"), ".mp4")
    ):
        ws.render_video(video, path)


def quit_program(ws: Workspace) -> None:
    ws.window.close()
