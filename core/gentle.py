"""Threads that give way to others of this program."""

from __future__ import annotations

import os
import sys
import threading

NICENESS = 10


def gentle() -> None:
    """The calling thread, and those that it starts from now on (FFmpeg's, OpenCV's, torch's), give way to the player
    and the window. On Linux, where niceness is a thread's own."""
    if sys.platform == "linux":
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, max(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))
