"""How strict the way from scores to segments is: for all labels, and for those that have settings of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

TUNED = ("threshold", "low", "smoothing", "merge_gap", "min_length")  # what a label may have of its own


@dataclass(frozen=True, slots=True)
class LabelSettings:
    """Of one label; the fields are those of DecodeSettings."""

    label: str
    threshold: float
    low: float
    smoothing: float
    merge_gap: float
    min_length: float


@dataclass(frozen=True, slots=True)
class DecodeSettings:
    """smoothing: seconds that scores are averaged over (0: not). threshold: a segment must reach this score, 0…1;
    low: and goes on while it stays at this one (at most the threshold). merge_gap, min_length: seconds.

    per: "clip" gives every label segments of its own; "video" only the `top` best labels of the whole video, and, where
    the scores have a `background` channel, wherever background falls to 1 − threshold (the paper's way). top: how many
    different labels one video gets at most. exclusive: labels never overlap, the stronger one takes the moment. own:
    labels for which other numbers hold, each once.
    """

    smoothing: float = 0.0
    threshold: float = 0.5
    low: float = 0.3
    merge_gap: float = 0.0
    min_length: float = 0.0
    per: Literal["clip", "video"] = "clip"
    top: int = 10
    exclusive: bool = False
    background: str = ""
    own: tuple[LabelSettings, ...] = ()

    def of(self, label: str) -> LabelSettings:
        """What holds for a label."""
        for one in self.own:
            if one.label == label:
                return one
        return LabelSettings(label, self.threshold, self.low, self.smoothing, self.merge_gap, self.min_length)

    def with_label(self, settings: LabelSettings) -> DecodeSettings:
        """Other numbers for one label; what equals those for all is not kept."""
        rest = tuple(one for one in self.own if one.label != settings.label)
        shared = replace(self, own=()).of(settings.label)
        return replace(self, own=rest if settings == shared else (*rest, settings))

    def with_all(self, **values: float) -> DecodeSettings:
        """Other numbers for all labels, those with settings of their own among them."""
        whole = replace(self, **values, own=())  # type: ignore[arg-type]
        whole = replace(whole, low=min(whole.low, whole.threshold))
        for one in self.own:
            mine = replace(one, **values)  # type: ignore[arg-type]
            whole = whole.with_label(replace(mine, low=min(mine.low, mine.threshold)))
        return whole

    def moved(self, label: str, name: str, value: float) -> DecodeSettings:
        """One number set by hand, for a label or ("") for all. The low end of a threshold goes with it, in proportion:
        else a raised threshold would change little."""

        def following(one: DecodeSettings | LabelSettings) -> dict[str, float]:
            if name != "threshold":
                return {name: value}
            part = min(1.0, one.low / one.threshold) if one.threshold else 1.0
            return {name: value, "low": round(value * part, 4)}

        if label:
            return self.with_label(replace(self.of(label), **following(self.of(label))))  # type: ignore[arg-type]
        whole = replace(self, **following(self), own=())  # type: ignore[arg-type]
        for one in self.own:
            whole = whole.with_label(replace(one, **following(one)))  # type: ignore[arg-type]
        return whole

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> DecodeSettings:
        """From JSON values, as `dataclasses.asdict` gives them; other names are passed over, absent ones are the
        defaults."""
        known = {field.name for field in fields(cls)} - {"own"}
        own = tuple(LabelSettings(**{name: one[name] for name in ("label", *TUNED)}) for one in values.get("own", ()))
        return cls(**{name: value for name, value in values.items() if name in known}, own=own)
