"""What a start takes from the settings file: the size of everything, the theme of the system, the first steps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, sys
from pathlib import Path
from app.application import start
program = start([Path(sys.argv[1])])
window = program.window
said = {
    "ratio": window.devicePixelRatio(),
    "steps": window.access.welcome.strip.isVisible(),
    "key": window.commands["jump_end"].shortcut().toString(),
}
window.close()
sys.stdout.write(json.dumps(said))
"""


def _start(home: Path, **settings: object) -> dict[str, object]:
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.json").write_text(json.dumps(settings))
    env = {**os.environ, "REELMARK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    env.pop("QT_SCALE_FACTOR", None)
    command = [sys.executable, "-c", SCRIPT, str(home / "p.reelmark")]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    said: dict[str, object] = json.loads(done.stdout)
    return said


def test_the_first_start_shows_the_first_steps_in_the_usual_size(tmp_path: Path) -> None:
    assert _start(tmp_path, language="en") == {"ratio": 1.0, "steps": True, "key": "End"}


def test_a_later_start_is_as_the_user_set_it(tmp_path: Path) -> None:
    said = _start(tmp_path, language="en", theme="system", scale=150, welcome=False, keys={"jump_end": ["F11"]})
    assert said == {"ratio": 1.5, "steps": False, "key": "F11"}
