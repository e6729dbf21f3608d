"""Trains the weights that ship with the program: `python packaging/weights.py DATA [NAME…] [--minutes M]`.

DATA holds `long_videos`, footage that may be redistributed; each network's `ship` says what it uses and leaves out.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.task import Progress, drive
from models.device import choose
from models.papers import PAPERS
from models.papers.report import Job


def main() -> int:
    names = [paper.name for paper in PAPERS if hasattr(importlib.import_module(paper.reproduce.__module__), "ship")]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("names", nargs="*", help=", ".join(names))
    parser.add_argument("--minutes", type=float, help="train each as long as this instead of as long as it likes")
    given = parser.parse_args()
    for name in given.names or names:
        module = importlib.import_module(f"models.papers.{name}")
        with tempfile.TemporaryDirectory() as folder:
            file = drive(module.ship(Job(given.data, Path(folder), choose(), minutes=given.minutes)), _show)
        sys.stdout.write(f"\n{file}: {file.stat().st_size / 1e6:.1f} MB\n")
    return 0


def _show(progress: Progress) -> None:
    sys.stderr.write(f"\r{progress.text} {100 * (progress.fraction or 0):.0f} %   ")


if __name__ == "__main__":
    sys.exit(main())
