"""Real playback of a 1080p clip with sound in the window's own parts: how far the picture is from the sound
(`drift_frames`, at most 1), and how many frames came late at 1× and 2× (`late_frames`, 0).

The sound goes to this machine's device; where there is none, to one that keeps the system's time and throws it away."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from app.benches.figure import Figure
from app.benches.footage import footage
from app.benches.scrub import spin

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

    app = QApplication.instance() or QApplication([])
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
            worst = 0.0
            head.seek(0)
            head.play(speed)
            spin(lambda: watch.leading and sink.heard() > 0)
            until = time.perf_counter() + SECONDS / speed
            while time.perf_counter() < until and head.playing:
                app.processEvents()
                time.sleep(0.002)
                if watch.leading and sink.heard() > _SETTLED:
                    worst = max(worst, abs(shown[-1] - int(speed * sink.heard() * _FPS)))
            led = watch.leading
            head.pause()
            name = f"{speed:g}x"
            figures[f"drift_frames_{name}"] = Figure(worst, "frames", f"{device}; the sound led: {led}")
            figures[f"late_frames_{name}"] = Figure(playback.frames_late, f"of {playback.frames_shown} shown")
    finally:
        playback.shut_down()
        sound.shut_down()
        stage.deleteLater()
    return figures
