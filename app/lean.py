"""What PySide6 does behind every import, left out."""

from __future__ import annotations

import sys


def search_no_sources() -> None:
    """PySide6 reads the source of each module that is imported after it, looking for its own name, to know where
    `from __feature__ import …` may count. This program has none of these, and the frozen one has no sources either;
    without the search the window is there a tenth sooner. Before the first import of the window's own modules."""
    import PySide6.QtCore  # noqa: F401 - brings the hook

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _: False  # type: ignore[union-attr]
