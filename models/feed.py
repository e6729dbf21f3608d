"""Clips from a thread: decoding and scaling go on while the network works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import Empty, Full, Queue

from core.time import Span
from core.video.clips import ClipSpec, clips
from core.video.source import VideoSource
from models.card import Prepare, Prepared


class Feed:
    """A context manager that decodes the clips of `span` in a thread with a source of its own, at most `ahead` more
    than were taken, and gives each to `prepare` (first frame, clip) where there is one. What the decoder raises is
    raised by `take`; leaving the context stops the thread and waits."""

    def __init__(
        self, source: VideoSource, spec: ClipSpec, span: Span, ahead: int, prepare: Prepare | None = None
    ) -> None:
        self._queue: Queue[Prepared | Exception | None] = Queue(ahead)
        self._stop = threading.Event()
        self._prepare = prepare
        self._thread = threading.Thread(
            target=self._work, args=(source.clone(), spec, span), name="reelmark-clips", daemon=True
        )

    def __enter__(self) -> Feed:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def take(self, n: int, wait: float) -> Iterator[list[Prepared]]:
        """Batches of up to n clips, uint8 [T, H, W, C] each, or what they were prepared to; an empty list whenever
        `wait` seconds brought nothing, so that the caller can show a sign of life."""
        held: list[Prepared] = []
        while True:
            try:
                item = self._queue.get(timeout=wait)
            except Empty:
                yield []
                continue
            if isinstance(item, Exception):
                raise item
            if item is not None:
                held.append(item)
            if held and (item is None or len(held) == n):
                yield held
                held = []
            if item is None:
                return

    def _work(self, source: VideoSource, spec: ClipSpec, span: Span) -> None:
        last: Exception | None = None
        try:
            with source:
                for number, clip in clips(source, spec, span, self._stop.is_set):
                    if not self._put(clip if self._prepare is None else self._prepare(number, clip)):
                        return
        except Exception as error:  # noqa: BLE001 — raised again where the clips are used
            last = error
        self._put(last)

    def _put(self, item: Prepared | Exception | None) -> bool:
        while not self._stop.is_set():
            try:
                self._queue.put(item, timeout=0.05)
                return True
            except Full:
                continue
        return False
