"""Similar moments in the real window: looked for, walked through and labelled by keys, in this video and in others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from torch import Tensor, nn

import models.cards
from app.views.similar_list import ROW, SimilarRow
from core.rows import Segment
from core.storage.arrays import ArrayCache
from core.time import Span
from models import checkpoint
from tests.helpers.desk import Desk, open_desk
from tests.helpers.tiny import Out, Tiny, checkpoint_of, tiny_card, write_video
from tests.helpers.views import click_row

DARK, MIDDLE, BRIGHT = [10] * 20, [120] * 20, [245] * 20


class Shade(Tiny):
    """Features that tell dark, middle and bright apart."""

    def forward(self, x: Tensor) -> Out:
        mean = x.mean((1, 2, 3, 4))
        marks = torch.tensor([-0.9, -0.05, 0.9])
        return Out(-8 * (mean[:, None] - self.centres).square(), torch.exp(-4 * (mean[:, None] - marks).square()))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """a.avi: dark, bright, dark; b.avi: middle, bright, middle."""
    card = tiny_card(gives=("scores", "embeddings"), build=_shade)
    checkpoint_of(checkpoint.folder(card) / "tiny.safetensors", card)
    monkeypatch.setattr(models.cards, "CARDS", (card,))
    first = write_video(tmp_path / "a.avi", DARK + BRIGHT + DARK)
    second = write_video(tmp_path / "b.avi", MIDDLE + BRIGHT + MIDDLE)
    desk = open_desk(qtbot, tmp_path / "p.reelmark", first, second)
    desk.ws.document.open_video(desk.video("a").id)
    desk.until(lambda: desk.window.player.image() is not None)
    desk.idle()
    yield desk
    desk.window.close()


def _shade(labels: int) -> nn.Module:
    return Shade(labels)


def rows(desk: Desk) -> list[SimilarRow]:
    model = desk.window.similar.model
    return [model.index(i).data(ROW) for i in range(model.rowCount())]


def analyse(desk: Desk) -> None:
    known = len(desk.ws.document.project.runs())
    videos = list(desk.ws.document.videos.values())
    desk.ws.analyze(videos, "tiny", None)
    desk.until(lambda: len(desk.ws.document.project.runs()) == known + len(videos))
    desk.idle()


def look(desk: Desk) -> None:
    """For what is like the bright part of a.avi."""
    desk.go(24)
    desk.keys("I")
    desk.go(31)
    desk.keys("O", "Ctrl+F")
    desk.until(lambda: desk.window.similar_moments.found, 60_000)  # the first search imports scikit-learn
    desk.idle()


def press(desk: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(desk.window.similar.list, key)


def of_b(desk: Desk) -> list[Segment]:
    project = desk.ws.document.project
    tracks = {track.id for track in project.tracks(desk.video("b").id) if track.run_id is None}
    return [row for row in project.segments() if row.track_id in tracks]


def test_bright_moments_are_found_opened_and_labelled_by_keys(desk: Desk) -> None:
    desk.label("flash")
    analyse(desk)
    assert desk.window.similar_moments.dock.isHidden()
    look(desk)
    assert not desk.window.similar_moments.dock.isHidden()
    assert desk.window.similar.list.hasFocus()
    found = rows(desk)
    bright = [row for row in found if row.score > 0.9]
    assert {row.video for row in bright} == {"a.avi", "b.avi"}
    assert {row.video for row in found[: len(bright)]} == {"a.avi", "b.avi"}
    moments = desk.window.similar_moments.found.moments
    assert not any(m.span.overlaps(Span(24, 32)) for m in moments if m.video_id == desk.video("a").id)
    desk.until(lambda: desk.window.similar.model.index(0).data(Qt.ItemDataRole.DecorationRole) is not None)

    at = next(i for i, row in enumerate(found) if row.video == "b.avi")
    click_row(desk.window.similar.list, at)
    press(desk, Qt.Key.Key_Return)
    desk.until(lambda: desk.ws.document.video == desk.video("b") and desk.ws.playhead.frame == moments[at].span.start)
    assert desk.ws.marks.span == moments[at].span, "it is the in/out range now"

    press(desk, Qt.Key.Key_A)
    assert [(row.span, desk.ws.document.labels[row.label_id].name) for row in of_b(desk)] == [
        (moments[at].span, "flash")
    ]
    assert rows(desk)[at].label == "flash"
    assert not desk.window.similar.grab().isNull()
    click_row(desk.window.similar.list, at)
    press(desk, Qt.Key.Key_A)
    assert len(of_b(desk)) == 1, "once is enough"
    desk.keys("Ctrl+Z")
    assert of_b(desk) == []
    assert rows(desk)[at].label == ""


def test_moments_of_other_videos_are_labelled_without_opening_them(desk: Desk) -> None:
    desk.label("flash")
    other = desk.label("burst")  # its key is 2
    analyse(desk)
    look(desk)
    at = next(i for i, row in enumerate(rows(desk)) if row.video == "b.avi")
    click_row(desk.window.similar.list, at)
    press(desk, Qt.Key.Key_2)
    assert desk.ws.document.video == desk.video("a")
    assert [row.label_id for row in of_b(desk)] == [other]
    assert desk.window.similar.list.currentIndex().row() > at, "the next one is looked at"
    assert desk.ws.marks.span is not None, "the label's key was the list's own"


def test_without_features_it_offers_to_compute_them(desk: Desk) -> None:
    look(desk)
    view = desk.window.similar
    assert rows(desk) == []
    assert view.compute.isVisible()
    assert view.compute.text().strip() == "Compute for 2 videos"
    QTest.mouseClick(view.compute, Qt.MouseButton.LeftButton)
    desk.until(lambda: rows(desk))
    desk.idle()
    assert {row.video for row in rows(desk)[:2]} <= {"a.avi", "b.avi"}
    assert desk.ws.document.project.runs() == [], "features only"
    assert not view.compute.isVisible()


def test_features_that_the_cache_let_go_are_missed_and_computed_again(desk: Desk) -> None:
    analyse(desk)
    cache = ArrayCache()
    key = next(run.scores_key for run in desk.ws.document.project.runs() if run.video_id == desk.video("b").id)
    cache._path(key).unlink()
    look(desk)
    assert {row.video for row in rows(desk)} == {"a.avi"}
    assert desk.window.similar.note.text() == "1 of 2 videos were searched."
    QTest.mouseClick(desk.window.similar.compute, Qt.MouseButton.LeftButton)
    desk.until(lambda: {row.video for row in rows(desk)} == {"a.avi", "b.avi"})
    desk.idle()


def test_rows_are_left_out_and_escape_leaves(desk: Desk) -> None:
    analyse(desk)
    look(desk)
    before = rows(desk)
    press(desk, Qt.Key.Key_Delete)
    assert rows(desk) == before[1:]
    press(desk, Qt.Key.Key_Escape)
    assert desk.window.timeline.hasFocus()


def test_without_a_span_or_label_it_says_what_to_do(desk: Desk) -> None:
    desk.keys("Ctrl+F")
    assert any("Select a segment, or set in and out points" in text for text in desk.window.messages.texts)
    analyse(desk)
    for label in list(desk.ws.document.labels.values()):
        desk.window.library.label_deleted.emit(label.id)
    look(desk)
    press(desk, Qt.Key.Key_A)
    assert any("There is no label yet" in text for text in desk.window.messages.texts)


def test_another_project_forgets_what_was_found(desk: Desk, tmp_path: Path) -> None:
    analyse(desk)
    look(desk)
    assert rows(desk)
    desk.ws.open_project(tmp_path / "second.reelmark")
    assert rows(desk) == []
    assert not desk.window.similar.grab().isNull()
