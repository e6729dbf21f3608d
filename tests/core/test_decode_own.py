"""Settings of a label's own: what they change, how they are kept, and that runs of before read as they were."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from fractions import Fraction

import numpy as np
import pytest

from core.decode import DecodeSettings, LabelSettings, decode
from core.signal import Signal

RATE = Fraction(25)
PLAIN = DecodeSettings(threshold=0.5, low=0.5)


def own(label: str, threshold: float, low: float = 0.0, smoothing: float = 0, gap: float = 0, least: float = 0):
    return LabelSettings(label, threshold, low or threshold, smoothing, gap, least)


def found(settings: DecodeSettings, *columns: list[float], **kwargs: object) -> list[tuple[str, int, int]]:
    values = np.array(columns, np.float32).T
    signal = Signal(values, tuple("abcd"[: values.shape[1]]), 10, 10)  # one step is 0.4 s
    segments = decode(signal, settings, len(signal) * 10, RATE, **kwargs)  # type: ignore[arg-type]
    return sorted((one.label, one.span.start, one.span.stop) for one in segments)


def test_each_number_of_a_label_counts_for_it_alone() -> None:
    flat, torn = [0.4, 0.4, 0.4], [0.9, 0.1, 0.9]
    assert found(PLAIN.with_label(own("a", 0.3)), flat, flat) == [("a", 0, 30)]
    assert found(PLAIN.with_label(own("b", 0.5, gap=0.4)), torn, torn) == [
        ("a", 0, 10), ("a", 20, 30), ("b", 0, 30),
    ]  # fmt: skip
    assert found(PLAIN.with_label(own("a", 0.5, least=0.5)), torn, torn) == [("b", 0, 10), ("b", 20, 30)]
    assert found(PLAIN.with_label(own("a", 0.45, smoothing=1.2)), torn, torn) == [
        ("a", 0, 30), ("b", 0, 10), ("b", 20, 30),
    ]  # fmt: skip
    assert found(PLAIN.with_label(own("a", 0.5, low=0.1)), torn, torn) == [("a", 0, 30), ("b", 0, 10), ("b", 20, 30)]


def test_of_labels_that_exclude_each_other_the_one_farthest_above_its_threshold_wins() -> None:
    a, b = [0.5, 0.5, 0.5], [0.6, 0.85, 0.3]
    settings = PLAIN.with_label(own("a", 0.2)).with_label(own("b", 0.8))
    assert found(settings, a, b, groups={"a": "g", "b": "g"}) == [("a", 0, 30)], "b is above a, not above its own"
    settings = PLAIN.with_label(own("a", 0.4)).with_label(own("b", 0.7))
    assert found(settings, a, b, groups={"a": "g", "b": "g"}) == [("a", 0, 10), ("a", 20, 30), ("b", 10, 20)]


def test_the_papers_way_takes_a_labels_own_too() -> None:
    settings = DecodeSettings(threshold=0.9, low=0.9, per="video", top=1, background="a")
    assert found(settings, [0.5, 0.6], [0.5, 0.4]) == []
    assert found(settings.with_label(own("b", 0.35)), [0.5, 0.6], [0.5, 0.4]) == [("b", 0, 20)]


def test_runs_keep_them_as_json_and_old_ones_read_as_they_were() -> None:
    settings = DecodeSettings(smoothing=1, exclusive=True).with_label(own("a", 0.3)).with_label(own("b", 0.4, gap=2))
    kept = json.loads(json.dumps(asdict(settings) | {"form": "small", "weights": "abc"}))
    assert DecodeSettings.read(kept) == settings
    assert len({settings, DecodeSettings.read(kept)}) == 1
    old = {"smoothing": 2.0, "threshold": 0.4, "low": 0.2, "merge_gap": 0.5, "min_length": 1.0, "per": "clip",
           "top": 5, "exclusive": True, "background": "", "form": "paper", "weights": "x", "clip": {}}  # fmt: skip
    assert DecodeSettings.read(old) == DecodeSettings(2.0, 0.4, 0.2, 0.5, 1.0, "clip", 5, True)


def test_all_labels_means_all() -> None:
    settings = PLAIN.with_label(own("a", 0.3, gap=1)).with_label(own("b", 0.9))
    moved = settings.with_all(threshold=0.4)
    assert moved.threshold == moved.of("a").threshold == moved.of("b").threshold == moved.of("x").threshold == 0.4
    assert moved.of("a").merge_gap == 1
    assert moved.of("a").low == 0.3
    assert moved.of("b") == own("b", 0.4, low=0.4)
    assert "b" not in [one.label for one in moved.own], "what equals the rest is not kept"
    assert settings.moved("", "threshold", 0.6).of("a").low == 0.6
    half = DecodeSettings(threshold=0.4, low=0.2).with_label(own("a", 0.8, low=0.2))
    assert half.moved("", "threshold", 0.6).low == 0.3
    assert half.moved("", "threshold", 0.6).of("a").low == 0.15
    assert half.moved("a", "threshold", 0.4).of("a").low == 0.1
    assert half.moved("", "min_length", 2).of("a").min_length == 2
    assert settings.with_label(own("a", 0.5)) == PLAIN.with_label(own("b", 0.9))


@pytest.mark.parametrize("exclusive", [False, True])
def test_two_hours_of_400_classes_with_settings_of_their_own(exclusive: bool) -> None:
    rng = np.random.default_rng(0)
    x = rng.random((13_500, 400), np.float32)
    x[np.arange(13_500), rng.integers(0, 400, 675).repeat(20)] += 800 * rng.random(13_500, np.float32)
    x /= x.sum(axis=1, keepdims=True)
    signal = Signal(x, tuple(map(str, range(400))), 16, 63)
    mine = tuple(own(str(i), 0.4, 0.3, float(i % 5), 0.5, 1) for i in range(50))
    settings = DecodeSettings(smoothing=2, merge_gap=0.5, min_length=1, top=400, exclusive=exclusive, own=mine)
    took = []
    for _ in range(3):
        began = time.process_time()
        assert decode(signal, settings, 216_000, Fraction(30))
        took.append(time.process_time() - began)
    assert min(took) < 0.5  # 0.05 is what a desktop reaches on its own; shared machines are slower
