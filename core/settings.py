"""The user's settings: one JSON file, written atomically, unknown keys kept out, broken files set aside."""

from __future__ import annotations

import dataclasses
import getpass
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from core.log import logger
from core.paths import config_dir


@dataclass(frozen=True, slots=True)
class Settings:
    theme: str = "dark"  # dark | light | system
    author: str = ""  # written into the segments this person makes; "" = the login name
    device: str = "auto"  # auto | cpu | cuda | mps
    snap: bool = True  # dragged edges snap to the playhead and to other edges
    overlap: str = "trim"  # trim | push | refuse: what becomes of neighbours in an exclusive group
    reaction_ms: int = 0  # how long this person's in and out keys come late while playing
    muted: bool = False  # the sound of videos
    volume: int = 80  # of it, 0…100
    data: str = ""  # the folder with data sets that was last trained on
    overlays: str = ""  # which are on and how they look, JSON
    recent_projects: tuple[str, ...] = ()
    geometry: str = ""  # Qt's saved window geometry and layout, base64
    layout: str = ""
    overview: bool = True  # the strip of the whole video below the timeline
    loop_margin: float = 0.0  # seconds before and after a segment that are looped with it
    show_lanes: bool = False  # signals under the timeline's tracks
    lanes: tuple[str, ...] = ()  # name:height:shown of each, in their order
    peak_prominence: float = 0.3  # how far a surprise stands out at least to be a candidate for a boundary
    review_target: float = 0.9  # the F1 that reviewing goes on to
    language: str = ""  # "en", "de"; "" = the system's; used from the next start on
    scale: int = 100  # size of everything in the window, percent; used from the next start on
    sliders_folded: bool = False  # those of the Runs panel are hidden
    welcome: bool = True  # the three first steps are shown
    keys: dict[str, list[str]] = field(default_factory=dict)  # by action: the keys that replace those of the table

    @property
    def who(self) -> str:
        if self.author:
            return self.author
        try:
            return getpass.getuser()
        except (KeyError, OSError):  # no entry for this uid, as in containers
            return "me"


def _file() -> Path:
    return config_dir() / "settings.json"


def load() -> Settings:
    try:
        raw = json.loads(_file().read_text("utf-8", "surrogateescape"))
        if not isinstance(raw, dict):
            raise ValueError("it holds no settings")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        logger("settings").warning("settings.json is unreadable (%s); starting with the defaults", error)
        return Settings()
    fields = {f.name: f for f in dataclasses.fields(Settings)}
    values = {k: tuple(map(str, v)) if isinstance(v, list) else v for k, v in raw.items() if k in fields}
    typed = {k: v for k, v in values.items() if isinstance(v, type(getattr(Settings(), k)))}
    return Settings(**typed)


def with_values(settings: Settings, **values: object) -> Settings:
    return dataclasses.replace(settings, **values)  # type: ignore[arg-type]


def save(settings: Settings) -> None:
    """Replaces the file in one step; a full disk leaves the old one."""
    file = _file()
    part = file.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(dataclasses.asdict(settings), indent=2, ensure_ascii=False), "utf-8", "surrogateescape")
    part.replace(file)
