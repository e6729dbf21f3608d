"""Background work: a `Job` is a Task being driven in a worker thread; the `JobRunner` owns two such threads.

The *heavy* lane runs one network at a time. Because tasks yield, short *urgent* tasks (an overlay or a frame near the
playhead) run between a heavy task's steps on the same thread, so the two never fight for the device. The *side* lane
runs what needs no network: opening, verifying, thumbnails, exports.

Workers get values and give values: a task must never hold a Project, a Document or a widget. Connect a Job's signals
only to bound methods of objects of the GUI thread: a lambda would run in the worker.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from core.errors import UserError
from core.gentle import gentle
from core.log import logger
from core.memory import give_back
from core.task import Progress, Task

_QUIET = 1.0  # seconds without work after which memory is given back
_REPORT_EVERY = 0.05  # seconds between progress signals of one job: more would only fill the event queue

Lane = Literal["heavy", "side"]


class Job(QObject):
    """One task on its way.

    Signals: progressed(the Job, Progress) at most every 50 ms; then exactly one of succeeded(value), failed(exception)
    or cancelled(); finished() last of all.
    """

    progressed = Signal(object, object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, title: str, task: Task[Any], quiet: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.quiet = quiet  # too short to be listed
        self.progress = Progress()
        self._task = task
        self._cancel = threading.Event()
        self._reported = 0.0
        self.done = False
        self.was_cancelled = False
        self.value: Any = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Asks the task to stop at its next yield. A plain method, no slot: a busy thread would never get the call."""
        self._cancel.set()

    def step(self) -> bool:
        """Runs the task to its next yield, in the worker; False when it ended one way or another."""
        try:
            if self._cancel.is_set():
                self._task.close()
                self.was_cancelled = True
                self._end(self.cancelled.emit)
                return False
            progress = next(self._task)
        except StopIteration as stop:
            self.value = stop.value
            self._end(self.succeeded.emit, stop.value)
        except UserError as error:
            self.error = error
            self._end(self.failed.emit, error)
        except Exception as error:  # noqa: BLE001 - the one place where a bug in a task is caught, logged and shown
            logger("jobs").error("%s failed:\n%s", self.title, traceback.format_exc())
            self.error = error
            self._end(self.failed.emit, error)
        else:
            self._report(progress)
            return True
        return False

    def _report(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._reported >= _REPORT_EVERY:
            self._reported = now
            self.progress = progress
            self.progressed.emit(self, progress)

    def _end(self, emit: Callable[..., object], *values: object) -> None:
        self.done = True
        emit(*values)
        self.finished.emit()


class _Worker(QThread):
    """Steps the oldest job of its queue; urgent jobs go first, one step of the long job between each.

    Signals: over(Job) once a job has said all. Not a signal of the Job's own: Qt still touches whose signal it is when
    the other thread has it already, and the Job is deleted then.
    """

    over = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._wake = threading.Event()
        self._queue: deque[Job] = deque()  # appended to by the GUI thread, popped here: no lock to starve on
        self._urgent: deque[Job] = deque()
        self._stopping = False

    def add(self, job: Job, urgent: bool) -> None:
        (self._urgent if urgent else self._queue).append(job)
        self._wake.set()

    def stop(self) -> None:
        self._stopping = True
        for job in [*self._urgent, *self._queue]:
            job.cancel()
        self._wake.set()

    def run(self) -> None:
        gentle()
        worked = False
        while True:
            queue = self._urgent or self._queue
            if queue:
                worked = True
                if not queue[0].step():
                    self.over.emit(queue.popleft())
            elif self._stopping:
                return
            else:
                if not self._wake.wait(_QUIET if worked else None):
                    give_back()
                    worked = False
                self._wake.clear()


class JobRunner(QObject):
    """Starts jobs and keeps them alive until they finish.

    Signals: started(Job), ended(Job) for whoever lists jobs.
    """

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: dict[Lane, _Worker] = {}
        self._waiting: list[tuple[Job, Lane, bool]] = []
        self.jobs: list[Job] = []
        self._shut = False

    def start(
        self, title: str, task: Task[Any], lane: Lane = "heavy", urgent: bool = False, quiet: bool = False
    ) -> Job:
        """Queues a task. The worker gets it when control returns to the event loop, so whoever connects to the Job's
        signals right after this call misses none."""
        job = Job(title, task, quiet, self)
        self.jobs.append(job)
        self._waiting.append((job, lane, urgent))
        QTimer.singleShot(0, self._hand_over)
        self.started.emit(job)
        return job

    def _hand_over(self) -> None:
        if self._shut:  # what is asked for by those who hear of the end is not begun
            return
        waiting, self._waiting = self._waiting, []
        for job, lane, urgent in waiting:
            worker = self._workers.get(lane)
            if worker is None:
                worker = self._workers[lane] = _Worker(f"reelmark-{lane}", self)
                worker.over.connect(self._on_over)
                worker.start(QThread.Priority.LowPriority)
            worker.add(job, urgent)

    def _on_over(self, job: Job) -> None:
        """This one alone: another that is done may still be at its last signals, in its worker."""
        self.jobs.remove(job)
        self.ended.emit(job)
        job.deleteLater()

    @property
    def busy(self) -> bool:
        return bool(self.jobs)

    def shut_down(self) -> None:
        """Cancels everything and waits for the threads; called before the window goes."""
        self._shut = True
        self._waiting.clear()
        for worker in self._workers.values():
            worker.stop()
        for worker in self._workers.values():
            worker.wait()
        self._workers.clear()
