"""The single numbers of a measurement: what they are called in files and by people, and where to find them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from core.evaluation.calibration import Calibration
from core.evaluation.edges import Spread
from core.evaluation.whole import Figures

Unit = Literal["share", "frames"]


@dataclass(frozen=True, slots=True)
class Measure:
    """`of`: None where there is nothing to tell. `lower`: less is better."""

    key: str
    title: str
    of: Callable[[Figures], float | None]
    unit: Unit = "share"
    lower: bool = False

    @property
    def frames(self) -> bool:
        """Whether it is of frames."""
        return self.unit == "frames" or self.key.startswith("frame_")


def _or_none(value: Calibration | Spread | None, name: str) -> float | None:
    return None if value is None else float(getattr(value, name))


MEASURES: tuple[Measure, ...] = (
    Measure("mAP@0.50", "mAP, tIoU .5", lambda f: f.all_segments.ap),
    Measure("average_mAP", "Average mAP", lambda f: f.detection.average),
    Measure("THUMOS_mAP", "Average mAP, tIoU .3 to .7", lambda f: f.thumos.average),
    Measure("segment_precision", "Segment precision, tIoU .5", lambda f: f.all_segments.precision),
    Measure("segment_recall", "Segment recall, tIoU .5", lambda f: f.all_segments.recall),
    Measure("F1@10", "Segment F1@10", lambda f: f.f1[10].f1),
    Measure("F1@25", "Segment F1@25", lambda f: f.f1[25].f1),
    Measure("F1@50", "Segment F1@50", lambda f: f.f1[50].f1),
    Measure("edit", "Edit score", lambda f: f.edit / 100),
    Measure("frame_precision", "Frame precision", lambda f: f.all_frames.precision),
    Measure("frame_recall", "Frame recall", lambda f: f.all_frames.recall),
    Measure("frame_F1", "Frame F1", lambda f: f.all_frames.f1),
    Measure("hit@1", "Hit@1 of whole videos", lambda f: f.hit[1]),
    Measure("hit@3", "Hit@3 of whole videos", lambda f: f.hit[3]),
    Measure("calibration_error", "Calibration error", lambda f: _or_none(f.calibration, "error"), lower=True),
    Measure("start_error", "Start error, median", lambda f: _or_none(f.edges.start, "median"), "frames", True),
    Measure("end_error", "End error, median", lambda f: _or_none(f.edges.stop, "median"), "frames", True),
)  # fmt: skip


Say = Callable[[str], str]  # a text that is English here, in the language of whoever reads it


@dataclass(frozen=True)
class Words:
    """The language of a report. `say` is called in the thread that writes it."""

    language: str = "en"
    say: Say = str


ENGLISH = Words()


def measures(frames: bool) -> tuple[Measure, ...]:
    """All, or those that need no frames."""
    return MEASURES if frames else tuple(one for one in MEASURES if not one.frames)


def text(measure: Measure, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if measure.unit == "frames" else f"{value:.3f}"
