"""How much memory this process holds."""

from __future__ import annotations

import sys
from pathlib import Path


def resident() -> int:
    """Bytes, now; where the system does not say, the most there ever were."""
    return _of_linux("VmRSS:") or peak()


def peak() -> int:
    """Bytes, at most so far. Linux's own ru_maxrss would not do: it begins with what the process that started this one
    held."""
    if found := _of_linux("VmHWM:"):
        return found
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _of_linux(entry: str) -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith(entry))
    return int(line.split()[1]) * 1024
