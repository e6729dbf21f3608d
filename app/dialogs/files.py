"""File choosers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from app.told_words import told
from app.words import phrase

_last_folder = ""  # nothing chosen yet


def video_filter() -> str:
    return phrase("Videos (*.mp4 *.avi *.mkv *.mov *.m4v *.mpg *.ts *.mts *.webm *.wmv *.flv *.gif);;All files (*)")


def checkpoint_filter() -> str:
    return phrase("Checkpoints (*.safetensors);;All files (*)")


def _folder() -> str:
    """Where a chooser opens: the folder of the last choice, at first the one the desktop keeps videos in."""
    if _last_folder:
        return _last_folder
    places = QStandardPaths.StandardLocation
    kept = (QStandardPaths.writableLocation(place) for place in (places.MoviesLocation, places.HomeLocation))
    return next((folder for folder in kept if Path(folder).is_dir()), "")


def _remember(chosen: str) -> Path:
    global _last_folder
    _last_folder = str(Path(chosen).parent)
    return Path(chosen)


def ask_open(title: str, filters: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, _folder(), filters)
    return _remember(name) if name else None


def ask_open_many(title: str, filters: str) -> list[Path]:
    names, _ = QFileDialog.getOpenFileNames(QApplication.activeWindow(), title, _folder(), filters)
    return [_remember(name) for name in names]


def ask_folder(title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(QApplication.activeWindow(), title, _folder())
    return _remember(name) if name else None


def ask_save(title: str, filters: str, suffix: str, *, replaces: bool = True) -> Path | None:
    """The suffix is added where the user typed none. Qt asks before an existing file is replaced; where the caller
    `replaces` none, there is nothing to ask."""
    options = QFileDialog.Option(0) if replaces else QFileDialog.Option.DontConfirmOverwrite
    name, _ = QFileDialog.getSaveFileName(QApplication.activeWindow(), title, _folder(), filters, options=options)
    if not name:
        return None
    path = _remember(name)
    return path if path.suffix else path.with_suffix(suffix)


def ask_export(formats: Sequence[tuple[str, str, str]]) -> tuple[str, Path] | None:
    """`formats`: (name, title, suffix) of what can be written → (chosen format's name, path)."""
    filters = {f"{told(title)} (*{suffix})": (name, suffix) for name, title, suffix in formats}
    chosen, used = QFileDialog.getSaveFileName(
        QApplication.activeWindow(), phrase("Export annotations"), _folder(), ";;".join(filters)
    )
    if not chosen:
        return None
    name, suffix = filters.get(used) or next(iter(filters.values()))
    path = _remember(chosen)
    return name, path if path.suffix else path.with_suffix(suffix)
