"""THUMOS'14 temporal detection: 413 untrimmed videos of 20 sports (Jiang et al., ECCV 2014 workshop), 200 of the
validation part, which learn, and 213 of the test part; and MultiTHUMOS, dense labels of 65 actions on the same videos
(Yeung et al., IJCV 2018, arXiv 1507.05738).

Official layout, as the archives unpack (their names are taken too):

    temporal_annotations_validation/BaseballPitch_val.txt …   video, start, stop (seconds); 20 classes and Ambiguous
    temporal_annotations_test/BaseballPitch_test.txt …
    validation_durations.txt, test_durations.txt              optional: a file's name, then its seconds, by turns
    validation_avoid_videos.txt, test_avoid_videos.txt        optional: video and class that are not to be judged
    videos/video_validation_0000051.mp4 …                     or one folder for each part
    multithumos.json                                          name → subset, duration, actions [class, start, stop]
    class_list.txt                                            optional: MultiTHUMOS's classes, a number and a name
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.exchange.files import read_json
from models.datasets.activitynet import Entry
from models.datasets.labelled import lines, need

CLASSES = (
    *("BaseballPitch", "BasketballDunk", "Billiards", "CleanAndJerk", "CliffDiving", "CricketBowling", "CricketShot"),
    *("Diving", "FrisbeeCatch", "GolfSwing", "HammerThrow", "HighJump", "JavelinThrow", "LongJump", "PoleVault"),
    *("Shotput", "SoccerPenalty", "TennisSwing", "ThrowDiscus", "VolleyballSpiking"),
)
AMBIGUOUS = "Ambiguous"  # something like a class, neither right nor wrong
SUBSETS = ("validation", "test")
MULTI_CLASSES = 65
_ENDING = {"validation": "val", "test": "test"}
_ANNOTATIONS = {
    "validation": ("temporal_annotations_validation", "TH14_Temporal_annotations_validation/annotation", "annotation"),
    "test": ("temporal_annotations_test", "TH14_Temporal_Annotations_Test/annotations/annotation", "annotations"),
}
_VIDEOS = ("videos", "validation", "test", "TH14_validation_set_mp4", "TH14_test_set_mp4", ".")
_SUFFIXES = frozenset((".mp4", ".avi", ".mkv", ".webm"))
_UNPACK = "unpack THUMOS'14's temporal annotations into it"
_FETCH = "put the videos into its folder videos"


def entries(folder: Path) -> list[Entry]:
    """The annotated videos of both parts, in order of name, whether or not their files are there; a video may hold
    nothing but what is ambiguous, which is left out. Raises UserError with the annotation files that are missing, or
    where one is damaged."""
    found = []
    files = _videos(folder)
    for subset in SUBSETS:
        spans = annotated(folder, subset)
        lengths = durations(folder, subset)
        for name in sorted(spans):
            times = sorted((start, stop, label) for label, start, stop in spans[name] if label != AMBIGUOUS)
            found.append(Entry(name, subset, lengths.get(name, 0.0), tuple(times), files.get(name)))
    return found


def complete(folder: Path, subsets: tuple[str, ...] = SUBSETS) -> list[Entry]:
    """The annotated videos of these parts, all of them there. Raises UserError with those that are missing."""
    wanted = [entry for entry in entries(folder) if entry.subset in subsets]
    need("THUMOS'14", folder, [f"videos/{entry.name}.mp4" for entry in wanted if entry.file is None], _FETCH)
    return wanted


def annotated(folder: Path, subset: str) -> dict[str, list[tuple[str, float, float]]]:
    """Video → (label, start, stop) in seconds, Ambiguous among them."""
    place = _annotations(folder, subset)
    found: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for label in (*CLASSES, AMBIGUOUS):
        file = place / f"{label}_{_ENDING[subset]}.txt"
        for line in lines(file):
            name, start, stop = _row(file, line)
            found[name].append((label, start, stop))
    return dict(found)


def durations(folder: Path, subset: str) -> dict[str, float]:
    """Video → seconds; empty where there is no such file."""
    file = folder / f"{subset}_durations.txt"
    if not file.is_file():
        return {}
    rows = lines(file)
    try:
        return {Path(name).stem: float(seconds) for name, seconds in zip(rows[::2], rows[1::2], strict=True)}
    except ValueError as error:
        raise UserError(f"{file} is damaged: it has no name and seconds by turns; fetch it again.") from error


def avoided(folder: Path, subset: str) -> set[tuple[str, str]]:
    """(video, class) that is not to be judged; empty where there is no such file."""
    file = folder / f"{subset}_avoid_videos.txt"
    rows = [line.split() for line in lines(file)] if file.is_file() else []
    if any(len(row) != 2 for row in rows):
        raise UserError(f"{file} is damaged: a line is not a video and a class; fetch it again.")
    return {(name, label) for name, label in rows}


def multithumos(folder: Path) -> list[Entry]:
    """MultiTHUMOS's videos, whether or not their files are there, with their dense labels; those without a name in a
    class_list.txt are called "class 12". Raises UserError where the annotations are missing or damaged."""
    file = folder / "multithumos.json"
    need("MultiTHUMOS", folder, [] if file.is_file() else [file.name], "put its annotations there")
    data = read_json(file)
    if not isinstance(data, dict) or not data:
        raise UserError(f"{file} holds no videos, so it is not MultiTHUMOS; fetch it again.")
    names, files = _names(folder / "class_list.txt"), _videos(folder)
    return [_dense(file, name, record, names, files) for name, record in data.items()]


def _dense(file: Path, name: str, record: Any, names: dict[int, str], files: dict[str, Path]) -> Entry:
    try:
        times = [(float(a[1]), float(a[2]), int(a[0])) for a in record["actions"]]
        subset, duration = {"training": "validation", "testing": "test"}[record["subset"]], float(record["duration"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise UserError(f"{file} is damaged at “{name}”; fetch it again.") from error
    if any(not 1 <= number <= MULTI_CLASSES for _, _, number in times):
        raise UserError(f"{file} has a class beyond {MULTI_CLASSES} at “{name}”, so it is not MultiTHUMOS.")
    labelled = tuple(sorted((start, stop, names.get(number, f"class {number}")) for start, stop, number in times))
    return Entry(name, subset, duration, labelled, files.get(name))


def _names(file: Path) -> dict[int, str]:
    rows = [line.split(maxsplit=1) for line in lines(file)] if file.is_file() else []
    if any(len(row) != 2 or not row[0].isdecimal() for row in rows):
        raise UserError(f"{file} is damaged: a line is not a number and a name; fetch it again.")
    return {int(number): name for number, name in rows}


def _annotations(folder: Path, subset: str) -> Path:
    if subset not in SUBSETS:
        raise UserError(f"THUMOS'14 has annotations for {' and '.join(SUBSETS)}, not for “{subset}”.")
    wanted = [f"{label}_{_ENDING[subset]}.txt" for label in (*CLASSES, AMBIGUOUS)]
    places = [folder / name for name in _ANNOTATIONS[subset]]
    place = next((place for place in places if any((place / name).is_file() for name in wanted)), places[0])
    missing = [f"{place.name}/{name}" for name in wanted if not (place / name).is_file()]
    need("THUMOS'14", folder, missing, _UNPACK)
    return place


def _row(file: Path, line: str) -> tuple[str, float, float]:
    try:
        name, start, stop = line.split()
        return name, float(start), float(stop)
    except ValueError as error:
        raise UserError(f"{file} holds a line that is no video, start and stop ({line}); unpack it again.") from error


def _videos(folder: Path) -> dict[str, Path]:
    files = (file for place in _VIDEOS for file in sorted((folder / place).glob("video_*")))
    return {file.stem: file for file in files if file.suffix.lower() in _SUFFIXES}
