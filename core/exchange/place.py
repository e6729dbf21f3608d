"""Entries of a file → rows of a project: one `Edit`, and a problem for everything that did not fit as it stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.exchange.base import Entry, Problem, ReadResult, Severity
from core.exchange.gather import ClockOf, Snapshot
from core.exchange.names import VideoNames
from core.exchange.spans import entry_span
from core.palette import next_color
from core.rows import Label, Segment, State, Track, TrackKind, Video, new_id, now_ms
from core.time import Clock
from core.timeline.edit import Edit
from core.timeline.label_ops import point
from core.timeline.rules import overlap_problem

_LISTED = 20  # unknown videos named one by one; a data set's ground truth has thousands of them


@dataclass(frozen=True, slots=True)
class Placed:
    edit: Edit
    imported: int
    problems: tuple[Problem, ...]


def place(read: ReadResult, snapshot: Snapshot, clock_of: ClockOf, *, source: str, author: str = "") -> Placed:
    """Puts the entries on videos of the project. Labels and tracks come into being as needed; entries without a track
    land on a track named `source`. What is already there, exactly, is not added again."""
    return _Placing(snapshot, clock_of, source, author).run(read)


class _Placing:
    """The state of one import while it goes through the entries."""

    def __init__(self, snapshot: Snapshot, clock_of: ClockOf, source: str, author: str) -> None:
        self.snapshot, self.clock_of, self.source, self.author = snapshot, clock_of, source, author
        self.names = VideoNames(snapshot.videos)
        self.labels = {label.name: label for label in snapshot.labels}
        self.folded = {name.casefold(): label for name, label in self.labels.items()}
        self.by_id = {label.id: label for label in snapshot.labels}
        self.colors = [label.color for label in snapshot.labels]
        self.tracks = {(t.video_id, t.name): t for t in snapshot.tracks if t.kind is TrackKind.HUMAN}
        self.there = self._existing()
        self.exclusive: dict[tuple[int, str], list[Segment]] = {}
        self.clocks: dict[int, Clock] = {}
        self.added: list[Label | Track | Segment] = []
        self.problems: list[Problem] = []
        self.unknown: dict[str, int] = {}

    def _existing(self) -> set[tuple[int, str, int, int, int]]:
        """What is there already, a run's tracks included: a file may come back to the project that wrote it."""
        keys = set()
        for track in self.snapshot.tracks:
            for s in self.snapshot.segments.get(track.id, ()):
                keys.add((track.video_id, track.name, s.label_id, s.span.start, s.span.stop))
        return keys

    def run(self, read: ReadResult) -> Placed:
        self.problems.extend(read.problems)
        imported = sum(self._take(entry) for entry in read.entries)
        self._tell_unknown()
        text = f"Import {imported} segment{'' if imported == 1 else 's'} from {self.source}"
        return Placed(Edit(text, added=tuple(self.added) if imported else ()), imported, tuple(self.problems))

    def _say(self, severity: Severity, entry: Entry, message: str) -> None:
        self.problems.append(Problem(severity, entry.where, message))

    def _take(self, entry: Entry) -> bool:
        """Adds the rows of one entry; False when it was left out."""
        video = self._video(entry)
        if video is None:
            return False
        if video.id not in self.clocks:
            self.clocks[video.id] = self.clock_of(video)
        made = entry_span(entry, self.clocks[video.id])
        if made.span is None:
            self._say(Severity.REFUSED, entry, made.refusal)
            return False
        name, span = entry.track or self.source, made.span
        known = self.labels.get(entry.label) or self.folded.get(entry.label.casefold())
        if known and known.point:
            span = point(span)
        if known and (video.id, name, known.id, span.start, span.stop) in self.there:
            self._say(Severity.WARN, entry, f"“{known.name}” is already there with the same begin and end; left out.")
            return False
        label, track = known or self._new_label(entry.label), self._track(video, name)
        state, score = self._state(entry), self._score(entry)
        said = (self.author, now_ms(), entry.comment, entry.subject, entry.attributes)
        segment = Segment(new_id(), track.id, label.id, span, score, state, None, *said)
        if why := self._clash(segment, label):
            self._say(Severity.REFUSED, entry, f"{why[:1].upper()}{why[1:]}.")
            return False
        if span != made.span:
            self._say(
                Severity.MENDED, entry, f"“{label.name}” is a point: of {len(made.span)} frames the first was taken."
            )
        for message in made.mended:
            self._say(Severity.MENDED, entry, message)
        if known and known.name != entry.label:
            self._say(Severity.MENDED, entry, f"The label “{entry.label}” was taken as “{known.name}”.")
        self.added.append(segment)
        return True

    def _video(self, entry: Entry) -> Video | None:
        found = self.names.find(entry.video)
        if len(found) == 1:
            return found[0]
        if found:
            paths = " and ".join(sorted(video.path for video in found)[:2])
            self._say(Severity.REFUSED, entry, f"“{entry.video}” may mean {paths}; write the path instead.")
        else:
            self.unknown[entry.video] = self.unknown.get(entry.video, 0) + 1
        return None

    def _tell_unknown(self) -> None:
        listed = list(self.unknown.items())
        for name, number in listed[:_LISTED]:
            what = "1 segment was" if number == 1 else f"{number} segments were"
            said = f"No video of this project is called “{name}”; {what} left out."
            self.problems.append(Problem(Severity.REFUSED, name, said))
        if rest := listed[_LISTED:]:
            total = sum(number for _, number in rest)
            said = f"{len(rest)} more videos of the file are not in this project; {total} segments were left out."
            self.problems.append(Problem(Severity.REFUSED, self.source, said))

    def _new_label(self, name: str) -> Label:
        label = Label(new_id(), name, next_color(self.colors), position=len(self.by_id))
        self.colors.append(label.color)
        self.labels[name] = self.folded[name.casefold()] = self.by_id[label.id] = label
        self.added.append(label)
        return label

    def _track(self, video: Video, name: str) -> Track:
        track = self.tracks.get((video.id, name))
        if track is None:
            position = sum(t.video_id == video.id for t in (*self.snapshot.tracks, *self.tracks.values()))
            track = self.tracks[video.id, name] = Track(new_id(), video.id, name, position=position)
            self.added.append(track)
        return track

    def _state(self, entry: Entry) -> State:
        """Without a word on it: what has a score was predicted, what has none a person made."""
        if entry.state:
            try:
                return State(entry.state)
            except ValueError:
                self._say(Severity.MENDED, entry, f"The state “{entry.state}” is unknown; it was taken as human.")
                return State.HUMAN
        return State.HUMAN if entry.score is None else State.PREDICTED

    def _score(self, entry: Entry) -> float | None:
        if entry.score is None or 0 <= entry.score <= 1:
            return entry.score
        self._say(Severity.MENDED, entry, f"The score {entry.score:g} is not between 0 and 1; it was left out.")
        return None

    def _clash(self, segment: Segment, label: Label) -> str | None:
        """Why an exclusive group forbids the segment; keeps book of those that it admits."""
        if not label.group:
            return None
        key = (segment.track_id, label.group)
        if key not in self.exclusive:
            rows: Iterable[Segment] = self.snapshot.segments.get(segment.track_id, ())
            self.exclusive[key] = [row for row in rows if self.by_id[row.label_id].group == label.group]
        for other in self.exclusive[key]:
            if said := overlap_problem(segment, other, self.by_id):
                return said
        self.exclusive[key].append(segment)
        return None
