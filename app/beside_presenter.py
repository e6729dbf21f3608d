"""Linked playback: one playhead, and each chosen video shows the frame of its own clock at that moment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.follower import Follower
from app.views.beside import BesideView
from app.views.player_grid import Tile
from app.words import phrase
from app.workspace import Workspace
from core.rows import changed
from core.time import Clock
from core.timeline.edit import Edit
from core.video.info import VideoInfo

if TYPE_CHECKING:
    from app.main_window import MainWindow

MOST = 8  # beside the playhead's own: each has a decoding thread


class BesidePresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self.ws, self.window = ws, window
        self.followers: dict[int, Follower] = {}
        self._moved: dict[int, int] = {}  # frames by which a tile stands elsewhere until it is aligned
        self.dialog = QDialog(window, Qt.WindowType.Tool)
        self.dialog.setWindowTitle(self.tr("Play beside"))
        self.dialog.resize(420, 300)
        self.view = BesideView(self.dialog)
        QVBoxLayout(self.dialog).addWidget(self.view)
        self.view.chosen.connect(self.set_beside)
        self.view.offset_entered.connect(self._on_offset)
        self.view.refused.connect(self._on_refused)
        window.library.videos.beside_requested.connect(self._on_chosen_in_library)
        ws.playhead.frame_changed.connect(self._on_frame)
        ws.playhead.playing_changed.connect(self._on_frame)
        ws.document_opened.connect(self._on_document)
        self._on_document()

    def open(self) -> None:
        self._show_lists()
        self.dialog.show()
        self.dialog.raise_()

    def set_beside(self, video_id: int, beside: bool = True) -> None:
        """Shows a video of the project beside the open one, or no more."""
        video = self.ws.document.videos[video_id]
        if beside and video_id not in self.followers:
            path = self.ws.path_of(video) if len(self.followers) < MOST else None
            if len(self.followers) >= MOST:
                self.ws.say(phrase("{count} videos play beside this one already; close one of them first.", count=MOST))
            if path is not None:
                self._begin(video_id, path)
        elif not beside and video_id in self.followers:
            self._end(video_id)
        self._show_lists()

    def _on_chosen_in_library(self, ids: set[int]) -> None:
        current = self.ws.document.video
        for video_id in sorted(ids):
            if current is None or video_id != current.id:
                self.set_beside(video_id)

    def shut_down(self) -> None:
        for video_id in list(self.followers):
            self._end(video_id)

    def _begin(self, video_id: int, path: Path) -> None:
        tile = Tile(video_id, path.name)
        tile.stepped.connect(self._on_stepped)
        tile.kept.connect(self._on_kept)
        tile.dropped.connect(self._on_dropped)
        tile.closed.connect(self._on_closed)
        follower = Follower(path, self)
        follower.setObjectName(str(video_id))
        follower.opened.connect(self._on_opened)
        follower.image_ready.connect(self._on_image)
        follower.failed.connect(self._on_failed)
        self.followers[video_id], self._moved[video_id] = follower, 0
        self.window.player.grid.add(tile)

    def _on_closed(self, video_id: int) -> None:
        self.set_beside(video_id, False)

    def _end(self, video_id: int) -> None:
        follower = self.followers.pop(video_id)
        follower.shut_down()
        follower.deleteLater()
        self._moved.pop(video_id)
        self.window.player.grid.remove(video_id)

    def _sender(self) -> tuple[int, Follower] | None:
        """The follower whose signal this is; None where it has been closed meanwhile."""
        return next(((i, f) for i, f in self.followers.items() if f is self.sender()), None)

    def _on_opened(self, info: VideoInfo, clock: Clock) -> None:
        if found := self._sender():
            self.window.player.grid.tiles[found[0]].stage.set_aspect(info.pixel_aspect, (info.width, info.height))
            self._follow(*found)

    def _on_image(self, frame: int, pixels: object) -> None:
        found = self._sender()
        if found and found[1].frame >= 0:  # not over meanwhile
            self.window.player.grid.tiles[found[0]].stage.show_image(pixels)  # type: ignore[arg-type]

    def _on_failed(self, text: str) -> None:
        if found := self._sender():
            self.window.player.grid.tiles[found[0]].stage.show_error(text)

    # -- time --------------------------------------------------------------------------------------------------------

    def _shared(self) -> float | None:
        """The moment of the playhead on the clock that all share."""
        document, clock = self.ws.document, self.ws.playhead.clock
        if document.video is None or clock is None:
            return None
        return clock.seconds(self.ws.playhead.frame) + document.video.offset

    def _on_frame(self, *_: object) -> None:
        for video_id, follower in self.followers.items():
            self._follow(video_id, follower)

    def _follow(self, video_id: int, follower: Follower) -> None:
        shared, head = self._shared(), self.ws.playhead
        video = self.ws.document.videos.get(video_id)
        if shared is None or video is None or follower.clock is None:
            return
        tile = self.window.player.grid.tiles[video_id]
        tile.set_offset(video.offset, self._moved[video_id])
        seconds = shared - video.offset
        if self._moved[video_id]:
            last = follower.clock.frames - 1
            frame = max(0, min(last, follower.clock.frame_at(seconds) + self._moved[video_id]))
            seconds = follower.clock.seconds(frame)
        way = (1 if head.speed > 0 else -1) if head.playing else 0
        if not follower.go(seconds, way, tile.stage.room() if way else None):
            text = self.tr("It has not begun yet.") if seconds < 0 else self.tr("It is over by now.")
            tile.stage.show_note(text)

    def _on_stepped(self, video_id: int, frames: int) -> None:
        self.ws.playhead.pause()
        self._moved[video_id] += frames
        self._follow(video_id, self.followers[video_id])

    def _on_dropped(self, video_id: int) -> None:
        self._moved[video_id] = 0
        self._follow(video_id, self.followers[video_id])

    def _on_kept(self, video_id: int) -> None:
        """The frames on show are the same moment from now on: an Edit of the tile's video."""
        follower, shared = self.followers[video_id], self._shared()
        if shared is None or follower.clock is None or follower.frame < 0:
            return
        offset = shared - follower.clock.seconds(follower.frame)
        self._moved[video_id] = 0
        self._on_offset(video_id, offset)

    def _on_offset(self, video_id: int, offset: float) -> None:
        video = self.ws.document.videos[video_id]
        name = Path(video.path).name
        self.ws.document.push(Edit(f"Align {name}", removed=(video,), added=(changed(video, offset=round(offset, 6)),)))
        self._on_lists()

    def _on_refused(self, text: str) -> None:
        self.ws.complain(text)
        self._show_lists()

    # -- the project -------------------------------------------------------------------------------------------------

    def _on_document(self) -> None:
        self.shut_down()
        self.ws.document.lists_changed.connect(self._on_lists)
        self.ws.document.video_changed.connect(self._on_lists)
        self._show_lists()

    def _on_lists(self) -> None:
        """Another video was opened, one was removed, or an offset changed (undo does that too)."""
        document = self.ws.document
        current = document.video.id if document.video else None
        for video_id in [i for i in self.followers if i not in document.videos or i == current]:
            self._end(video_id)
        self._show_lists()
        for video_id, follower in self.followers.items():
            self._follow(video_id, follower)

    def _show_lists(self) -> None:
        document = self.ws.document
        current = document.video.id if document.video else None
        self.view.set_videos(list(document.videos.values()), current, self.followers.keys())
