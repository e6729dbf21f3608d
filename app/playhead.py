"""Where the user is in the video, and how time passes while it plays."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from core.time import Clock, Span

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
_TICK_MS = 8
_INSIDE = 2e-3  # seconds before a boundary that are surely inside the frame that ends there


class Playhead(QObject):
    """The current frame and the playing state of one video.

    While playing, time is read from a monotonic clock and looked up among the frames' own timestamps: a slow picture is
    skipped, and time never drifts, whatever the frame rate does.

    Signals:
        frame_changed: the new frame.
        playing_changed: True while time passes.
        speed_changed: ¼…8, negative backwards.
        loop_changed: the new loop, a Span or None.
        anchored: time runs anew from these seconds of the video, because playing goes on elsewhere or at another speed.
    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    speed_changed = Signal(float)
    loop_changed = Signal(object)
    anchored = Signal(float)

    def __init__(self, parent: QObject | None = None, watch: QElapsedTimer | None = None) -> None:
        """`watch` measures real time; tests bring one of their own."""
        super().__init__(parent)
        self._clock: Clock | None = None
        self._frame = 0
        self._speed = 1.0
        self._loop: Span | None = None
        self._anchor = 0.0  # media seconds at the moment the watch was started
        self._watch = watch or QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def frame(self) -> int:
        return self._frame

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def now(self) -> float:
        """The moment of the video that time has come to, in seconds."""
        return self._now()

    @property
    def loop(self) -> Span | None:
        return self._loop

    @property
    def clock(self) -> Clock | None:
        return self._clock

    @property
    def frames(self) -> int:
        """Length of the video; 0 without one."""
        return self._clock.frames if self._clock else 0

    def set_clock(self, clock: Clock | None, frame: int | None = None) -> None:
        """None: no video; time stops, the loop is forgotten. A clock after None is another video, which begins at
        `frame`; a clock after a clock is the same video with a better index, and the playhead stays where it is."""
        if clock is None:
            self.pause()
            self.set_loop(None)
            frame = 0
        self._clock = clock
        self._frame = max(0, min(self._frame if frame is None else frame, self.frames - 1))
        self._anchor_at(self._frame)
        self.frame_changed.emit(self._frame)

    def seek(self, frame: int) -> None:
        """Goes to a frame, clamped to the video; playing goes on from there."""
        frame = max(0, min(frame, self.frames - 1))
        self._anchor_at(frame)
        self._go(frame)

    def step(self, frames: int) -> None:
        """Pauses, then moves by some frames."""
        self.pause()
        self.seek(self._frame + frames)

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self, speed: float | None = None) -> None:
        """Plays at `speed` (the last one where not given). At the far end it starts again from the other one."""
        if speed is not None:
            self.set_speed(speed)
        if self._clock is None or self._clock.frames < 2 or self.playing:
            return
        first, stop = (self._loop.start, self._loop.stop) if self._loop else (0, self._clock.frames)
        last, start = (stop - 1, first) if self._speed > 0 else (first, stop - 1)
        if self._frame == last or not first <= self._frame < stop:
            self._go(start)
        self._anchor_at(self._frame)
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def set_speed(self, speed: float) -> None:
        """¼…8 forwards, negative backwards; also while playing."""
        size = max(SPEEDS[0], min(abs(speed), SPEEDS[-1]))
        speed = size if speed > 0 else -size
        if speed == self._speed:
            return
        now, turned = self._now(), (speed > 0) != (self._speed > 0)
        self._speed = speed
        if self.playing and not turned:
            self._run_from(now)
        else:
            self._anchor_at(self._frame)
        self.speed_changed.emit(speed)

    def faster(self, direction: int) -> None:
        """The J and L keys: the first press plays that way at 1×, each further one doubles the speed."""
        same_way = self.playing and (self._speed > 0) == (direction > 0)
        self.play(direction * (min(abs(self._speed) * 2, SPEEDS[-1]) if same_way else 1.0))

    def set_loop(self, loop: Span | None) -> None:
        """Playing stays inside `loop` and begins again at its end; None plays to the video's end."""
        if loop != self._loop:
            self._loop = loop
            self._anchor_at(self._frame)
            self.loop_changed.emit(loop)

    def _anchor_at(self, frame: int) -> None:
        """Time runs from the beginning of the frame, or backwards from its end: each frame shows for its whole time."""
        if self._clock:
            self._run_from(self._clock.seconds(frame if self._speed > 0 else frame + 1))

    def _run_from(self, seconds: float) -> None:
        self._anchor = seconds
        self._watch.start()
        self.anchored.emit(seconds)

    def _now(self) -> float:
        if not self.playing:
            return self._anchor
        return self._anchor + self._speed * self._watch.nsecsElapsed() / 1e9

    def tick(self) -> None:
        """Goes to the frame whose time it is; the timer calls this while playing."""
        if self._clock is None or not self.playing:
            return
        first, stop = (self._loop.start, self._loop.stop) if self._loop else (0, self._clock.frames)
        begin, end = self._clock.seconds(first), self._clock.seconds(stop)
        now = self._now()
        over = now >= end if self._speed > 0 else now <= begin
        if over and self._loop is None:
            self._go(stop - 1 if self._speed > 0 else 0)
            self.pause()
            return
        if not begin <= now <= end or over:
            now = begin + (now - begin) % (end - begin)
            self._run_from(now)
        frame = self._clock.frame_at(now if self._speed > 0 else now - _INSIDE)
        self._go(max(first, min(frame, stop - 1)))

    def _go(self, frame: int) -> None:
        if frame != self._frame:
            self._frame = frame
            self.frame_changed.emit(frame)
