"""Long work as generators: each `yield Progress(…)` is a sign of life and a place to stop; the result is returned."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from core.errors import Cancelled

T = TypeVar("T")
Curves = Mapping[str, Sequence[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: `done` of `total` units (total 0: not known yet) and what it is doing now. `curves`: of a
    training, by name ("loss", or a metric), (step, value) from its beginning up to now."""

    done: float = 0.0
    total: float = 0.0
    text: str = ""
    curves: Curves = field(default_factory=dict, compare=False)

    @property
    def fraction(self) -> float | None:
        return min(1.0, self.done / self.total) if self.total > 0 else None


Task = Generator[Progress, None, T]


def drive(
    task: Task[T],
    on_progress: Callable[[Progress], object] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> T:
    """Runs a task to its end and returns its value. Raises Cancelled, after the task's own clean-up, once `cancelled()`
    is true at a yield."""
    try:
        while True:
            if cancelled():
                raise Cancelled
            on_progress(next(task))
    except StopIteration as stop:
        value: T = stop.value
        return value
    finally:
        task.close()
