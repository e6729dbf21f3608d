"""What core, models and the tasks say in English appears in the language of the window."""

from __future__ import annotations

import ast
import re
import sqlite3
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import tasks
from app.main_window import MainWindow
from app.tasks.improving import _notes, _wanting
from app.tasks.teaching import listed
from app.told_patterns import Book
from app.told_words import told
from app.words import language_of_words, moment_text
from app.workspace import Workspace
from core.errors import UserError
from core.exchange.files import read_json
from core.rows import Label, Video
from core.settings import Settings
from core.storage.words import explained
from core.task import Progress, Task
from core.time import parse_seconds
from core.timeline.supervision import Supervision
from core.video.source import open_video
from tests.helpers.german import ROOT, in_german, texts, told_texts
from tests.helpers.videos import write_sound, write_video

NOVEMBER = round(datetime(2026, 11, 26, 14, 3, 5).timestamp() * 1000)


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    with in_german(qapp, tmp_path):
        yield


def test_the_patterns_are_those_of_the_code() -> None:
    assert told_texts.FILE.read_text("utf-8") == told_texts.as_file(), "`make translations` brings them up to the code"


def test_every_error_is_among_the_patterns() -> None:
    """Found in another way than by the collector: whatever fixed words a UserError is given must be in one pattern."""
    patterns = told_texts.texts()
    errors = {"UserError", "EditConflict", "MissingAsset", "Undecodable"}
    checked, missed = 0, []
    for top in ("core", "models", "app/tasks"):
        for file in sorted((ROOT / top).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))) if "papers" not in file.parts else ():
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in errors and node.args:
                    words = [
                        [part.value for part in one.values if isinstance(part, ast.Constant)]
                        for one in ast.walk(node.args[0])
                        if isinstance(one, ast.JoinedStr)
                    ] or [[one.value] for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                    looked = re.compile(
                        ".*".join(re.escape(str(word)) for word in words[0]) if words else "", re.DOTALL
                    )
                    checked += 1
                    if not any(looked.search(pattern) for pattern in patterns):
                        missed.append(f"{file.name}:{node.lineno}")
    assert checked > 200
    assert missed == []


def test_every_pattern_has_german_with_the_same_holes() -> None:
    german = {english: german for context, english, german in texts() if context == "told"}
    hole = re.compile(r"\{\d+\}")
    assert len(german) > 400
    assert set(german) == told_texts.texts()
    assert [one for one in german.items() if sorted(hole.findall(one[0])) != sorted(hole.findall(one[1]))] == []


def test_each_pattern_finds_itself(german: None) -> None:
    """The most specific one counts: no sentence is taken for another, more general one."""
    patterns = [text for kind in ("progress", "said") for text in told_texts.collected()[kind]]
    book = Book(patterns)
    mixed = []
    for pattern in patterns:
        found = book.find(re.sub(r"\{\d+(:\w+)?\}", "x7", pattern))
        if found is None or found[0].text != re.sub(r":\w+\}", "}", pattern):
            mixed.append(pattern)
    assert mixed == []


def test_errors_of_real_files_are_german(german: None, tmp_path: Path) -> None:
    text, lone = tmp_path / "notes.mp4", write_sound(tmp_path / "song.mp4")
    text.write_text("no video " * 40)
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "broken.json").write_text('{"a": [}')
    assert _said(open_video, tmp_path / "gone.mp4") == (
        f"„{tmp_path / 'gone.mp4'}“ gibt es nicht; den Namen prüfen oder das Video neu verknüpfen, falls es verschoben "
        "wurde."
    )
    assert _said(open_video, text) == "„notes.mp4“ ist Text, kein Video; eine Videodatei wählen."
    assert _said(open_video, lone) == "„song.mp4“ enthält keine Bilder, nur Ton; eine Videodatei wählen."
    assert _said(open_video, tmp_path / "empty.mp4").startswith("„empty.mp4“ ist leer (0 Byte);")
    assert _said(read_json, tmp_path / "broken.json").startswith(
        "broken.json ist kein gültiges JSON (Zeile 1, Spalte 8:"
    )
    assert _said(parse_seconds, "soon") == "„soon“ ist keine Zeit; etwa 62.5 oder 1:02.500 schreiben."
    full = sqlite3.OperationalError()
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    assert told(str(explained(full, tmp_path / "a.reelmark"))) == (
        "Das Laufwerk mit „a.reelmark“ ist voll; nichts wurde geändert. Platz schaffen und es noch einmal versuchen."
    )


def _said(what: object, given: object) -> str:
    assert callable(what)
    with pytest.raises(UserError) as raised:
        what(given)
    return told(str(raised.value))


def test_what_learning_notes_is_german(german: None) -> None:
    labels = [Label(i, name, "#56b4e9") for i, name in enumerate(("walk", "split", "a", "b", "c", "d"))]
    said = {labels[0].id: 1}
    material = tasks.Material("p", Path("p"), tuple(labels), (_video(said),), {}, ("x.mp4",), None)
    notes = [told(note) for note in _notes(material, labels[:1], 3, ["y.mp4"])]
    assert notes[0] == "Mangels Beispiel nicht gelernt: split, a, b, c, d."
    assert notes[1].startswith("Menschen oder Labels, die sich ausschließen, widersprechen sich in 3 Momenten")
    assert "geändert haben, seit sie gelabelt wurden: y.mp4; die alten" in notes[2]
    assert "wo sie waren: x.mp4; die fehlenden Dateien suchen" in notes[3]
    assert told(_wanting(material, labels[:2])) == "Mehr Beispiele würden helfen: walk (noch 2), split (noch 3)."
    many = f"Not learned, for want of an example: {listed([str(i) for i in range(8)])}."
    assert told(many) == "Mangels Beispiel nicht gelernt: 0, 1, 2, 3, 4 und 3 weitere."


