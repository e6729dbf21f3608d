"""German is whole, and nothing in the German window is cut off. Makes its own .qm with Qt's tools."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.actions.table import ACTIONS
from app.dialogs.guide import pages
from app.edit_words import edit_text
from app.main_window import MainWindow
from app.words import action_text, phrase, undo_text
from app.workspace import Workspace
from core.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "i18n" / "reelmark_de.ts"
_spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
assert _spec is not None
assert _spec.loader is not None
translations = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(translations)


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    translations.release(TS, tmp_path / "reelmark_de.qm")
    translator = QTranslator()
    assert translator.load("reelmark_de", str(tmp_path))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_text_of_the_code_is_in_the_file_and_translated(tmp_path: Path) -> None:
    """`make translations` brings new texts in; then they want German."""
    fresh = tmp_path / "fresh_de.ts"
    fresh.write_bytes(TS.read_bytes())
    translations.update(fresh)
    assert translations.unfinished(fresh) == []


def test_placeholders_stay() -> None:
    texts = re.findall(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", TS.read_text("utf-8"), re.S)
    assert len(texts) > 300
    field = re.compile(r"\{\w*\}")
    assert [pair for pair in texts if sorted(field.findall(pair[0])) != sorted(field.findall(pair[1]))] == []


def test_undo_speaks_german(german: None) -> None:
    assert undo_text("undo", edit_text("Relabel as 50 {} ways")) == "Rückgängig: Umbenennen in 50 {} ways"
    assert edit_text("Delete 12 segments") == "12 Segmente löschen"
    assert edit_text("Something of a later version") == "Something of a later version"


def test_every_page_of_the_help_is_there_in_every_language() -> None:
    names = {name: [page for page, _ in pages(name)] for name in language.LANGUAGES}
    assert names["en"]
    assert all(found == names["en"] for found in names.values())
    titles = {text.splitlines()[0] for name in language.LANGUAGES for _, text in pages(name)}
    assert len(titles) == 2 * len(names["en"]), "translated, not copied"


def test_actions_and_messages_speak_german(german: None) -> None:
    assert action_text("Open project…") == "Projekt öffnen …"
    assert phrase("Copied to {path}.", path="x") == "Kopiert nach x."
    same = [spec.text for spec in ACTIONS if action_text(spec.text) == spec.text]
    assert set(same) <= {"Pause"}


def test_the_german_window_cuts_no_text(german: None, qtbot: QtBot, tmp_path: Path) -> None:
    ws = Workspace(Settings(), tmp_path / "p.reelmark", private=True)
    window = MainWindow(ws)
    window.resize(1366, 768)
    window.show()
    assert [menu.title() for menu in window.menus.values()] == [
        "&Datei", "&Bearbeiten", "&Segment", "&Spur", "&Abspielen", "&Gehe zu", "&Auswerten", "&Einblendungen",
        "&Ansicht", "&Hilfe",
    ]  # fmt: skip
    window.access.welcome.open()
    window.access.open_settings()
    dialog = window.access._settings
    assert dialog is not None
    QCoreApplication.processEvents()
    assert _cut(window) + _cut(dialog) == []
    window.close()


def test_a_language_that_is_not_there_is_english(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert language.chosen("xx") == "en"
    assert language.chosen("de") == "de"
    language.install(qapp, "xx")
    assert action_text("Undo") == "Undo"


def _cut(root: QWidget) -> list[str]:
    """Words that need more room than they have."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton | QCheckBox) or not widget.text():
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        short = (
            widget.height() < widget.heightForWidth(widget.width())
            if wraps
            else (widget.width() < widget.minimumSizeHint().width())
        )
        if short:
            found.append(f"{type(widget).__name__} “{widget.text()}”")
    return found
