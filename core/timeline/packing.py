"""All segments of a track in as few rows as fit: interval partitioning."""

from __future__ import annotations

import numpy as np

MOST_ROWS = 24  # what overlaps even more than that shares the last row


def packed_rows(start: np.ndarray, stop: np.ndarray, most: int = MOST_ROWS) -> np.ndarray:
    """The row of each segment, int64 [n], from their starts and stops, sorted by start. Row after row takes the first
    segment left over, the next that begins where that one has ended, and so on: that is first fit, which uses as few
    rows as there are segments over one frame. Who could follow whom is searched for once, in NumPy; after that each
    segment is touched once, because `free` leads past those that are taken."""
    count = len(start)
    row = np.full(count, most - 1, np.int64)
    follower = np.searchsorted(start, stop, side="left").tolist()
    free = list(range(count + 1))  # of each place, a place not before it that may still be free

    def first_free(place: int) -> int:
        found = place
        while free[found] != found:
            found = free[found]
        while free[place] != found:
            free[place], place = found, free[place]
        return found

    for number in range(most - 1):
        place = first_free(0)
        if place == count:
            break
        taken = []
        while place < count:
            taken.append(place)
            free[place] = place + 1
            place = first_free(follower[place])
        row[taken] = number
    return row
