"""Decoded frames of one video held in memory, and the thread that fetches more of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from av.video.frame import VideoFrame

from core.time import Span
from core.video.pictures import Undecodable
from core.video.source import VideoSource
from core.video.stopping import Interrupted, never

_PATIENCE = 0.02  # seconds between two looks whether the frame waited for is still wanted
_IDLE = 0.15  # seconds that a fetch waits for a newer one: while the user scrubs, the cores are the player's


class FrameCache:
    """Decoded frames by number, up to `max_bytes`; the ones farthest from `focus` go first. Thread-safe."""

    def __init__(self, max_bytes: int = 512 << 20) -> None:
        self._max_bytes = max_bytes
        self._frames: dict[int, VideoFrame] = {}
        self._bytes = 0
        self._lock = threading.Lock()
        self.focus = 0

    def __contains__(self, number: int) -> bool:
        return number in self._frames

    def __len__(self) -> int:
        with self._lock:
            return len(self._frames)

    @property
    def bytes(self) -> int:
        with self._lock:
            return self._bytes

    def capacity(self, frame: VideoFrame) -> int:
        """How many frames like this one fit, at least 2."""
        return max(2, self._max_bytes // max(1, _bytes_of(frame)))

    def get(self, number: int) -> VideoFrame | None:
        """None where it is not held."""
        return self._frames.get(number)

    def put(self, number: int, frame: VideoFrame) -> None:
        with self._lock:
            if number in self._frames:
                return
            self._frames[number] = frame
            self._bytes += _bytes_of(frame)
            while self._bytes > self._max_bytes and len(self._frames) > 1:
                farthest = max(self._frames, key=lambda held: abs(held - self.focus))
                self._bytes -= _bytes_of(self._frames.pop(farthest))

    def clear(self) -> None:
        with self._lock:
            self._frames.clear()
            self._bytes = 0

    def first_of_run(self, number: int) -> int:
        """The lowest frame from which all up to `number` are held; number + 1 where it is not held itself."""
        while number in self._frames:
            number -= 1
        return number + 1


def _bytes_of(frame: VideoFrame) -> int:
    return sum(plane.buffer_size for plane in frame.planes)


@dataclass(frozen=True, eq=False)
class _Fetch:
    span: Span
    due: float  # time.monotonic() seconds


class Fetcher:
    """One thread with its own source that decodes one span at a time into the cache; the newest request wins."""

    def __init__(self, source: VideoSource, cache: FrameCache) -> None:
        self._source = source
        self._cache = cache
        self._changed = threading.Condition()
        self._fetch: _Fetch | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def span(self) -> Span | None:
        """What is being fetched, or about to be."""
        fetch = self._fetch
        return fetch.span if fetch else None

    def fetch(self, span: Span, now: bool) -> None:
        """Fetches `span` instead of what was asked for before; at once, or when nothing else is asked for a moment."""
        with self._changed:
            self._fetch = _Fetch(span, time.monotonic() + (0 if now else _IDLE))
            self._changed.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="reelmark-frames", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Drops what was asked for."""
        with self._changed:
            self._fetch = None
            self._changed.notify_all()

    def wait_for(self, number: int, stop: Callable[[], bool] = never) -> VideoFrame | None:
        """The frame once it is held; None where it is not being fetched, or does not come. `stop` as in
        VideoSource.picture."""
        with self._changed:
            fetch = self._fetch
            if fetch is None or number not in fetch.span:
                return None
            if fetch.due > time.monotonic():
                self._fetch = fetch = _Fetch(fetch.span, 0)
                self._changed.notify_all()
            while not self._changed.wait_for(lambda: number in self._cache or self._fetch is not fetch, _PATIENCE):
                if stop():
                    raise Interrupted
            return self._cache.get(number)

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        with self._source.clone() as source:
            while (fetch := self._next()) is not None:
                try:
                    self._fill(source, fetch)
                finally:  # nobody waits for ever
                    with self._changed:
                        self._fetch = None if self._fetch is fetch else self._fetch
                        self._changed.notify_all()

    def _next(self) -> _Fetch | None:
        """The request whose time has come; None when closed."""
        with self._changed:
            while not self._closed:
                wait = self._fetch.due - time.monotonic() if self._fetch else None
                if self._fetch and wait is not None and wait <= 0:
                    return self._fetch
                self._changed.wait(wait)
        return None

    def _fill(self, source: VideoSource, fetch: _Fetch) -> None:
        for number in range(fetch.span.start, fetch.span.stop):
            if self._closed or self._fetch is not fetch:
                return
            try:
                frame = source.picture(number)
            except Undecodable:  # whoever asks for that very frame is told
                continue
            with self._changed:
                self._cache.put(number, frame)
                self._changed.notify_all()
