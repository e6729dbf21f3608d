"""Colour comes out as the stream's tags say: matrix and range."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorRange, Colorspace

from core.video.source import open_video

YUV = [(63, 102, 240), (173, 42, 26), (32, 240, 118), (120, 128, 128), (180, 100, 150), (16, 128, 128), (235, 128, 128)]
WEIGHTS = {"bt601": (0.299, 0.114), "bt709": (0.2126, 0.0722)}
TAGS = {"bt601": Colorspace.smpte170m, "bt709": Colorspace.ITU709}


def _expected(yuv: tuple[int, int, int], matrix: str, full: bool) -> np.ndarray:
    """ITU-R BT.601 and BT.709, from their luma weights."""
    red, blue = WEIGHTS[matrix]
    y, u, v = yuv[0] / 255, (yuv[1] - 128) / 255, (yuv[2] - 128) / 255
    if not full:
        y, u, v = (yuv[0] - 16) / 219, (yuv[1] - 128) / 224, (yuv[2] - 128) / 224
    r, b = y + 2 * (1 - red) * v, y + 2 * (1 - blue) * u
    g = (y - red * r - blue * b) / (1 - red - blue)
    return np.clip(np.array([r, g, b]) * 255, 0, 255)


def _write(path: Path, matrix: str | None, full: bool, pix_fmt: str) -> None:
    with av.open(str(path), "w") as out:
        stream = out.add_stream("ffv1", rate=25)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 64, 32, pix_fmt
        context = stream.codec_context
        if matrix:
            context.colorspace = TAGS[matrix]
        context.color_range = ColorRange.JPEG if full else ColorRange.MPEG
        for yuv in YUV:
            frame = av.VideoFrame(64, 32, pix_fmt)
            for plane, value in zip(frame.planes, yuv, strict=True):
                plane.update(bytes([value]) * plane.buffer_size)
            if matrix:
                frame.colorspace = TAGS[matrix]
            frame.color_range = ColorRange.JPEG if full else ColorRange.MPEG
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


@pytest.mark.parametrize("pix_fmt", ["yuv420p", "yuv444p"])
@pytest.mark.parametrize("full", [False, True], ids=["limited", "full"])
@pytest.mark.parametrize("matrix", ["bt601", "bt709", None])
def test_colour(tmp_path: Path, matrix: str | None, full: bool, pix_fmt: str) -> None:
    path = tmp_path / "colour.mkv"
    _write(path, matrix, full, pix_fmt)
    with open_video(path) as source:
        for size in (None, (32, 16)):
            for number, image in source.frames(size=size):
                expected = _expected(YUV[number], matrix or "bt601", full)
                assert np.abs(image - expected).max() <= 3
