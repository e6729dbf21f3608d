"""The code as told_texts.py reads it: what a name, a parameter or a function may be, without running anything."""

from __future__ import annotations

import ast
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Scope:
    """A function of a module, or (None) the module itself."""

    module: Module
    function: ast.FunctionDef | None = None

    def assigned(self, name: str) -> list[ast.expr]:
        """What is assigned to a local name; what a loop over it goes through."""
        return _assigned(self).get(name, [])

    def given(self, name: str) -> list[tuple[Scope, ast.expr]]:
        """What is given for a parameter of this function, wherever it is called by its name, and its default."""
        if self.function is None:
            return []
        arguments = self.function.args
        names = [one.arg for one in arguments.args]
        defaults = dict(zip(names[::-1], arguments.defaults[::-1], strict=False))
        keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        defaults |= {one.arg: value for one, value in keywords if value is not None}
        if name not in names and name not in defaults:
            return []
        at = names.index(name) - (names[0] in ("self", "cls")) if name in names else None
        found = [(self, defaults[name])] if name in defaults else []
        for where, call in self.module.house.calls[self.function.name]:
            if where.module is self.module or self.function.name in where.module.imports:
                values = [key.value for key in call.keywords if key.arg == name]
                values += call.args[at : at + 1] if at is not None else []
                found += [(where, value) for value in values]
        return found

    def said(self) -> list[tuple[Scope, ast.expr]]:
        """What this function returns or yields."""
        nodes = ast.walk(self.function) if self.function is not None else ()
        found = (node.value for node in nodes if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom))
        return [(self, value) for value in found if value is not None]


@functools.cache
def _assigned(where: Scope) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for node in ast.walk(where.function) if where.function is not None else ():
        match node:
            case ast.Assign(targets=[target], value=value):
                for name, one in _pairs(target, value):
                    found[name].append(one)
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                found[name].append(value)
            case ast.For(target=ast.Name(id=name)) | ast.comprehension(target=ast.Name(id=name)):
                found[name].append(node.iter)
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target, value:
        case ast.Name(id=name), _:
            yield name, value
        case ast.Tuple(elts=names), ast.Tuple(elts=values):
            for pair in zip(names, values, strict=False):
                yield from _pairs(*pair)


@dataclass(eq=False)
class Module:
    name: str
    tree: ast.Module
    house: House = field(repr=False)

    @cached_property
    def constants(self) -> dict[str, ast.expr]:
        return {
            name: value
            for node in self.tree.body
            if isinstance(node, ast.Assign)
            for name, value in _pairs(node.targets[0], node.value)
        }

    @cached_property
    def functions(self) -> dict[str, ast.FunctionDef]:
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)}

    @cached_property
    def imports(self) -> dict[str, tuple[str, str]]:
        return {
            one.asname or one.name: (node.module, one.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for one in node.names
        }

    def constant(self, name: str) -> tuple[Scope, ast.expr] | None:
        """Of this module or of the one that it is imported from."""
        if name in self.constants:
            return Scope(self), self.constants[name]
        source, there = self.imports.get(name, ("", ""))
        other = self.house.modules.get(source)
        return other.constant(there) if other is not None and other is not self else None

    def function(self, called: ast.expr) -> Scope | None:
        """Of this module, imported, or `module.function` or `self.function`."""
        match called:
            case ast.Name(id=name):
                if name in self.functions:
                    return Scope(self, self.functions[name])
                source, there = self.imports.get(name, ("", ""))
                other = self.house.modules.get(source)
                return other.function(ast.Name(there)) if other is not None and other is not self else None
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                source, there = self.imports.get(owner, ("", ""))
                other = self.house.modules.get(f"{source}.{there}", self)
                return Scope(other, other.functions[name]) if name in other.functions else None
            case ast.Attribute(attr=name) if name in self.functions:
                return Scope(self, self.functions[name])
        return None


class House:
    """All modules below some folders, but those below others."""

    def __init__(self, tops: Iterable[str], without: Iterable[str]) -> None:
        self.modules: dict[str, Module] = {}
        left_out = tuple(ROOT / top for top in without)
        for path in sorted(path for top in tops for path in (ROOT / top).rglob("*.py")):
            if any(path.is_relative_to(top) for top in left_out):
                continue
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            self.modules[name] = Module(name, ast.parse(path.read_text("utf-8")), self)

    @cached_property
    def calls(self) -> dict[str, list[tuple[Scope, ast.Call]]]:
        """By the name that is called."""
        found: dict[str, list[tuple[Scope, ast.Call]]] = defaultdict(list)

        def visit(node: ast.AST, where: Scope) -> None:
            if isinstance(node, ast.FunctionDef):
                where = Scope(where.module, node)
            if isinstance(node, ast.Call):
                found[called(node)].append((where, node))
            for child in ast.iter_child_nodes(node):
                visit(child, where)

        for module in self.modules.values():
            visit(module.tree, Scope(module))
        return found

    def derived(self, base: str) -> set[str]:
        """The names of a class and of all that are derived from it."""
        found, before = {base}, 0
        while len(found) != before:
            before = len(found)
            for module in self.modules.values():
                for node in ast.walk(module.tree):
                    if isinstance(node, ast.ClassDef) and found & {getattr(one, "id", "") for one in node.bases}:
                        found.add(node.name)
        return found


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
