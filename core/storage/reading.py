"""What a project answers: lists of rows, the state of the log, and where its videos lie."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from sqlalchemy import ColumnElement, FromClause, func, or_, select

from core.rows import Checkpoint, Dataset, Label, Marker, Reviewed, Run, Segment, State, Track, Video
from core.storage import editlog, media, rowmap, schema
from core.storage.engine import Database
from core.timeline.edit import Edit

_video, _label, _run, _track, _segment = schema.video, schema.label, schema.run, schema.track, schema.segment
_tracks = _track.outerjoin(_run, _run.c.id == _track.c.run_id)
_shown = or_(_track.c.run_id.is_(None), _run.c.hidden.is_(False))


class Reads:
    """The reading half of a Project. Rows of hidden runs are left out unless asked for."""

    def __init__(self, database: Database, problems: tuple[str, ...] = ()) -> None:
        self._database = database
        self.problems = problems

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def folder(self) -> Path:
        """What relative video paths start from."""
        return self.path.parent

    def videos(self) -> list[Video]:
        return [rowmap.video(v) for v in self._rows(_video, _video.c.gone.is_(False), order=[_video.c.id])]

    def labels(self) -> list[Label]:
        order = [_label.c.position, _label.c.id]
        return [rowmap.label(v) for v in self._rows(_label, _label.c.gone.is_(False), order=order)]

    def tracks(self, video_id: int | None = None) -> list[Track]:
        mine = [_track.c.video_id == video_id] if video_id is not None else []
        order = [_track.c.video_id, _track.c.position, _track.c.id]
        return [rowmap.track(v) for v in self._rows(_track, _shown, *mine, source=_tracks, order=order)]

    def segments(self, *, track_id: int | None = None, video_id: int | None = None) -> list[Segment]:
        """One track's, one video's or all segments, by (track, start, id)."""
        order = [_segment.c.track_id, _segment.c.start, _segment.c.id]
        if track_id is not None:
            return self._segments(_segment.c.track_id == track_id, order=order)
        source = _tracks.join(_segment, _segment.c.track_id == _track.c.id)
        mine = [_track.c.video_id == video_id] if video_id is not None else []
        return self._segments(_shown, *mine, source=source, order=order)

    def segments_of(self, label_id: int) -> list[Segment]:
        """All segments with a label, in every video."""
        source = _tracks.join(_segment, _segment.c.track_id == _track.c.id)
        order = [_segment.c.track_id, _segment.c.start, _segment.c.id]
        return self._segments(_shown, _segment.c.label_id == label_id, source=source, order=order)

    def rejected(self, video_id: int) -> list[Segment]:
        """What people rejected in one video, in runs that are not shown any more as well: that was their word."""
        source = _segment.join(_track, _segment.c.track_id == _track.c.id)
        order = [_segment.c.track_id, _segment.c.start, _segment.c.id]
        refused = _segment.c.state == State.REJECTED.value
        return self._segments(refused, _track.c.video_id == video_id, source=source, order=order)

    def label_counts(self) -> dict[int, int]:
        """How many segments have each label, in every video."""
        source = _tracks.join(_segment, _segment.c.track_id == _track.c.id)
        counted = select(_segment.c.label_id, func.count()).select_from(source).where(_shown)
        with self._database.reading() as connection:
            found = connection.execute(counted.group_by(_segment.c.label_id)).all()
        return {int(row[0]): int(row[1]) for row in found}

    def example_counts(self) -> dict[int, int]:
        """How many segments people have drawn, accepted or corrected, by label."""
        said = _segment.c.state.in_([State.HUMAN.value, State.ACCEPTED.value, State.CORRECTED.value])
        source = _track.join(_segment, _segment.c.track_id == _track.c.id)
        counted = select(_segment.c.label_id, func.count()).select_from(source).where(said, _track.c.run_id.is_(None))
        with self._database.reading() as connection:
            found = connection.execute(counted.group_by(_segment.c.label_id)).all()
        return {int(row[0]): int(row[1]) for row in found}

    def long_labels(self) -> set[int]:
        """The ids of labels with segments of more than one frame."""
        found = select(_segment.c.label_id).distinct().where(_segment.c.stop > _segment.c.start + 1)
        with self._database.reading() as connection:
            return set(connection.execute(found).scalars())

    def subjects(self) -> list[str]:
        """Everybody that a segment names, sorted."""
        found = select(_segment.c.subject).distinct().where(_segment.c.subject != "").order_by(_segment.c.subject)
        with self._database.reading() as connection:
            return list(connection.execute(found).scalars())

    def labels_used(self) -> set[tuple[int, int]]:
        """(video id, label id): which labels are on any track of which video."""
        source = _tracks.join(_segment, _segment.c.track_id == _track.c.id)
        found = select(_track.c.video_id, _segment.c.label_id).distinct().select_from(source).where(_shown)
        with self._database.reading() as connection:
            return {(int(video), int(label)) for video, label in connection.execute(found)}

    def segments_by_id(self, ids: Iterable[int]) -> list[Segment]:
        """Those of these ids that are there (at most some hundred are asked for)."""
        return self._segments(_segment.c.id.in_(list(ids)), order=[_segment.c.id])

    def segment_count(self, track_id: int) -> int:
        with self._database.reading() as connection:
            counted = select(func.count()).select_from(_segment).where(_segment.c.track_id == track_id)
            return int(connection.execute(counted).scalar_one())

    def runs(self, video_id: int | None = None, hidden: bool = False) -> list[Run]:
        """`hidden`: also those that were undone or are still being written."""
        mine = [_run.c.video_id == video_id] if video_id is not None else []
        mine += [] if hidden else [_run.c.hidden.is_(False)]
        return [rowmap.run(v) for v in self._rows(_run, *mine, order=[_run.c.id])]

    def analysed(self) -> set[int]:
        """The ids of the videos that have a run."""
        found = select(_run.c.video_id).distinct().where(_run.c.hidden.is_(False))
        with self._database.reading() as connection:
            return set(connection.execute(found).scalars())

    def reviewed(self, track_id: int | None = None) -> list[Reviewed]:
        table = schema.reviewed
        mine = [table.c.track_id == track_id] if track_id is not None else []
        return [rowmap.reviewed(v) for v in self._rows(table, *mine, order=[table.c.track_id, table.c.start])]

    def markers(self, video_id: int | None = None) -> list[Marker]:
        """One video's or all markers, by (video, frame, id)."""
        table = schema.marker
        mine = [table.c.video_id == video_id] if video_id is not None else []
        order = [table.c.video_id, table.c.frame, table.c.id]
        return [rowmap.marker(v) for v in self._rows(table, *mine, order=order)]

    def checkpoints(self) -> list[Checkpoint]:
        return [rowmap.checkpoint(v) for v in self._rows(schema.checkpoint, order=[schema.checkpoint.c.id])]

    def datasets(self) -> list[Dataset]:
        return [rowmap.dataset(v) for v in self._rows(schema.dataset, order=[schema.dataset.c.id])]

    # The log ---------------------------------------------------------------------------------------------------------

    def undo_text(self) -> str | None:
        """What `undo` would take back; None when there is nothing."""
        with self._database.reading() as connection:
            return editlog.undo_text(connection)

    def redo_text(self) -> str | None:
        """What `redo` would do again; None when there is nothing."""
        with self._database.reading() as connection:
            return editlog.redo_text(connection)

    def log_position(self) -> int:
        """Names the present state: equal positions, equal rows."""
        with self._database.reading() as connection:
            return editlog.position(connection)

    def edits_since(self, position: int) -> list[Edit]:
        """The Edits that lead from an earlier log position to the present state, whoever made them; undone ones appear
        inverted. Raises KeyError for a position that this project never had."""
        return self.changes_since(position)[0]

    def changes_since(self, position: int) -> tuple[list[Edit], int]:
        """`edits_since` with the position they lead to, read together."""
        with self._database.reading() as connection:
            return editlog.path(connection, position), editlog.position(connection)

    def common_past(self, other: Reads) -> int:
        """The last log position that both projects came through alike; 0 where they have nothing in common."""
        with self._database.reading() as mine, other._database.reading() as theirs:
            return editlog.common(mine, theirs)

    def data_version(self) -> int:
        """Changes whenever another program has committed to the file (not by this Project's own changes)."""
        return int(cast(int, self._database.pragma("data_version")))

    # Videos on disk --------------------------------------------------------------------------------------------------

    def resolve(self, video: Video) -> Path:
        """Where a video lies. Raises UserError when it is not there."""
        return media.resolve(self.folder, video)

    def located(self, checkpoint: Checkpoint) -> Path | None:
        """Where the weights of a checkpoint lie; None where they are gone."""
        path = Path(checkpoint.path)
        path = path if path.is_absolute() else self.folder / path
        return path if path.is_file() else None

    def relative(self, path: str | Path) -> str:
        """A path as a Video row holds it."""
        return media.relative(self.folder, Path(path))

    def _segments(
        self, *where: ColumnElement[bool], order: list[Any], source: FromClause | None = None
    ) -> list[Segment]:
        """Some thousand rows at a time, so that there are never twice as many as needed."""
        found = select(_segment).select_from(_segment if source is None else source).where(*where).order_by(*order)
        with self._database.reading() as connection:
            return rowmap.segments(connection.execute(found, execution_options={"yield_per": 4096}))

    def _rows(
        self, table: Any, *where: ColumnElement[bool], order: list[Any], source: FromClause | None = None
    ) -> list[Any]:
        found = select(table).select_from(table if source is None else source).where(*where).order_by(*order)
        with self._database.reading() as connection:
            return list(connection.execute(found).all())
