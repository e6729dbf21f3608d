"""Clips and the time budget, from the window and from the command line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app import dialogs
from core.time import Span
from core.video.source import open_video
from tests.helpers.command import assert_one_sentence, command
from tests.helpers.desk import Desk, desk

__all__ = ["desk"]


def labelled(desk: Desk) -> None:
    for name, span in (("bright", Span(20, 52)), ("grey / dim", Span(72, 88))):
        desk.ws.document.add_segment(span, desk.label(name))
    desk.ws.document.select(())


def brightness(path: Path) -> tuple[int, list[float]]:
    with open_video(path) as source:
        return source.index.frames, [float(image.mean()) for _, image in source.frames()]


def test_every_segment_becomes_a_clip_of_exactly_its_frames(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    labelled(desk)
    folder = tmp_path / "clips"
    monkeypatch.setattr(dialogs, "ask_folder", lambda _: folder)
    desk.keys("Ctrl+Alt+C")
    desk.until(lambda: any("2 clips written" in text for text in desk.window.messages.texts))
    first, second = sorted(folder.iterdir())
    assert (first.name, second.name) == ("v_000020-000052_bright.mp4", "v_000072-000088_grey-dim.mp4")
    frames, levels = brightness(first)
    assert frames == 32
    assert min(levels) > 200
    assert brightness(second)[0] == 16
    desk.ws.document.select([desk.segments[1].id])
    desk.keys("Ctrl+Alt+C")
    desk.until(lambda: any("1 clips written" in text for text in desk.window.messages.texts))
    assert len(list(folder.iterdir())) == 3, "what is there is not replaced"


def test_the_time_budget_is_a_table(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    labelled(desk)
    out = tmp_path / "budget.csv"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_, **__: out)
    desk.keys("Ctrl+Alt+B")
    desk.until(out.exists)
    desk.idle()
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [(row["label"], row["count"], row["total"], row["share"]) for row in rows] == [
        ("bright", "1", "1.28", "0.32"),
        ("grey / dim", "1", "0.64", "0.16"),
    ]


def test_the_command_line_does_the_same(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labelled(desk)
    reelmark = command(capsys)
    rows = reelmark("budget", desk.project, "--out", tmp_path / "b.csv", "--json").json["budget"]
    assert [row["label"] for row in rows] == ["bright", "grey / dim"]
    assert [row["total"] for row in rows] == pytest.approx([1.28, 0.64])
    assert (tmp_path / "b.csv").read_text().startswith("video,track,label,subject,count,total,")
    assert "32.0 %" in reelmark("budget", desk.project).out
    said = reelmark("clips", desk.project, "--out", tmp_path / "c", "--label", "bright", "--json").json
    assert [Path(path).name for path in said["clips"]] == ["v_000020-000052_bright.mp4"]
    assert_one_sentence(reelmark("clips", desk.project, "--out", tmp_path / "c", "--label", "x"), "No segment")
    assert_one_sentence(reelmark("budget", tmp_path / "no.reelmark"), "does not exist")
    assert_one_sentence(reelmark("clips", tmp_path / "no.reelmark", "--out", tmp_path), "does not exist")
