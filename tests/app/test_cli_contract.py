"""The contract that holds for every command: names, exit codes, one JSON document, sentences instead of tracebacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __main__ as program
from app.benches import BENCHES
from app.benches.figure import Figure
from app.cli import INTERRUPTED, cli
from app.cli.output import Output, table
from tests.helpers.command import Command, assert_one_sentence, command
from tests.helpers.videos import write_video

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def reelmark(capsys: pytest.CaptureFixture[str]) -> Command:
    return command(capsys)


def test_the_program_knows_every_command_without_importing_them() -> None:
    assert set(cli.commands) == program.COMMANDS


@pytest.mark.parametrize("name", sorted(program.COMMANDS))
def test_every_command_explains_itself(reelmark: Command, name: str) -> None:
    said = reelmark(name, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: reelmark {name}")


def test_help_and_version(reelmark: Command) -> None:
    assert "opens the window" in reelmark("--help").out
    assert reelmark("--version").out == "Reelmark 0.1.0\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["probe"],
        ["frame", "v.mp4", "one", "--out", "x.png"],
        ["analyze", "p.reelmark"],
        ["analyze", "p.reelmark", "v.mp4", "--model", "i3d", "--threshold", "2"],
        ["export", "p.reelmark", "--format", "csv"],
        ["evaluate"],
        ["evaluate", "p.reelmark", "--run", "i3d"],
        ["probe", "v.mp4", "--colour"],
    ],
)
def test_wrong_usage_is_exit_2(reelmark: Command, arguments: list[str]) -> None:
    said = reelmark(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert "Usage:" in said.err


def test_json_is_one_document(reelmark: Command) -> None:
    assert [row["name"] for row in reelmark("formats", "--json").json["formats"]] == ["activitynet", "csv"]
    row = reelmark("formats", "--json").json["formats"][0]
    assert set(row) == {"name", "title", "reads", "writes", "suffixes"}
    assert {row["name"] for row in reelmark("assets", "list", "--json").json["assets"]} == {
        "c3d-sports1m",
        "efficientnet-lite0",
        "i3d-kinetics400",
        "sample-clip",
        *(f"scene-camera-{i}" for i in range(1, 5)),
    }
    models = reelmark("models", "--json").json["models"]
    assert "i3d" in [row["name"] for row in models]
    keys = {"name", "title", "paper", "gives", "parameters", "sizes", "checkpoints", "weights", "missing", "reproduce"}
    assert all(keys == set(row) for row in models)


def test_an_asset_that_is_not_there_is_told_with_the_command_that_fetches_it(reelmark: Command, tmp_path: Path) -> None:
    video = write_video(tmp_path / "v.mp4", numbers=range(3))
    said = reelmark("analyze", tmp_path / "p.reelmark", video, "--model", "i3d", "-q")
    assert said.code == 1
    assert "reelmark assets fetch i3d-kinetics400" in said.err


def test_unknown_names_are_told_with_the_known_ones(reelmark: Command, tmp_path: Path) -> None:
    assert_one_sentence(reelmark("assets", "fetch", "moon"), "there are i3d-kinetics400")
    assert_one_sentence(reelmark("bench", "press"), "choose one of")
    assert_one_sentence(reelmark("assets", "import", "sample-clip", tmp_path / "no.mp4"), "cannot be read")
    assert_one_sentence(reelmark("export", tmp_path / "p.reelmark", "--format", "vhs", "--out", "x"), "“vhs”")
    assert_one_sentence(reelmark("import", tmp_path / "p.reelmark", "x.csv", "--format", "vhs"), "“vhs”")
    assert not (tmp_path / "p.reelmark").exists()


def test_a_project_that_is_none_is_told(reelmark: Command, tmp_path: Path) -> None:
    (tmp_path / "p.reelmark").write_text("Dear diary")
    assert_one_sentence(reelmark("segments", tmp_path / "p.reelmark"), "p.reelmark")
    assert_one_sentence(reelmark("segments", tmp_path / "no" / "such" / "p.reelmark"), "no")


def test_ctrl_c_is_130_and_no_traceback(reelmark: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Output, "emit", interrupted)
    said = reelmark("formats")
    assert said.code == INTERRUPTED
    assert said.err.split() == ["Stopped."]


def test_a_full_disk_is_a_sentence(reelmark: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "out.csv")

    monkeypatch.setattr(Output, "emit", full)
    assert_one_sentence(reelmark("formats"), "“out.csv” cannot be used: the disk is full")


def test_a_bug_stays_a_bug(reelmark: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Output, "emit", broken)
    with pytest.raises(ZeroDivisionError):
        reelmark("formats")


def test_every_bench_is_there() -> None:
    there = {path.stem for path in (ROOT / "app" / "benches").glob("*.py") if "\ndef run() ->" in path.read_text()}
    assert {module for modules in BENCHES.values() for module in modules} == there


def test_benches_are_listed_and_run_by_name(reelmark: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reelmark("bench", "--json").json == {"benches": list(BENCHES)}
    monkeypatch.setitem(BENCHES, "nothing", ("figure",))
    monkeypatch.setattr("app.benches.figure.run", lambda: {"a_ms": Figure(1.5, "ms", "b", 0.5)}, raising=False)
    figure = {"value": 1.5, "unit": "ms", "against": "b", "ratio": 0.5}
    assert reelmark("bench", "nothing", "--json").json == {"figures": {"a_ms": figure}}
    assert reelmark("bench", "nothing").out.split()[-5:] == ["a_ms", "1.500", "ms", "0.500", "b"]


def test_tables_line_up() -> None:
    assert table(["Name", "N"], [["a", 10], ["bcdef", 2]], right=" r") == "Name    N\n-----  --\na      10\nbcdef   2"


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["p.reelmark"], True),
        (["some/clip.mp4", "other.mp4"], True),
        (["probe"], False),
        (["--version"], False),
        (["nonsense"], False),
    ],
)
def test_files_mean_the_window_and_words_mean_commands(arguments: list[str], window: bool) -> None:
    assert program._means_window(arguments) is window


def _process(*arguments: object, **extra: str) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.Popen(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env=environment | extra,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_a_real_process_prints_json_and_nothing_else(tmp_path: Path) -> None:
    video = write_video(tmp_path / "v.mp4", numbers=range(10))
    process = _process("probe", video, "--json")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert json.loads(out)["frames"] == 10


def test_a_reader_that_closes_the_pipe_is_no_error() -> None:
    process = _process("formats")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_is_refused_in_a_sentence() -> None:
    process = _process()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert err.startswith("reelmark: There is no display")


def test_a_terminal_without_the_letters_gets_question_marks(tmp_path: Path) -> None:
    process = _process("segments", tmp_path / "p.reelmark", "--video", "x", PYTHONIOENCODING="latin-1")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "There is no video ?x? in p.reelmark" in err
