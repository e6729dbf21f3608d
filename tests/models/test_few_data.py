"""What few-examples learns from: classes and groups apart, nested examples, as many seconds partly as wholly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.task import Progress, Task, drive
from models.datasets.labelled import Clip
from models.datasets.montages import Source
from models.papers.annotator import STRETCHES, VIDEOS, recordings
from models.papers.few_data import CHOSEN_ON, LEAST, Footage, chosen, data, detection, examples, partly, parts, wholly
from models.papers.trials import Trials


def footage(classes: int = CHOSEN_ON + LEAST) -> Footage:
    groups: dict[str, dict[str, list[Source]]] = {}
    features = {}
    for i in range(classes):
        for group in ("g01", "g02"):
            clip = Clip(Path(f"/x/{i:02}{group}.avi"), f"C{i:02}", group, i)
            groups.setdefault(clip.label, {})[group] = [Source(clip, 5 + i)]
            features[clip.path] = np.full((5 + i, 4), i + 0.5 * (group == "g02"), np.float16)
    groups["Alone"] = {"g01": [Source(Clip(Path("/x/a.avi"), "Alone", "g01", 99), 50)]}
    return Footage(groups, features, 16, *chosen(groups))


def test_what_is_reported_was_not_chosen_on() -> None:
    groups = footage().groups
    reported, beside = chosen(groups)
    chosen_on, same = chosen(groups, chosen_on=True)
    assert beside == chosen_on
    assert len(reported) == LEAST
    assert not {*reported} & {*chosen_on}
    assert not {*chosen_on} & {*same}
    with pytest.raises(UserError, match="complete the folder"):
        chosen(footage(CHOSEN_ON + LEAST).groups | {"C00": {}})


def test_folds_test_on_what_training_did_not_show() -> None:
    of = footage()
    tested = []
    for fold in (0, 1):
        train, test = parts(of, fold)
        assert not {source.clip.path for source in train.clips()} & {source.clip.path for source in test.clips()}
        assert train.activities.keys() == test.activities.keys() == set(of.activities)
        tested.append({source.clip.group for source in test.clips()})
    assert tested == [{"g02"}, {"g01"}]


def test_long_videos_are_background_of_one_part_only() -> None:
    of = footage()
    long = [Source(Clip(Path(f"/x/{n}.mp4"), "", f"{n}", -1), n) for n in (50, 24, 7)]
    of = replace(of, long=tuple(long))
    for fold in (0, 1):
        train, test = ([source for source in part.background if source in long] for part in parts(of, fold))
        assert train == ([long[0]] * 4 + [long[2]] if fold == 0 else [long[1]] * 2)
        assert test == ([long[1]] * 2 if fold == 0 else [long[0]] * 4 + [long[2]])


def test_more_examples_have_the_fewer_among_them() -> None:
    of = data(footage(), 0)
    one, three = examples(of, 1, 7), examples(of, 3, 7)
    assert one.known.keys() <= three.known.keys()
    for video, known in one.known.items():
        assert (three.known[video] >= known).all()
    there = [(values > 0) & one.known[video] for video, values in one.values.items()]
    assert (sum(part.sum(0) for part in there) >= 1).all()
    assert (sum(part.sum(0) for part in there) <= round(3 / 0.64)).all()
    again = examples(of, 1, 7)
    assert all(np.array_equal(a, b) for a, b in zip(one.known.values(), again.known.values(), strict=True))
    assert len(one.lessons()) + len(one.rest()) == len(of.train)
    for lesson in three.lessons():
        truth = next(sample.targets for sample in of.train if sample.name == lesson.name)
        assert np.array_equal(lesson.values > 0, (truth[:, None] == np.arange(1, 9)) & lesson.known)


def test_partly_and_wholly_take_as_many_seconds() -> None:
    of = data(footage(), 1)
    part = partly(of, 0.2, 3)
    whole = wholly(of, part.seconds, 3)
    assert part.seconds == pytest.approx(whole.seconds)
    assert len(part.known) == 5 * LEAST > 2 * len(whole.known)
    shares = [known.any(1).mean() for known in part.known.values()]
    assert np.allclose(shares, 0.2, atol=0.05)
    assert sum(known.all() for known in whole.known.values()) >= len(whole.known) - 1


def test_the_truth_is_detected_wholly() -> None:
    of = data(footage(), 0)
    given = [(sample.targets[:, None] == np.arange(1, LEAST + 1)).astype(np.float32) for sample in of.test]
    assert detection(of, given) > 0.95
    assert detection(of, [1 - one for one in given]) < 0.2


def test_a_project_has_every_activity_equally_often() -> None:
    made = recordings(footage(), 2)
    assert len(made) == VIDEOS
    counts = np.bincount([label for one in made for label, _ in one.truth])
    assert counts[0] == 0
    assert set(counts[1:].tolist()) == {VIDEOS * STRETCHES // LEAST}
    for one in made:
        assert one.truth[-1][1].stop < one.frames
        for label, span in one.truth:
            cut = one.features[span.start // 16 : span.stop // 16, 0]
            assert len(np.unique(cut)) == 1, "of one group"
            assert int(cut[0]) == CHOSEN_ON + label - 1
    assert [one.truth for one in made] == [one.truth for one in recordings(footage(), 2)]


def test_trials_are_done_once(tmp_path: Path) -> None:
    asked: list[int] = []

    def task() -> Task[dict[str, float]]:
        asked.append(1)
        yield Progress()
        return {"x": 2.0}

    for version, count in (("1", 1), ("1", 1), ("2", 2)):
        assert drive(Trials(tmp_path / "t.json", version).get("a", task)) == {"x": 2.0}
        assert len(asked) == count
