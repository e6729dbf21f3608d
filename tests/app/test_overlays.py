"""Every overlay of the tuple, without a window: what it computes of small videos, and what it paints of that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

import models.cards
from app import overlay_settings
from app.actions.table import ACTIONS
from app.overlay_chips import scores_at
from app.overlay_shelf import Shelf
from app.overlays import OVERLAYS, Canvas, Overlay, Range
from app.overlays.flow import coloured
from app.overlays.heat import picture, smooth
from app.tasks.seeing import Sight, Subject
from core.seen import WHOLE, Seen
from core.signal import Signal
from core.task import drive
from core.time import Span
from models import checkpoint
from models.nets import simonyan2014
from tests.helpers.tiny import checkpoint_of, write_video

COMPUTED = [one for one in OVERLAYS if one.opener is not None]
WITH_RANGE = [one for one in OVERLAYS if one.scale is not None]
SIZE = (320, 180)


@pytest.fixture
def eyes(monkeypatch: pytest.MonkeyPatch) -> str:
    """Heat maps come from a network that needs nothing fetched; the others ship. Returns its name."""
    import torch

    torch.manual_seed(5)
    slim = simonyan2014.CARD.as_variant("slim")
    checkpoint_of(checkpoint.folder(slim) / "w.safetensors", slim, "walk", "run")
    return slim.name


def moving(file: Path, frames: int = 60) -> Path:
    """A bright square on a dark ground that goes 2 pixels to the right with each frame, at 15 frames/s."""
    import av

    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=15)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 64, 48, "yuv420p", 4_000_000
        ground = np.random.default_rng(0).integers(20, 60, (48, 64, 3), dtype=np.uint8)
        for i in range(frames):
            image = ground.copy()
            image[16:32, (x := 2 * i % 44) : x + 16] = 220 - 4 * (np.arange(16)[None, :, None] % 7)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        container.mux(stream.encode())
    return file


def sight(overlay: Overlay, file: Path, model: str = "") -> Sight:
    assert overlay.opener is not None
    return Sight(Subject(file, model if overlay.name == "heat" else "", device="cpu"), overlay.opener)


def alike(one: object, other: object) -> bool:
    fields = vars(one)
    return all(
        np.array_equal(value, getattr(other, name)) if isinstance(value, np.ndarray) else value == getattr(other, name)
        for name, value in fields.items()
    )


def painted(overlay: Overlay, seen: Seen | None, value: object) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFF303030)
    frame = QImage(64, 48, QImage.Format.Format_RGB888)
    frame.fill(0xFF606060)
    painter = QPainter(image)
    canvas = Canvas(
        painter, QRectF(40, 0, 240, 180), QRect(0, 0, *SIZE), frame, 30, chips=lambda: [("wave", "#00ff00")]
    )
    overlay.paint(canvas, seen, value, replace(overlay.start, on=True))
    painter.end()
    return image


@pytest.mark.parametrize("overlay", COMPUTED, ids=lambda one: one.name)
def test_it_computes_the_same_values_again_and_paints_them(
    overlay: Overlay, tmp_path: Path, eyes: str, qapp: QApplication
) -> None:
    file = moving(tmp_path / "v.avi")
    one = sight(overlay, file, eyes)
    seen = drive(one.look(30))
    assert not seen.why
    assert 30 in seen.span
    assert set(seen.values) <= set(range(seen.span.start, seen.span.stop))
    assert 30 in seen.values
    assert 0 < seen.bytes < 4 << 20
    drive(one.look(50))
    again = drive(one.look(seen.span.stop - 1))  # backwards
    assert again.span == seen.span
    assert alike(again.values[30], seen.values[30])
    drive(one.close())
    assert painted(overlay, seen, seen.values[30]) != painted(overlay, None, None)


@pytest.mark.parametrize("overlay", COMPUTED, ids=lambda one: one.name)
def test_black_and_short_videos_are_no_trouble(overlay: Overlay, tmp_path: Path, eyes: str, qapp: QApplication) -> None:
    for name, levels, frame in (("black", [0] * 40, 35), ("short", [9, 90, 30], 2), ("one", [128], 0)):
        one = sight(overlay, write_video(tmp_path / f"{name}.avi", levels), eyes)
        seen = drive(one.look(frame))
        assert frame in seen.span
        assert seen.values or seen.why or name == "one", "there is something to see, or a sentence"
        painted(overlay, seen, seen.values.get(frame))
        drive(one.close())


def test_flow_points_where_the_square_goes(tmp_path: Path) -> None:
    flow = next(one for one in OVERLAYS if one.name == "flow")
    motion = drive(sight(flow, moving(tmp_path / "v.avi")).look(6)).values[6]
    assert motion.packed.dtype == np.uint8
    assert motion.packed.shape == (48, 64, 2)
    right, down = motion.field[18:30, 16:24].mean((0, 1))
    assert right == pytest.approx(2, abs=0.7)
    assert abs(down) < 0.7
    assert np.abs(motion.field[:8, 50:]).mean() < 0.3
    still, moved = (coloured(motion.packed, 2.0).pixelColor(x, y).alpha() for x, y in ((60, 3), (20, 24)))
    assert still < 40 < 150 < moved


def test_an_error_in_the_file_or_weights_is_a_sentence(tmp_path: Path) -> None:
    heat = next(one for one in OVERLAYS if one.name == "heat")
    file = write_video(tmp_path / "v.avi", [10] * 30)
    lacking = drive(sight(heat, file).look(0))
    assert lacking.span == WHOLE
    assert lacking.asset == "i3d-kinetics400"
    assert "reelmark assets fetch i3d-kinetics400" in lacking.why
    (tmp_path / "no.mp4").write_bytes(b"")
    for overlay in COMPUTED:
        assert "is empty" in drive(sight(overlay, tmp_path / "no.mp4").look(0)).why


def test_what_must_be_trained_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = replace(models.cards.card("patraucean2015"), shipped="")
    monkeypatch.setattr(models.cards, "CARDS", (bare,))
    predicted = next(one for one in OVERLAYS if one.name == "predicted")
    lacking = drive(sight(predicted, write_video(tmp_path / "v.avi", [10] * 30)).look(0))
    assert (lacking.model, lacking.asset) == ("patraucean2015", "")
    assert "must be trained first" in lacking.why


def test_every_overlay_has_a_switch_with_a_key() -> None:
    specs = {spec.name: spec for spec in ACTIONS}
    for overlay in OVERLAYS:
        spec = specs[f"overlay_{overlay.name}"]
        assert (spec.menu.rstrip("|"), spec.checkable, bool(spec.keys)) == ("Overlays", True, True)
        assert spec.text == overlay.title


def test_looks_survive_as_text_and_nonsense_is_left_out() -> None:
    looks = {one.name: one.start for one in OVERLAYS}
    assert overlay_settings.dump(looks, OVERLAYS) == "{}"
    looks["flow"] = replace(looks["flow"], on=True, mode="both", opacity=0.25, scale=2.5)
    assert overlay_settings.load(overlay_settings.dump(looks, OVERLAYS), OVERLAYS) == looks
    for text in ("", "no json", "[]", '{"flow": 3}', '{"flow": {"on": "yes", "mode": "x", "opacity": 7, "scale": -1}}'):
        assert overlay_settings.load(text, OVERLAYS) == {one.name: one.start for one in OVERLAYS}


@pytest.mark.parametrize("overlay", WITH_RANGE, ids=lambda one: one.name)
def test_scales_start_within_their_range(overlay: Overlay) -> None:
    assert isinstance(overlay.scale, Range)
    assert overlay.scale.least < overlay.scale.start < overlay.scale.most
    assert overlay.scale.text.format(overlay.scale.start)


def test_the_shelf_lets_go_of_what_is_far() -> None:
    shelf = Shelf(max_bytes=30)
    shelf.focus = 25
    for start in (0, 10, 20, 30):
        shelf.put(Seen(Span(start, start + 10), bytes=10))
    assert shelf.bytes == 30
    assert shelf.covering(5) is None
    assert shelf.covering(39) is not None
    assert shelf.wanted(25, 1, 10, 100) is None
    assert shelf.wanted(25, 1, 20, 100) == 40
    assert shelf.wanted(25, 1, 20, 40) is None, "there is no more video"
    assert shelf.wanted(25, -1, 20, 100) == 9
    shelf.clear()
    assert (len(shelf), shelf.bytes, shelf.wanted(0, -1, 5, 9)) == (0, 0, 0)


def test_maps_are_smooth_and_clear_where_nothing_speaks_for_the_label() -> None:
    cells = np.array([[-1.0, 0.0], [0.0, 2.0]], np.float32)
    fine = smooth(cells)
    assert fine.shape == (16, 16)
    assert (fine[0, 0], fine[-1, -1]) == (-1, 2)
    image = picture(cells, 0.2)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(15, 15).alpha() == 255
    assert picture(-np.ones((2, 2), np.float32), 0.2).pixelColor(8, 8).alpha() == 0


def test_scores_here_and_now() -> None:
    values = np.array([[0.1, 0.9, 0.01], [0.6, 0.3, 0.02]], np.float32)
    signal = Signal(values, ("a", "b", "c"), step=10, window=10)
    assert [name for name, _ in scores_at(signal, 4, set())] == ["b", "a"]
    assert [name for name, _ in scores_at(signal, 15, {"c"})] == ["a", "b", "c"]
    assert scores_at(signal, 999, set())[0] == ("a", pytest.approx(0.6))
    assert scores_at(Signal(values[:0], ("a", "b", "c"), 10, 10), 0, set()) == []
