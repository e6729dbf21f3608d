"""Every action of the window: its text, icon, keys, menu and what must be there for it to make sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from app.actions import (
    access,
    analysing,
    editing,
    files,
    labelling,
    learning,
    marking,
    moving,
    overlaying,
    peaks,
    picture,
    playing,
    reviewing,
    segments,
    tracks,
    viewing,
)
from app.signal_lanes import LANES
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
    _a(files.merge_project, "File", "Merge another project…", "Ctrl+Alt+U", "merge"),
    _a(files.add_videos, "File|", "Add videos…", "Ctrl+O", "video"),
    _a(files.find_missing, "File", "Find missing files…", "Ctrl+Alt+F", "unlink"),
    _a(files.add_folder, "File", "Add folder…", "Ctrl+Alt+O", "folder-plus"),
    _a(files.import_annotations, "File|", "Import annotations…", "Ctrl+I", "download"),
    _a(files.export_annotations, "File", "Export annotations…", "Ctrl+E", "upload"),
    _a(files.export_clips, "File", "Export segments as clips…", "Ctrl+Alt+C", "scissors", "video"),
    _a(files.export_budget, "File", "Export time budget…", "Ctrl+Alt+B"),
    _a(files.render_video, "File", "Render annotated video…", "Ctrl+Alt+E", "clapperboard", "video"),
    _a(access.settings, "File|", "Settings…", "Ctrl+,", "settings"),
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
    _a(peaks.boundary_here, "Edit", "Boundary at surprise peak", "B", "", "video"),
    _a(editing.join, "Edit", "Join", "Ctrl+J", "merge", "several"),
    _a(editing.delete, "Edit", "Delete", "Del Backspace", "trash-2", "selection"),
    _a(segments.cut_segments, "Edit|", "Cut", "Ctrl+X", "", "selection"),
    _a(segments.copy_segments, "Edit", "Copy", "Ctrl+C", "", "selection"),
    _a(segments.paste_segments, "Edit", "Paste at playhead", "Ctrl+V", "", "video"),
    _a(segments.duplicate, "Edit", "Duplicate", "Ctrl+D", "", "selection"),
    _a(editing.accept, "Edit|", "Accept prediction", "A", "check", "prediction"),
    _a(editing.reject, "Edit", "Reject prediction", "R", "ban", "prediction"),
    _a(editing.accept_all, "Edit", "Accept all predictions", "Ctrl+Shift+A", "check-check", "video"),
    _a(editing.select_all, "Edit|", "Select all segments", "Ctrl+A", "", "video"),
    _a(reviewing.mark_range_reviewed, "Edit|", "Mark range as reviewed", "Ctrl+R", "", "video"),
    _a(reviewing.mark_video_reviewed, "Edit", "Mark video as reviewed", "Ctrl+Shift+R", "", "video"),
    _a(reviewing.unmark_reviewed_range, "Edit", "Mark as not reviewed", "Ctrl+Alt+R", "", "video"),
    _a(segments.select_label, "Edit", "Select all of this label", "Shift+A", "", "video"),
    _a(segments.extend_next, "Edit", "Extend selection to next segment", "Ctrl+Shift+Right", "", "selection"),
    _a(segments.extend_previous, "Edit", "Extend selection to previous segment", "Ctrl+Shift+Left", "", "selection"),
    _a(segments.nudge_back, "Segment", "Nudge edge one frame back", "Alt+Left", "", "selection"),
    _a(segments.nudge_forward, "Segment", "Nudge edge one frame forward", "Alt+Right", "", "selection"),
    _a(segments.nudge_back_10, "Segment", "Nudge edge ten frames back", "Alt+Shift+Left", "", "selection"),
    _a(segments.nudge_forward_10, "Segment", "Nudge edge ten frames forward", "Alt+Shift+Right", "", "selection"),
    _a(segments.cycle_edge, "Segment", "Nudge start, end or both", "E", "", "video"),
    _a(segments.fill_gap, "Segment|", "Fill gap", "Shift+G", "", "video"),
    _a(segments.ripple_delete, "Segment", "Delete and close the gap", "Shift+Del", "", "selection"),
    _a(segments.overlap, "Segment|", "Overlaps trim the neighbour", "Shift+X"),
    _a(segments.calibrate_reaction, "Segment", "Calibrate reaction time…", "Ctrl+Alt+K"),
    _a(tracks.new_track, "Track", "New track", "Ctrl+T", "", "video"),
    _a(tracks.next_track, "Track", "Label on the next track", "T", "", "video"),
    _a(tracks.rename_track, "Track", "Rename track…", "Ctrl+Shift+T", "", "video"),
    _a(tracks.delete_track, "Track", "Delete track", "Ctrl+Shift+Del", "", "video"),
    _a(tracks.track_up, "Track|", "Move track up", "Ctrl+Shift+Up", "", "video"),
    _a(tracks.track_down, "Track", "Move track down", "Ctrl+Shift+Down", "", "video"),
    _a(tracks.fold_track, "Track|", "Fold or open track", "Shift+T", "", "video"),
    _a(tracks.pack_track, "Track", "Pack rows of track", "Shift+P", "", "video"),
    _a(tracks.pack_all, "Track", "Pack rows of all tracks", "Ctrl+Alt+P", "", "video"),
    _a(labelling.edit_labels, "Edit|", "Edit labels…", "Ctrl+Shift+L", "tags"),
    _a(playing.play, "Play", "Play / pause", "Space", "play", "video"),
    _a(playing.play_reverse, "Play", "Play backwards, faster", "J", "rewind", "video"),
    _a(playing.pause, "Play", "Pause", "K", "pause", "video"),
    _a(playing.play_forward, "Play", "Play forwards, faster", "L", "fast-forward", "video"),
    _a(playing.slower, "Play|", "Slower", ",", "", "video"),
    _a(playing.faster, "Play", "Faster", ".", "", "video"),
    _a(playing.loop, "Play", "Loop selection", "Ctrl+L", "repeat", "video", checkable=True),
    _a(playing.loop_edge, "Play", "Loop around edge", "Shift+L", "", "video"),
    _a(playing.loop_margin, "Play", "Loop margin…", "Ctrl+Alt+L"),
    _a(playing.mute, "Play|", "Mute", "Ctrl+M", "volume-2", checkable=True),
    _a(playing.louder, "Play", "Louder", "Ctrl+Up"),
    _a(playing.quieter, "Play", "Quieter", "Ctrl+Down"),
    _a(playing.step_back, "Play|", "One frame back", "Left", "step-back", "video"),
    _a(playing.step_forward, "Play", "One frame forward", "Right", "step-forward", "video"),
    _a(playing.step_back_10, "Play", "Ten frames back", "Shift+Left", "", "video"),
    _a(playing.step_forward_10, "Play", "Ten frames forward", "Shift+Right", "", "video"),
    _a(playing.previous_edge, "Play|", "Previous boundary", "Up", "", "video"),
    _a(playing.next_edge, "Play", "Next boundary", "Down", "", "video"),
    _a(playing.previous_segment, "Play", "Previous segment", "Alt+Up", "", "video"),
    _a(playing.next_segment, "Play", "Next segment", "Alt+Down", "", "video"),
    _a(peaks.next_peak, "Play|", "Next surprise peak", "N", "", "video"),
    _a(peaks.previous_peak, "Play", "Previous surprise peak", "Shift+N", "", "video"),
    _a(playing.jump_start, "Play", "First frame", "Home", "skip-back", "video"),
    _a(playing.jump_end, "Play", "Last frame", "End", "skip-forward", "video"),
    _a(moving.go_to, "Go", "Go to frame or time…", "Ctrl+G", "", "video"),
    _a(moving.previous_unjudged, "Go|", "Previous prediction to judge", "Shift+Up", "", "video"),
    _a(moving.next_unjudged, "Go", "Next prediction to judge", "Shift+Down", "", "video"),
    _a(moving.previous_unreviewed, "Go", "Previous stretch not reviewed", "Shift+U", "", "video"),
    _a(moving.next_unreviewed, "Go", "Next stretch not reviewed", "U", "", "video"),
    _a(moving.previous_disagreement, "Go|", "Previous disagreement", "Shift+D", "", "video"),
    _a(moving.next_disagreement, "Go", "Next disagreement", "D", "", "video"),
    _a(moving.compare, "Go", "Compare tracks…", "Ctrl+Alt+D", "", "video"),
    _a(moving.previous_in_project, "Go|", "Previous segment in the project", "Alt+Shift+Up", "", "video"),
    _a(moving.next_in_project, "Go", "Next segment in the project", "Alt+Shift+Down", "", "video"),
    _a(marking.previous_marker, "Go|", "Previous marker", "Alt+PgUp", "", "video"),
    _a(marking.next_marker, "Go", "Next marker", "Alt+PgDown", "", "video"),
    _a(marking.list_markers, "Go", "Markers…", "Alt+M", "", "video"),
    _a(marking.add_marker, "Edit|", "Add marker", "M", "flag", "video"),
    _a(marking.name_marker, "Edit", "Name marker…", "Shift+M", "", "video"),
    _a(marking.delete_marker, "Edit", "Delete marker", "Ctrl+Alt+M", "", "video"),
    _a(analysing.analyze, "Analyse", "Find activities…", "F5", "sparkles", "video"),
    _a(analysing.analyze_all, "Analyse", "Find activities in all videos…", "Shift+F5", "", "video"),
    _a(learning.improve, "Analyse", "Learn from corrections", "Ctrl+F5", "sparkles"),
    _a(analysing.find_similar, "Analyse", "Find similar moments", "Ctrl+F", "scan-search", "video"),
    _a(analysing.hide_run, "Analyse|", "Remove the newest run of this video", "Ctrl+Alt+H", "eye-off", "video"),
    _a(analysing.find_shots, "Analyse", "Find shot cuts", "Ctrl+F8", "scissors", "video"),
    _a(analysing.cancel_jobs, "Analyse|", "Cancel running jobs", "Ctrl+.", "circle-stop"),
    _a(overlaying.overlay_side, "Overlays", "Side by side", "F7", "", "video", checkable=True),
    _a(overlaying.overlay_predicted, "Overlays|", "Predicted frame", "F9", "", "video", checkable=True),
    _a(overlaying.overlay_flow, "Overlays", "Optical flow", "F8", "", "video", checkable=True),
    _a(overlaying.overlay_heat, "Overlays", "Heat map of the decision", "F10", "", "video", checkable=True),
    _a(overlaying.overlay_future, "Overlays", "Future strip", "Shift+F9", "", "video", checkable=True),
    _a(overlaying.overlay_labels, "Overlays", "Labels with scores", "F12", "", "video", checkable=True),
    _a(overlaying.overlay_none, "Overlays|", "Plain video", "Shift+F7", "eye-off", "video"),
    _a(overlaying.overlay_panel, "Overlays", "Overlay settings", "Shift+F8", "layers"),
    _a(viewing.zoom_in, "View", "Zoom in", "Ctrl++ Ctrl+=", "zoom-in", "video"),
    _a(viewing.zoom_out, "View", "Zoom out", "Ctrl+-", "zoom-out", "video"),
    _a(viewing.zoom_fit, "View", "Whole video", "Ctrl+0", "maximize-2", "video"),
    _a(viewing.zoom_selection, "View", "Zoom to selection", "Z", "", "selection"),
    _a(picture.play_beside, "View|", "Play videos beside this one…", "Ctrl+B", "", "video"),
    _a(picture.picture_larger, "View|", "Enlarge the picture", "Alt++ Alt+=", "", "video"),
    _a(picture.picture_smaller, "View", "Shrink the picture", "Alt+-", "", "video"),
    _a(picture.picture_fit, "View", "Fit the picture", "Alt+0", "", "video"),
    _a(picture.picture_100, "View", "Picture at 100 %", "Alt+1", "", "video"),
    _a(picture.picture_200, "View", "Picture at 200 %", "Alt+2", "", "video"),
    _a(picture.picture_left, "View", "See more of the picture's left", "Ctrl+Left", "", "video"),
    _a(picture.picture_right, "View", "See more of the picture's right", "Ctrl+Right", "", "video"),
    _a(picture.picture_up, "View", "See more of the picture's top", "Ctrl+PgUp", "", "video"),
    _a(picture.picture_down, "View", "See more of the picture's bottom", "Ctrl+PgDown", "", "video"),
    _a(viewing.snap, "View|", "Snap to edges", "S", "magnet", checkable=True),
    _a(viewing.overview, "View", "Overview strip", "Ctrl+F9", "", "", checkable=True),
    _a(peaks.signal_lanes, "View|", "Signal lanes", "F4", "chart-column", checkable=True),
    *(
        ActionSpec(
            f"lane_{one.name}",
            f"Lane: {one.title}",
            partial(peaks.toggle_lane, name=one.name),
            "View",
            (f"Ctrl+Alt+{number}",),
            checkable=True,
        )
        for number, one in enumerate(LANES, 1)
    ),
    _a(peaks.more_peaks, "View|", "More surprise peaks", "Alt+.", "", "video"),
    _a(peaks.fewer_peaks, "View", "Fewer surprise peaks", "Alt+,", "", "video"),
    _a(viewing.toggle_theme, "View|", "Light theme", "Ctrl+Alt+T", "sun-moon", checkable=True),
    _a(viewing.reset_layout, "View", "Reset layout", "Ctrl+Alt+0"),
    _a(access.next_panel, "View|", "Next panel", "F6"),
    _a(access.previous_panel, "View", "Previous panel", "Shift+F6"),
    _a(access.palette, "Help", "Find an action, label or video…", "Ctrl+Shift+P", "search"),
    _a(access.show_help, "Help|", "Help", "F1", "circle-question-mark"),
    _a(viewing.show_keys, "Help", "Keys", "Ctrl+F1", "keyboard"),
    _a(access.welcome, "Help", "First steps", "Shift+F1", "flag"),
    _a(viewing.show_log, "Help|", "Open the log folder", "Ctrl+Alt+G"),
    _a(viewing.about, "Help", "About Reelmark", "Ctrl+Alt+I", "info"),
)
