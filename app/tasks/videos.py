"""Videos coming into a project, being checked, and showing what they look like."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.tasks.dropping import sorted_out
from core.errors import UserError
from core.rows import Video, new_id
from core.storage.media import relative, relinked
from core.task import Progress, Task
from core.time import Clock
from core.timeline.edit import Edit
from core.video.info import VideoInfo


@dataclass(frozen=True, slots=True)
class Added:
    """The Edit that adds the new videos; one sentence for each thing that is wrong; the fingerprints of videos that
    were in the project already, and where they are now; what lay in folders and is no video; how many of several files
    were in the project already."""

    edit: Edit
    problems: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    places: tuple[Path, ...] = ()
    left_out: tuple[Path, ...] = ()
    again: int = 0

    @property
    def told(self) -> tuple[str, ...]:
        """The problems, as many as people read at once."""
        more = len(self.problems) - 2
        rest = (f"{more} more files or folders have problems; add fewer at once to read them.",) if more > 1 else ()
        return (*self.problems[:2], *rest) if rest else self.problems


def add_videos(paths: Sequence[Path], folder: Path, known: Container[str]) -> Task[Added]:
    """Looks at video files, and at all of them below a folder (a folder of images is one video). `folder` is the
    project's; `known` the fingerprints it has. A file that cannot be used is a problem and stops no other."""
    chosen = yield from sorted_out(paths)
    rows: list[Video] = []
    problems = [f"“{path}” holds no videos; choose another folder." for path in chosen.empty]
    present: dict[str, Path] = {}
    for i, file in enumerate(chosen.files):
        yield Progress(i, len(chosen.files), f"Looking at {file.name}")
        try:
            row, said = video_row(file, folder)
        except UserError as error:
            problems.append(str(error))
            continue
        problems += [f"{file.name}: {problem}" for problem in said]
        if row.fingerprint in known:
            present[row.fingerprint] = file
        elif row.fingerprint not in {other.fingerprint for other in rows}:
            rows.append(row)
    text = f"Add {Path(rows[0].path).name}" if len(rows) == 1 else f"Add {len(rows)} videos"
    return Added(
        Edit(text, added=tuple(rows)),
        tuple(problems),
        tuple(present),
        tuple(present.values()),
        chosen.left_out,
        len(present) if len(chosen.files) > 1 else 0,
    )


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


def relink(folder: Path, video: Video, path: Path) -> Task[Edit]:
    """The Edit that points a project's video at where its file is now. Raises UserError for other content."""
    yield Progress(text=f"Comparing {path.name}")
    from core.video.fingerprint import fingerprint

    return relinked(folder, video, path, fingerprint)
