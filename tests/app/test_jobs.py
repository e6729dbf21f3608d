import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from app.jobs import Job, JobRunner
from core.errors import UserError
from core.task import Progress, Task


@pytest.fixture
def runner(qtbot: QtBot):
    runner = JobRunner()
    yield runner
    runner.shut_down()


class Seen(QObject):
    """Collects what a job says, in the GUI thread."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.said: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        for name in ("progressed", "succeeded", "failed"):
            getattr(job, name).connect(getattr(self, name))
        job.cancelled.connect(self.cancelled)

    def _note(self, name: str, value: object = None) -> None:
        self.said.append((name, value))
        self.threads.add(QThread.currentThread())

    def progressed(self, job: object, value: object) -> None:
        self._note("progressed", value)

    def succeeded(self, value: object) -> None:
        self._note("succeeded", value)

    def failed(self, value: object) -> None:
        self._note("failed", value)

    def cancelled(self) -> None:
        self._note("cancelled")


def work(steps: int, ran_in: list[int], end: object = "done") -> Task[object]:
    for i in range(steps):
        ran_in.append(threading.get_ident())
        yield Progress(i, steps)
    if isinstance(end, Exception):
        raise end
    return end


def test_a_job_runs_elsewhere_and_tells_here(qtbot: QtBot, runner: JobRunner) -> None:
    ran_in: list[int] = []
    job = runner.start("Counting", work(5, ran_in, 42))
    seen = Seen(job)
    with qtbot.waitSignal(runner.ended):
        pass
    assert seen.said[-1] == ("succeeded", 42)
    assert seen.threads == {QThread.currentThread()}
    assert threading.get_ident() not in ran_in
    assert not runner.busy


@pytest.mark.parametrize("error", [UserError("There is no such file; choose another."), ZeroDivisionError("bug")])
def test_a_failure_arrives_as_what_it_is(qtbot: QtBot, runner: JobRunner, error: Exception) -> None:
    job = runner.start("Failing", work(1, [], error))
    seen = Seen(job)
    with qtbot.waitSignal(runner.ended):
        pass
    assert seen.said[-1] == ("failed", error)


def test_cancelling_stops_a_running_job_and_one_that_waits(qtbot: QtBot, runner: JobRunner) -> None:
    ran_in: list[int] = []
    endless, waiting = runner.start("Endless", work(10**9, ran_in)), runner.start("Waiting", work(1, []))
    first, second = Seen(endless), Seen(waiting)
    qtbot.waitUntil(lambda: len(ran_in) > 10)
    waiting.cancel()
    endless.cancel()
    qtbot.waitUntil(lambda: not runner.busy)
    assert first.said[-1] == ("cancelled", None)
    assert second.said == [("cancelled", None)]


def test_an_urgent_task_runs_between_the_steps_of_a_long_one(qtbot: QtBot, runner: JobRunner) -> None:
    ran_in: list[int] = []
    long = runner.start("Long", work(10**9, ran_in))
    qtbot.waitUntil(lambda: bool(ran_in))
    urgent_ran_in: list[int] = []
    urgent = runner.start("Urgent", work(3, urgent_ran_in), urgent=True)
    qtbot.waitUntil(lambda: urgent not in runner.jobs)
    assert set(urgent_ran_in) == {ran_in[0]}
    assert not long.done


def test_the_side_lane_does_not_wait_for_the_heavy_one(qtbot: QtBot, runner: JobRunner) -> None:
    heavy: list[int] = []
    runner.start("Heavy", work(10**9, heavy))
    side: list[int] = []
    job = runner.start("Side", work(3, side), lane="side")
    qtbot.waitUntil(lambda: job not in runner.jobs and bool(heavy))
    assert heavy[0] != side[0]


def test_shutting_down_ends_the_threads_in_the_middle_of_work(qtbot: QtBot) -> None:
    runner = JobRunner()
    ran_in: list[int] = []
    cleaned = threading.Event()

    def endless() -> Task[None]:
        try:
            while True:
                ran_in.append(threading.get_ident())
                yield Progress()
        finally:
            cleaned.set()

    runner.start("Endless", endless())
    qtbot.waitUntil(lambda: bool(ran_in))
    runner.shut_down()
    assert cleaned.is_set()
    threads = runner.findChildren(QThread)
    assert threads
    assert all(thread.isFinished() for thread in threads)


def test_nothing_begins_after_the_end(runner: JobRunner, qtbot: QtBot) -> None:
    ran: list[int] = []
    runner.shut_down()
    runner.start("late", work(1, ran), "side")
    qtbot.wait(20)
    assert not ran


def test_a_job_at_its_last_signals_is_left_alone_when_another_ends(runner: JobRunner, qtbot: QtBot) -> None:
    """Its worker would go on with an object that is gone: a crash."""
    ended: list[Job] = []
    runner.ended.connect(ended.append)
    late = runner.start("late", work(1, []), "heavy")
    qtbot.waitUntil(lambda: late in ended)
    busy = Job("busy", work(1, []))
    busy.done = True  # as its worker has set it, before it tells
    runner.jobs.append(busy)
    runner.start("other", work(1, []), "side")
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert runner.jobs == [busy]
    runner.jobs.remove(busy)
