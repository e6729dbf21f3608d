"""Labels as JSON: there and back, and every mistake of a file told label by label."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.labels_json import PlacedLabels, place_labels, read_labels, write_labels
from core.rows import Label, LabelKind, changed
from core.timeline.label_ops import in_order

MOVE = Label(1, "move", "#56b4e9", "m", "", position=5)
WALK = Label(2, "wälk", "#e69f00", "w", "gait", position=7, parent_id=1)
CLAP = Label(3, "clap", "#009e73", "", "", LabelKind.POINT, 6)
RESERVED = {"J": "Play backwards"}


def written(tmp_path: Path, *labels: object, **values: object) -> Path:
    file = tmp_path / "labels.json"
    file.write_text(json.dumps({"format": "reelmark-labels", "version": 1, "labels": labels} | values), "utf-8")
    return file


def placed(file: Path, *labels: Label, long: tuple[int, ...] = ()) -> PlacedLabels:
    entries, problems = read_labels(file)
    made = place_labels(entries, labels, RESERVED, long)
    return PlacedLabels(made.edit, made.added, made.changed, (*problems, *made.problems))


def plain(labels: list[Label]) -> list[tuple[object, ...]]:
    names = {label.id: label.name for label in labels}
    return [
        (row.name, row.color, row.key, row.group, row.kind, names.get(row.parent_id or 0))
        for row, _ in in_order(labels)
    ]


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "l.json"
    assert write_labels([CLAP, WALK, MOVE], file) == 3
    made = placed(file)
    assert (made.added, made.changed, made.problems) == (3, 0, ())
    new = [row for row in made.edit.added if isinstance(row, Label)]
    assert plain(new) == plain([MOVE, WALK, CLAP])
    again = placed(file, MOVE, WALK, CLAP)
    assert not again.edit


def test_known_labels_are_changed_and_others_added(tmp_path: Path) -> None:
    file = written(tmp_path, {"name": "MOVE", "color": "#000000"}, {"name": "run", "parent": "move", "key": "R"})
    made = placed(file, MOVE)
    assert made.edit.removed == (MOVE,)
    old, new = made.edit.added
    assert old == changed(MOVE, color="#000000")
    assert isinstance(new, Label)
    assert (new.name, new.parent_id, new.key, new.position) == ("run", 1, "r", 6)
    assert (made.added, made.changed) == (1, 1)


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (7, "has no name"),
        ({"name": " "}, "has no name"),
        ({"name": "a", "color": "red"}, "“red” is no colour"),
        ({"name": "a", "color": 5}, "color is no text"),
        ({"name": "a", "key": "ab"}, "“ab” is no key"),
        ({"name": "a", "key": "j"}, "The key J means “Play backwards”"),
        ({"name": "a", "key": "m"}, "The key M already gives “move”"),
        ({"name": "a", "kind": "line"}, "“line” is no kind"),
        ({"name": "a", "parent": "nobody"}, "no label “nobody”"),
        ({"name": "a", "parent": "a"}, "cannot lie below “a”"),
        ({"name": "move", "kind": "point"}, "stays a state"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, label: object, sentence: str) -> None:
    made = placed(written(tmp_path, {"name": "good"}, label), MOVE, long=(1,))
    (problem,) = made.problems
    assert problem.where.startswith("label 2")
    assert sentence in problem.message
    rows = [row for row in made.edit.added if isinstance(row, Label)]
    assert rows[0].name == "good"
    assert all(row.parent_id is None and row.key == "" for row in rows)


def test_a_name_that_stands_there_twice_counts_once(tmp_path: Path) -> None:
    made = placed(written(tmp_path, {"name": "a", "key": "1"}, {"name": "A", "key": "2"}))
    assert [row.key for row in made.edit.added if isinstance(row, Label)] == ["1"]
    assert "twice" in made.problems[0].message


def test_a_circle_of_parents_is_cut(tmp_path: Path) -> None:
    made = placed(written(tmp_path, {"name": "a", "parent": "b"}, {"name": "b", "parent": "a"}))
    rows = {row.name: row for row in made.edit.added if isinstance(row, Label)}
    assert (rows["a"].parent_id, rows["b"].parent_id) == (rows["b"].id, None)
    assert "which lies below it" in made.problems[0].message


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"format": "reelmark-labels"}', "is no file of labels"),
        ('{"results": {}}', "is no file of labels"),
        ("[1]", "is no file of labels"),
        ('{"format": "reelmark-labels",\n"labels": [}', r"not valid JSON \(line 2"),
        ('{"format": "reelmark-labels", "version": 2, "labels": []}', "of version 2"),
    ],
)
def test_what_is_no_file_of_labels_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read_labels(file)
