"""Where sound goes: the machine's loudspeaker through Qt, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from core.log import logger

RATE, CHANNELS, BYTES = 48_000, 2, 2  # int16 stereo
_BUFFER = 0.2  # seconds


class Sink(Protocol):
    """Takes int16 stereo samples at 48 kHz, as bytes. `heard` is the clock that the picture follows."""

    def begin(self) -> None:
        """Forgets everything; `heard` is 0."""
        ...

    def free(self) -> int:
        """How many bytes it would take now; below 0 when the device is gone."""
        ...

    def write(self, samples: bytes) -> None: ...

    def heard(self) -> float:
        """Seconds of what was written that have left for the loudspeaker."""
        ...

    def end(self) -> None: ...

    def set_volume(self, volume: float) -> None:
        """0…1, linear."""
        ...


SinkMaker = Callable[[], Sink | None]


class QtSink:
    """Qt's QAudioSink on the default device."""

    def __init__(self) -> None:
        # Only when something is played: it takes a moment, and is not there on every system.
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(CHANNELS)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if device.isNull() or not device.isFormatSupported(form):
            raise OSError("there is no device that plays sound")
        self._sink = QAudioSink(device, form)
        self._sink.setBufferSize(int(_BUFFER * RATE) * CHANNELS * BYTES)
        self._written = 0

    def begin(self) -> None:
        self._written = 0
        self._sink.reset()
        self._way = self._sink.start()

    def free(self) -> int:
        return int(self._sink.bytesFree()) if self._sink.error().value in (0, 3) else -1  # 3: it had to wait for us

    def write(self, samples: bytes) -> None:
        self._written += max(0, self._way.write(samples))

    def heard(self) -> float:
        waiting = self._sink.bufferSize() - self._sink.bytesFree()
        return max(0, self._written - waiting) / (RATE * CHANNELS * BYTES)

    def end(self) -> None:
        self._sink.reset()

    def set_volume(self, volume: float) -> None:
        self._sink.setVolume(volume)


def loudspeaker() -> Sink | None:
    """None where nothing can be heard: no device, no sound server, a window that is not on a screen, or Qt without its
    multimedia part. The picture then plays by the system's clock."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return None
    try:
        return QtSink()
    except (ImportError, OSError) as error:
        logger("sound").info("playing without sound: %s", error)
        return None
