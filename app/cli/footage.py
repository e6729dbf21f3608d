"""`probe` and `frame`: what a video file is, and what it shows."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.output import Output, count, path_argument, speaks
from core.errors import UserError
from core.time import format_seconds
from core.video.info import VideoInfo


@click.command()
@click.argument("video", type=path_argument)
@click.option("--verify", is_flag=True, help="Decode every frame once, so that their number is certain.")
@speaks
def probe(output: Output, video: Path, verify: bool) -> None:
    """Says what a video file is: codec, size, rate, frames, and what is wrong with it."""
    from app.tasks.videos import verify_video
    from core.video.source import open_video

    if verify:
        info, _ = output.run(verify_video(video))
    else:
        with open_video(video) as source:
            info = source.info
    output.emit(_document(info), _badge(info))


def _document(info: VideoInfo) -> dict[str, object]:
    return {
        "path": str(info.path),
        "codec": info.codec,
        "width": info.width,
        "height": info.height,
        "fps": f"{info.fps.numerator}/{info.fps.denominator}",
        "frames": info.frames,
        "duration": round(info.duration, 6),
        "variable_frame_rate": info.variable_frame_rate,
        "keyframes": info.keyframes,
        "fingerprint": info.fingerprint,
        "frames_verified": info.frames_verified,
        "problems": list(info.problems),
        "pixel_format": info.pixel_format,
        "rotation": info.rotation,
        "has_audio": info.has_audio,
    }


def _badge(info: VideoInfo) -> str:
    rate = f"{float(info.fps):.3f}".rstrip("0").rstrip(".")
    kind = "variable" if info.variable_frame_rate else "constant"
    turned = f", turned by {info.rotation}°" if info.rotation else ""
    sure = "each one decoded" if info.frames_verified else "counted, not yet decoded (--verify)"
    lines = [
        str(info.path),
        f"  picture   {info.codec}, {info.width} × {info.height}, {info.pixel_format}{turned}",
        f"  rate      {kind}, {rate} frames a second",
        f"  length    {format_seconds(info.duration)}, {count(info.frames, 'frame')} ({sure}), "
        f"{count(info.keyframes, 'keyframe')}",
        f"  sound     {'yes' if info.has_audio else 'none'}",
        f"  content   {info.fingerprint}",
        *(f"  problem   {problem}" for problem in info.problems),
    ]
    return "\n".join(lines)


@click.command(context_settings={"ignore_unknown_options": True})  # so that -1 is a number, though not a frame's
@click.argument("video", type=path_argument)
@click.argument("number", metavar="N", type=int)
@click.option("--out", required=True, type=path_argument, metavar="PNG", help="The picture to write.")
@speaks
def frame(output: Output, video: Path, number: int, out: Path) -> None:
    """Writes exactly frame N of a video (the first is 0) as a PNG."""
    import cv2

    from core.exchange.files import replacing
    from core.video.source import open_video

    if out.suffix.lower() != ".png":
        raise UserError(f"{out.name} must end in .png; other kinds of picture would change the pixels.")
    with open_video(video) as source:
        if not 0 <= number < source.info.frames:
            raise UserError(f"{video.name} has no frame {number}; its frames are 0 to {source.info.frames - 1}.")
        image, seconds = source.read(number), source.index.seconds(number)
    _, png = cv2.imencode(".png", image[:, :, ::-1])
    with replacing(out) as part:
        part.write_bytes(png.tobytes())
    height, width = image.shape[:2]
    document = {"frame": number, "seconds": round(seconds, 6), "width": width, "height": height, "out": str(out)}
    output.emit(document, f"Frame {number} of {video.name} ({format_seconds(seconds)}) is in {out}.")
