"""The overlays: which are on and how they look, what is computed around the playhead, and what is painted when.

One job an eye at a time; when it ends, the first frame that is missing from the playhead on is asked for. So the latest
wish wins, nothing queues up, and playback waits for nothing: a frame that is not ready shows the plain video.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QKeySequence, QPainter

from app import overlay_settings, tasks
from app.jobs import Job, Lane
from app.overlay_chips import chips
from app.overlay_shelf import Shelf
from app.overlays import OVERLAYS, Canvas, Look, Overlay
from app.tasks.seeing import Opener, Sight, Subject
from app.told_words import told
from app.views.overlay_panel import OverlayPanel
from app.words import phrase
from app.workspace import Workspace
from core.seen import WHOLE, Seen

if TYPE_CHECKING:
    from app.main_window import MainWindow

_NEAR = 16  # frames: what is being computed so near is worth waiting for
_CALM_MS = 40  # that the playhead must rest before anything is computed while nothing plays

Key = tuple[Opener, Subject]


@dataclass
class _Eye:
    """One eye at work. asked: the frame that the job under way is for."""

    sight: Sight
    shelf: Shelf
    lane: Lane
    ahead: float
    rides: bool
    job: Job | None = None
    asked: int = 0


class OverlaysPresenter(QObject):
    def __init__(self, ws: Workspace, window: MainWindow, overlays: tuple[Overlay, ...] = OVERLAYS) -> None:
        super().__init__(window)
        self.ws, self.window, self.overlays = ws, window, overlays
        self.looks = overlay_settings.load(ws.settings.overlays, overlays)
        self.shown = 0  # the frame whose picture is on screen
        self._stopped = False
        self._subject: Subject | None = None
        self._of_run: Subject | None = None  # the same, by the eyes of the run that is chosen
        self._eyes: dict[Key, _Eye] = {}
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._pump)
        self.panel = OverlayPanel(overlays, window)
        self.dock = self.panel.docked(window, window.docks[-1])
        self.show_keys()
        self.panel.changed.connect(self.set_look)
        self.panel.help_wanted.connect(self._on_help)
        window.player.stage.overlay = self._paint
        self._connect()
        self._show_looks()

    def show_keys(self) -> None:
        """Those that switch the overlays, as they are set now."""
        for overlay in self.overlays:
            action = self.window.commands.get(f"overlay_{overlay.name}")
            if action is not None:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                self.panel.set_keys(overlay.name, keys)

    def _connect(self) -> None:
        ws = self.ws
        ws.playback.opened.connect(self._on_opened)
        ws.playback.image_ready.connect(self._on_image)
        ws.playhead.frame_changed.connect(self._on_frame)
        ws.playhead.playing_changed.connect(self._on_frame)
        ws.runner.ended.connect(self._on_ended)
        ws.document_opened.connect(self._on_document)
        self.window.runs.run_chosen.connect(self._on_run)
        self._on_document()

    # -- which are on ------------------------------------------------------------------------------------------------

    def toggle(self, name: str) -> None:
        self.set_look(name, replace(self.looks[name], on=not self.looks[name].on))

    def clear(self) -> None:
        """Everything off: the plain video."""
        for name in [overlay.name for overlay in self._on()]:
            self.toggle(name)

    def set_look(self, name: str, look: Look) -> None:
        self.looks[name] = look
        self.ws.change_settings(overlays=overlay_settings.dump(self.looks, self.overlays))
        self._show_looks()
        self._pump()

    def _show_looks(self) -> None:
        for overlay in self.overlays:
            look = self.looks[overlay.name]
            self.panel.set_look(overlay.name, look)
            action = self.window.commands.get(f"overlay_{overlay.name}")
            if action is not None:
                action.setChecked(look.on)
        words = (self.looks[name].on for name in ("labels", "side") if name in self.looks)
        self.window.player.stage.chips = not any(words)  # the one has chips of its own, the other no room for them
        self._repaint()

    def _on(self) -> list[Overlay]:
        return [overlay for overlay in self.overlays if self.looks[overlay.name].on]

    # -- what is looked at -------------------------------------------------------------------------------------------

    def _on_document(self) -> None:
        document = self.ws.document
        document.video_changed.connect(self._forget)
        document.lists_changed.connect(self._on_run)
        document.rows_changed.connect(self._repaint)
        document.selection_changed.connect(self._repaint)
        self._forget()

    def _forget(self) -> None:
        """Another video, or another index of this one."""
        self._subject = self._of_run = None
        self._drop(lambda key: False)

    def _on_opened(self, info: Any, index: Any) -> None:
        self._forget()
        self._subject = Subject(info.path, device=self.ws.settings.device, held=self.ws.playback.held)
        self._pump()

    def _on_run(self, *_: object) -> None:
        self._of_run = None
        self._pump()

    def _key(self, overlay: Overlay) -> Key | None:
        if overlay.opener is None or self._subject is None:
            return None
        if not overlay.needs_run:
            return overlay.opener, self._subject
        if self._of_run is None:
            document = self.ws.document
            run = document.runs.get(self.window.runs.current or 0)
            self._of_run = self._subject if run is None else self._subject.by(document.project, run)
        return overlay.opener, self._of_run

    def _drop(self, stays: Callable[[Key], bool]) -> None:
        for key in [key for key in self._eyes if not stays(key)]:
            eye = self._eyes.pop(key)
            if eye.job is not None:
                eye.job.cancel()
            self.ws.start("Closing", eye.sight.close(), _nothing, eye.lane, urgent=True, quiet=True)

    def stop(self) -> None:
        """The window goes: nothing more is asked for, whatever still ends or changes."""
        self._stopped = True
        self._calm.stop()
        self._eyes.clear()

    # -- computing ---------------------------------------------------------------------------------------------------

    def _on_frame(self, *_: object) -> None:
        if self.ws.playhead.playing:
            self._pump()
        else:
            self._calm.start()

    def _pump(self) -> None:
        """Has what is missing around the playhead computed."""
        if self._stopped:
            return
        wanted = {key: overlay for overlay in self._on() if (key := self._key(overlay)) is not None}
        self._drop(lambda key: key in wanted)
        for key, overlay in wanted.items():
            eye = self._eyes.get(key)
            if eye is None:
                eye = self._eyes[key] = _Eye(Sight(key[1], key[0]), Shelf(), overlay.lane, overlay.ahead, overlay.rides)
            self._ask(eye)
        self._tell()

    def _ask(self, eye: _Eye) -> None:
        playhead = self.ws.playhead
        clock = self.ws.document.clock
        if clock is None or not clock.frames:
            return
        here = playhead.frame if playhead.playing else self.shown
        way = 1 if playhead.speed > 0 else -1
        rate = clock.frames / max(clock.seconds(clock.frames) - clock.seconds(0), 1e-6)
        ahead = round(eye.ahead * rate * (max(1.0, abs(playhead.speed)) if playhead.playing else 0.0))
        reach = max(ahead, _NEAR)
        if eye.rides and playhead.playing and way > 0 and (held := self.ws.playback.held) is not None:
            ahead = held.run(here, ahead + 1) - 1
        eye.shelf.focus = here
        if eye.job is not None:
            if not here - reach <= eye.asked <= here + reach:
                eye.job.cancel()
            return
        frame = eye.shelf.wanted(here, way, ahead, clock.frames)
        if frame is not None:
            eye.asked = frame
            eye.job = self.ws.start("Looking", eye.sight.look(frame), _nothing, eye.lane, urgent=True, quiet=True)

    def _on_ended(self, job: Job) -> None:
        eye = next((eye for eye in self._eyes.values() if eye.job is job), None)
        if eye is None:
            return
        eye.job = None
        if job.error is not None:
            eye.shelf.put(
                Seen(
                    WHOLE,
                    why=self.tr(
                        "This could not be computed; what went wrong is in the log (Help, Open the log folder)."
                    ),
                )
            )
        elif isinstance(job.value, Seen):
            eye.shelf.put(job.value)
            if self.shown in job.value.span:
                self._repaint()
        self._pump()

    # -- showing -----------------------------------------------------------------------------------------------------

    def _on_image(self, frame: int, _: object) -> None:
        self.shown = frame
        if not self.ws.playhead.playing:
            self._calm.start()

    def _repaint(self, *_: object) -> None:
        self.window.player.stage.update()

    def seen(self, overlay: Overlay) -> Seen | None:
        """What is known of the stretch around the frame on show."""
        key = self._key(overlay)
        eye = self._eyes.get(key) if key is not None else None
        return eye.shelf.covering(self.shown) if eye is not None else None

    def _paint(self, painter: QPainter, rect: QRect) -> int:
        """Over the picture; returns how much of its bottom is taken."""
        stage, document = self.window.player.stage, self.ws.document
        if stage.image is None:
            return 0
        chosen = [document.labels[segment.label_id].name for segment in document.selected[:1]]
        current = document.labels.get(document.current_label_id or 0)
        label = chosen[0] if chosen else current.name if current else ""
        canvas = Canvas(painter, QRectF(rect), stage.rect(), stage.image, self.shown, label, self._chips)
        for overlay in self._on():
            seen = self.seen(overlay)
            painter.save()
            overlay.paint(canvas, seen, seen.values.get(self.shown) if seen else None, self.looks[overlay.name])
            painter.restore()
        return round(canvas.bottom)

    def _chips(self) -> Sequence[tuple[str, str]]:
        return chips(self.ws, self.shown)

    def show_panel(self) -> None:
        """Opens the panel, or puts it away."""
        self.dock.setVisible(not self.dock.isVisible())
        if self.dock.isVisible():
            self.dock.raise_()

    def _tell(self) -> None:
        """What the panel says of each overlay that is on."""
        for overlay in self.overlays:
            seen = self.seen(overlay) if self.looks[overlay.name].on else None
            waits = self.looks[overlay.name].on and overlay.opener is not None and seen is None
            words = told(seen.why) if seen else self.tr("Computing…") if waits and self._subject else ""
            self.panel.set_status(
                overlay.name, words, "fetch" if seen and seen.asset else "train" if seen and seen.model else ""
            )

    def _on_help(self, name: str) -> None:
        """The button below a sentence that says what is missing."""
        seen = next((self.seen(overlay) for overlay in self.overlays if overlay.name == name), None)
        if seen is not None and seen.asset:
            task = tasks.fetch_asset(seen.asset)
            self.ws.start(phrase("Fetching {asset}", asset=seen.asset), task, self._on_fetched, urgent=True)
        elif seen is not None and seen.model:
            from app.actions.analysing import analyze_videos

            analyze_videos(self.ws, list(filter(None, [self.ws.document.video])), seen.model)

    def _on_fetched(self, _: object) -> None:
        self._drop(lambda key: False)
        self._pump()


def _nothing(_: object) -> None:
    """What a job found is taken when it ends."""
