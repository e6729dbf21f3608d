"""What of THEIRS is taken, kind by kind: what others need before what needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from core.rows import Label, Marker, Reviewed, Row, Run, Segment, State, Track, TrackKind, Video, changed
from core.timeline import rules
from core.timeline.merging.plan import Lies, Plan, Verdict, same_words
from core.timeline.merging.values import Brought, Key, Reason, derived_id, key

T = TypeVar("T", bound=Row)


def _changes(plan: Plan, kind: type[T]) -> Iterator[tuple[Key, T | None, T | None]]:
    for k, chain in plan.changes.items():
        if k[0] is kind:
            old, new = chain[0], chain[-1]
            yield k, old if isinstance(old, kind) else None, new if isinstance(new, kind) else None


def videos(plan: Plan) -> None:
    """Only whether a video is there, and its offset: where its file lies and what is in it is nobody's Edit."""
    for k, old, new in _changes(plan, Video):
        now = plan.mine.rows.get(k)
        if now is None:
            if new is not None and k not in plan.had:
                plan.take[k] = plan.theirs.rows.get(k, new)
        elif isinstance(now, Video):
            if new is None:
                plan.take[k] = None
            elif old is not None and new.offset != old.offset != now.offset != new.offset:
                if not any(isinstance(row, Video) and row.offset == new.offset for row in plan.had.get(k, ())):
                    plan.tell(Reason.VIDEO, plan.named(now), where=now)
            elif old is not None and now.offset == old.offset != new.offset:
                plan.take[k] = changed(now, offset=new.offset)


def labels(plan: Plan) -> None:
    for k, old, new in _changes(plan, Label):
        verdict, now = plan.verdict(k), plan.mine.rows.get(k)
        if verdict is Verdict.KEEP or _ours(plan, k, verdict, old):
            continue
        if isinstance(now, Label) and new is not None:
            _change_label(plan, k, now, new)
        elif verdict is Verdict.TAKE:
            plan.take[k] = new and fitting_label(plan, new)
        elif new is None:  # one that was deleted here comes back where it is needed
            plan.tell(Reason.DELETED_THERE, plan.named(now))


def _change_label(plan: Plan, k: Key, now: Label, new: Label) -> None:
    mixed, clash = plan.blended(k, now, new)
    fit = fitting_label(plan, mixed)
    if clash or fit != mixed:
        plan.tell(Reason.LABEL, plan.named(now), plan.named(new))
    if fit != mixed:
        mixed = replace(mixed, name=now.name, key=now.key)
    if mixed != now:
        plan.take[k] = mixed


def _ours(plan: Plan, k: Key, verdict: Verdict, old: Row | None) -> bool:
    """Whether an earlier merge brought a row, perhaps by another name: what it is called here is MINE's."""
    return verdict is Verdict.CONFLICT and old is None and k in plan.had


def fitting_label(plan: Plan, label: Label) -> Label:
    """With a name and a key that no other label has."""
    others = [row for row in plan.finals(Label) if row.id != label.id]
    taken = label.key and any(row.key.casefold() == label.key.casefold() for row in others)
    name = free_name(label.name, (row.name for row in others))
    return replace(label, name=name, key="" if taken else label.key)


def free_name(name: str, taken: Iterable[str]) -> str:
    """“NAME”, “NAME (merged)”, “NAME (merged 2)” …: the first that is not taken, as people read it."""
    known = {one.casefold() for one in taken}
    tries = (name, f"{name} (merged)", *(f"{name} (merged {n})" for n in range(2, len(known) + 3)))
    return next(one for one in tries if one.casefold() not in known)


def trees(plan: Plan) -> None:
    """Names, keys and parents, once it is known which labels there are."""
    while any(_refit(plan, row) for row in list(plan.take.values()) if isinstance(row, Label)):
        pass  # a name that goes back may be another one's by now
    for label in [row for row in plan.take.values() if isinstance(row, Label)]:
        _keep_tree(plan, label)


def _refit(plan: Plan, label: Label) -> bool:
    """Gives way to a label that had to stay; True where it had to."""
    fit, now = fitting_label(plan, label), plan.mine.rows.get(key(label))
    if fit == label:
        return False
    if isinstance(now, Label) and (label.name, label.key) != (now.name, now.key):
        plan.tell(Reason.LABEL, plan.named(now), plan.named(label))
        fit = replace(label, name=now.name, key=now.key)
    elif isinstance(now, Label):
        return False  # the other one gives way
    plan.take[key(label)] = fit
    return True


def _keep_tree(plan: Plan, label: Label) -> None:
    """A label whose parent is not there stands at the top; one that would lie below itself stays where it was."""
    parents = {row.id: row.parent_id for row in plan.finals(Label)}
    before = plan.mine.rows.get(key(label))
    if label.parent_id is not None and label.parent_id not in parents:
        plan.take[key(label)] = replace(label, parent_id=None)
    elif rules.parent_problem(label, parents):
        above = before.parent_id if isinstance(before, Label) else None
        plan.take[key(label)] = replace(label, parent_id=above)
        plan.tell(Reason.LABEL, plan.named(before or label), plan.named(label))


