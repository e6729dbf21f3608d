"""What core, models and the tasks say to people, collected from the code: those modules know no Qt and speak English.

A pattern is a sentence with holes: {1} stands for a name or a number, {2:said} for something that may be said by a
pattern itself, {3:edit} for the sentence of an Edit. They are collected as

- progress: the texts of `Progress`;
- said: of UserErrors (and of what is derived from it), of `Problem`, and all other literals that read like sentences;
- parts: what is put into these by name, by a function's value or as an argument;
- words: what is given to `core.spoken.spoken`; titles of networks and of formats.
"""

from __future__ import annotations

import ast
import functools
import itertools
import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from told_code import ROOT, House, Scope, called

FILE = ROOT / "resources" / "i18n" / "told.json"
PLACES = ("core", "models", "app/tasks", "app/signal_lanes")
TERMINAL = ("models/papers", "core/storage/migrations")  # what no window shows
KINDS = ("progress", "said", "parts", "words")
# What the system says of files, as Python's errors have it.
SYSTEM = (
    "No such file or directory", "Permission denied", "Operation not permitted", "No space left on device",
    "Read-only file system", "Is a directory", "Not a directory", "Input/output error", "File exists",
    "File name too long", "Too many open files", "Disk quota exceeded", "Device or resource busy",
    "Transport endpoint is not connected", "Stale file handle",
)  # fmt: skip
_MOST = 8  # forms of one sentence that are told apart ("1 frame", "{1} frames"); more become a hole
_DEEP = 4  # how many names on the way to a literal are followed
_FAR = 10  # the same for the parts of sentences, through functions
_OTHERS = ("debug", "info", "warning", "error", "exception", "Edit", "execute")  # logs, tables, and what has words
_NAMES = re.compile(  # of variables that hold the name of something, or a number
    r"(\w+_)?(name|path|file|folder|number|video|label|line|total|count|frames?|size|url|last|start|steps|streams|dropped)"
)
_NUMBERS = ("len", "str", "round", "min", "max", "strip", "upper", "format_seconds", "sum")


@dataclass(frozen=True)
class Hole:
    """A value in a sentence: what the code has there, and where, to find out what can be said in it."""

    kind: str  # "", "said" or "edit"
    node: ast.expr
    where: Scope


Text = tuple[str | Hole, ...]


