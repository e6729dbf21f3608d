"""German is whole, and nothing in the German window is cut off. Makes its own .qm with Qt's tools."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.actions.table import ACTIONS
from app.dialogs.guide import pages
from app.edit_words import edit_text
from app.errors import sentence
from app.main_window import MainWindow
from app.signal_lanes import LANES
from app.signals_menu import lane_menu
from app.signals_presenter import lane_text
from app.told_words import told
from app.words import action_text, phrase, translate, undo_text, use_keys, with_keys
from app.workspace import Workspace
from core.settings import Settings
from tests.helpers.german import ROOT, TS, in_german, texts, translations

SHOWS = {
    "QLabel", "QPushButton", "ask", "ask_text", "addAction", "addItem", "addMenu", "addRow", "complain", "drawText",
    "refused", "report", "say", "show_error", "show_message", "show_note", "setAccessibleDescription",
    "setAccessibleName", "setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip", "setWindowTitle",
    "tell", "warn",
}  # fmt: skip


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    """Every call in app, with its file and the class it stands in."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        inside = {
            id(node): outer.name
            for outer in ast.walk(tree)
            if isinstance(outer, ast.ClassDef)
            for node in ast.walk(outer)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield path.relative_to(ROOT), inside.get(id(node), ""), node


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    with in_german(qapp, tmp_path):
        yield


def test_every_text_of_the_code_is_in_the_file_and_translated(tmp_path: Path) -> None:
    """`make translations` brings new texts in; then they want German."""
    fresh = tmp_path / "fresh_de.ts"
    fresh.write_bytes(TS.read_bytes())
    translations.update(fresh)
    assert translations.unfinished(fresh) == []


