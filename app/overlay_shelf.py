"""What was seen around the playhead, kept for one eye until the memory is needed for what lies nearer."""

from __future__ import annotations

from core.seen import Seen

MAX_BYTES = 96 << 20


class Shelf:
    """Stretches that do not overlap; those farthest from `focus` go first when they take more than `max_bytes`."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._held: list[Seen] = []
        self.bytes = 0
        self.focus = 0

    def __len__(self) -> int:
        return len(self._held)

    def covering(self, frame: int) -> Seen | None:
        return next((seen for seen in reversed(self._held) if frame in seen.span), None)

    def put(self, seen: Seen) -> None:
        self._held.append(seen)
        self.bytes += seen.bytes
        while self.bytes > self._max_bytes and len(self._held) > 1:
            farthest = max(self._held, key=self._distance)
            self._held.remove(farthest)
            self.bytes -= farthest.bytes

    def _distance(self, seen: Seen) -> int:
        return max(seen.span.start - self.focus, self.focus - seen.span.stop + 1, 0)

    def wanted(self, frame: int, way: int, ahead: int, frames: int) -> int | None:
        """The first frame of which nothing is held, from `frame` on in the direction of `way` and at most `ahead`
        frames on; None where all of that is here."""
        stop = min(frames, frame + ahead + 1) if way > 0 else max(-1, frame - ahead - 1)
        while (frame < stop) if way > 0 else (frame > stop):
            seen = self.covering(frame)
            if seen is None:
                return frame
            frame = seen.span.stop if way > 0 else seen.span.start - 1
        return None

    def clear(self) -> None:
        self._held.clear()
        self.bytes = 0
