"""What was learned from corrections, version by version: which one is in use, what the newest changed, and going back.

A version is a checkpoint of `head`; its word on a video is its newest run there. The versions whose runs are shown are
in use; of two, the newer one is proposed and the older one is what it is compared with. Taking, refusing and going back
only show and hide runs, by one Edit that undo takes back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import UserError
from core.rows import Checkpoint, Run, Segment, State, Track, TrackKind, Video, changed
from core.storage.project import Project
from core.timeline.changes import Changes, changes, judged_already
from core.timeline.edit import Edit

MODEL = "head"
_TOLERANCE = 0.25  # seconds that an edge may differ and still be the same: a step of the features


@dataclass(frozen=True)
class Version:
    """One checkpoint. examples: how many segments it learned from; shown, hidden: its newest run of each video, by the
    video's id; state: "used", "proposed" or "" (put away)."""

    row: Checkpoint
    examples: int
    metrics: Mapping[str, Any]
    settings: Mapping[str, Any]
    shown: Mapping[int, Run]
    hidden: Mapping[int, Run]
    state: str

    @property
    def runs(self) -> dict[int, Run]:
        return {**self.hidden, **self.shown}


def learned_versions(project: Project) -> list[Version]:
    """The newest one first."""
    rows = [row for row in project.checkpoints() if row.model == MODEL]
    by_checkpoint: dict[int, list[Run]] = {row.id: [] for row in rows}
    for run in project.runs(hidden=True) if rows else ():
        if run.checkpoint_id in by_checkpoint:
            by_checkpoint[run.checkpoint_id].append(run)
    shown = [row.id for row in rows if any(not run.hidden for run in by_checkpoint[row.id])]
    state = dict.fromkeys(shown, "used")
    if len(shown) > 1:
        state[shown[-1]] = "proposed"
    return [
        Version(
            row,
            int(json.loads(row.settings).get("examples", 0)),
            json.loads(row.metrics),
            json.loads(row.settings),
            {run.video_id: run for run in by_checkpoint[row.id] if not run.hidden},
            {run.video_id: run for run in by_checkpoint[row.id] if run.hidden},
            state.get(row.id, ""),
        )
        for row in reversed(rows)
    ]


def in_use(found: Sequence[Version]) -> int | None:
    """The id of the checkpoint that the next one is a child of: the newest whose runs are shown, else the newest."""
    shown = [one.row.id for one in found if one.shown]
    return max(shown or [one.row.id for one in found], default=None)


def proposed_version(found: Sequence[Version]) -> tuple[Version, Version] | None:
    """(before, now): what is in use, and the newest, whose runs are shown beside it."""
    shown = [one for one in found if one.shown]
    return (shown[1], shown[0]) if len(shown) > 1 else None


def version_changes(project: Project, before: Version, now: Version, only: int | None = None) -> dict[int, Changes]:
    """By video id: of each video that both have looked at, or of `only` that one."""
    tracks = {track.run_id: track for track in project.tracks() if track.run_id is not None}
    videos = {video.id: video for video in project.videos()}
    found = {}
    for video_id in now.shown if only is None else {only} & now.shown.keys():
        old, new = before.runs.get(video_id), now.shown[video_id]
        if old is not None and video_id in videos and old.id in tracks and new.id in tracks:
            said, says = (project.segments(track_id=tracks[run.id].id) for run in (old, new))
            found[video_id] = changes(said, says, tolerance(videos[video_id]))
    return found


def tolerance(video: Video) -> int:
    """Frames."""
    return max(1, round(_TOLERANCE * float(video.rate)))


def put_away_older(found: Sequence[Version]) -> Edit:
    """No more than two are shown: those older than the two newest are put away."""
    shown = [one for one in found if one.shown]
    return _turned("Put older predictions away", [], [run for one in shown[2:] for run in one.shown.values()])


def take_version(found: Sequence[Version]) -> Edit:
    """The proposed version takes the place of what was in use. Raises UserError where none is proposed."""
    before, _ = _both(found)
    return _turned("Take what was learned", [], before.shown.values())


def refuse_version(found: Sequence[Version]) -> Edit:
    """The proposed version is put away; its checkpoint stays. Raises UserError where none is proposed."""
    _, now = _both(found)
    return _turned("Refuse what was learned", [], now.shown.values())


def go_back_to(found: Sequence[Version], checkpoint_id: int) -> Edit:
    """Shows what a version said of every video, and nothing of the others. Videos that it has not looked at are left to
    the caller."""
    wanted = next(one for one in found if one.row.id == checkpoint_id)
    others = [run for one in found if one is not wanted for run in one.shown.values()]
    return _turned(f"Go back to {wanted.row.name}", wanted.hidden.values(), others)


def _both(found: Sequence[Version]) -> tuple[Version, Version]:
    both = proposed_version(found)
    if both is None:
        raise UserError("Nothing is proposed: learn from corrections first.")
    return both


def _turned(text: str, shown: Iterable[Run], hidden: Iterable[Run]) -> Edit:
    pairs = [(run, changed(run, hidden=False)) for run in shown] + [(run, changed(run, hidden=True)) for run in hidden]
    return Edit(text, tuple(old for old, _ in pairs), tuple(new for _, new in pairs))


def learned_name(project: Project, run: Run) -> str:
    """What the track of a version's run is called: "learned 3" of the third; "" for other runs."""
    mine = [row.id for row in project.checkpoints() if row.model == MODEL] if run.model == MODEL else []
    return f"learned {mine.index(run.checkpoint_id) + 1}" if run.checkpoint_id in mine else ""


def with_judgements(project: Project, video_id: int, segments: Sequence[Segment]) -> list[Segment]:
    """A new run's segments, those of which people have spoken marked so: what somebody has drawn or accepted, or
    rejected in an earlier run, is not asked of them again."""
    tracks: dict[int, Track] = {track.id: track for track in project.tracks(video_id)}
    rows = project.segments(video_id=video_id)
    human = [row for row in rows if tracks[row.track_id].kind is TrackKind.HUMAN and row.state is not State.REJECTED]
    refused = project.rejected(video_id)
    states = judged_already(((row.label_id, row.span) for row in segments), human, refused)
    return [changed(row, state=state) for row, state in zip(segments, states, strict=True)]
