"""Signal lanes in the real window: shown by key, computed in the background, remembered; peaks become boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

import models.cards
from app import lane_memory
from app.main_window import MainWindow
from app.signal_lanes.fetch import Ready
from core.peaks import peaks
from core.rows import State, Track, new_id
from core.signal import Signal
from core.time import Span
from core.timeline import ops
from core.timeline.edit import Edit
from models import checkpoint
from models.nets import patraucean2015
from tests.helpers.desk import Desk, open_desk, spans
from tests.helpers.tiny import checkpoint_of, write_video

SMALL = patraucean2015.CARD.as_variant("small")
LEVELS = [30] * 40 + [200] * 30 + [60] * 40  # 110 frames with jumps at 40 and 70


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(models.cards, "CARDS", (patraucean2015.CARD,))
    torch.manual_seed(3)
    checkpoint_of(checkpoint.folder(SMALL) / "small.safetensors", SMALL, "surprise")
    desk = open_desk(qtbot, tmp_path / "p.reelmark", write_video(tmp_path / "v.avi", LEVELS, size=(64, 64)))
    yield desk
    desk.window.close()


def lanes(desk: Desk) -> dict[str, str]:
    """What each lane on screen says in place of a signal."""
    return {row.name: row.said for row in desk.window.signals.view.rows}


def show(desk: Desk) -> None:
    desk.keys("F4")
    desk.idle()


def with_peaks(desk: Desk, *at: int) -> None:
    """As if a run had been surprised at these frames."""
    values = np.zeros((len(LEVELS), 1), np.float32)
    values[list(at)] = 0.8
    found = peaks(Signal(values, ("surprise",), 1, 1))
    assert found.frames.tolist() == list(at)
    signals = desk.window.signals
    signals._held["surprise"].found = Ready(("surprise",), signals.view.rows[0].levels, 1.0, found)  # type: ignore[arg-type]
    signals._show(next(one for one in signals.visible if one.name == "surprise"))


def test_one_key_shows_and_hides_them_and_settings_remember(desk: Desk) -> None:
    view = desk.window.signals.view
    assert not view.isVisible()
    show(desk)
    assert view.isVisible()
    assert desk.window.commands["signal_lanes"].isChecked()
    assert desk.ws.settings.show_lanes
    said = lanes(desk)
    assert list(said) == ["scores", "surprise", "motion", "waveform"]
    assert said["motion"] == ""
    assert said["waveform"] == "This video has no sound"
    assert said["surprise"] == "Run patraucean2015 to see surprise (F5)"
    desk.keys("Ctrl+Alt+4", "Ctrl+Alt+5")  # motion off, look on
    desk.idle()
    assert "motion" not in lanes(desk)
    assert "embedding" in lanes(desk)
    kept = lane_memory.read(desk.ws.settings.lanes)
    assert [one.name for one in kept if one.shown] == list(lanes(desk))
    desk.keys("F4")
    assert not view.isVisible()
    assert desk.window.timeline.viewportMargins().bottom() == 0
    desk.keys("Ctrl+Alt+4")
    desk.idle()
    assert view.isVisible(), "a lane that is asked for is shown"
    desk.window.signals.view.hide_requested.emit("motion")
    assert "motion" not in lanes(desk)
    assert not desk.window.commands["lane_motion"].isChecked()


def test_motion_finds_the_jumps_of_the_file_and_comes_from_the_cache_later(desk: Desk) -> None:
    show(desk)
    held = desk.window.signals._held["motion"]
    assert isinstance(held.found, Ready)
    high = held.found.levels.columns(0, 1, len(LEVELS))[1][:, 0]
    assert set(np.argsort(high)[-2:].tolist()) == {40, 70}
    titles: list[str] = []
    desk.ws.runner.started.connect(lambda job: titles.append("" if job.quiet else job.title))
    desk.keys("F4", "F4")
    desk.idle()
    assert isinstance(desk.window.signals._held["motion"].found, Ready)
    assert not any(titles), "nothing is computed twice"


def test_a_real_run_brings_surprise_and_its_peaks(desk: Desk) -> None:
    show(desk)
    told: list[np.ndarray] = []
    desk.window.signals.peaks_changed.connect(told.append)
    file = checkpoint.folder(SMALL) / "small.safetensors"
    desk.ws.analyze(list(desk.ws.document.videos.values()), "patraucean2015", None, file)
    desk.until(lambda: desk.ws.document.runs)
    desk.idle()
    desk.until(lambda: lanes(desk)["surprise"] == "")
    row = next(row for row in desk.window.signals.view.rows if row.name == "surprise")
    assert row.note == "patraucean2015"
    shown = row.peaks.tolist()
    assert any(abs(peak - 40) <= 1 for peak in shown), shown
    assert told[-1].tolist() == shown
    desk.keys("Alt+,", "Alt+,")
    assert desk.ws.settings.peak_prominence == pytest.approx(0.4)
    assert f"≥ {desk.window.signals.limit:.2f}" == "≥ 0.40"
    desk.keys("Alt+.")
    assert desk.ws.settings.peak_prominence == pytest.approx(0.35)


def test_keys_go_from_peak_to_peak(desk: Desk) -> None:
    show(desk)
    said: list[str] = []
    desk.ws.said.connect(lambda text, kind: said.append(text))
    desk.keys("N")
    assert "There are no peaks" in said[-1]
    assert desk.ws.playhead.frame == 0
    with_peaks(desk, 20, 50, 80)
    frames = []
    for key in ("N", "N", "Shift+N", "N", "N", "N"):
        desk.keys(key)
        frames.append(desk.ws.playhead.frame)
    assert frames == [20, 50, 20, 50, 80, 80]
    assert "no peak after" in said[-1]


def test_a_key_makes_a_candidate_between_two_peaks_that_is_accepted_and_undone(desk: Desk) -> None:
    show(desk)
    label = desk.label("jump")
    with_peaks(desk, 20, 50, 80)
    desk.go(60)
    desk.keys("B")
    (row,) = desk.segments
    assert (row.span, row.state, row.label_id) == (Span(50, 80), State.PREDICTED, label)
    assert row.score == pytest.approx(0.8)
    assert desk.ws.document.selected == [row]
    assert desk.stored == [row]
    desk.keys("A")
    (row,) = desk.stored
    assert row.state is State.ACCEPTED
    assert desk.ws.document.selected == [row]
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert desk.stored == []


def test_a_key_splits_the_selected_segment_at_the_nearest_peak(desk: Desk) -> None:
    show(desk)
    desk.label("jump")
    desk.ws.document.add_segment(Span(10, 70))
    with_peaks(desk, 20, 50, 80)
    desk.go(44)
    desk.keys("B")
    assert spans(desk.stored) == [Span(10, 50), Span(50, 70)]
    desk.keys("Ctrl+Z")
    desk.keys("Esc")
    desk.go(22)
    desk.keys("B")  # not selected, but under the playhead
    assert spans(desk.stored) == [Span(10, 20), Span(20, 70)]
    said: list[str] = []
    desk.ws.said.connect(lambda text, kind: said.append(text))
    desk.ws.document.select([desk.segments[0].id])
    desk.keys("B")
    assert "No peak lies inside" in said[-1]


def test_another_video_cancels_what_is_computed_of_the_old_one(desk: Desk, tmp_path: Path) -> None:
    other = write_video(tmp_path / "w.avi", [10, 240] * 30)
    slow = write_video(tmp_path / "slow.avi", [i % 250 for i in range(2000)], size=(320, 240))
    desk.ws.add_videos([slow, other])
    desk.until(lambda: len(desk.ws.document.videos) == 3)
    desk.idle()
    ids = {video.path: i for i, video in desk.ws.document.videos.items()}
    desk.ws.document.open_video(ids["slow.avi"])
    desk.keys("F4")
    desk.until(lambda: any(job.title.startswith("Motion of slow") for job in desk.ws.runner.jobs))
    job = next(job for job in desk.ws.runner.jobs if job.title.startswith("Motion of slow"))
    assert not job.quiet, "it stands in the job bar"
    ended: list[bool] = []
    desk.ws.runner.ended.connect(lambda one: ended.append(one.was_cancelled) if one is job else None)
    desk.ws.document.open_video(ids["w.avi"])
    desk.until(lambda: ended)
    assert ended == [True]
    desk.idle()
    assert lanes(desk)["motion"] == ""
    levels = desk.window.signals.view.rows[2].levels
    assert levels is not None
    assert levels.at(1)[0] > 0.5  # type: ignore[index]


def test_while_the_video_plays_lanes_give_way(desk: Desk) -> None:
    show(desk)
    signals = desk.window.signals
    desk.keys("Space")
    desk.until(lambda: desk.ws.playhead.playing)
    assert signals._busy.is_set()
    desk.until(lambda: desk.ws.playhead.frame > 5)
    desk.keys("K")
    assert not signals._busy.is_set()
    frame = desk.ws.playhead.frame
    assert signals.view.scene.playhead == frame, "the lanes' playhead is the timeline's"


def test_a_job_that_is_stopped_by_hand_says_how_to_go_on(desk: Desk, tmp_path: Path) -> None:
    slow = write_video(tmp_path / "slow.avi", [i % 250 for i in range(2000)], size=(320, 240))
    desk.ws.add_videos([slow])
    desk.until(lambda: len(desk.ws.document.videos) == 2)
    desk.idle()
    desk.keys("F4")
    desk.until(lambda: any(job.title.startswith("Motion of slow") for job in desk.ws.runner.jobs))
    next(job for job in desk.ws.runner.jobs if job.title.startswith("Motion of slow")).cancel()
    desk.idle()
    assert lanes(desk)["motion"] == "Stopped: hide and show the lane to try again"
    desk.keys("Ctrl+Alt+4", "Ctrl+Alt+4")
    desk.idle()
    assert lanes(desk)["motion"] == ""


def test_agreement_follows_edits_and_old_values_stay_until_new_ones_are_there(desk: Desk) -> None:
    desk.keys("Ctrl+Alt+7")
    desk.idle()
    assert "Two tracks are needed" in lanes(desk)["agreement"]
    document = desk.ws.document
    jump = desk.label("jump")
    label = document.labels[jump]
    document.add_segment(Span(10, 50))
    assert document.video is not None
    bob = Track(new_id(), document.video.id, "Bob")
    document.push(Edit("Add track", added=(bob,)))
    document.push(ops.add_segment(bob, label, Span(30, 70)))
    desk.idle()
    desk.until(lambda: lanes(desk)["agreement"] == "")

    def agreed(frame: int) -> float:
        levels = desk.window.signals.view.rows[-1].levels
        assert levels is not None
        return float(levels.at(frame)[1])  # type: ignore[index]

    assert [agreed(frame) for frame in (20, 40, 60)] == [0, 1, 0]
    desk.ws.document.change([s for s in desk.segments if s.track_id == bob.id], "Move", span=Span(60, 100))
    assert agreed(40) == 1, "until the new one is there"
    desk.until(lambda: agreed(40) == 0)
    desk.idle()


def test_without_a_video_and_in_an_empty_project_nothing_breaks(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(qtbot, tmp_path / "empty.reelmark")
    desk.keys("F4", "Ctrl+Alt+3", "N", "B")
    desk.idle()
    assert desk.window.signals.view.rows == []
    assert not desk.window.signals.view.isVisible()
    desk.window.close()


def test_the_menu_of_a_lane_hides_moves_and_resizes(desk: Desk) -> None:
    from app.signals_menu import lane_menu

    show(desk)
    window: MainWindow = desk.window
    menu = lane_menu(window.signals, "motion")
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:4] == ["Hide Motion", "Height", "Move up", "Move down"]

    def press(text: str) -> None:
        next(action for action in menu.actions() if action.text() == text).trigger()

    press("Move up")
    assert list(lanes(desk)) == ["scores", "motion", "surprise", "waveform"]
    heights = menu.actions()[1].menu()
    next(action for action in heights.actions() if action.text() == "High").trigger()
    assert [row.height for row in window.signals.view.rows] == [44, 88, 44, 44]
    press("Hide Motion")
    assert "motion" not in lanes(desk)
    menu.close()
    surprise = [action.text() for action in lane_menu(window.signals, "surprise").actions()]
    assert "Boundary at surprise peak" in surprise
    assert [a.text() for a in lane_menu(window.signals, None).actions()] == ["Lanes", "Signal lanes"]
