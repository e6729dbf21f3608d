"""What every signal lane must do: the suite runs over the tuple, on a small real video with sound and runs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from app.lane_memory import Kept, arranged, read, switched, write
from app.signal_lanes import LANES, lane
from app.signal_lanes.embedding import components
from app.signal_lanes.fetch import Ready, computed, considerate, known
from app.signal_lanes.lane import Ask, SignalLane, Source
from core.rows import Run, Segment, Video, new_id
from core.signal import Signal
from core.storage.arrays import ArrayCache
from core.task import Progress, drive
from core.time import Span
from core.timeline.query import SegmentTable
from core.video.source import open_video
from tests.helpers.sound import tone, write_sounding

FRAMES = 50
EACH = pytest.mark.parametrize("one", LANES, ids=lambda one: one.name)


@pytest.fixture
def cache(tmp_path: Path) -> ArrayCache:
    return ArrayCache(tmp_path / "cache")


@pytest.fixture
def ask(tmp_path: Path, cache: ArrayCache) -> Ask:
    path = write_sounding(tmp_path / "v.mkv", tone(2, 0.5, 1.0), FRAMES)
    with open_video(path) as source:
        info = source.info
    video = Video(new_id(), path.name, info.fingerprint, FRAMES, Fraction(25), 64, 48, 2.0)
    chance = np.random.default_rng(1)
    surprise = chance.random((FRAMES, 1)).astype(np.float32)
    scores = chance.dirichlet(np.ones(9), FRAMES // 2).astype(np.float32)
    labels = tuple(f"label {i}" for i in range(9))
    runs = (
        Run(3, video.id, "patraucean2015", None, "{}", "surprise", 1),
        Run(2, video.id, "i3d", None, "{}", "scores", 1, top_labels=(("label 4", 0.6), ("label 7", 0.2))),
    )
    cache.put("scores", scores=scores, features=chance.random((FRAMES // 2, 16)).astype(np.float16))
    return Ask(
        video,
        path,
        runs,
        {3: Signal(surprise, ("surprise",), 1, 1), 2: Signal(scores, labels, 2, 2)},
        None,
        "label 4",
        {"label 4": "#ff0000"},
        {cell: SegmentTable.of([Segment(new_id(), *cell, Span(10, 30))]) for cell in ((1, 1), (2, 1))},
    )


def source_of(one: SignalLane, ask: Ask) -> Source:
    found = one.source(ask)
    assert isinstance(found, Source), found
    return found


def test_names_are_unique_and_fit_into_settings() -> None:
    names = [one.name for one in LANES]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() for name in names)
    assert all(one.title and len(one.title) <= 12 for one in LANES)


@EACH
def test_it_computes_a_finite_signal_over_the_whole_video(one: SignalLane, ask: Ask, cache: ArrayCache) -> None:
    source = source_of(one, ask)
    signal = drive(source.compute(cache))
    assert isinstance(signal, Signal)
    assert np.isfinite(signal.values).all()
    assert signal.span(0).start == 0
    assert FRAMES <= signal.span(len(signal) - 1).stop <= FRAMES + signal.window
    ready = drive(computed(one, source, cache))
    assert isinstance(ready, Ready)
    assert ready.ceiling > 0
    low, high = ready.levels.columns(0, 0.5, 2 * FRAMES)
    assert np.isfinite(low).all()
    assert np.isfinite(high).all()
    assert ready.levels.at(FRAMES // 2) is not None
    assert len(ready.channels) >= ready.levels.channels


@EACH
def test_the_second_time_it_is_there_at_once(one: SignalLane, ask: Ask, cache: ArrayCache) -> None:
    source = source_of(one, ask)
    first = drive(computed(one, source, cache))

    def never(_: ArrayCache):
        raise AssertionError("computed twice")
        yield Progress()

    again = replace(source, compute=never) if source.kept else source
    second = drive(known(one, again, cache))
    assert isinstance(first, Ready)
    assert isinstance(second, Ready)
    assert second.channels == first.channels
    assert np.array_equal(second.levels.columns(0, 1, FRAMES), first.levels.columns(0, 1, FRAMES))
    assert source.kept or not source.slow


@EACH
def test_its_key_stays_while_nothing_changes_and_says_the_video(one: SignalLane, ask: Ask, cache: ArrayCache) -> None:
    source = source_of(one, ask)
    assert source_of(one, replace(ask)).key == source.key
    if source.slow:
        other = replace(ask, video=replace(ask.video, fingerprint="another"))
        assert source_of(one, other).key != source.key
        assert drive(known(one, source, cache)) is None, "what takes long is not done beside"


@EACH
def test_where_it_cannot_be_computed_it_says_what_to_do(one: SignalLane, ask: Ask) -> None:
    said = one.source(Ask(ask.video, None))
    assert isinstance(said, str)
    assert 10 < len(said) < 90
    assert "\n" not in said


@EACH
def test_a_run_without_scores_is_no_run(one: SignalLane, ask: Ask) -> None:
    assert isinstance(one.source(replace(ask, scores={}, path=None, tables={})), str)


def test_what_is_computed_behind_a_playing_video_rests_between_its_steps() -> None:
    closed: list[bool] = []

    def work():
        try:
            for done in range(3):
                yield Progress(done, 3)
            return "done"
        finally:
            closed.append(True)

    playing = iter([False, True, True])
    rests: list[float] = []
    assert drive(considerate(work(), lambda: next(playing), rests.append)) == "done"
    assert len(rests) == 2
    assert all(0 < rest <= 0.25 for rest in rests)
    task = considerate(work(), lambda: False)
    next(task)
    task.close()
    assert closed == [True, True]


def test_a_video_without_sound_says_so_and_is_not_searched_twice(ask: Ask, cache: ArrayCache, tmp_path: Path) -> None:
    from tests.helpers.videos import write_video

    path = write_video(tmp_path / "mute.mkv", numbers=range(5))
    source = source_of(lane("waveform"), replace(ask, path=path))
    assert drive(computed(lane("waveform"), source, cache)) == "This video has no sound"
    assert drive(known(lane("waveform"), source, cache)) == "This video has no sound"


def test_a_file_that_cannot_be_read_is_told_in_the_lane(ask: Ask, cache: ArrayCache, tmp_path: Path) -> None:
    (tmp_path / "broken.mp4").write_bytes(b"no video at all")
    for name in ("motion", "waveform"):
        source = source_of(lane(name), replace(ask, path=tmp_path / "broken.mp4"))
        said = drive(computed(lane(name), source, cache))
        assert isinstance(said, str)
        assert "broken.mp4" in said


def test_scores_are_those_of_the_chosen_run_and_its_best_labels_first(ask: Ask, cache: ArrayCache) -> None:
    source = source_of(lane("scores"), ask)
    signal = drive(source.compute(cache))
    assert isinstance(signal, Signal)
    assert signal.channels[:2] == ("label 4", "label 7")
    assert len(signal.channels) == len(source.colors) == 6
    assert source.colors[0] == "#ff0000"
    assert source.note == "i3d"


def test_embeddings_that_are_alike_get_like_colours() -> None:
    chance = np.random.default_rng(2)
    here, there = np.zeros(64), np.ones(64)
    features = np.concatenate([chance.normal(p, 0.05, (200, 64)) for p in (here, there, here)]).astype(np.float16)
    colors = drive(components(features))
    assert colors.shape == (600, 3)
    assert 0 <= colors.min() <= colors.max() <= 1
    first, second, third = (colors[i : i + 200, 0].mean() for i in (0, 200, 400))
    assert abs(first - third) < 0.05
    assert abs(first - second) > 0.8


@pytest.mark.parametrize("shape", [(1, 8), (2, 2), (5, 1), (300, 40)])
def test_embeddings_of_any_shape_and_all_the_same_have_colours(shape: tuple[int, int]) -> None:
    for features in (np.zeros(shape, np.float16), np.random.default_rng(3).random(shape).astype(np.float16)):
        colors = drive(components(features))
        assert colors.shape == (shape[0], 3)
        assert np.isfinite(colors).all()


def test_settings_keep_order_height_and_what_is_hidden() -> None:
    kept = read(())
    assert [one.name for one in kept] == [one.name for one in LANES]
    kept = switched(kept, "motion", False)
    shown = [(one.name, 60) for one in kept if one.shown][::-1]
    kept = arranged(kept, shown)
    again = read(write(kept))
    assert again == kept
    assert [one.name for one in again if one.shown] == [name for name, _ in shown]
    assert read(("nonsense", "motion:x:shown", "waveform:99999:hidden", "motion:50:hidden"))[:2] == [
        Kept("waveform", 240, False),
        Kept("motion", 50, False),
    ]
