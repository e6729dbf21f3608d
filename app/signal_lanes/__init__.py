"""The signal lanes under the tracks. To add one: a file with its `LANE`, and a line here."""

from __future__ import annotations

from app.signal_lanes import agreement, embedding, label_score, motion, scores, surprise, waveform
from app.signal_lanes.lane import SignalLane

LANES: tuple[SignalLane, ...] = (
    scores.LANE,
    label_score.LANE,
    surprise.LANE,
    motion.LANE,
    embedding.LANE,
    waveform.LANE,
    agreement.LANE,
)


def lane(name: str) -> SignalLane:
    return next(one for one in LANES if one.name == name)
