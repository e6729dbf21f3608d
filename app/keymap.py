"""Which keys call which action: those of the table, unless the user's settings name others.

A change is kept by action name, so that the table may grow; what equals the table is not kept at all.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QKeySequence

from app.actions.table import ACTIONS, ActionSpec
from app.words import action_text, translate
from core.errors import UserError

Keys = tuple[str, ...]
Changes = Mapping[str, Sequence[str]]
FORMAT = "reelmark keys 1"


@functools.lru_cache(1024)
def portable(key: str) -> str:
    """One spelling for one key: "ctrl+k" and "Ctrl+K" are the same; "" for what is no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def keys_of(spec: ActionSpec, changes: Changes) -> Keys:
    """What a settings file holds may be anything: what is no key is passed over."""
    changed = changes.get(spec.name)
    if not isinstance(changed, list | tuple):
        return spec.keys
    return tuple(key for key in changed if isinstance(key, str) and portable(key))


def all_keys(changes: Changes) -> dict[str, Keys]:
    """By action name, in the order of the table. No key is held twice, else it would call nothing: what the user chose
    goes before what a later version's table says, and the first of two equals before the second."""
    found: dict[str, Keys] = {}
    taken: set[str] = set()
    for spec in sorted(ACTIONS, key=lambda one: one.name not in changes):
        found[spec.name] = tuple(key for key in keys_of(spec, changes) if portable(key) not in taken)
        taken |= {portable(key) for key in found[spec.name]}
    return {spec.name: found[spec.name] for spec in ACTIONS}


def reserved(changes: Changes) -> dict[str, str]:
    """What each key that an action holds means, in words: labels keep off these."""
    every = all_keys(changes)
    return {key: action_text(spec.text).rstrip("… ") for spec in ACTIONS for key in every[spec.name]}


def holders(key: str, keys: Mapping[str, Collection[str]]) -> list[str]:
    """The names that `key` calls already, among actions or labels."""
    wanted = portable(key)
    return [name for name, held in keys.items() if wanted and wanted in {portable(one) for one in held}]


def clashes(keys: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Keys that call more than one action, with the names of these."""
    every = dict.fromkeys(portable(key) for held in keys.values() for key in held)
    found = {key: holders(key, keys) for key in every}
    return {key: names for key, names in found.items() if len(names) > 1}


def given(changes: Changes, name: str, keys: Iterable[str]) -> dict[str, list[str]]:
    """The changes, with these keys for one action; another action that had one of them loses it."""
    wanted = [portable(key) for key in keys]
    found: dict[str, list[str]] = {}
    every = all_keys(changes)
    for spec in ACTIONS:
        held = every[spec.name]
        new = wanted if spec.name == name else [key for key in held if portable(key) not in wanted]
        if [portable(key) for key in new] != [portable(key) for key in spec.keys]:
            found[spec.name] = list(new)
    return found


def write(path: Path, changes: Changes) -> None:
    """All keys, so that the file can be read by people and edited."""
    values = {"format": FORMAT, "keys": {name: list(keys) for name, keys in all_keys(changes).items()}}
    path.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", "utf-8")


def read(path: Path) -> dict[str, list[str]]:
    """The changes that a file of `write` makes; actions it does not name keep their keys. Raises UserError."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        if not isinstance(raw, dict) or raw.get("format") != FORMAT or not isinstance(raw.get("keys"), dict):
            raise ValueError("it holds no keys")
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        text = translate("keymap", "{file} is no file of keys; choose one that was exported here.")
        raise UserError(text.format(file=path.name)) from error
    keys = {spec.name: keys_of(spec, raw["keys"]) for spec in ACTIONS}
    if twice := clashes(keys):
        key, names = next(iter(twice.items()))
        text = translate("keymap", "{file} gives {key} to {count} actions ({names}); keep one of them in the file.")
        raise UserError(text.format(file=path.name, key=key, count=len(names), names=", ".join(names)))
    return {
        spec.name: list(keys[spec.name])
        for spec in ACTIONS
        if [portable(key) for key in keys[spec.name]] != [portable(key) for key in spec.keys]
    }
