"""What something that looks at a video around the playhead found there: a value for each frame of a stretch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from core.task import Task
from core.time import Span

WHOLE = Span(0, 1 << 62)  # whatever the video's length


@dataclass(frozen=True)
class Seen:
    """values: by frame, for those of `span` of which there is anything to see. why: a sentence where there is nothing.
    asset, model: what must be fetched, or which network must be trained, before there is ("": neither). bytes: what the
    values take."""

    span: Span
    values: Mapping[int, Any] = field(default_factory=dict)
    why: str = ""
    asset: str = ""
    model: str = ""
    bytes: int = 0


class Eye(Protocol):
    """Looks at one opened video; used by one thread. May raise UserError: then there is nothing to see anywhere."""

    def look(self, frame: int) -> Task[Seen]:
        """A stretch that holds `frame`, as long as is worth computing at once."""
        ...
