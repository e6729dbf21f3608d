"""File choosers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

VIDEO_FILTER = "Videos (*.mp4 *.avi *.mkv *.mov *.m4v *.mpg *.ts *.mts *.webm *.wmv *.flv *.gif);;All files (*)"

_last_folder = ""


def _remember(chosen: str) -> Path:
    global _last_folder
    _last_folder = str(Path(chosen).parent)
    return Path(chosen)


def ask_open(title: str, filters: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(QApplication.activeWindow(), title, _last_folder, filters)
    return _remember(name) if name else None


def ask_open_many(title: str, filters: str) -> list[Path]:
    names, _ = QFileDialog.getOpenFileNames(QApplication.activeWindow(), title, _last_folder, filters)
    return [_remember(name) for name in names]


def ask_folder(title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(QApplication.activeWindow(), title, _last_folder)
    return _remember(name) if name else None


def ask_save(title: str, filters: str, suffix: str) -> Path | None:
    """The suffix is added where the user typed none. Qt has already asked before an existing file is replaced."""
    name, _ = QFileDialog.getSaveFileName(QApplication.activeWindow(), title, _last_folder, filters)
    if not name:
        return None
    path = _remember(name)
    return path if path.suffix else path.with_suffix(suffix)


def ask_export(formats: Sequence[tuple[str, str, str]]) -> tuple[str, Path] | None:
    """`formats`: (name, title, suffix) of what can be written → (chosen format's name, path)."""
    filters = {f"{title} (*{suffix})": (name, suffix) for name, title, suffix in formats}
    chosen, used = QFileDialog.getSaveFileName(
        QApplication.activeWindow(), "Export annotations", _last_folder, ";;".join(filters)
    )
    if not chosen:
        return None
    name, suffix = filters.get(used) or next(iter(filters.values()))
    path = _remember(chosen)
    return name, path if path.suffix else path.with_suffix(suffix)
