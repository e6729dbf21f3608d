"""UCF-101: 13,320 clips of 101 activities (Soomro, Zamir and Shah, CRCV-TR-12-01, 2012).

Official layout, as the two archives unpack:

    UCF-101/Archery/v_Archery_g01_c02.avi …
    ucfTrainTestlist/classInd.txt {train,test}list0{1,2,3}.txt  (or in UCF101TrainTestSplits-RecognitionTask)

g01 is the recording, c02 the clip cut from it. `subset` reads what clips there are, in a flat folder `clips` or in the
official one, and says of itself that it is a subset.
"""

from __future__ import annotations

import re
from pathlib import Path

from core.errors import UserError
from models.datasets.labelled import Clip, labels_of, lines, need

CLASSES, CLIPS = 101, 13_320
NAME = re.compile(r"v_(?P<label>\w+?)_(?P<group>g\d{2})_c\d{2}\.avi")
_LISTS = ("ucfTrainTestlist", "UCF101TrainTestSplits-RecognitionTask/ucfTrainTestlist")
_HINT = "unpack UCF101.rar and UCF101TrainTestSplits-RecognitionTask.zip into it"


def is_complete(folder: Path) -> bool:
    """Whether the official folder of videos is there (its files are checked by `split`)."""
    return (folder / "UCF-101").is_dir()


def classes(folder: Path) -> tuple[str, ...]:
    """The 101 names in the official order. Raises UserError where classInd.txt is absent or is not it."""
    file = _lists(folder) / "classInd.txt"
    names = dict(line.split()[::-1] for line in lines(file) if len(line.split()) == 2)
    ordered = tuple(sorted(names, key=lambda name: int(names[name]) if names[name].isdigit() else -1))
    if len(ordered) != CLASSES or [names[name] for name in ordered] != [str(i + 1) for i in range(CLASSES)]:
        raise UserError(f"{file} does not number 101 classes; unpack the official lists again.")
    return ordered


def split(folder: Path, number: int = 1) -> tuple[list[Clip], list[Clip]]:
    """(train, test) of official split 1, 2 or 3. Raises UserError with the files that are missing."""
    if number not in (1, 2, 3):
        raise UserError(f"UCF-101 has the splits 1, 2 and 3, not {number}.")
    found = {part: members(folder, part, number) for part in ("train", "test")}
    absent = [clip.path.relative_to(folder) for part in found.values() for clip in part if not clip.path.is_file()]
    need("UCF-101", folder, absent, _HINT)
    return found["train"], found["test"]


def members(folder: Path, part: str, number: int) -> list[Clip]:
    """The clips of "train" or "test" as listed, whether or not their files are there."""
    target = {name: i for i, name in enumerate(classes(folder))}
    clips = []
    for line in lines(_lists(folder) / f"{part}list0{number}.txt"):
        label, _, file = line.split()[0].partition("/")
        match = NAME.fullmatch(file)
        if match is None or label not in target:
            raise UserError(f"{part}list0{number}.txt names something that is no clip of UCF-101 ({line}).")
        clips.append(Clip(folder / "UCF-101" / label / file, label, match["group"], target[label]))
    return clips


def subset(folder: Path) -> list[Clip]:
    """The clips that are there, in order of class and name. Raises UserError where there is none."""
    names = classes(folder)
    target = {name.casefold(): i for i, name in enumerate(names)}  # v_HandStandPushups is of HandstandPushups
    files = [*folder.glob("clips/*.avi"), *folder.glob("UCF-101/*/*.avi")]
    clips = []
    for file in files:
        match = NAME.fullmatch(file.name)
        if match is not None and (at := target.get(match["label"].casefold())) is not None:
            clips.append(Clip(file, names[at], match["group"], at))
    need("UCF-101", folder, [] if clips else ["clips/v_Class_gNN_cNN.avi", "UCF-101/Class/v_Class_gNN_cNN.avi"], _HINT)
    return sorted(clips, key=lambda clip: (clip.target, clip.path.name))


def said(clips: list[Clip]) -> str:
    """What part of UCF-101 that is, for a report."""
    if len(clips) == CLIPS:
        return "UCF-101, complete"
    return f"a subset of UCF-101: {len(clips)} of {CLIPS:,} clips, {len(labels_of(clips))} of {CLASSES} classes"


def by_group(clips: list[Clip], at_least: int = 2) -> list[Clip]:
    """Only the classes that have that many groups: those that can be split into train and test without sharing one."""
    groups: dict[str, set[str]] = {}
    for clip in clips:
        groups.setdefault(clip.label, set()).add(clip.group)
    return [clip for clip in clips if len(groups[clip.label]) >= at_least]


def group_split(clips: list[Clip], test: int = 1) -> tuple[list[Clip], list[Clip]]:
    """(train, test): of each class the last `test` groups are for testing. Not an official split; for subsets."""
    held: dict[str, set[str]] = {}
    for clip in clips:
        held.setdefault(clip.label, set()).add(clip.group)
    last = {label: set(sorted(groups)[-test:]) for label, groups in held.items()}
    testing = [clip for clip in clips if clip.group in last[clip.label]]
    return [clip for clip in clips if clip.group not in last[clip.label]], testing


def _lists(folder: Path) -> Path:
    there = next((folder / name for name in _LISTS if (folder / name / "classInd.txt").is_file()), None)
    if there is None:
        need("UCF-101", folder, [f"{_LISTS[0]}/classInd.txt"], _HINT)
    assert there is not None
    return there
