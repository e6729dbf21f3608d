"""What the timeline paints, looked at through its pixels, and what it leaves alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from app.views.timeline import Lane, TimelineView
from app.views.timeline_colors import Colors, contrast, readable_on
from core.rows import Label, Segment, State, Track
from core.time import ConstantRate, Span
from core.timeline.query import SegmentTable
from tests.helpers.timeline import CLOCK, MINE, Mouse, small_lanes


@pytest.fixture
def view(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1220, 300)
    view.set_video(CLOCK)
    view.set_lanes(small_lanes())
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    return view


def pixels(view: TimelineView) -> np.ndarray:
    """uint8 [height, width, 3] of the viewport."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[:, :, 2::-1].copy()


def at(view: TimelineView, frame: float, lane: int) -> np.ndarray:
    place = Mouse(view).place(frame, lane)
    return pixels(view)[round(place.y()) + 5, round(place.x())]


@dataclass(frozen=True)
class Watched(SegmentTable):
    """A table that notes for which frames it was asked."""

    asked: tuple = ()

    @classmethod
    def over(cls, table: SegmentTable) -> Watched:
        return cls(table.rows, table.start, table.stop, table.label, table.score, table.state, asked=([],))

    def visible(self, start: int, stop: int) -> slice:
        self.asked[0].append((start, stop))
        return super().visible(start, stop)


def tall(count: int) -> list[Lane]:
    """Many rows, each with a segment every 100 frames."""
    rows = []
    for number in range(count):
        label = Label(number + 1, f"label {number}", "#4e79a7")
        spans = [Span(start, start + 50) for start in range(0, 1000, 100)]
        table = SegmentTable.of(Segment(number * 100 + i, 1, label.id, span) for i, span in enumerate(spans))
        rows.append(Lane(MINE, label, Watched.over(table)))
    return rows


def test_only_rows_on_screen_are_asked_for_only_frames_on_screen(view):
    view.zoom_to(Span(400, 500))
    view.set_lanes(tall(60))
    QApplication.processEvents()
    asked = [lane.table.asked[0] for lane in view.scene.lanes]
    assert all(asked[:8])
    assert not any(asked[12:])
    seen = view.visible_span()
    for start, stop in asked[0]:
        assert seen.start - 20 < start
        assert stop < seen.stop + 20


def test_changing_a_lane_asks_no_other_lane(view):
    view.set_lanes(tall(8))
    QApplication.processEvents()
    for lane in view.scene.lanes:
        lane.table.asked[0].clear()
    lane = view.scene.lanes[3]
    view.set_lane(3, replace(lane, table=Watched.over(lane.table)))
    QApplication.processEvents()
    assert [bool(lane.table.asked[0]) for lane in view.scene.lanes] == [number == 3 for number in range(8)]


def test_a_moved_playhead_leaves_the_same_picture_as_painting_all(view):
    for frame in (10, 140, 143, 455, 700, 905):
        view.set_playhead(frame)
        QApplication.processEvents()
    kept = view.grab().toImage()
    view.redraw()
    assert view.grab().toImage() == kept


def test_a_solid_segment_has_its_labels_colour_and_a_predicted_one_less_of_it(view):
    base = np.array(Colors.of(view.palette()).base.getRgb()[:3], int)  # whatever theme an earlier test left on
    color = np.array(QColor("#4e9f50").getRgb()[:3], int)

    def share(pixel: np.ndarray) -> float:
        return float((pixel.astype(int) - base) @ (color - base) / ((color - base) @ (color - base)))

    assert share(at(view, 190, 0)) == pytest.approx(0.92, abs=0.05)
    assert share(at(view, 780, 2)) == pytest.approx(0.38, abs=0.08)
    assert share(at(view, 300, 0)) == pytest.approx(0, abs=0.1)


def test_states_differ_without_colour(view):
    """The same segment in five states gives five different grey pictures."""
    grey = []
    for state in State:
        segment = Segment(1, 1, 1, Span(100, 300), score=0.5, state=state)
        view.set_lane(0, replace(view.scene.lanes[0], table=SegmentTable.of([segment])))
        row = view.scene.rows.lane(0)
        top = view.scene.row_top(row)
        grey.append(pixels(view)[top : top + row.height].mean(axis=2))
    for one in range(len(grey)):
        for other in range(one):
            assert np.abs(grey[one] - grey[other]).max() > 20


def test_far_out_no_short_segment_disappears(view):
    """Ten hours on a thousand pixels: a segment of three frames still shows."""
    view.set_video(ConstantRate(Fraction(30), 1_080_000))
    starts = range(30_000, 1_000_000, 60_000)
    rows = [Segment(i, 1, 1, Span(start, start + 3)) for i, start in enumerate(starts)]
    view.set_lanes([Lane(Track(1, 1, "You"), Label(1, "jump", "#4e9f50"), SegmentTable.of(rows))])
    picture = pixels(view).astype(int)
    y = round(Mouse(view).place(0, 0).y())
    for start in starts:
        x = int(view.scene.scale.x(start))
        green = picture[y, x - 1 : x + 3, 1] - picture[y, x - 1 : x + 3, 0]
        assert green.max() > 25


def test_the_empty_timeline_says_what_to_do(view):
    filled = pixels(view)
    view.set_video(None)
    empty = pixels(view)
    middle = empty[100:200, 400:800].reshape(-1, 3)
    assert len(np.unique(middle, axis=0)) > 3  # words
    assert not np.array_equal(filled, empty)


def test_it_follows_the_palette(view):
    for color, text in (("#101214", "#eeeeee"), ("#ffffff", "#202020")):
        palette = QPalette(view.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(color))
        palette.setColor(QPalette.ColorRole.Text, QColor(text))
        view.setPalette(palette)
        assert QColor(*at(view, 320, 0).tolist()).lightnessF() == pytest.approx(QColor(color).lightnessF(), abs=0.1)


@pytest.mark.parametrize("name", ["#000000", "#ffffff", "#4e9f50", "#e15759", "#f2b447", "#777777"])
def test_text_on_every_colour_can_be_read(name):
    assert contrast(readable_on(QColor(name)), QColor(name)) >= 4.5


def test_a_curve_ends_with_the_video(view):
    frames, lane = view.scene.frames, view.scene.lanes[0]
    ones = np.ones(2, np.float32)
    pictures = []
    for last in (frames, frames + 500):
        view.set_lanes([replace(lane, curve=(np.array([0.0, last]), ones))])
        QApplication.processEvents()
        pictures.append(pixels(view))
    behind = round(view.scene.scale.x(frames)) + 2
    assert (pictures[0][:, behind:] == pictures[1][:, behind:]).all()