def forms(node: ast.expr, where: Scope, deep: int = 0, calls: bool = False) -> list[Text] | None:
    """Everything that an expression of literals can say; None where only running it tells. `calls`: functions are
    looked into."""
    match node:
        case ast.Constant(value=str(text)):
            parts = re.split(r"\{(\w+)\}", text)  # what `format` fills in later
            return [tuple(p if i % 2 == 0 else Hole("", node, where) for i, p in enumerate(parts) if p)]
        case ast.IfExp(body=one, orelse=other):
            return _either([(where, one), (where, other)], deep, calls)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mult()):
            return [(), (text,)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            found = _joined([left, right], where, deep, calls)
            return found if any(isinstance(part, str) for text in found for part in text) else None
        case ast.JoinedStr(values=values):
            found = _joined(values, where, deep, calls)
            return found if calls or any(map(_words, found)) else forms(node, where, deep, True)
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            return forms(value, where, deep, calls)
        case ast.Call(func=function) if calls and deep < _DEEP and (there := where.module.function(function)):
            return _either(there.said(), deep + 1, calls)
        case ast.Name(id=name) if deep < _DEEP:
            if local := where.assigned(name):
                return _either([(where, value) for value in local], deep + 1, calls)
            constant = where.module.constant(name)
            private = where.function is not None and where.function.name.startswith("_")  # so all calls are known
            given = where.given(name) if private else []
            return _either(given or ([constant] if constant and not where.given(name) else []), deep + 1, calls)
    return None


def _either(sources: Sequence[tuple[Scope, ast.expr]], deep: int, calls: bool) -> list[Text] | None:
    found: list[Text] = []
    for where, node in sources:
        some = forms(node, where, deep, calls)
        if some is None:
            return None
        found += some
    return found or None


def _joined(nodes: Sequence[ast.expr], where: Scope, deep: int, calls: bool) -> list[Text]:
    """All combinations of what the parts can say; what says too much is a hole."""
    parts = [_piece(node, where, deep, calls) for node in nodes]
    while math.prod(map(len, parts)) > _MOST:
        most = max(range(len(parts)), key=lambda i: len(parts[i]))
        parts[most] = [(_hole(nodes[most], where),)]
    return [tuple(itertools.chain(*chosen)) for chosen in itertools.product(*parts)]


def _piece(node: ast.expr, where: Scope, deep: int, calls: bool) -> list[Text]:
    """Forms of a part of a sentence, or a hole."""
    shaped = isinstance(node, ast.FormattedValue) and (node.conversion != -1 or node.format_spec is not None)
    value = node.value if isinstance(node, ast.FormattedValue) else node
    found = None if shaped else forms(value, where, deep + 1, calls)
    return found if found and len(found) <= _MOST // 2 else [(_hole(node, where),)]


def _hole(node: ast.expr, where: Scope) -> Hole:
    if not isinstance(node, ast.FormattedValue):
        return Hole(_kind(node), node, where)
    shaped = node.conversion != -1 or node.format_spec is not None
    return Hole("" if shaped else _kind(node.value), node.value, where)


def _kind(node: ast.expr) -> str:
    match node:
        case ast.Attribute(value=ast.Name(id="edit"), attr="text"):
            return "edit"
        case ast.Attribute(attr="strerror" | "message" | "how" | "where"):
            return "said"
        case ast.Name(id=name) if not _NAMES.fullmatch(name) and not name.isupper():
            return "said"
        case ast.Call() if called(node) not in _NUMBERS:
            return "said"
        case ast.BoolOp() | ast.IfExp() | ast.Subscript():
            return "said"
    return ""


class Collector:
    def __init__(self) -> None:
        self.found: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self._seen: set[tuple[int, str]] = set()
        self._house = House(PLACES, TERMINAL)
        self.errors = self._house.derived("UserError")

    def collect(self) -> dict[str, list[str]]:
        self.found["parts"] |= {*SYSTEM}
        for module in self._house.modules.values():
            self._visit(module.tree, Scope(module))
        self.found["parts"] -= self.found["said"]
        self.found["parts"] = {text for text in self.found["parts"] if " " in text}  # one word may be anybody's name
        return {kind: sorted(texts) for kind, texts in self.found.items()}

    def _visit(self, node: ast.AST, where: Scope) -> None:
        if isinstance(node, ast.FunctionDef):
            where = Scope(where.module, node)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and called(node.exc) not in self.errors:
            return  # a bug
        if isinstance(node, ast.Call):
            if called(node) in _OTHERS:
                return
            for kind, text in self._told(node):
                self.add(kind, text, where)
        elif isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
            texts = forms(node, where, _DEEP) if where.module.name.startswith(("core", "models", "app.tasks")) else None
            if texts and any(map(_sentence, texts)):
                self.add("said", node, where)
                return
        for child in ast.iter_child_nodes(node):
            self._visit(child, where)

    def _told(self, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
        name, given = called(call), {key.arg: key.value for key in call.keywords}
        if name in self.errors:
            yield from (("said", one) for one in call.args[:1])
        elif name == "Progress":
            yield from (("progress", one) for one in (*call.args[2:3], *filter(None, [given.get("text")])))
        elif name == "Problem":
            yield from zip(("parts", "said"), call.args[1:3], strict=False)
        elif name in ("ModelCard", "Format"):
            yield from (("words", given[key]) for key in ("title",) if key in given)
        elif name == "spoken":
            yield "words", call.args[0]

    def add(self, kind: str, node: ast.expr, where: Scope, deep: int = 0) -> None:
        """The text with what can stand in its holes; of what is no literal, everything that it may be."""
        if (id(node), kind) in self._seen or deep > _FAR:
            return
        self._seen.add((id(node), kind))
        texts = forms(node, where)
        if texts is None:
            for source, value in _sources(node, where):
                self.add(kind, value, source, deep + 1)
            return
        for text in filter(_words, texts):
            self.found[kind].add(_pattern(text))
            for hole in text:
                if isinstance(hole, Hole) and hole.kind == "said":
                    self.add("progress" if kind == "progress" else "parts", hole.node, hole.where, deep + 1)


def _sources(node: ast.expr, where: Scope) -> Iterator[tuple[Scope, ast.expr]]:
    """What an expression may be, one step back."""
    match node:
        case ast.Name(id=name):
            yield from ((where, value) for value in where.assigned(name))
            yield from where.given(name)
            if constant := where.module.constant(name):
                yield constant
        case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, *other]):
            yield from ((where, one) for one in (table, *other))
        case ast.Call(func=ast.Attribute(attr="join"), args=[one]):
            yield where, one
        case ast.ListComp(elt=one) | ast.GeneratorExp(elt=one):
            yield where, one
        case ast.BinOp(left=one, op=ast.Add(), right=other):
            yield from ((where, one), (where, other))
        case ast.Call(func=function):
            if there := where.module.function(function):
                yield from there.said()
        case ast.Attribute(attr=name) if there := where.module.function(ast.Attribute(node, name)):
            yield from there.said()  # a property
        case ast.Dict(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.BoolOp(values=values):
            yield from ((where, value) for value in values)
        case ast.IfExp(body=one, orelse=other):
            yield from ((where, one), (where, other))
        case ast.Subscript(value=value) | ast.YieldFrom(value=value):
            yield where, value


def _words(text: Text) -> bool:
    return bool(re.search("[A-Za-z]{2}", "".join(part for part in text if isinstance(part, str))))


def _sentence(text: Text) -> bool:
    said = "".join(part if isinstance(part, str) else "1" for part in text)
    return bool(re.match("[A-Z“1]", said) and re.search(r"[a-z ]{3}.*[.!?]$", said) and " " in said)


def _pattern(text: Text) -> str:
    said, number = "", 0
    for i, part in enumerate(text):
        if isinstance(part, str):
            said += part
            continue
        number += 1
        quoted = said.endswith("“") and i + 1 < len(text) and str(text[i + 1]).startswith("”")
        kind = "" if quoted and part.kind != "edit" else part.kind
        said += f"{{{number}:{kind}}}" if kind else f"{{{number}}}"
    return said


@functools.cache
def collected() -> dict[str, list[str]]:
    """Sorted patterns, by kind."""
    return Collector().collect()


def texts() -> set[str]:
    """All patterns as they are translated."""
    return {re.sub(r"\{(\d+):\w+\}", r"{\1}", pattern) for patterns in collected().values() for pattern in patterns}


def as_file() -> str:
    return json.dumps(collected(), ensure_ascii=False, indent=1) + "\n"


def write() -> None:
    """Brings the file that the window reads up to the code."""
    FILE.write_text(as_file(), "utf-8")
