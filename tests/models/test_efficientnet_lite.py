"""EfficientNet-Lite0: the released weights see in real pictures what is there."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from core import assets
from core.errors import UserError
from core.video.clips import clips
from core.video.source import open_video
from core.weights import from_lite
from models import checkpoint
from models.backbones.efficientnet_lite import CARD, EfficientNetLite0
from models.preprocess import batch

UCF = Path(__file__).resolve().parents[3] / "shared" / "data" / "ucf101" / "clips"
SEEN = {
    "v_Archery_g02_c02.avi": "bow",
    "v_BalanceBeam_g13_c05.avi": "balance beam",
    "v_BenchPress_g01_c03.avi": "barbell",
    "v_Billiards_g15_c01.avi": "pool table",
    "v_BoxingPunchingBag_g18_c03.avi": "punching bag",
    "v_PlayingFlute_g05_c02.avi": "flute",
    "v_Rowing_g24_c01.avi": "canoe",
    "v_TennisSwing_g14_c03.avi": "racket",
}


@pytest.fixture(scope="module")
def network() -> EfficientNetLite0:
    if assets.installed(CARD.weights) is None:
        pytest.skip("the weights are not there: reelmark assets fetch efficientnet-lite0")
    built = checkpoint.network(CARD, checkpoint.of_card(CARD))
    assert isinstance(built, EfficientNetLite0)
    return built.fuse()


@pytest.mark.skipif(not UCF.is_dir(), reason="no ../shared/data/ucf101")
@pytest.mark.parametrize("clip", SEEN)
def test_real_pictures_are_named(network: EfficientNetLite0, clip: str) -> None:
    with open_video(UCF / clip) as source:
        first = next(clips(source, CARD.clip))[1]
    with torch.inference_mode():
        scores = network(batch([first], CARD.clip, torch.device("cpu"))).logits[0].softmax(-1)
    best = [CARD.label_names()[i] for i in scores.topk(2).indices]
    assert best[0] == SEEN[clip], best


def test_fused_gives_the_same_numbers() -> None:
    torch.manual_seed(0)
    network = EfficientNetLite0(10).double()  # of processors, each adds single-precision numbers in its own order
    x = torch.randn(4, 3, 64, 64, dtype=torch.double)
    network.train()
    for _ in range(3):
        network(x)  # the normalisations learn other means than 0
    network.eval()
    with torch.inference_mode():
        plain, fused = network(x), network.fuse()(x[:, :, None])
    torch.testing.assert_close(fused.logits, plain.logits, rtol=1e-9, atol=1e-11)
    torch.testing.assert_close(fused.features, plain.features, rtol=1e-9, atol=1e-11)
    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in network.modules())


def test_other_channels_and_sizes() -> None:
    out = EfficientNetLite0(7, channels=20).eval()(torch.zeros(2, 20, 97, 65))
    assert (out.logits.shape, out.features.shape) == ((2, 7), (2, 1280))


def _saved(tensors: dict[str, Tensor]) -> bytes:
    file = io.BytesIO()
    torch.save(tensors, file)
    return file.getvalue()


def test_released_names_become_ours() -> None:
    from safetensors.torch import load

    network = EfficientNetLite0(3)
    theirs = {}
    for name, tensor in network.state_dict().items():
        theirs[_theirs(name)] = tensor
    mine = load(from_lite(_saved(theirs)))
    assert mine.keys() == {name for name in network.state_dict() if "num_batches" not in name}
    network.load_state_dict(mine)
    with pytest.raises(UserError, match="a layer nobody expected"):
        from_lite(_saved({"_blocks.0._se_reduce.weight": torch.zeros(1)}))


def _theirs(name: str) -> str:
    for ours, released in (("stem.conv", "_conv_stem"), ("stem.bn", "_bn0"), ("head.conv", "_conv_head")):
        name = name.replace(ours, released)
    name = name.replace("head.bn", "_bn1").replace("fc.", "_fc.").replace("blocks.", "_blocks.")
    for part, bn in (("expand", "_bn0"), ("depthwise", "_bn1"), ("project", "_bn2")):
        name = name.replace(f"{part}.conv", f"_{part}_conv").replace(f"{part}.bn", bn)
    return name


def test_training_drops_blocks_at_random() -> None:
    torch.manual_seed(1)
    network = EfficientNetLite0(3).train()
    x = torch.randn(2, 3, 64, 64)
    assert not np.allclose(network(x).logits.detach(), network(x).logits.detach())
