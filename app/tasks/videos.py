"""Videos coming into a project, being checked, and showing what they look like."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.rows import Video, new_id
from core.storage.media import relative, relinked
from core.task import Progress, Task
from core.time import Clock, Span
from core.timeline.edit import Edit
from core.video.info import VideoInfo

VIDEO_SUFFIXES = frozenset(
    {".3gp", ".asf", ".avi", ".divx", ".dv", ".f4v", ".flv", ".gif", ".h264", ".hevc", ".m2ts", ".m2v", ".m4v", ".mkv"}
    | {".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".mxf", ".ogm", ".ogv", ".ts", ".vob", ".webm", ".wmv", ".y4m"}
)


@dataclass(frozen=True, slots=True)
class Added:
    """The Edit that adds the new videos; one sentence for each thing that is wrong; the fingerprints of videos that
    were in the project already."""

    edit: Edit
    problems: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


def add_videos(paths: Sequence[Path], folder: Path, known: Container[str]) -> Task[Added]:
    """Looks at video files, and at all of them below a folder (a folder of images is one video). `folder` is the
    project's; `known` the fingerprints it has. A file that cannot be used is a problem and stops no other."""
    files = [file for path in paths for file in _below(Path(path))]
    rows: list[Video] = []
    problems = [f"“{path}” holds no videos; choose another folder." for path in paths if not any(_below(Path(path)))]
    present: list[str] = []
    for i, file in enumerate(files):
        yield Progress(i, len(files), f"Looking at {file.name}")
        try:
            row, said = video_row(file, folder)
        except UserError as error:
            problems.append(str(error))
            continue
        problems += [f"{file.name}: {problem}" for problem in said]
        if row.fingerprint in known:
            present.append(row.fingerprint)
        elif row.fingerprint not in {other.fingerprint for other in rows}:
            rows.append(row)
    text = f"Add {Path(rows[0].path).name}" if len(rows) == 1 else f"Add {len(rows)} videos"
    return Added(Edit(text, added=tuple(rows)), tuple(problems), tuple(present))


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    from core.video.images import image_files

    if image_files(path):
        yield path
        return
    for place, folders, names in os.walk(path):
        folders.sort()
        yield from (Path(place) / name for name in sorted(names) if Path(name).suffix.lower() in VIDEO_SUFFIXES)


def video_row(path: Path, folder: Path) -> tuple[Video, tuple[str, ...]]:
    """A new row for a file, and what is wrong with the file. Raises UserError when it cannot be used."""
    from core.video.source import open_video

    with open_video(path) as source:
        info = source.info
    size = (info.width, info.height)
    facts = (info.fingerprint, info.frames, info.fps, *size, info.duration, info.variable_frame_rate)
    return Video(new_id(), relative(folder, path), *facts, info.frames_verified), info.problems


def verify_video(path: Path) -> Task[tuple[VideoInfo, Clock]]:
    """Decodes every frame once; what `info` then says is certain."""
    from core.video.source import open_video
    from core.video.verify import verify

    index = yield from verify(path)
    with open_video(path) as source:
        info = source.info
    return (
        replace(
            info, frames=index.frames, duration=index.duration, problems=index.problems, frames_verified=index.verified
        ),
        index,
    )


def thumbnail(path: Path, video_id: int, size: tuple[int, int]) -> Task[tuple[int, np.ndarray]]:
    """(video_id, RGB uint8 [h, w, 3]): a picture a tenth into the video, as large as fits into `size` (w, h)."""
    from core.video.source import open_video

    yield Progress(text=f"Picture of {path.name}")
    with open_video(path) as source:
        scale = min(size[0] / source.info.width, size[1] / source.info.height)
        fitted = max(1, round(source.info.width * scale)), max(1, round(source.info.height * scale))
        at = source.info.frames // 10
        _, image = next(source.frames(Span(at, at + 1), size=fitted))
    return video_id, image


def relink(folder: Path, video: Video, path: Path) -> Task[Edit]:
    """The Edit that points a project's video at where its file is now. Raises UserError for other content."""
    yield Progress(text=f"Comparing {path.name}")
    from core.video.fingerprint import fingerprint

    return relinked(folder, video, path, fingerprint)
