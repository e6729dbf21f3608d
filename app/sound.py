"""Plays the video's sound beside the playhead, and lets it be the clock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from app.playhead import Playhead
from app.sound_sink import BYTES, CHANNELS, RATE, Sink, SinkMaker, loudspeaker
from app.sound_watch import SoundWatch

if TYPE_CHECKING:
    from core.video.sound_ahead import SoundAhead

_FEED_MS = 15
_FIRST = RATE // 20  # samples that are there before the device is started, or it would stutter at once
SLOWEST, FASTEST = 0.25, 2.0  # speeds that are heard; faster, and backwards, playing is silent

SoundOpener = Callable[[Path, float], "SoundAhead"]


class SoundPlayer(QObject):
    """`set_source` with every video; the rest follows the playhead. A video without sound, a machine without a device
    and a device that goes away all mean the same: the picture plays by the system's clock."""

    def __init__(
        self,
        playhead: Playhead,
        watch: SoundWatch,
        parent: QObject | None = None,
        make_sink: SinkMaker = loudspeaker,
        open_ahead: SoundOpener | None = None,
    ) -> None:
        super().__init__(parent)
        self._playhead, self._watch = playhead, watch
        self._make_sink, self._open_ahead = make_sink, open_ahead or _open_ahead
        self._sink: Sink | None = None
        self._source: tuple[Path, float] | None = None
        self._ahead: SoundAhead | None = None
        self._looked = self._begun = False
        self._written = self._base = 0  # samples given to the device since it began, and before time began anew
        self._volume = 1.0
        watch.lost = self._quiet
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FEED_MS)
        self._timer.timeout.connect(self.feed)
        playhead.playing_changed.connect(self._on_playing)
        playhead.anchored.connect(self._on_anchored)

    @property
    def sounding(self) -> bool:
        """Whether the sound plays and leads."""
        return self._timer.isActive()

    def set_source(self, path: Path | None, origin: float = 0.0) -> None:
        """The video on show, None for one without sound. `origin`: where its first picture lies on the file's own
        clock, in seconds."""
        source = (path, origin) if path is not None else None
        if source == self._source:
            return
        self._quiet()
        self._watch.leave()
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None
        self._source, self._looked = source, False
        if source is not None:
            self._soon.start(0)  # finding a device may take tenths of a second: better now than when playing begins

    def set_volume(self, volume: float) -> None:
        """0…1 as the ear counts it; 0 is mute."""
        self._volume = volume
        if self._sink is not None:
            self._sink.set_volume(volume**2)

    def shut_down(self) -> None:
        self.set_source(None)

    def _on_playing(self, playing: bool) -> None:
        if playing:
            self._on_anchored(self._playhead.now)
        else:
            self._quiet()

    def _on_anchored(self, seconds: float) -> None:
        """Time begins anew, from `seconds` on."""
        if not self._playhead.playing:
            return
        if not SLOWEST <= self._playhead.speed <= FASTEST or not self._prepare():
            self._quiet()
            self._watch.leave()
            return
        assert self._ahead is not None
        assert self._sink is not None
        self._ahead.aim(seconds, self._playhead.speed)
        self._base = self._written  # a device that runs is kept running: beginning anew can take it a second
        self._watch.follow(self.heard)
        self._timer.start()
        self.feed()

    def _prepare(self) -> bool:
        """Makes what is needed when it is needed first; False where nothing can be heard."""
        if self._source is None:
            return False
        self._look()
        if self._sink is None:
            return False
        if self._ahead is None:
            self._ahead = self._open_ahead(*self._source)
        return not self._ahead.failed

    def _look(self) -> None:
        """For a device, once for each video."""
        if self._sink is None and self._source is not None and not self._looked:
            self._looked = True
            self._sink = self._make_sink()
            self.set_volume(self._volume)

    def heard(self) -> float:
        """Seconds since time began anew, as the loudspeaker counts them: the clock."""
        return max(0.0, self._sink.heard() - self._base / RATE) if self._begun and self._sink is not None else 0.0

    def feed(self) -> None:
        """Gives the device what it has room for; the timer calls this."""
        if self._sink is None or self._ahead is None:
            return
        if self._ahead.failed:
            self._give_up()
            return
        if not self._begun:
            if self._ahead.ready < _FIRST:
                return
            self._sink.begin()
            self._begun, self._written, self._base = True, 0, 0
        free = self._sink.free()
        if free < 0:
            self._give_up()
            return
        samples = self._ahead.take(free // (CHANNELS * BYTES))
        if len(samples):
            self._sink.write(samples.tobytes())
            self._written += len(samples)

    def _give_up(self) -> None:
        """No sound this time: the picture goes on without."""
        self._watch.leave()
        self._quiet()
        self._sink, self._looked = None, False

    def _quiet(self) -> None:
        self._timer.stop()
        if self._begun and self._sink is not None:
            self._sink.end()
        self._begun, self._written, self._base = False, 0, 0
        if self._ahead is not None:
            self._ahead.rest()


def _open_ahead(path: Path, origin: float) -> SoundAhead:
    from core.video.sound import Sound  # av is imported with the first video, not with the window
    from core.video.sound_ahead import SoundAhead

    return SoundAhead(lambda: Sound(path, origin))
