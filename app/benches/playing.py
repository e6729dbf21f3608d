"""Real playback of a 1080p clip with sound in the window's own parts: how far the picture is from the sound
(`drift_frames`, at most 1: how far they move apart from the first seconds to the last; `apart_frames`, the median
distance), and how many frames came late at 1× and 2× (`late_frames`, 0).

SECONDS are played; REELMARK_BENCH_SECONDS=600 makes it ten minutes. The sound goes to this machine's device; where
there is none, to one that keeps the system's time and throws it away."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.benches.figure import Figure
from app.benches.footage import footage
from app.benches.loop import spin

if TYPE_CHECKING:
    from app.playhead import Playhead
    from app.sound import SoundPlayer

SECONDS = float(os.environ.get("REELMARK_BENCH_SECONDS", "30"))
_FPS = 30
_SETTLED = 0.5  # seconds of sound after which the picture must be there


class _Nowhere:
    """A loudspeaker without a sound: it takes 48,000 samples a second."""

    def begin(self) -> None:
        self._began, self._written = time.perf_counter(), 0

    def free(self) -> int:
        return max(0, 38_400 - (self._written - round(self.heard() * 192_000)))

    def write(self, samples: bytes) -> None:
        self._written += len(samples)

    def heard(self) -> float:
        return min(time.perf_counter() - self._began, self._written / 192_000)

    def end(self) -> None:
        pass

    def set_volume(self, volume: float) -> None:
        pass


def run() -> dict[str, Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="reelmark-bench-", ignore_cleanup_errors=True) as name:
        silent = footage(Path(name), (1920, 1080), round(_FPS * 10))
        return _play(_with_sound(silent, Path(name) / "sound.mkv"))


def _with_sound(clip: Path, target: Path) -> Path:
    """The clip as often as it takes, with a tone."""
    from tests.helpers.sounds import looped_with_sound

    return looped_with_sound(clip, target, SECONDS + 2)


def _play(clip: Path) -> dict[str, Figure]:
    from PySide6.QtWidgets import QApplication

    from app.playback import Playback, Playhead
    from app.sound import SoundPlayer
    from app.sound_sink import QtSink
    from app.sound_watch import SoundWatch
    from app.views.player_stage import Stage

    app = QApplication.instance() or QApplication([])  # kept until the end
    try:
        sink, device = QtSink(), "this machine's sound device"
    except (ImportError, OSError):
        sink, device = _Nowhere(), "a device that keeps the system's time"  # type: ignore[assignment]
    watch = SoundWatch()
    head = Playhead(watch=watch)
    playback = Playback(head)
    sound = SoundPlayer(head, watch, None, lambda: sink)
    stage = Stage()
    stage.resize(820, 460)
    stage.show()
    shown: list[int] = []
    playback.image_ready.connect(lambda frame, _: shown.append(frame))
    playback.image_ready.connect(lambda _, pixels: stage.show_image(pixels))
    playback.opened.connect(lambda info, index: sound.set_source(info.path, index.origin))
    figures: dict[str, Figure] = {}
    try:
        playback.open(clip)
        spin(lambda: stage.image is not None)
        for speed in (1.0, 2.0):
            head.seek(0)
            spin(lambda: shown[-1] == 0)
            head.play(speed)
            spin(lambda: sound.heard() > _SETTLED)
            apart, led = _apart(speed, head, sound, shown), watch.leading
            head.pause()
            figures |= _figures(f"{speed:g}x", apart, f"{SECONDS / speed:g} s, {device}, it led: {led}")
            figures[f"late_frames_{speed:g}x"] = Figure(playback.frames_late, f"of {playback.frames_shown} shown")
    finally:
        playback.shut_down()
        sound.shut_down()
        stage.deleteLater()
    del app
    return figures


def _apart(speed: float, head: Playhead, sound: SoundPlayer, shown: list[int]) -> list[float]:
    """Frames between the picture on show and what is heard, every few milliseconds of the playing."""
    apart = []
    until = time.perf_counter() + SECONDS / speed
    while time.perf_counter() < until and head.playing and sound.sounding:
        QCoreApplication.processEvents()
        time.sleep(0.002)
        apart.append(shown[-1] + 0.5 - speed * sound.heard() * _FPS)
    return apart


def _figures(name: str, apart: list[float], against: str) -> dict[str, Figure]:
    part = max(1, len(apart) // 10)
    drift = abs(float(np.mean(apart[-part:]) - np.mean(apart[:part])))
    return {
        f"drift_frames_{name}": Figure(drift, "frames", against),
        f"apart_frames_{name}": Figure(float(np.median(np.abs(apart))), "frames"),
    }
