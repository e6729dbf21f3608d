"""The bench of one edit runs, on a small project."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.benches import edit


def test_it_gives_its_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(edit, "SEGMENTS", 300)
    monkeypatch.setattr(edit, "SAMPLES", 40)
    (figure,) = edit.run().values()
    assert figure.unit == "ms"
    assert figure.value > 0
    assert figure.ratio is not None
    assert list(tmp_path.iterdir()) == []
