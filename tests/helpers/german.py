"""The German texts, made with Qt's tools from resources/i18n, and what collects the English ones."""

from __future__ import annotations

import importlib
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "i18n" / "reelmark_de.ts"
sys.path.append(str(ROOT / "packaging"))  # last: these scripts import one another
translations = importlib.import_module("translations")
told_texts = importlib.import_module("told_texts")


@contextmanager
def in_german(app: QApplication, folder: Path) -> Iterator[None]:
    """`folder` gets the .qm file."""
    translations.release(TS, folder / "reelmark_de.qm")
    translator = QTranslator()
    assert translator.load("reelmark_de", str(folder))
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)


def texts() -> list[tuple[str, str, str]]:
    """(context, English, German) of the whole file."""
    found = []
    for context in ET.parse(TS).getroot().iter("context"):
        for message in context.iter("message"):
            words = message.findtext("source") or "", message.findtext("translation") or ""
            found.append((context.findtext("name") or "", *words))
    return found
