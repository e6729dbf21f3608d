"""Overlays in the real window: switched by keys and by the panel, computed around the playhead, seen in the pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import models.cards
from app import overlay_settings
from app.views.overlay_row import OverlayRow
from models import checkpoint
from models.backbones import i3d
from models.nets import patraucean2015, srivastava2015
from tests.app.test_overlays import moving
from tests.helpers.desk import Desk, open_desk
from tests.helpers.tiny import checkpoint_of, tiny_card

SMALL = patraucean2015.CARD.as_variant("small")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    tiny = tiny_card()
    monkeypatch.setattr(models.cards, "CARDS", (patraucean2015.CARD, srivastava2015.CARD, i3d.CARD, tiny))
    torch.manual_seed(3)
    checkpoint_of(checkpoint.folder(SMALL) / "small.safetensors", SMALL, "surprise")
    checkpoint_of(checkpoint.folder(tiny) / "tiny.safetensors", tiny)
    desk = open_desk(qtbot, tmp_path / "p.reelmark", moving(tmp_path / "v.avi"))
    yield desk
    desk.window.close()


def until(desk: Desk, condition: Callable[[], object]) -> None:
    """A first use imports PyTorch, which takes its time on a busy computer."""
    desk.until(condition, 60_000)


def stage(desk: Desk) -> QImage:
    return desk.window.player.stage.grab().toImage()


def spot(desk: Desk, x: float, y: float) -> QColor:
    """The colour at a place of the picture, 0…1 each way."""
    rect = desk.window.player.stage.picture_rect()
    at = QPoint(rect.left() + round(x * rect.width()), rect.top() + round(y * rect.height()))
    return stage(desk).pixelColor(at)


def on(desk: Desk, name: str) -> bool:
    return desk.window.overlays.looks[name].on


def seen(desk: Desk, name: str) -> bool:
    overlays = desk.window.overlays
    found = overlays.seen(next(one for one in overlays.overlays if one.name == name))
    return found is not None and overlays.shown in found.values


def here(desk: Desk, frame: int) -> None:
    desk.go(frame)
    until(desk, lambda: desk.window.overlays.shown == frame)


def row(desk: Desk, name: str) -> OverlayRow:
    return desk.window.overlays.panel.rows[name]


def test_f8_colours_what_moves_and_leaves_the_rest(desk: Desk) -> None:
    here(desk, 6)
    plain, still = spot(desk, 20 / 64, 0.5), spot(desk, 0.9, 0.9)
    assert plain.saturation() < 60
    desk.keys("F8")
    until(desk, lambda: seen(desk, "flow"))
    assert spot(desk, 20 / 64, 0.5).saturation() > plain.saturation() + 60
    assert spot(desk, 0.9, 0.9) == still
    assert desk.window.commands["overlay_flow"].isChecked()
    desk.keys("F8")
    assert spot(desk, 20 / 64, 0.5) == plain
    assert not desk.window.commands["overlay_flow"].isChecked()


def test_it_follows_the_playhead_and_is_ready_while_playing(desk: Desk) -> None:
    desk.keys("F8")
    for frame in (30, 31, 12, 50):
        desk.go(frame)
    until(desk, lambda: desk.window.overlays.shown == 50 and seen(desk, "flow"))
    desk.keys("Home", "L")
    until(desk, lambda: desk.ws.playhead.frame > 25 or not desk.ws.playhead.playing)
    desk.keys("K")
    until(desk, lambda: seen(desk, "flow"))
    desk.idle()
    (eye,) = desk.window.overlays._eyes.values()
    assert len(eye.shelf) > 2, "what lies ahead was computed as well"


def test_nothing_is_computed_for_what_is_off(desk: Desk) -> None:
    desk.keys("F8")
    until(desk, lambda: desk.window.overlays._eyes)
    desk.keys("F8")
    desk.go(40)
    desk.idle()
    assert not desk.window.overlays._eyes
    assert not seen(desk, "flow")


def test_the_panel_changes_mode_opacity_and_scale(desk: Desk) -> None:
    here(desk, 6)
    desk.keys("Shift+F8")
    until(desk, lambda: desk.window.overlays.dock.isVisible())
    panel_row = row(desk, "flow")
    assert not panel_row.opacity.isEnabled()
    QTest.mouseClick(panel_row.switch, Qt.MouseButton.LeftButton, pos=QPoint(8, panel_row.switch.height() // 2))
    until(desk, lambda: seen(desk, "flow"))
    strong = spot(desk, 20 / 64, 0.5).saturation()
    panel_row.opacity.setFocus()
    QTest.keyClick(panel_row.opacity, Qt.Key.Key_Home)
    assert desk.window.overlays.looks["flow"].opacity == 0
    assert spot(desk, 20 / 64, 0.5).saturation() < strong - 40
    QTest.keyClick(panel_row.opacity, Qt.Key.Key_End)
    assert panel_row.opacity_number.text() == "100%"
    colours = stage(desk)
    panel_row.mode.setFocus()
    QTest.keyClick(panel_row.mode, Qt.Key.Key_End)
    assert desk.window.overlays.looks["flow"].mode == "both"
    assert stage(desk) != colours
    panel_row.scale.setFocus()
    QTest.keyClick(panel_row.scale, Qt.Key.Key_End)
    assert desk.window.overlays.looks["flow"].scale == pytest.approx(8)
    kept = overlay_settings.load(desk.ws.settings.overlays, desk.window.overlays.overlays)
    assert kept == desk.window.overlays.looks, "it is remembered"
    desk.keys("Shift+F8")
    assert not desk.window.overlays.dock.isVisible()


def test_f9_lays_the_foreseen_frame_over_the_real_one(desk: Desk) -> None:
    here(desk, 30)
    plain = stage(desk)
    desk.keys("F9")
    until(desk, lambda: seen(desk, "predicted"))
    assert stage(desk) != plain
    here(desk, 2)
    until(desk, lambda: "Nothing is foreseen of the first 8 frames" in row(desk, "predicted").status.text())
    assert not seen(desk, "predicted"), "the plain video shows"


def test_f7_shows_four_pictures_by_the_chosen_runs_network(desk: Desk) -> None:
    file = checkpoint.folder(SMALL) / "small.safetensors"
    desk.ws.analyze(list(desk.ws.document.videos.values()), SMALL.name, None, file)
    until(desk, lambda: desk.ws.document.runs)
    desk.idle()
    here(desk, 30)
    desk.keys("F7")
    until(desk, lambda: seen(desk, "side"))
    ((_, subject),) = desk.window.overlays._eyes
    assert (subject.model, subject.checkpoint) == (SMALL.name, file)
    picture = stage(desk)
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor(desk.window.player.stage.palette().window().color()) or middle.lightness() < 40
    torch.manual_seed(4)
    checkpoint_of(file, SMALL, "surprise")
    desk.keys("F7", "F7")
    until(desk, lambda: "trained further since this run" in row(desk, "side").status.text())


def test_the_strip_lies_under_the_labels(desk: Desk) -> None:
    here(desk, 30)
    plain = spot(desk, 0.5, 0.97)
    desk.keys("Shift+F9")
    until(desk, lambda: seen(desk, "future"))
    assert spot(desk, 0.5, 0.97) != plain
    desk.keys("Shift+F7")
    assert not on(desk, "future")
    assert spot(desk, 0.5, 0.97) == plain


def test_labels_say_who_and_how_sure(desk: Desk) -> None:
    desk.label("wave")
    desk.drag(10, 40)
    desk.ws.analyze(list(desk.ws.document.videos.values()), "tiny", None)
    until(desk, lambda: desk.ws.document.runs and desk.ws.scores)
    desk.idle()
    here(desk, 20)
    desk.keys("F12")
    texts = [text for text, _ in desk.window.overlays._chips()]
    assert texts[0].startswith("wave · ")
    assert any("%" in text and text.endswith("· tiny") for text in texts)
    with_chips = stage(desk)
    desk.keys("F12")
    assert stage(desk) != with_chips


def test_what_is_missing_is_told_with_a_button_that_gets_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []

    def fetch(name: str):  # type: ignore[no-untyped-def]
        fetched.append(name)
        yield from ()

    monkeypatch.setattr("app.tasks.fetch_asset", fetch, raising=False)
    desk.keys("Shift+F8", "F10")
    panel_row = row(desk, "heat")
    until(desk, lambda: "reelmark assets fetch i3d-kinetics400" in panel_row.status.text())
    assert panel_row.help.isVisibleTo(panel_row)
    desk.window.overlays.panel.ensureWidgetVisible(panel_row.help)
    QTest.mouseClick(panel_row.help, Qt.MouseButton.LeftButton)
    until(desk, lambda: fetched == ["i3d-kinetics400"])
    desk.idle()


def test_no_video_is_no_trouble(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(qtbot, tmp_path / "empty.reelmark")
    for overlay in desk.window.overlays.overlays:
        desk.window.overlays.toggle(overlay.name)
    stage(desk)
    desk.idle()
    desk.window.close()
