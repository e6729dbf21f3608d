"""Another copy of a project, or another project of the same videos, comes into this one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import EditConflict, UserError
from core.storage.copies import copies
from core.storage.project import Project
from core.task import Progress, Task
from core.timeline.merging.values import Merged as Merged


@dataclass(frozen=True)
class MergeDone:
    """`backup`: the project as it was before; None where there was nothing to merge."""

    merged: Merged
    backup: Path | None


def plan_merge(mine: Path, theirs: Path) -> Task[Merged]:
    """Works out what THEIRS brings to MINE; changes neither. Raises UserError where one is no project."""
    for path in (mine, theirs):
        if not path.exists():
            raise UserError(f"There is no project {path}; check the name.")
    if mine.samefile(theirs):
        raise UserError(f"{theirs.name} is this very project; choose the other one.")
    from core.timeline.merging.merge import merge

    yield Progress(text=f"Reading {theirs.name}")
    with Project.open(mine, create=False) as ours, Project.open(theirs, create=False) as others:
        read = yield from copies(ours, others)
    return (yield from merge(*read))


def commit_merge(project: Project, merged: Merged) -> MergeDone:
    """Copies the project to a backup beside it and takes in what comes, in one transaction. For the thread that owns
    the project. Raises EditConflict where it was changed since the merge was worked out."""
    if not merged:
        return MergeDone(merged, None)
    if project.log_position() != merged.position:
        raise EditConflict("The project was changed meanwhile; merge again.")
    backup = _free(project.path)
    project.copy_to(backup)
    project.take_in(merged)
    return MergeDone(merged, backup)


def _free(path: Path) -> Path:
    """A name beside the project that no file has."""
    base, number = f"{path.stem} before merging", 1
    while (found := path.with_name(f"{base}{f' {number}' if number > 1 else ''}{path.suffix}")).exists():
        number += 1
    return found
