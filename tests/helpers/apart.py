"""Two copies of a project that people work on apart, merged, and what must hold of the result."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.errors import UserError
from core.rows import Label, Segment, Track, TrackKind, changed, new_id
from core.storage.copies import copies
from core.storage.project import Project
from core.task import drive
from core.timeline import label_ops, tracks
from core.timeline.edit import Edit
from core.timeline.merging.merge import merge
from core.timeline.merging.values import Merged
from tests.helpers.projects import Person, assert_sound

Words = tuple[str, object, str, str, object]  # of one segment: the video, when, comment, subject, attributes


def merged(mine: Project, theirs: Project) -> Merged:
    found = drive(merge(*drive(copies(mine, theirs))))
    mine.take_in(found)
    assert_sound(mine)
    return found


def plan(mine: Project, theirs: Project) -> Merged:
    return drive(merge(*drive(copies(mine, theirs))))


class Roamer(Person):
    """A person who changes labels and tracks as well; labels are told apart by where they are used alone."""

    def act(self) -> None:
        try:
            super().act()
        except UserError:  # what the base needs was undone
            return

    def _drawn(self) -> Edit:
        own = [track for track in self.project.tracks() if track.kind is TrackKind.HUMAN]
        labels = self.project.labels()
        if len(labels) >= 4 and self.chance.random() < 0.3:
            return self._changed(own, labels)
        if not own or len(labels) < 4:
            return Edit("")
        self.base = replace(self.base, human=self.chance.choice(own), labels=tuple(labels))
        return super()._drawn()

    def _changed(self, own: list[Track], labels: list[Label]) -> Edit:
        chance, kind = self.chance, self.chance.randrange(7)
        label, name = chance.choice(labels), chance.choice(("sit", "run", "hop"))
        free = name not in {row.name for row in labels}
        if kind == 0:
            return tracks.new_track(self.base.video.id, chance.choice(("Ann", "Bob")), own)
        if kind == 1 and own:
            gone = chance.choice(own)
            rows = self.project.segments(track_id=gone.id)
            return tracks.delete_track(gone, rows, self.project.reviewed(gone.id))
        if kind == 2 and own:
            return tracks.rename(chance.choice(own), f"T{chance.randrange(4)}")
        if kind == 3 and free:
            return Edit("Add", added=(Label(new_id(), name, "#000000", key=chance.choice("abc"), group="posture"),))
        if kind == 4 and free:
            return label_ops.change(label, changed(label, name=name))
        if kind == 5:
            return Edit("Group", (label,), (changed(label, group=chance.choice(("", "posture"))),))
        return Edit("Below", (label,), (changed(label, parent_id=chance.choice((None, labels[0].id))),))


def said(project: Project) -> dict[int, Words]:
    """What people's segments say, by id."""
    own = {row.id: row for row in project.tracks() if row.kind is TrackKind.HUMAN}
    contents = {row.id: row.fingerprint for row in project.videos()}
    return {
        row.id: (contents[own[row.track_id].video_id], row.span, row.comment, row.subject, row.attributes)
        for row in project.segments()
        if row.track_id in own
    }


def history(project: Project, other: Project) -> set[tuple[int, Words | object]]:
    """Every version that any segment of a project had since the past it shares with another."""
    edits = project.edits_since(project.common_past(other))
    rows = (row for edit in edits for row in (*edit.removed, *edit.added) if isinstance(row, Segment))
    return {(row.id, (row.span, row.comment, row.subject, row.attributes)) for row in rows}


def lost(before: dict[int, Words], after: Project, moved_on: set[tuple[int, Words | object]]) -> list[int]:
    """Segments of a project before the merge that nothing after it says, unless the other side moved on from them."""
    there = set(said(after).values())
    return [i for i, words in before.items() if words not in there and (i, words[1:]) not in moved_on]


def copy_of(project: Project, path: Path) -> Project:
    path.parent.mkdir(exist_ok=True)
    project.copy_to(path)
    return Project.open(path)
