"""An analysis that is killed goes on where it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.storage.arrays import ArrayCache
from core.task import drive
from core.video.source import open_video
from models import engine
from models.predict import predict
from tests.helpers.tiny import Tiny, tiny_card, tiny_checkpoint, write_video

ROOT = Path(__file__).parents[2]
CLIPS = 60

_CHILD = """
import sys
from pathlib import Path
from core.storage.arrays import ArrayCache
from core.video.source import open_video
from models import predict as module
from tests.helpers.tiny import tiny_card
module.KEEP_SECONDS = 0
folder, video = Path(sys.argv[1]), Path(sys.argv[2])
with open_video(video) as source:
    task = module.predict(tiny_card(), source, device="cpu", cache=ArrayCache(folder / "cache"),
                          checkpoint=folder / "tiny.safetensors")
    for progress in task:
        print(int(progress.done), flush=True)
        if progress.done >= 20:
            sys.stdin.read()  # until the parent has killed this
"""


def test_a_killed_analysis_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = Tiny()
    card = tiny_card(network)
    weights = tiny_checkpoint(tmp_path, card)
    video = write_video(tmp_path / "v.avi", [i % 250 for i in range(4 * CLIPS)])
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(tmp_path), str(video)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    done = 0
    while done < 20:
        done = int(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    child.communicate()
    monkeypatch.setattr(engine, "bf16_pays", lambda *_: _no())
    with open_video(video) as source:
        cache = ArrayCache(tmp_path / "cache")
        whole = drive(predict(card, source, device="cpu", cache=cache, checkpoint=weights))
        alone = drive(predict(card, source, device="cpu", checkpoint=weights))
    assert network.calls == (CLIPS - done) + CLIPS
    assert (whole.signal.values == alone.signal.values).all()


def _no():
    return False
    yield
