"""Detection scores: the official evaluator's figures, and the rules of matching one by one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.evaluation import files
from core.evaluation.segments import THRESHOLDS, THUMOS, Instances, average_precision, evaluate


def test_equals_the_official_evaluator_on_activitynet(shared_data: Path) -> None:
    folder = shared_data / "activitynet"
    golden = json.loads((folder / "perturbed_detection_golden.json").read_text())
    truth = files.truth(folder / "activity_net.v1-3.reconstructed.json")
    result = evaluate(truth, files.predictions(folder / "perturbed_detection_prediction.json"))
    assert list(result.mean) == list(golden["mAP"])
    for key, value in golden["mAP"].items():
        assert result.mean[key] == pytest.approx(value, abs=1e-9)
    assert result.average == pytest.approx(golden["average_mAP"], abs=1e-9)
    assert (result.ground_truth, result.predictions, result.ignored) == (7654, 11726, 0)


def test_the_ground_truth_itself_scores_one(shared_data: Path) -> None:
    truth = files.truth(shared_data / "activitynet" / "activity_net.v1-3.reconstructed.json")
    assert evaluate(truth, truth).average == pytest.approx(1.0)


def _one(*rows: tuple[str, str, float, float, float]) -> Instances:
    return Instances.of(rows)


def test_a_ground_truth_is_claimed_once_and_by_the_best_score() -> None:
    truth = _one(("v", "a", 0, 10, 1), ("v", "a", 20, 30, 1))
    found = _one(("v", "a", 0, 10, 0.9), ("v", "a", 0, 9, 0.8), ("v", "a", 20, 30, 0.7))
    # hit, miss, hit: precision 1, 1/2, 2/3; the envelope gives ½·1 + ½·⅔
    assert evaluate(truth, found).mean["0.50"] == pytest.approx(0.5 + 0.5 * 2 / 3)


def test_a_taken_ground_truth_leaves_the_next_best_one() -> None:
    truth = _one(("v", "a", 0, 10, 1), ("v", "a", 2, 12, 1))
    found = _one(("v", "a", 0, 10, 0.9), ("v", "a", 0.5, 10.5, 0.8))
    result = evaluate(truth, found)
    assert result.mean["0.50"] == pytest.approx(1.0)  # the second falls back on [2, 12], tIoU .739
    assert result.mean["0.70"] == pytest.approx(1.0)
    assert result.mean["0.75"] == pytest.approx(0.5)


def test_classes_without_predictions_count_and_unknown_classes_do_not() -> None:
    truth = _one(("v", "a", 0, 10, 1), ("v", "b", 0, 10, 1))
    found = _one(("v", "a", 0, 10, 1), ("v", "zebra", 0, 10, 1), ("elsewhere", "a", 0, 10, 0.1))
    result = evaluate(truth, found)
    assert result.average == pytest.approx(0.5)
    assert result.ignored == 1


def test_capitals_make_no_class() -> None:
    truth = _one(("v", "Clean and jerk", 0, 10, 1), ("v", "clap", 0, 10, 1), ("v", "Clap", 20, 30, 1))
    found = _one(("v", "clean and jerk", 0, 10, 1), ("v", "clap", 0, 10, 1), ("v", "Clap", 20, 30, 1))
    result = evaluate(truth, found)
    assert result.average == pytest.approx(1.0)
    assert result.ignored == 0


def test_only_some_videos() -> None:
    truth = _one(("v", "a", 0, 10, 1), ("w", "b", 0, 10, 1))
    assert list(truth.in_videos(["w", "x"]).rows()) == [("w", "b", 0.0, 10.0, 1.0)]


def test_nothing_found_and_nothing_to_find_score_zero() -> None:
    nothing = _one()
    assert evaluate(_one(("v", "a", 0, 1, 1)), nothing).average == 0
    assert evaluate(nothing, nothing).average == 0
    assert average_precision(np.zeros((2, 0), bool), 3).tolist() == [0, 0]


def _slow(truth: Instances, found: Instances, thresholds: tuple[float, ...]) -> list[float]:
    """The official algorithm, row by row."""
    classes = list(dict.fromkeys(truth.label))
    mean = []
    for threshold in thresholds:
        aps = []
        for name in classes:
            wanted = [i for i in range(len(truth)) if truth.label[i] == name]
            ranked = [i for i in range(len(found)) if found.label[i] == name]
            ranked = [ranked[i] for i in np.argsort([found.score[i] for i in ranked], kind="stable")[::-1]]
            claimed: set[int] = set()
            hits = []
            for i in ranked:
                best, best_overlap = -1, threshold
                for j in wanted:
                    if truth.video[j] != found.video[i] or j in claimed:
                        continue
                    both = max(0.0, min(found.stop[i], truth.stop[j]) - max(found.start[i], truth.start[j]))
                    union = (found.stop[i] - found.start[i]) + (truth.stop[j] - truth.start[j]) - both
                    overlap = both / union if union else 1.0
                    if overlap > best_overlap or (best < 0 and overlap >= threshold):
                        best, best_overlap = j, overlap
                claimed.add(best)
                hits.append(best >= 0)
            aps.append(_area(hits, len(wanted)))
        mean.append(float(np.mean(aps)) if aps else 0.0)
    return mean


def _area(hits: list[bool], positives: int) -> float:
    precision = [sum(hits[: i + 1]) / (i + 1) for i in range(len(hits))]
    return sum(max(precision[i:]) / positives for i, hit in enumerate(hits) if hit)


_rows = st.lists(
    st.tuples(
        st.sampled_from("vwx"),
        st.sampled_from("abc"),
        st.integers(0, 20),
        st.integers(0, 10),
        st.floats(0, 1, allow_subnormal=False),
    ),
    max_size=25,
)


@given(_rows, _rows, st.sampled_from([THRESHOLDS, THUMOS]))
def test_rounds_over_all_groups_equal_the_loop_row_by_row(
    truth_rows: list, found_rows: list, thresholds: tuple[float, ...]
) -> None:
    truth = Instances.of((v, c, s, s + n, p) for v, c, s, n, p in truth_rows)
    found = Instances.of((v, c, s, s + n, p) for v, c, s, n, p in found_rows)
    means = evaluate(truth, found, thresholds).mean
    assert list(means.values()) == pytest.approx(_slow(truth, found, thresholds))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1]", "no JSON object"),
        ('{"results": {}}', "holds no ground truth"),
        ('{"database": {}}', "it is empty"),
        ('{"database": {"v": {"subset": "training", "annotations": []}}}', "it has training; choose with --subset"),
        ('{"database": {"v": {"subset": "validation", "annotations": [{"label": "a"}]}}}', "database / v / 1"),
    ],
)
def test_what_is_no_ground_truth_is_refused_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "truth.json"
    file.write_text(text)
    with pytest.raises(UserError, match=sentence):
        files.truth(file)
