"""Packages whose names are imported when they are first used, so that the window does not wait for what it may never
need (PEP 562)."""

from __future__ import annotations

import importlib
from collections.abc import Callable


def names_from(package: str, *modules: str) -> Callable[[str], object]:
    """A package's `__getattr__`: looks a name up in its submodules, in the order given (cheapest to import first).
    Raises AttributeError for a name that none has."""

    def get(name: str) -> object:
        if not name.startswith("__"):
            for module in modules:
                found = getattr(importlib.import_module(f"{package}.{module}"), name, None)
                if found is not None:
                    return found
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get
