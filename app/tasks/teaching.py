"""What there is to learn from in a project: of every video, what people said of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.tasks.versions import in_use, learned_versions
from core.errors import UserError
from core.rows import Label, Segment, State, TrackKind, Video
from core.storage.project import Project
from core.timeline.supervision import Supervision, supervision

_FIRST = 5  # names in a sentence


@dataclass(frozen=True)
class Material:
    """What there is to learn from, of every video of a project. `manifest`: JSON values, of every segment and reviewed
    stretch that counts; `parent`: the checkpoint that was learned before, if any; `rest`: the videos that nobody said
    anything of; `foreign`: ids of the labels that other networks find, which learned nothing here."""

    name: str
    project: Path
    labels: tuple[Label, ...]
    videos: tuple[tuple[Video, Path, Supervision], ...]
    manifest: Mapping[str, Any]
    missing: tuple[str, ...]
    parent: int | None
    rest: tuple[Path, ...] = ()
    foreign: frozenset[int] = frozenset()

    @property
    def digest(self) -> str:
        return hashlib.sha256(json.dumps(self.manifest, sort_keys=True).encode()).hexdigest()

    def examples(self, label: Label) -> int:
        return sum(said.examples.get(label.id, 0) for _, _, said in self.videos)


def material(project: Project) -> Material:
    """Reads what people said. For the thread that owns the project. Raises UserError where they said nothing."""
    labels = tuple(sorted(project.labels(), key=lambda label: (label.position, label.id)))
    videos, entries, missing, rest = [], [], [], []
    others, foreign = {run.id for run in project.runs() if run.checkpoint_id is None}, set[int]()
    for video in project.videos():
        tracks = project.tracks(video.id)
        segments = _spoken(project, video)
        theirs = {track.id for track in tracks if track.run_id in others}
        foreign |= {row.label_id for row in segments if row.track_id in theirs}
        reviewed = [row for track in tracks for row in project.reviewed(track.id)]
        said = supervision(labels, tracks, segments, reviewed)
        if not said:
            with suppress(UserError):  # it can wait until somebody needs it
                rest.append(project.resolve(video))
            continue
        try:
            videos.append((video, project.resolve(video), said))
        except UserError:
            missing.append(Path(video.path).name)
            continue
        names = {label.id: label.name for label in labels}
        human = {track.id for track in tracks if track.kind is TrackKind.HUMAN}
        rows = [
            [names[s.label_id], s.span.start, s.span.stop, s.state.value, s.track_id, s.author]
            for s in segments
            if s.state is State.REJECTED or (s.state is not State.PREDICTED and s.track_id in human)
        ]
        looked = [[row.span.start, row.span.stop, row.track_id] for row in reviewed]
        entries.append({"video": video.fingerprint, "segments": rows, "reviewed": looked})
    if not videos:
        raise UserError(
            f"None of the videos with corrections is where it was ({listed(missing)}); find the missing files first."
            if missing
            else "There is nothing to learn from yet: accept, correct or draw segments, and mark what you looked at as "
            "reviewed."
        )
    parent = in_use(learned_versions(project))
    named = [[label.name, label.group, label.kind.value] for label in labels]
    manifest = {"labels": named, "videos": entries}
    files = project.path.stem, project.path
    return Material(*files, labels, tuple(videos), manifest, tuple(missing), parent, tuple(rest), frozenset(foreign))


def _spoken(project: Project, video: Video) -> list[Segment]:
    """The segments of the runs that are shown, and what people rejected in those that are not any more."""
    shown = project.segments(video_id=video.id)
    known = {row.id for row in shown}
    return shown + [row for row in project.rejected(video.id) if row.id not in known]


def listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_FIRST]) + (f" and {len(names) - _FIRST} more" if len(names) > _FIRST else "")
