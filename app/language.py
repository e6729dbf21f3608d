"""The language of the window: English is in the code, others are files of Qt's Linguist in resources/i18n."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.log import logger
from core.paths import resource

LANGUAGES = ("en", "de")  # English needs no file
_loaded: list[QTranslator] = []
_current = "en"


def current_language() -> str:
    """The one that is on."""
    return _current


def chosen(language: str) -> str:
    """What `Settings.language` means here: "" is the system's, or English where that is not shipped."""
    wanted = language or QLocale.system().name().split("_")[0]
    return wanted if wanted in LANGUAGES else "en"


def install(app: QApplication, language: str) -> None:
    """Before the first window: texts are translated as widgets are made. Called again, it replaces the language."""
    global _current
    for old in _loaded:
        app.removeTranslator(old)
    _loaded.clear()
    _current = name = chosen(language)
    if name == "en":
        return
    folders = ((f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
               (f"reelmark_{name}", str(resource("i18n"))))  # fmt: skip
    for file, folder in folders:
        translator = QTranslator(app)
        if translator.load(file, folder):
            app.installTranslator(translator)
            _loaded.append(translator)
        else:
            logger("language").warning("%s.qm is not in %s; its texts stay English", file, folder)