def runs(plan: Plan) -> None:
    """Those that THEIRS shows come with all that is on them; what MINE hid since stays hidden."""
    lying: dict[int, list[Segment]] = {}
    tracks = {row.run_id: row for row in plan.theirs.rows.values() if isinstance(row, Track)}
    new_runs = {}
    for k, _old, new in _changes(plan, Run):
        verdict, now = plan.verdict(k), plan.mine.rows.get(k)
        if verdict is Verdict.TAKE and new is not None:
            if not isinstance(now, Run) or now.hidden:  # nothing of it is in MINE's history
                if new.hidden or new.id not in tracks:
                    continue
                new_runs[tracks[new.id].id] = new
            plan.take[k] = new
        elif verdict is Verdict.CONFLICT and new is not None and now is not None:
            plan.tell(Reason.RUN, plan.named(now), where=new)
    if new_runs:
        for row in plan.theirs.rows.values():
            if isinstance(row, Segment) and row.track_id in new_runs:
                lying.setdefault(row.track_id, []).append(row)
    for track_id, run in new_runs.items():
        track = plan.theirs.rows[Track, track_id]
        assert isinstance(track, Track)
        plan.runs.append(Brought(run, track, tuple(lying.get(track_id, ()))))


def tracks(plan: Plan) -> None:
    """People's. One that is called like another of MINE gets a name of its own."""
    for k, old, new in _changes(plan, Track):
        verdict, now = plan.verdict(k), plan.mine.rows.get(k)
        either = new or old or now
        if not isinstance(either, Track) or either.kind is not TrackKind.HUMAN:
            continue
        if verdict is Verdict.KEEP or _ours(plan, k, verdict, old):
            continue
        if isinstance(now, Track) and new is not None:
            mixed, clash = plan.blended(k, now, new)
            if clash:
                plan.tell(Reason.TRACK, plan.named(now), plan.named(new), where=now)
            if mixed != now:
                plan.take[k] = mixed
        elif verdict is Verdict.TAKE:
            plan.take[k] = new and replace(new, name=track_name(plan, new.video_id, new.name))
        elif new is None:
            plan.tell(Reason.DELETED_THERE, plan.named(now), where=now)


def track_name(plan: Plan, video_id: int, name: str) -> str:
    taken = {row.name for row in plan.finals(Track) if row.video_id == video_id and row.kind is TrackKind.HUMAN}
    return free_name(name, taken)


def segments(plan: Plan) -> None:
    brought = {one.track.id for one in plan.runs}
    said: dict[tuple[int, int, int, int], list[Segment]] = {}
    for one in plan.mine.rows.values():
        if isinstance(one, Segment):
            said.setdefault(_spot(one), []).append(one)
    for k, old, new in _changes(plan, Segment):
        verdict, now = plan.verdict(k), plan.mine.rows.get(k)
        row = new or old or now
        if not isinstance(row, Segment) or row.track_id in brought:
            continue
        if verdict is Verdict.KEEP:
            continue
        if not plan.human(row):
            _judgement(plan, verdict, row, now, new)
        elif verdict is Verdict.CONFLICT:
            _conflict(plan, now, new)
        elif now is None and new is not None and any(same_words(new, other) for other in said.get(_spot(new), ())):
            continue  # both made the same segment
        else:
            put(plan, k, new)


def _spot(row: Segment) -> tuple[int, int, int, int]:
    return row.track_id, row.label_id, row.span.start, row.span.stop


def put(plan: Plan, k: Key, new: Lies | None) -> None:
    """Takes a row that lies on a track, where the track is there."""
    if new is None or plan.final(Track, new.track_id) is not None:
        plan.take[k] = new
    else:
        set_apart(plan, new, Reason.TRACK_GONE)


def set_apart(plan: Plan, row: Lies, reason: Reason) -> None:
    """Unless an earlier merge did so."""
    copy = (type(row), derived_id(row))
    if copy not in plan.mine.rows and copy not in plan.had:
        plan.apart.append((row, reason))


def _judgement(plan: Plan, verdict: Verdict, row: Segment, now: Row | None, new: Segment | None) -> None:
    """On a run's track only what people said of a prediction counts; what the run found after both set its threshold
    anew is MINE's. Of a run that is hidden here nothing counts."""
    track = plan.final(Track, row.track_id)
    run = plan.final(Run, track.run_id) if isinstance(track, Track) else None
    if not isinstance(track, Track) or not isinstance(run, Run) or run.hidden:
        return
    if verdict is Verdict.TAKE:
        again = (Run, track.run_id or 0) not in plan.take and (Run, track.run_id or 0) in plan.changes
        if not (again and row.state is State.PREDICTED):
            plan.take[type(row), row.id] = new
    elif isinstance(now, Segment) and new is not None and now.state is not new.state:
        here, there = (f"{plan.named(one)} {one.state.value}" for one in (now, new))
        plan.tell(Reason.JUDGED, here, there, where=now)


def _conflict(plan: Plan, now: Row | None, new: Segment | None) -> None:
    if new is None:
        plan.tell(Reason.DELETED_THERE, plan.named(now), where=now)
    elif now is None:
        set_apart(plan, new, Reason.DELETED_HERE)
    elif isinstance(now, Segment) and not same_words(now, new):
        set_apart(plan, new, Reason.CHANGED)


def reviewed(plan: Plan) -> None:
    there = {(one.track_id, one.span) for one in plan.mine.rows.values() if isinstance(one, Reviewed)}
    for k, _old, new in _changes(plan, Reviewed):
        verdict = plan.verdict(k)
        if verdict is Verdict.TAKE and (new is None or (new.track_id, new.span) not in there):
            put(plan, k, new)


def markers(plan: Plan) -> None:
    for k, _old, new in _changes(plan, Marker):
        verdict, now = plan.verdict(k), plan.mine.rows.get(k)
        if verdict is Verdict.TAKE:
            plan.take[k] = new
        elif verdict is Verdict.CONFLICT and new is None:
            plan.tell(Reason.DELETED_THERE, plan.named(now), where=now)
        elif verdict is Verdict.CONFLICT and new is not None:
            second = replace(new, id=derived_id(new))
            if key(second) not in plan.mine.rows and key(second) not in plan.had:
                plan.take[key(second)] = second
                plan.tell(Reason.MARKER, plan.named(now or new), plan.named(new), where=new)
