"""The real I3D weights where this computer has them: the fetched asset, or the half-precision copy in shared/data."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import platformdirs
import pytest
import torch
from safetensors.torch import load_file

from core import assets
from models.backbones import i3d
from models.checkpoint import Weights

_HOME = os.environ.get("REELMARK_HOME")  # before the tests move it
_DATA = Path(_HOME) / "data" if _HOME else Path(platformdirs.user_data_dir("reelmark", appauthor=False))
_SHARED = Path(__file__).resolve().parents[2].parent / "shared/data/weights/i3d_rgb_kinetics400/i3d_rgb_k400_fp16.npz"


def i3d_weights() -> Weights:
    """Skips the test where there are none."""
    asset = assets.asset(i3d.CARD.weights)
    labels = i3d.CARD.label_names()
    if (_DATA / "assets" / asset.file).is_file():
        return Weights(load_file(_DATA / "assets" / asset.file), labels, None, asset.sha256, {})
    if not _SHARED.is_file():
        pytest.skip(f"the I3D weights are not here (reelmark assets fetch {asset.name})")
    with np.load(_SHARED) as arrays:
        tensors = {name: torch.from_numpy(arrays[name].astype(np.float32)) for name in arrays.files}
    return Weights(tensors, labels, None, "half", {})
