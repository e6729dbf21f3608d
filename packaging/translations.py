"""The texts of the window in other languages: `update` brings resources/i18n/*.ts up to the code, `release` makes the
.qm files that the program loads. Both use Qt's own tools, which come with PySide6. `make translations` runs both.

lupdate finds `self.tr("…")` and `translate("context", "…")`. What stands in tables of the code (actions, settings, the
sliders), what is given to `app.words.phrase`, and what core, models and the tasks say (told_texts.py) is collected here
and given to it as one file more.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from pathlib import Path

import told_texts

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"


def tables() -> dict[str, set[str]]:
    """The texts of the code's tables, by context."""
    from app import errors, reaction, signals_presenter
    from app.actions.table import ACTIONS
    from app.dialogs import settings_table
    from app.dialogs.analyse import GROUPS
    from app.edit_words import EDITS, ROOM
    from app.signal_lanes import LANES
    from app.tasks.choices import KINDS
    from app.tasks.measure_table import MEASURES
    from app.views.inspector_form import STATES
    from app.views.runs_panel import DIALS
    from app.views.signal_rows import SIZES
    from app.views.timeline_snap import SNAPS
    from core.rows import State

    return {
        "actions": {text for spec in ACTIONS for text in (spec.text, spec.menu.rstrip("|"))},
        "settings": settings_table.texts(),
        "states": {*STATES.values(), *(state.value for state in State)},
        "dials": {text for dial in DIALS for text in (dial.title, dial.tip)},
        "edits": {*EDITS, *ROOM},
        "errors": set(errors.TEXTS),
        "lanes": {
            *(text for one in LANES for text in (one.title, *one.says)),
            *(title for title, _ in SIZES),
            *signals_presenter.SAYS,
        },
        "measures": {one.title for one in MEASURES},
        "reaction": set(reaction.PROBLEMS),
        "snap": set(SNAPS),
        "told": told_texts.texts(),
        "networks": {*(text for pair in GROUPS.values() for text in pair), *KINDS[1:]},
        "messages": set(phrases()),
    }


def phrases() -> Iterable[str]:
    """What is given to `phrase`. Raises ValueError where that is no literal."""
    for file in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "phrase":
                if not isinstance(node.args[0], ast.Constant):
                    raise ValueError(f"{file.name}:{node.lineno}: phrase() needs its text literally")
                yield str(node.args[0].value)


def update(ts: Path) -> None:
    """Texts that are new come in unfinished, texts that are gone go."""
    with tempfile.TemporaryDirectory(dir=ROOT / "app") as folder:  # beside the code: .ts files name relative places
        file = Path(folder) / "tables.py"
        lines = [f"translate({context!r}, {text!r})" for context, found in tables().items() for text in sorted(found)]
        file.write_text("\n".join(lines) + "\n", "utf-8")
        sources = [str(path) for path in sorted((ROOT / "app").rglob("*.py"))]
        _tool("lupdate", *sources, "-locations", "none", "-no-obsolete", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    _tool("lrelease", str(ts), "-qm", str(qm))


def unfinished(ts: Path) -> list[str]:
    """The texts that nobody has translated yet."""
    found = []
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") or not (translation.text or "").strip():
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def _tool(name: str, *arguments: str) -> None:
    tool = Path(sys.executable).with_name(f"pyside6-{name}")
    done = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"pyside6-{name} failed:\n{done.stdout}{done.stderr}")


def main(wanted: Sequence[str] = ("update", "release")) -> None:
    sys.path.insert(0, str(ROOT))
    if "update" in wanted:
        told_texts.write()
    for ts in sorted(FOLDER.glob("*.ts")):
        if "update" in wanted:
            update(ts)
        if "release" in wanted:
            release(ts, ts.with_suffix(".qm"))
        if left := unfinished(ts):
            sys.stderr.write(f"{ts.name}: {len(left)} texts are not translated yet:\n  " + "\n  ".join(left) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:] or ("update", "release"))
