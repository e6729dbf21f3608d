"""CSV as other programs and people write it: taken, mended or refused line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.base import ReadResult
from core.exchange.csv import read

HEAD = "video,label,start,stop\n"


def _read(tmp_path: Path, text: str | bytes) -> ReadResult:
    file = tmp_path / "some.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(file)


@pytest.mark.parametrize(
    "text",
    [
        "video,label,start,stop\nv.mp4,jump,1.5,2.25\n",
        "\ufeffVideo;Label;Start;End\r\nv.mp4;jump;1,5;2,25\r\n",
        "label\tfile\tonset\toffset\njump\tv.mp4\t1.5\t2.25",
        '"video"|"label"|"start"|"stop"\n"v.mp4"|"jump"|"0:01.5"|"0:02.25"\n',
        "video,label,extra,start,stop\rv.mp4,jump,?,1.5,2.25\r",
        "video,label,start,stop\n\n,,,\nv.mp4, jump ,1.5,2.25\n",
    ],
)
def test_reads_what_programs_call_csv(tmp_path: Path, text: str) -> None:
    result = _read(tmp_path, text)
    assert [(e.video, e.label, e.start, e.stop) for e in result.entries] == [("v.mp4", "jump", 1.5, 2.25)]
    assert result.problems == ()


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", ()),
        ('"{""speed"": ""a;b"", ""n"": 3}"', (("speed", "a;b"), ("n", "3"))),
        (" speed = fast ; hand=; =x", (("speed", "fast"), ("hand", ""))),
        ('"{""speed"": }"', None),
        ('"{""speed"": [1]}"', None),
    ],
)
def test_attributes_as_json_or_as_people_write_them(
    tmp_path: Path, cell: str, found: tuple[tuple[str, str], ...] | None
) -> None:
    result = _read(tmp_path, f"video,label,start,stop,subject,attributes\nv.mp4,jump,1,2, Ann  B ,{cell}\n")
    if found is None:
        assert "attributes are no JSON object" in result.problems[0].message
    else:
        assert [(e.subject, e.attributes) for e in result.entries] == [("Ann B", found)]


def test_reads_utf16_and_old_windows_files(tmp_path: Path) -> None:
    text = "video,label,start,stop\nv.mp4,épée,1,2\n"
    assert _read(tmp_path, text.encode("utf-16")).entries[0].label == "épée"
    old = _read(tmp_path, text.encode("cp1252"))
    assert old.entries[0].label == "épée"
    assert [p.severity for p in old.problems] == ["warn"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("v.mp4,jump,nan,2", "“nan” is not a finite number"),
        ("v.mp4,jump,1,inf", "“inf” is not a finite number"),
        ("v.mp4,jump,one,2", "“one” is not a number"),
        ("v.mp4,jump,1:xx,2", "“1:xx” is not a time"),
        ("v.mp4,,1,2", "The line has no label"),
        (",jump,1,2", "The line has no video"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_rest_is_read(tmp_path: Path, line: str, sentence: str) -> None:
    result = _read(tmp_path, f"{HEAD}v.mp4,a,1,2\n{line}\nv.mp4,b,3,4\n")
    assert [entry.label for entry in result.entries] == ["a", "b"]
    (problem,) = result.problems
    assert (problem.severity, problem.where) == ("refused", "line 3")
    assert sentence in problem.message


def test_line_numbers_survive_comments_of_several_lines(tmp_path: Path) -> None:
    result = _read(tmp_path, 'video,label,start,stop,comment\nv,a,1,2,"one\ntwo"\nv,b,x,2,\n')
    assert result.entries[0].comment == "one\ntwo"
    assert [p.where for p in result.problems] == ["line 4"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "begins with an empty line"),
        ("\n\nvideo,label,start,stop\n", "begins with an empty line"),
        ("video,start,stop\nv,1,2\n", "no column “label”"),
        ("v.mp4,jump,1,2\n", "no column “video”"),
        ("video,label,start\nv,a,1\n", "needs the columns “start” and “stop”"),
        ("video,label,start,begin,stop\n", "two columns for “start”"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        _read(tmp_path, text)


def test_an_unclosed_quote_or_a_huge_cell_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    result = _read(tmp_path, HEAD + "v,a,1,2\n" + '"' + "x" * 200_000)
    assert len(result.entries) == 1
    assert result.problems[-1].message.startswith("Reading stops here")
