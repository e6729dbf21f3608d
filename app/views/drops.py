"""What was dropped on a window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[str]:
    """The local files and folders in a drop; nothing for text or web addresses."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
