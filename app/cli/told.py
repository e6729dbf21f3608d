"""Who made and changed the segments of a project, for `segments`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from core.errors import UserError
from core.rows import Segment, State, Track, TrackKind
from core.storage.project import Project
from core.timeline.provenance import makers, provenance

_WORDS = {"people": False, "networks": True}


class Told:
    """Reads runs and checkpoints once, and of a project's segments what accepted copies come from."""

    def __init__(self, project: Project) -> None:
        self._made = makers(project.runs(hidden=True), project.checkpoints())
        self._runs = {track.id: track.run_id for track in project.tracks() if track.kind is TrackKind.RUN}
        self._project = project
        self._origins: dict[int, int] | None = None

    def of(self, segment: Segment, track: Track) -> dict[str, Any]:
        """made_by; changed_by and changed_at (UTC, ISO 8601): null where nobody changed it."""
        run = self._origin(segment.origin_id) if segment.origin_id is not None else None
        told = provenance(segment, track, self._made, run)
        at = datetime.fromtimestamp(told.changed_at / 1000, UTC).isoformat(timespec="seconds")
        changed = {"changed_by": told.changed_by or None, "changed_at": at if told.changed_at else None}
        return {"made_by": told.made_by or ("a removed run" if told.network else None), **changed}

    def _origin(self, origin_id: int) -> int | None:
        if self._origins is None:
            rows = (
                (row.id, self._runs[track]) for track in self._runs for row in self._project.segments(track_id=track)
            )
            self._origins = {key: run for key, run in rows if run is not None}
        return self._origins.get(origin_id)

    def only(self, rows: list[dict[str, Any]], who: str) -> list[dict[str, Any]]:
        """What `who` made or changed: a person, a network (with or without its checkpoint's name), "people" or
        "networks" for all of either kind, or a state. Raises UserError where there is nobody of that name."""
        name = who.casefold()
        networks = {made.casefold() for made in self._made.values()} | {"a removed run"}

        def made_by(row: dict[str, Any]) -> str:
            return (row["made_by"] or "").casefold()

        if name in _WORDS:
            return [row for row in rows if (made_by(row) in networks) is _WORDS[name]]
        if name in {state.value for state in State}:
            return [row for row in rows if row["state"] == name]
        found = [
            row
            for row in rows
            if name in (made_by(row), (row["changed_by"] or "").casefold())
            or (made_by(row) in networks and name in made_by(row).split())
        ]
        known = dict.fromkeys(one for row in rows for one in (row["made_by"], row["changed_by"]) if one)
        if not found and name not in {word for made in networks for word in (made, *made.split())}:
            raise UserError(f"Nobody called “{who}” made a segment; there is {', '.join(known) or 'nobody at all'}.")
        return found
