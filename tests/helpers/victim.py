"""A warm process whose children edit projects until they are killed; see tests/story/test_kill.py.

For each line `PATH SEED` on stdin a forked child edits that project and says `pid N`, then `ack POSITION` after every
change that was acknowledged; when the child is dead, the parent says `end STATUS`.
"""

from __future__ import annotations

import os
import sys

from core.storage.project import Project
from tests.helpers.projects import Ground, Person


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())  # one system call: nothing waits in a buffer when the kill comes


def edit(path: str, seed: int) -> None:
    say(f"pid {os.getpid()}")
    with Project.open(path, create=False) as project:
        (human,) = (track for track in project.tracks() if track.run_id is None)
        person = Person(project, Ground(project.videos()[0], tuple(project.labels()), human), seed)
        while True:
            person.act()
            say(f"ack {project.log_position()}")


def main() -> None:
    for line in sys.stdin:
        path, seed = line.rsplit(maxsplit=1)
        child = os.fork()
        if child == 0:
            try:
                edit(path, int(seed))
            finally:
                os._exit(1)  # never back into the loop: only a kill ends a victim well
        say(f"end {os.waitpid(child, 0)[1]}")


if __name__ == "__main__":
    main()
