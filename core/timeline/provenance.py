"""Who made a segment, who changed it and when; and which segments of a table somebody made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

import numpy as np

from core.rows import Checkpoint, Run, Segment, State, Track, TrackKind, created_ms
from core.timeline.query import STATES, SegmentTable

_TOUCHED_MS = 2_000  # a row that was modified later than this after it was made was changed


@dataclass(frozen=True, slots=True)
class Provenance:
    """made_by: a person, or a network with its checkpoint ("head sports"); "" where nobody knows. changed_by: who
    accepted, corrected, rejected or edited it since, "" for nobody; changed_at: milliseconds since 1970, 0 for never.
    network: whether `made_by` is one."""

    made_by: str
    network: bool
    changed_by: str = ""
    changed_at: int = 0


class By(StrEnum):
    """What `Wanted` asks for; `State`'s values ask for segments in that state."""

    ALL = "all"
    PEOPLE = "people"  # drawn by a person
    NETWORKS = "networks"  # found by a network, whatever became of it
    MAKER = "maker"  # found by this network with these weights
    PERSON = "person"  # made or changed by this person
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Wanted:
    by: By = By.ALL
    name: str = ""


def makers(runs: Iterable[Run], checkpoints: Iterable[Checkpoint] = ()) -> dict[int, str]:
    """Run id → the network and, where a training made its weights, their name."""
    named = {row.id: row.name for row in checkpoints}
    names = {run.id: dict.fromkeys((run.model, named.get(run.checkpoint_id or 0, run.model))) for run in runs}
    return {run_id: " ".join(words) for run_id, words in names.items()}


def provenance(segment: Segment, track: Track, made: Mapping[int, str], origin_run: int | None) -> Provenance:
    """made: `makers`; origin_run: the id of the run that `segment.origin_id` is of, where it is known."""
    if track.kind is TrackKind.RUN:
        judged = (segment.author, segment.modified) if segment.state is not State.PREDICTED else ("", 0)
        return Provenance(made.get(track.run_id or 0, track.name), True, *judged)
    if segment.origin_id is not None:
        return Provenance(made.get(origin_run or 0, ""), True, segment.author, segment.modified)
    touched = segment.modified - created_ms(segment.id) > _TOUCHED_MS
    changed = (segment.author, segment.modified) if touched else ("", 0)
    return Provenance(segment.author or track.name, False, *changed)


def matching(
    table: SegmentTable, track: Track, wanted: Wanted, made: Mapping[int, str], run_of: Callable[[int], int | None]
) -> np.ndarray:
    """bool [n]: the rows of one track's table that are wanted. run_of: the id of a prediction → that of its run. Costs
    a few milliseconds for 100,000 rows."""
    n = len(table)
    if wanted.by is By.ALL:
        return np.ones(n, bool)
    if wanted.by is By.STATE:
        return np.asarray(table.state == STATES.index(State(wanted.name)))
    if wanted.by is By.PERSON:
        return np.fromiter((row.author == wanted.name for row in table.rows), bool, n)
    if track.kind is TrackKind.RUN:
        mine = wanted.by is By.NETWORKS or (
            wanted.by is By.MAKER and made.get(track.run_id or 0, track.name) == wanted.name
        )
        return np.full(n, mine)
    origins = list(map(attrgetter("origin_id"), table.rows))
    found = np.fromiter((one is not None for one in origins), bool, n)
    if wanted.by is not By.MAKER:
        return found if wanted.by is By.NETWORKS else ~found
    named = ((made.get(run_of(one) or 0, "") if one is not None else "") == wanted.name for one in origins)
    return np.fromiter(named, bool, n)
