"""HMDB-51: 6,766 clips of 51 actions from films and the web (Kuehne et al., ICCV 2011).

Official layout, as the archives unpack:

    hmdb51_org/wave/RATRACE_wave_f_nm_np1_fr_goo_37.avi … (or the folders of actions directly)
    testTrainMulti_7030_splits/wave_test_split1.txt …     one line a clip: its name, then 1 train, 2 test, 0 unused

A split uses 70 clips of each action for training and 30 for testing. The text before the action's name in a file name
is the film, which is the clip's group. `subset` reads what clips there are, in a flat folder `clips` or in the official
one.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import UserError
from models.datasets.labelled import Clip, labels_of, lines, need

CLASSES, CLIPS = 51, 6_766
TRAIN, TEST, UNUSED = 1, 2, 0
_SPLITS = ("testTrainMulti_7030_splits", "test_train_splits/testTrainMulti_7030_splits")
_HINT = "unpack hmdb51_org.rar (with the archive of each action) and test_train_splits.rar into it"


def is_complete(folder: Path) -> bool:
    """Whether folders of actions are there (their files are checked by `split`)."""
    return _videos(folder) is not None


def classes(folder: Path) -> tuple[str, ...]:
    """The 51 names, in alphabetical order. Raises UserError where split files are missing."""
    lists = _lists(folder)
    names = sorted(file.name.removesuffix("_test_split1.txt") for file in lists.glob("*_test_split1.txt"))
    wanted = [f"{lists.name}/{name}_test_split{n}.txt" for name in names for n in (1, 2, 3)]
    need("HMDB-51", folder, [name for name in wanted if not (lists.parent / name).is_file()], _HINT)
    if len(names) != CLASSES:
        raise UserError(f"{lists} has the lists of {len(names)} actions instead of 51; unpack the splits again.")
    return tuple(names)


def uses(folder: Path, number: int) -> dict[str, tuple[str, int]]:
    """File name → (action, 1 train, 2 test or 0 unused) of official split 1, 2 or 3."""
    if number not in (1, 2, 3):
        raise UserError(f"HMDB-51 has the splits 1, 2 and 3, not {number}.")
    found: dict[str, tuple[str, int]] = {}
    for action in classes(folder):
        file = _lists(folder) / f"{action}_test_split{number}.txt"
        for line in lines(file):
            name, _, use = line.rpartition(" ")
            if use not in ("0", "1", "2"):
                raise UserError(f"{file.name} holds a line that is not of HMDB-51 ({line}); unpack the splits again.")
            found[name] = action, int(use)
    return found


def split(folder: Path, number: int = 1) -> tuple[list[Clip], list[Clip]]:
    """(train, test) of an official split. Raises UserError with the files that are missing."""
    videos = _videos(folder)
    need("HMDB-51", folder, [] if videos else ["hmdb51_org/ACTION/*.avi"], _HINT)
    assert videos is not None
    target = {name: i for i, name in enumerate(classes(folder))}
    parts: dict[int, list[Clip]] = {TRAIN: [], TEST: [], UNUSED: []}
    for name, (action, use) in uses(folder, number).items():
        parts[use].append(Clip(videos / action / name, action, film(name, action), target[action]))
    wanted = parts[TRAIN] + parts[TEST]
    need("HMDB-51", folder, [clip.path.relative_to(folder) for clip in wanted if not clip.path.is_file()], _HINT)
    return parts[TRAIN], parts[TEST]


def subset(folder: Path) -> list[Clip]:
    """The clips that are there, in order of action and name. Raises UserError where there is none."""
    names = classes(folder)
    target = {name: i for i, name in enumerate(names)}
    known = uses(folder, 1)
    clips = []
    for file in (*folder.glob("clips/*.avi"), *((_videos(folder) or folder / "hmdb51_org").glob("*/*.avi"))):
        action = known.get(file.name.removeprefix("hmdb51_"), known.get(file.name, ("", 0)))[0]
        if action:
            clips.append(Clip(file, action, film(file.name, action), target[action]))
    need("HMDB-51", folder, [] if clips else ["hmdb51_org/ACTION/*.avi"], _HINT)
    return sorted(clips, key=lambda clip: (clip.target, clip.path.name))


def said(clips: list[Clip]) -> str:
    """What part of HMDB-51 that is, for a report."""
    if len(clips) == CLIPS:
        return "HMDB-51, complete"
    return f"a subset of HMDB-51: {len(clips)} of {CLIPS:,} clips, {len(labels_of(clips))} of {CLASSES} actions"


def film(name: str, action: str) -> str:
    """Where a clip was taken from: its file's name up to the action."""
    return name.removeprefix("hmdb51_").rpartition(f"_{action}_")[0] or name


def _videos(folder: Path) -> Path | None:
    places = (folder / "hmdb51_org", folder / "hmdb51", folder)
    return next((place for place in places if any(place.glob("wave/*.avi"))), None)


def _lists(folder: Path) -> Path:
    there = next((folder / name for name in _SPLITS if (folder / name).is_dir()), None)
    if there is None:
        need("HMDB-51", folder, [f"{_SPLITS[0]}/ACTION_test_split1.txt"], _HINT)
    assert there is not None
    return there