def test_placeholders_stay() -> None:
    texts = re.findall(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", TS.read_text("utf-8"), re.S)
    assert len(texts) > 300
    field = re.compile(r"\{[^}]*\}")
    assert [pair for pair in texts if sorted(field.findall(pair[0])) != sorted(field.findall(pair[1]))] == []


def test_the_tool_finds_every_text_where_it_is_looked_up() -> None:
    """Qt's lupdate passes over what stands in f-strings, or is given to another function than those it knows."""
    known = {(context, source) for context, source, _ in texts()}
    missed, tables = [], {*translations.tables(), "Overlays"}  # of the overlays each says its own, for the tool to see
    for file, inside, call in calls():
        name, *given = called(call), *call.args
        if name == "tr" and isinstance(given[0], ast.Constant) and (inside, given[0].value) not in known:
            missed.append(f"{file}:{call.lineno}: {given[0].value}")
        context = given[0].value if given and isinstance(given[0], ast.Constant) else None
        if name != "translate" or not isinstance(context, str):
            continue
        literal = isinstance(given[1], ast.Constant)
        there = (context, given[1].value) in known if literal else context in tables
        if not there:
            missed.append(f"{file}:{call.lineno}: {ast.unparse(call)}")
    assert missed == []


def test_what_is_shown_is_translated() -> None:
    """Nothing in plain English is given to what shows it."""
    plain = []
    for file, _, call in calls():
        if called(call) in SHOWS and not file.parts[1].startswith(("cli", "benches", "selftest", "screenshots")):
            for given in call.args:
                parts = given.values if isinstance(given, ast.JoinedStr) else [given]
                words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                if re.search("[A-Za-z]{2}", re.sub("<[^>]*>|Reelmark", "", " ".join(words))):
                    plain.append(f"{file}:{call.lineno}: {ast.unparse(given)}")
    assert plain == []


def test_undo_speaks_german(german: None) -> None:
    assert undo_text("undo", edit_text("Relabel as 50 {} ways")) == "Rückgängig: Umbenennen in 50 {} ways"
    assert edit_text("Delete 12 segments") == "12 Segmente löschen"
    assert edit_text("Merge a into b") == "a in b aufgehen lassen"
    assert edit_text("Move, trims 2 segments, removes eat") == "Verschieben, kürzt 2 Segmente, entfernt eat"
    assert edit_text("Something of a later version") == "Something of a later version"


def test_every_edit_that_is_made_has_its_sentence(german: None) -> None:
    made = set()
    for file in [*(ROOT / "core" / "timeline").glob("*.py"), *(ROOT / "app").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and called(node) == "Edit" and "benches" not in file.parts:
                parts = [node.args[0]]
                if isinstance(node.args[0], ast.IfExp):
                    parts = [node.args[0].body, node.args[0].orelse]
                made |= {_example(part) for part in parts}
    assert len(made) > 20
    assert {text for text in made if text and edit_text(text) == text} == set()


def _example(node: ast.expr) -> str:
    """A sentence as the code makes it, "" where only running it says which."""
    if isinstance(node, ast.JoinedStr):
        parts = ["7" if isinstance(part, ast.FormattedValue) else str(ast.literal_eval(part)) for part in node.values]
        return "" if parts[0] == "7" else "".join(parts)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_lanes_speak_german(german: None) -> None:
    for one in LANES:
        assert translate("lanes", one.title) != one.title or one.title == "Label"
        for said in one.says:
            text = lane_text(one, said.replace("{}", "7"))
            assert text != said.replace("{}", "7")
            assert "{" not in text, text
    assert lane_text(LANES[1], "No run knows “{x}”: choose another label, or find activities ({analyze})") == (
        "Kein Lauf kennt „{x}“: ein anderes Label wählen oder Aktivitäten finden (F5)"
    )
    assert lane_text(LANES[0], "broken {file}.mp4 cannot be read") == "broken {file}.mp4 cannot be read"


def test_what_tasks_say_is_translated(german: None) -> None:
    assert told("Opening clip.mp4") == "clip.mp4 wird geöffnet"
    assert told("Something of a paper") == "Something of a paper"
    full = OSError(errno.ENOSPC, "", "a.csv")
    german_words = sentence(full, partial(translate, "errors"))
    assert german_words is not None
    assert german_words.startswith("„a.csv“ kann nicht verwendet werden: das Laufwerk ist voll")
    assert sentence(full) == "“a.csv” cannot be used: the disk is full; make room and try again."


def test_hints_name_the_keys_as_they_are_now(qapp: QApplication) -> None:
    hint = "find activities ({analyze}); {undo} takes back {what}"
    assert with_keys(hint, what="{it}") == "find activities (F5); Ctrl+Z takes back {it}"
    use_keys({"analyze": ["Ctrl+5", "F5"], "undo": []})
    assert with_keys(hint, what="it") == "find activities (Ctrl+5); “Undo” takes back it"
    use_keys({})
    names = {spec.name for spec in ACTIONS}
    fields = {field for _, source, _ in texts() for field in re.findall(r"\{(\w+)\}", source)}
    assert {"analyze", "undo", "find_missing"} <= fields & names
    keyed = [source for _, source, _ in texts() if re.search(r"\b(F([3-9]|1[0-2]?)|(Ctrl|Shift)\+\w+)\b", source)]
    assert keyed == [], "a key that people may change is named by its action, as {analyze}"


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
    lane_menu(window.signals, None)
    dialog = window.access._settings
    assert dialog is not None
    QCoreApplication.processEvents()
    assert _cut(window) + _cut(dialog) == []
    assert _english(window) | _english(dialog) <= {"Close"}, "Qt's own button, whose translation is not installed here"
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


def _english(root: QWidget) -> set[str]:
    """What is said in English though there is German for it."""
    said = {action.text() for action in root.findChildren(QAction)} | {
        menu.title() for menu in root.findChildren(QMenu)
    }
    for widget in root.findChildren(QWidget):
        said |= {widget.toolTip(), widget.accessibleName(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
    sources = {source.strip() for _, source, words in texts() if words != source}
    return {text for text in said if text.strip() in sources}
