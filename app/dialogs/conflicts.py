"""What two projects disagreed on when they were merged: nothing is lost, each place can be gone to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout

from app.views.compare_lists import CellsView
from app.words import phrase, translate
from app.workspace import Workspace
from core.time import ConstantRate, format_seconds
from core.timeline.merging.values import Conflict, Reason


def conflict_text(one: Conflict) -> str:
    """In the language of the window."""
    fields = {"mine": one.mine, "theirs": one.theirs, "track": one.track}
    match one.reason:
        case Reason.CHANGED:
            return phrase("Both changed {mine}; theirs ({theirs}) is on “{track}”.", **fields)
        case Reason.DELETED_HERE:
            return phrase("You deleted what they changed; theirs ({theirs}) is on “{track}”.", **fields)
        case Reason.DELETED_THERE:
            return phrase("They deleted what you changed; yours ({mine}) stays.", **fields)
        case Reason.EXCLUDED:
            return phrase("Theirs ({theirs}) overlaps what excludes it; it is on “{track}”.", **fields)
        case Reason.TRACK_GONE:
            return phrase("You deleted the track of {theirs}; it is on “{track}”.", **fields)
        case Reason.JUDGED:
            return phrase(
                "You judged a prediction otherwise than they did; yours ({mine}) stays, theirs was {theirs}.", **fields
            )
        case Reason.LABEL:
            return phrase("Both changed the label {mine}; yours stays, theirs was {theirs}.", **fields)
        case Reason.TRACK:
            return phrase("Both renamed the track {mine}; yours stays, theirs was {theirs}.", **fields)
        case Reason.RUN:
            return phrase("Both changed the settings of the run {mine}; yours stay.", **fields)
        case Reason.VIDEO:
            return phrase("Both moved the video {mine} on the common clock; yours stays.", **fields)
        case Reason.MARKER:
            return phrase("Both changed the marker {mine}; theirs ({theirs}) is there as well.", **fields)
        case Reason.STILL_USED:
            return phrase("They removed {mine}, but it is in use here; it stays.", **fields)
        case Reason.BROUGHT_BACK:
            return phrase("You removed {theirs}, but they use it; it is back.", **fields)


@dataclass(frozen=True)
class _Rows:
    ws: Workspace
    conflicts: Sequence[Conflict]

    def __len__(self) -> int:
        return len(self.conflicts)

    def cell(self, row: int, column: int) -> str:
        one = self.conflicts[row]
        video = self.ws.document.videos.get(one.video_id or 0)
        if column == 2:
            return conflict_text(one)
        if video is None:
            return ""
        if column == 0:
            return PurePosixPath(video.path).name
        clock = ConstantRate(video.rate, video.frames)
        return format_seconds(clock.seconds(one.span.start), 2) if one.span else ""


class ConflictsDialog(QDialog):
    """Stays open beside the window; Return or a click goes to where a conflict is."""

    def __init__(self, ws: Workspace, conflicts: Sequence[Conflict]) -> None:
        super().__init__(ws.window, Qt.WindowType.Tool)
        self.ws, self.conflicts = ws, conflicts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Conflicts of the merge"))
        self.resize(900, 360)
        one = self.tr(
            "1 conflict. Nothing was lost: where both changed a segment, theirs is on a track of its own below yours."
        )
        many = self.tr(
            "{count} conflicts. Nothing was lost: where both changed a segment, theirs is on a track of its own below "
            "yours."
        )
        hint = QLabel((one if len(conflicts) == 1 else many).format(count=len(conflicts)))
        hint.setWordWrap(True)
        self.list = CellsView(self.tr("Conflicts"), (1,), self)
        heads = [translate("CompareView", "Video"), translate("CompareView", "Start"), self.tr("What happened")]
        self.list.set_rows(heads, _Rows(ws, conflicts), wide=(2,))
        self.list.wanted.connect(self._go_to)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        ws.document_opened.connect(self.close)

    def _go_to(self, row: int) -> None:
        one, document = self.conflicts[row], self.ws.document
        if one.video_id not in document.videos or one.span is None:
            return
        if document.video is None or document.video.id != one.video_id:
            self.ws.window.moving.travel(one.video_id, one.span.start)
        else:
            self.ws.playhead.seek(one.span.start)
        self.ws.window.timeline.ensure_visible(one.span.start)


def show_conflicts(ws: Workspace, conflicts: Sequence[Conflict]) -> None:
    ConflictsDialog(ws, conflicts).show()