def _video(examples: dict[int, int]) -> tuple[Video, Path, Supervision]:
    return None, Path("clip.mp4"), Supervision((), (), {}, examples)  # type: ignore[return-value]


def test_what_stands_in_a_sentence_is_told_as_well(german: None) -> None:
    assert told("“Split” is not possible: the segment ends at frame 9, but the video has 7 frames.") == (
        "„Teilen“ ist nicht möglich: das Segment endet bei Bild 9, aber das Video hat 7 Bilder."
    )
    assert told("The header promises 30 frames, the file holds 1 frame: it was probably cut off.") == (
        "Der Dateikopf verspricht 30 Bilder, die Datei enthält 1 Bild: sie wurde wohl abgeschnitten."
    )
    assert told("x could not be written (No space left on device).") == (
        "x konnte nicht geschrieben werden (kein Platz mehr auf dem Laufwerk)."
    )
    assert told("labels.csv: line 3: The line has no label.") == "labels.csv: Zeile 3: Die Zeile hat kein Label."
    assert told("Training, loss 0.25") == "Training, Verlust 0.25"
    assert [told("1 score"), told("12 rejected segments")] == ["1 Wert", "12 abgelehnte Segmente"]


def test_names_stay_as_they_are(german: None) -> None:
    assert told("Opening Scores") == "Scores wird geöffnet"
    assert told("“no run yet” has no sound.") == "„no run yet“ hat keinen Ton."
    assert told("Not learned, for want of an example: score.") == "Mangels Beispiel nicht gelernt: score."
    assert told("“{2}” has no form “{1}”; there are small.") == "„{2}“ hat keine Form „{1}“; es gibt small."
    for kept in ("", "Something of a later version.", "Schon deutsch: „a“ ist voll.", "12", "a: b; c\nd"):
        assert told(kept) == kept


def test_english_stays_english(qapp: QApplication) -> None:
    assert language_of_words() == "en"
    assert told("“a” has no sound.") == "“a” has no sound."
    assert moment_text(NOVEMBER) == "26 Nov 2026 14:03"


def test_moments_are_written_as_in_germany(german: None) -> None:
    assert moment_text(NOVEMBER) == "26. Nov. 2026 14:03"
    assert moment_text(NOVEMBER, "exact") == "26. Nov. 2026 14:03:05"
    assert moment_text(NOVEMBER, "short") == "26. Nov. 14:03"
    assert "März" in moment_text(round(datetime(2026, 3, 1).timestamp() * 1000))


def test_no_month_is_written_by_python() -> None:
    """strftime knows the system's language, not the window's."""
    made = [
        str(file.relative_to(ROOT))
        for file in sorted((ROOT / "app").rglob("*.py"))
        if not {"cli", "benches", "tasks"} & set(file.parts) and re.search(r"%[aAbB]\b", file.read_text("utf-8"))
    ]
    assert made == []


def test_every_caught_error_is_told() -> None:
    """`str(error)` of a UserError goes to what tells it, or through `told`."""
    tells = {"told", "complain", "warn", "say", "report", "emit", "_answer"}
    plain = []
    for file in sorted((ROOT / "app").rglob("*.py")):
        if {"cli", "tasks", "benches", "signal_lanes"} & set(file.parts):
            continue
        tree = ast.parse(file.read_text("utf-8"))
        inside = {id(given): call for call in ast.walk(tree) if isinstance(call, ast.Call) for given in call.args}
        for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.name):
            if "UserError" not in ast.unparse(handler.type or ast.Constant("")):
                continue
            for node in ast.walk(handler):
                if isinstance(node, ast.Call) and ast.unparse(node) == f"str({handler.name})":
                    outer = inside.get(id(node))
                    name = ast.unparse(outer.func).rpartition(".")[2] if outer is not None else ""
                    if name not in tells and file.name != "application.py":
                        plain.append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert plain == []


def test_the_window_complains_in_german(german: None, qtbot: QtBot, tmp_path: Path) -> None:
    ws = Workspace(Settings(), tmp_path / "p.reelmark", private=True)
    window = MainWindow(ws)
    window.show()
    heard: list[str] = []
    ws.said.connect(lambda text, _: heard.append(text))
    text = tmp_path / "notes.mp4"
    text.write_text("no video " * 40)
    ws.add_videos([text, tmp_path / "gone.mp4"])
    qtbot.waitUntil(lambda: len(heard) > 1)
    assert "„notes.mp4“ ist Text, kein Video; eine Videodatei wählen." in heard
    clip = write_video(tmp_path / "clip.mp4", numbers=range(4))
    ws.add_videos([clip])
    qtbot.waitUntil(lambda: ws.playhead.clock is not None)
    clip.unlink()
    ws.document.video_changed.emit()
    assert heard[-1].startswith(f"Das Video „clip.mp4“ ist nicht mehr in {tmp_path}; es neu verknüpfen")
    window.learning.learn()
    assert heard[-1].startswith("Es gibt noch nichts, woraus zu lernen wäre")
    enough = threading.Event()
    ws.start("Lernen", _loading(enough), lambda _: None)
    qtbot.waitUntil(lambda: "Netz wird geladen" in [row._text.text() for row in window.jobbar._rows.values()])
    enough.set()
    qtbot.waitUntil(lambda: not ws.runner.busy)
    window.close()


def _loading(enough: threading.Event) -> Task[None]:
    while not enough.wait(0.01):
        yield Progress(text="Loading the network")
