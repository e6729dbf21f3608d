"""KTH: six actions of 25 people in four settings (Schuldt, Laptev and Caputo, "Recognizing Human Actions: A Local SVM
Approach", ICPR 2004): 599 videos, 160 × 120 at 25 frames/s, and in them 2,391 clips.

Official layout:

    walking/person01_walking_d1_uncomp.avi …      six folders, 599 videos (person13_handclapping_d3 never was)
    00sequences.txt                               the frames of each video's clips, from 1, both ends included
    lui_annotations/walking.txt                   optional: "person setting first-frame frames x y width height"

Some of the listed ranges overlap or come out of order; they are taken as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.time import Span
from models.datasets.labelled import lines, need

ACTIONS = ("boxing", "handclapping", "handwaving", "jogging", "running", "walking")
PERSONS = tuple(range(1, 26))
SETTINGS = (1, 2, 3, 4)  # outdoors · closer and farther · other clothes · indoors
VIDEOS, CLIPS = 599, 2391
SIZE = (160, 120)
SEQUENCES = "00sequences.txt"
# As 00sequences.txt has them.
OFFICIAL = {
    "train": (11, 12, 13, 14, 15, 16, 17, 18),
    "validation": (19, 20, 21, 23, 24, 25, 1, 4),
    "test": (22, 2, 3, 5, 6, 7, 8, 9, 10),
}
NAME = re.compile(r"person(?P<person>\d\d)_(?P<action>[a-z]+)_d(?P<setting>\d)")
_HINT = "unpack the six archives of KTH into folders named after the actions, and put 00sequences.txt beside them"
_TRAINED = 16  # of the 25 people
Box = tuple[float, float, float, float]  # x, y, width, height as parts of the picture


@dataclass(frozen=True, slots=True)
class Video:
    """clips: the frames of each clip. box: around the person (a walker: around their way) in the frames `boxed`; both
    are empty where nobody annotated it."""

    path: Path
    person: int
    action: str
    setting: int
    clips: tuple[Span, ...]
    boxed: Span | None = None
    box: Box | None = None

    @property
    def target(self) -> int:
        return ACTIONS.index(self.action)

    def boxes(self, clip: Span) -> list[Box | None]:
        """The person's box in each frame of that clip, None where there is no annotation."""
        inside = range(self.boxed.start, self.boxed.stop) if self.boxed else range(0)
        return [self.box if frame in inside else None for frame in range(clip.start, clip.stop)]


def is_there(folder: Path) -> bool:
    """Whether it looks like the official layout: all of it is checked by `videos`."""
    return any((folder / action).is_dir() for action in ACTIONS)


def videos(folder: Path) -> list[Video]:
    """All 599, in order of person, action and setting. Raises UserError with what is missing."""
    need("KTH", folder, [] if (folder / SEQUENCES).is_file() else [SEQUENCES], _HINT)
    listed = sequences(folder / SEQUENCES)
    expected = {key: folder / key[1] / f"person{key[0]:02}_{key[1]}_d{key[2]}_uncomp.avi" for key in _keys()}
    need("KTH", folder, [file.relative_to(folder) for file in expected.values() if not file.is_file()], _HINT)
    need("KTH", folder, [f"the frames of {file.name}" for key, file in expected.items() if key not in listed], _HINT)
    boxes = boxes_in(folder / "lui_annotations")
    return [Video(file, *key, listed[key], *boxes.get(key, (None, None))) for key, file in expected.items()]


def video(file: Path, lists: Path | None = None) -> Video:
    """One video on its own. lists: the folder of 00sequences.txt and lui_annotations (default: the file's own, else the
    one above). Raises UserError where its name or its frames are not known."""
    match = NAME.match(file.name)
    if match is None or match["action"] not in ACTIONS:
        raise UserError(f"{file.name} is no video of KTH; they are named like person01_boxing_d1_uncomp.avi.")
    folder = lists or next((f for f in file.parents[:2] if (f / SEQUENCES).is_file()), file.parent)
    need("KTH", folder, [] if (folder / SEQUENCES).is_file() else [SEQUENCES], _HINT)
    key = int(match["person"]), match["action"], int(match["setting"])
    listed = sequences(folder / SEQUENCES)
    if key not in listed:
        raise UserError(f"{SEQUENCES} of {folder} says nothing of {file.name}; take the official list.")
    return Video(file, *key, listed[key], *boxes_in(folder / "lui_annotations").get(key, (None, None)))


Key = tuple[int, str, int]


def _keys() -> Iterator[Key]:
    for person in PERSONS:
        for action in ACTIONS:
            for setting in SETTINGS:
                if (person, action, setting) != (13, "handclapping", 3):
                    yield person, action, setting


def sequences(file: Path) -> dict[Key, tuple[Span, ...]]:
    """00sequences.txt: the frames of each video's clips. Raises UserError where it names none."""
    found: dict[Key, tuple[Span, ...]] = {}
    for line in lines(file):
        match = NAME.match(line)
        ranges = [(int(a), int(b)) for a, b in re.findall(r"(\d+)-(\d+)", line[match.end() :])] if match else []
        if match is not None and ranges:
            key = int(match["person"]), match["action"], int(match["setting"])
            found[key] = tuple(Span(first - 1, last) for first, last in ranges)
    if not found:
        raise UserError(f"{file} lists no clips of KTH; take the official file.")
    return found


def boxes_in(folder: Path) -> dict[Key, tuple[Span, Box]]:
    """The frames and the box of each video that was annotated; nothing where the folder is absent."""
    found: dict[Key, tuple[Span, Box]] = {}
    for action in ACTIONS:
        file = folder / f"{action}.txt"
        for line in lines(file) if file.is_file() else []:
            try:
                person, setting, first, frames, x, y, width, height = (int(part) for part in line.split())
            except ValueError as error:
                raise UserError(f"{file} has a line that is no annotation ({line}); take the file anew.") from error
            box = x / SIZE[0], y / SIZE[1], width / SIZE[0], height / SIZE[1]
            found[person, action, setting] = Span(first - 1, first - 1 + frames), box
    return found


def people_split(seed: int) -> tuple[frozenset[int], frozenset[int]]:
    """16 people to train on and 9 to test on, drawn at random: the paper's protocol is five such splits."""
    ordered = [PERSONS[i] for i in np.random.default_rng((20111116, seed)).permutation(len(PERSONS))]
    return frozenset(ordered[:_TRAINED]), frozenset(ordered[_TRAINED:])
