"""Classification of whole videos, by hand and against ActivityNet's own sample."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.evaluation.videos import classification_map, hit_at

SAMPLE = Path(__file__).resolve().parents[2].parent / "shared/data/activitynet"
TRUTH = {"a": ["x"], "b": ["y"], "c": ["x", "y"], "d": ["z"]}


def test_by_hand() -> None:
    found = {
        "a": [("x", 0.9), ("y", 0.8)],  # y: a false positive before any hit
        "b": [("y", 0.7)],
        "c": [("z", 0.9), ("x", 0.5), ("y", 0.1)],
    }
    ap_x = 1.0  # a, c
    ap_y = 0.5 * 2 / 3 + 0.5 * 2 / 3  # no, b, c
    ap_z = 0.0  # only in c, which has none; d was not predicted
    assert classification_map(TRUTH, found) == pytest.approx((ap_x + ap_y + ap_z) / 3)
    assert hit_at(TRUTH, found, 1) == pytest.approx(2 / 4)
    assert hit_at(TRUTH, found, 2) == pytest.approx(3 / 4), "one of c's two labels is enough: rounded up"
    assert classification_map(TRUTH, {video: [(name, 1.0) for name in names] for video, names in TRUTH.items()}) == 1


def test_a_label_named_twice_counts_once() -> None:
    assert classification_map({"a": ["x"]}, {"a": [("x", 0.9), ("x", 0.8)]}) == 1
    assert classification_map({}, {}) == hit_at({}, {}) == 0


def test_the_official_sample_is_the_truth_itself() -> None:
    if not SAMPLE.is_dir():
        pytest.skip("../shared/data/activitynet is not here")
    results = json.loads((SAMPLE / "sample_classification_prediction.json").read_text())["results"]
    database = json.loads((SAMPLE / "activity_net.v1-3.reconstructed.json").read_text())["database"]
    truth = {v: sorted({a["label"] for a in database[v]["annotations"]}) for v in results if v in database}
    found = {video: [(row["label"], row["score"]) for row in results[video]] for video in truth}
    assert classification_map(truth, found) == pytest.approx(1, abs=1e-9)
    assert hit_at(truth, found, 3) == 1
