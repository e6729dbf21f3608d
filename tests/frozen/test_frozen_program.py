"""The built program does the main job on its own: no Python, no checkout, no network, an empty home."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_selftest(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run("selftest", "--screenshot", picture, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert re.search(r"\b(cpu|cuda|mps)\b", done.stdout + done.stderr, re.IGNORECASE), "it says which device it uses"
    assert picture.stat().st_size > 10_000


def test_finds_what_happens_in_the_sample(run: Run, program: Path, tmp_path: Path) -> None:
    sample = program.parent / "_internal" / "assets" / "sample-clip.mp4"
    done = run("analyze", tmp_path / "p.reelmark", sample, "--model", "i3d", "--json", timeout=300)
    assert done.returncode == 0, done.stderr
    (video,) = json.loads(done.stdout)["videos"]
    assert len(video["labels"]) == 5
    listed = run("segments", tmp_path / "p.reelmark", "--json")
    assert len(json.loads(listed.stdout)["segments"]) == len(video["segments"])


def test_carries_its_assets(run: Run) -> None:
    done = run("assets", "list")
    assert done.returncode == 0, done.stderr
    assert {"i3d-kinetics400", "efficientnet-lite0", "sample-clip"} <= set(re.findall(r"[\w-]+", done.stdout))
    assert "to be fetched" not in done.stdout


def test_knows_every_network_and_finds_what_it_ships(run: Run) -> None:
    done = run("models", "--json")
    assert done.returncode == 0, done.stderr
    names = {row["name"] for row in json.loads(done.stdout)["models"]}
    assert {"i3d", "lite0", "patraucean2015", "montes2016", "srivastava2015", "baccouche2011"} <= names
    refused = run("reproduce", "patraucean2015", "--data", "nowhere")
    assert refused.returncode == 1
    assert len(refused.stderr.strip().splitlines()) == 1, refused.stderr


def test_runs_through_a_link(run: Run, program: Path, tmp_path: Path) -> None:
    """As /usr/bin/reelmark of the Debian package is one."""
    link = tmp_path / "reelmark"
    link.symlink_to(program)
    done = run("formats", "--json", start=link)
    assert done.returncode == 0, done.stderr
    assert {"activitynet", "csv"} <= {row["name"] for row in json.loads(done.stdout)["formats"]}


def test_a_mistake_gives_a_sentence(run: Run) -> None:
    done = run("probe", "nowhere.mp4")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "nowhere.mp4" in done.stderr


def test_notices_name_everything_carried(program: Path) -> None:
    inside = program.parent / "_internal"
    text = (inside / "THIRD_PARTY_NOTICES.txt").read_text()
    for word in (
        "GNU GENERAL PUBLIC LICENSE",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "x264",
        "x265",
        "FFmpeg 8",
        "lucide",
    ):
        assert word.lower() in text.lower(), word
    carried = ("alembic", "av", "click", "h5py", "matplotlib", "numpy", "opencv-python-headless", "pillow")
    carried += ("PySide6_Essentials", "scikit-learn", "scipy", "torch")
    for name in carried:
        assert re.search(rf"^{name} \d", text, re.MULTILINE), name
    assert "Apache License" in (inside / "LICENSE.txt").read_text()


def test_leaves_out_what_is_not_used(program: Path) -> None:
    inside = program.parent / "_internal"
    assert not (inside / "torch" / "test").exists()
    assert not (inside / "torch" / "include").exists()
    for pattern in ("libgtk*", "libstdc++*", "libmvec*"):
        assert list(inside.glob(pattern)) == []
