import pytest

from core.errors import Cancelled
from core.task import Progress, Task, drive


def _count(upto: int, seen: list[str]) -> Task[int]:
    try:
        for i in range(upto):
            yield Progress(i, upto)
        return upto
    finally:
        seen.append("cleaned up")


def test_a_task_gives_its_value_and_reports_each_step() -> None:
    seen: list[str] = []
    steps: list[Progress] = []
    assert drive(_count(3, seen), steps.append) == 3
    assert [step.fraction for step in steps] == [0, 1 / 3, 2 / 3]
    assert seen == ["cleaned up"]


def test_cancelling_stops_at_the_next_yield_and_cleans_up() -> None:
    seen: list[str] = []
    steps: list[Progress] = []
    with pytest.raises(Cancelled):
        drive(_count(100, seen), steps.append, lambda: len(steps) == 2)
    assert len(steps) == 2
    assert seen == ["cleaned up"]
