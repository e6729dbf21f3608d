"""Decodes ahead in a thread of its own, so that colour conversion and decoding share two cores."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Queue

from av.video.frame import VideoFrame

from core.video.pictures import Pictures

_AHEAD = 8  # decoded frames waiting at most


def decoded(open_pictures: Callable[[], Pictures], numbers: Sequence[int]) -> Iterator[tuple[int, VideoFrame]]:
    """(number, frame) for each of `numbers`, which rise. What the decoder raises is raised here; closing the iterator
    stops the thread and waits for it."""
    queue: Queue[tuple[int, VideoFrame] | Exception | None] = Queue(_AHEAD)
    stopped = threading.Event()
    thread = threading.Thread(
        target=_work, args=(open_pictures, numbers, queue, stopped), name="reelmark-decode", daemon=True
    )
    thread.start()
    try:
        while (item := queue.get()) is not None:
            if isinstance(item, Exception):
                raise item
            yield item
    finally:
        stopped.set()
        while thread.is_alive():  # the thread may be waiting for room
            while not queue.empty():
                queue.get_nowait()
            thread.join(0.005)


def _work(
    open_pictures: Callable[[], Pictures],
    numbers: Sequence[int],
    queue: Queue[tuple[int, VideoFrame] | Exception | None],
    stopped: threading.Event,
) -> None:
    try:
        pictures = open_pictures()
        try:
            for number in numbers:
                frame = pictures.picture(number)
                queue.put((number, frame))
                if stopped.is_set():
                    return
        finally:
            pictures.close()
        queue.put(None)
    except Exception as error:  # noqa: BLE001 — raised again where the pictures are used
        queue.put(error)
