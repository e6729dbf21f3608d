"""Every action of the window: its text, icon, keys, menu and what must be there for it to make sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.actions import analysing, editing, files, labelling, playing, viewing
from app.workspace import Workspace

Needs = Literal["", "video", "selection", "several", "prediction", "range"]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`needs` says when the action is enabled: always, with a video open, with segments selected, with more than one,
    with a prediction among them, or with an in/out range."""

    name: str
    text: str
    run: Callable[[Workspace], None]
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = ""
    checkable: bool = False


def _a(
    run: Callable[[Workspace], None],
    menu: str,
    text: str,
    keys: str = "",
    icon: str = "",
    needs: Needs = "",
    *,
    checkable: bool = False,
) -> ActionSpec:
    return ActionSpec(run.__name__, text, run, menu, tuple(keys.split()), icon, needs, checkable)


# A menu starts a new group where the name ends in "|".
ACTIONS: tuple[ActionSpec, ...] = (
    _a(files.new_project, "File", "New project…", "Ctrl+N", "file-plus"),
    _a(files.open_project, "File", "Open project…", "Ctrl+Shift+O", "folder-open"),
    _a(files.save_copy, "File", "Save a copy…", "Ctrl+Shift+S", "copy"),
    _a(files.add_videos, "File|", "Add videos…", "Ctrl+O", "video"),
    _a(files.add_folder, "File", "Add folder…", "", "folder-plus"),
    _a(files.import_annotations, "File|", "Import annotations…", "Ctrl+I", "download"),
    _a(files.export_annotations, "File", "Export annotations…", "Ctrl+E", "upload"),
    _a(files.render_video, "File", "Render annotated video…", "", "clapperboard", "video"),
    _a(files.quit_program, "File|", "Quit", "Ctrl+Q", "log-out"),
    _a(editing.undo, "Edit", "Undo", "Ctrl+Z", "undo-2"),
    _a(editing.redo, "Edit", "Redo", "Ctrl+Shift+Z Ctrl+Y", "redo-2"),
    _a(editing.set_in, "Edit|", "Set in point", "I", "bracket-in", "video"),
    _a(editing.set_out, "Edit", "Set out point", "O", "bracket-out", "video"),
    _a(editing.add_segment, "Edit", "Add segment from in to out", "Return Enter", "plus", "range"),
    _a(editing.clear_in_out, "Edit", "Clear in, out and selection", "Esc", "x", "video"),
    _a(editing.set_start, "Edit|", "Set start to playhead", "[", "align-start", "selection"),
    _a(editing.set_stop, "Edit", "Set end to playhead", "]", "align-end", "selection"),
    _a(editing.split, "Edit", "Split at playhead", "Ctrl+K", "scissors", "selection"),
    _a(editing.join, "Edit", "Join", "Ctrl+J", "merge", "several"),
    _a(editing.delete, "Edit", "Delete", "Del Backspace", "trash-2", "selection"),
    _a(editing.accept, "Edit|", "Accept prediction", "A", "check", "prediction"),
    _a(editing.reject, "Edit", "Reject prediction", "R", "ban", "prediction"),
    _a(editing.accept_all, "Edit", "Accept all predictions", "Ctrl+Shift+A", "check-check", "video"),
    _a(editing.select_all, "Edit|", "Select all segments", "Ctrl+A", "", "video"),
    _a(labelling.edit_labels, "Edit|", "Edit labels…", "Ctrl+Shift+L", "tags"),
    _a(playing.play, "Play", "Play / pause", "Space", "play", "video"),
    _a(playing.play_reverse, "Play", "Play backwards, faster", "J", "rewind", "video"),
    _a(playing.pause, "Play", "Pause", "K", "pause", "video"),
    _a(playing.play_forward, "Play", "Play forwards, faster", "L", "fast-forward", "video"),
    _a(playing.slower, "Play|", "Slower", ",", "", "video"),
    _a(playing.faster, "Play", "Faster", ".", "", "video"),
    _a(playing.loop, "Play", "Loop selection", "Ctrl+L", "repeat", "video", checkable=True),
    _a(playing.step_back, "Play|", "One frame back", "Left", "step-back", "video"),
    _a(playing.step_forward, "Play", "One frame forward", "Right", "step-forward", "video"),
    _a(playing.step_back_10, "Play", "Ten frames back", "Shift+Left", "", "video"),
    _a(playing.step_forward_10, "Play", "Ten frames forward", "Shift+Right", "", "video"),
    _a(playing.previous_edge, "Play|", "Previous boundary", "Up", "", "video"),
    _a(playing.next_edge, "Play", "Next boundary", "Down", "", "video"),
    _a(playing.previous_segment, "Play", "Previous segment", "Alt+Up", "", "video"),
    _a(playing.next_segment, "Play", "Next segment", "Alt+Down", "", "video"),
    _a(playing.jump_start, "Play", "First frame", "Home", "skip-back", "video"),
    _a(playing.jump_end, "Play", "Last frame", "End", "skip-forward", "video"),
    _a(analysing.analyze, "Analyse", "Find activities…", "F5", "sparkles", "video"),
    _a(analysing.analyze_all, "Analyse", "Find activities in all videos…", "Shift+F5", "", "video"),
    _a(analysing.show_foreseen, "Analyse|", "Show what was foreseen", "F7", "eye", "video"),
    _a(analysing.hide_run, "Analyse|", "Remove the newest run of this video", "", "eye-off", "video"),
    _a(analysing.cancel_jobs, "Analyse|", "Cancel running jobs", "Ctrl+.", "circle-stop"),
    _a(viewing.zoom_in, "View", "Zoom in", "Ctrl++ Ctrl+=", "zoom-in", "video"),
    _a(viewing.zoom_out, "View", "Zoom out", "Ctrl+-", "zoom-out", "video"),
    _a(viewing.zoom_fit, "View", "Whole video", "Ctrl+0", "maximize-2", "video"),
    _a(viewing.zoom_selection, "View", "Zoom to selection", "Z", "", "selection"),
    _a(viewing.snap, "View|", "Snap to edges", "S", "magnet", checkable=True),
    _a(viewing.toggle_theme, "View|", "Light theme", "", "sun-moon", checkable=True),
    _a(viewing.reset_layout, "View", "Reset layout"),
    _a(viewing.show_keys, "Help", "Keys", "F1", "keyboard"),
    _a(viewing.show_log, "Help", "Open the log folder"),
    _a(viewing.about, "Help|", "About Reelmark", "", "info"),
)
