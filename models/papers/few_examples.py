"""Learning a project's own activities from few examples (models/nets/head.py): how detection grows with the examples of
each class, with the LSTM and without, against what I3D says of the same moments with no example at all; what partly
reviewed videos teach against wholly reviewed ones; and what footage without labels adds.

The data: models/papers/few_data.py. An example is one to three seconds of an annotated stretch; as much background
beside it is looked at too. All else of the training montages is unknown. Whatever differs between seeds is drawn anew:
which examples, and the weights; more examples have the fewer ones of the same seed among them.

What of the head was chosen how, on the eight classes that are not reported here (both folds, one to three seeds; mean
over 1 and 3 examples, or 1, 2, 3 and 5, of average precision step by step, and of mAP at the best of the thresholds .1
… .5, which was .2 wherever features are unit vectors and nothing else is said):
- BatchNorm, Dropout, LSTM, linear as before (1 and 2 examples): .60 and .44 (at .2 to .3);
- unit vectors instead of BatchNorm: .71 and .55; with a linear layer that begins with the means beside it: .73, .62;
- logistic regression on the unit vectors: .76 (C = 10), .70 (at .1); on standardised features: .76, .68 (at .1);
- nearest mean against .8 of the nearest background, sharpness 10 (`Memory`): .80 and .71;
- `Memory` and an LSTM's correction, 60 steps at a rate of 1e-3: .76, .68; at 3e-4: .77, .68; and a linear one, at 1e-3:
  .79, .71; at 2e-4: .81, .74. Scores with four times the odds (`scored`) put these .2 at .5;
  leaning the logits themselves, before they compete: .75, .69.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import numpy as np

from core.task import Progress, Task
from models.improve import improve, quick, scores
from models.improve_options import Options
from models.nets.head import CARD
from models.papers import figures
from models.papers.few_data import FOLDS, Said, data, detection, examples, features, footage, partly, wholly, zero_shot
from models.papers.montes2016_data import Data
from models.papers.report import Job, Paper, Report, Row, interval, over_seeds
from models.papers.trials import Found, Trials

EXAMPLES = (1, 2, 3, 5)
SEEDS = 5
FORMS = {"small": "LSTM", "linear": "no LSTM"}
OPTIONS = {"coherence": Options(coherence=True), "encoder": Options(encoder=True), "both": Options(True, True)}
SHARE = 0.2
_AT = 3  # examples of each class where the options are compared
_METRIC = "mAP@.5"
_VERSION = "2"  # of the protocol and the head

Values = dict[str, list[float]]  # what → a value for each seed


def reproduce(job: Job) -> Task[Report]:
    """Raises UserError where UCF-101 is not there."""
    began = time.perf_counter()
    of = yield from footage(job)
    folds = [data(of, fold) for fold in range(FOLDS)]
    trials, seeds = Trials(job.out / "few_examples_trials.json", _VERSION), job.seeds or SEEDS
    todo = [(what, seed) for seed in range(seeds) for what in _whats()]
    found: Values = {}
    for i, (what, seed) in enumerate(todo):
        yield Progress(i, len(todo), f"{what}, seed {seed + 1}")
        values = []
        for fold, one in enumerate(folds):
            task = partial(_trial, job, one, what, seed)
            values.append((yield from trials.get(f"{what}, seed {seed}, fold {fold}", task))[_METRIC])
        found.setdefault(what, []).append(float(np.mean(values)))
    zero = [zero_shot(one) for one in folds]
    lines = {form: [(float(n), float(np.mean(found[f"{form} {n}"]))) for n in EXAMPLES] for form in FORMS}
    picture = figures.curves(job.out / "few_examples.png", lines, "examples of each class", _METRIC)
    return Report(
        PAPER.name,
        PAPER.title,
        (*_rows(found), _zero_row([value for value, _ in zero], zero[0][1], len(of.activities))),
        time.perf_counter() - began,
        job.device.badge(),
        (f"Data: {folds[0].said}.", *_verdicts(found)),
        (str(picture),),
    )


def _whats() -> list[str]:
    tables = [f"{form} {n}" for form in FORMS for n in EXAMPLES]
    return [*tables, *(f"small {_AT} {name}" for name in OPTIONS), "partly", "wholly"]


def _trial(job: Job, of: Data, what: str, seed: int) -> Task[Found]:
    form, options = "small", Options()
    if what in ("partly", "wholly"):
        said = partly(of, SHARE, seed)
        if what == "wholly":
            said = wholly(of, said.seconds, seed)
    else:
        form, n, *more = what.split()
        said, options = examples(of, int(n), seed), OPTIONS[more[0]] if more else options
    given = yield from taught(job, said, form, seed, options)
    return {_METRIC: detection(of, given), "seconds": said.seconds}


def taught(job: Job, said: Said, form: str, seed: int, options: Options) -> Task[list[np.ndarray]]:
    """Scores [steps, labels] of each test montage, of a head that learned what was said."""
    card, lessons = CARD.as_variant(form), said.lessons()
    stretches = sum(int((np.diff(one.values, axis=0, prepend=0) > 0).sum()) for one in lessons)
    learned = yield from improve(
        card,
        quick(card.recipe("modern"), stretches),
        lessons,
        np.zeros(said.count, np.int64),
        device=job.device,
        seed=seed,
        options=options,
        rest=said.rest(),
    )
    network = learned.network.to(job.device.torch)
    return [scores(network, features(one), job.device) for one in said.data.test]


def _rows(found: Values) -> list[Row]:
    rows = [
        _row(f"{n} example{'s' * (n > 1)} of each class, {name}", found[f"{form} {n}"], form)
        for form, name in FORMS.items()
        for n in EXAMPLES
    ]
    for name in OPTIONS:
        rows.append(_row(f"{_AT} examples, LSTM, {name}", found[f"small {_AT} {name}"], "small"))
    rows.append(_row(f"{SHARE:.0%} of each of five montages of a class reviewed", found["partly"], "small"))
    rows.append(_row("fewer montages reviewed wholly, as many seconds", found["wholly"], "small"))
    return rows


def _row(name: str, values: list[float], form: str) -> Row:
    mean, spread = over_seeds(values)
    return Row(name, _METRIC, None, mean, "stand-in", spread, len(values), interval(values), form)


def _zero_row(values: list[float], known: int, count: int) -> Row:
    note = f"{known} of {count} classes have a name in Kinetics-400"
    mean = float(np.mean(values))
    return Row("no example: I3D's own classes", _METRIC, None, mean, "stand-in", build="i3d", note=note)


def _verdicts(found: Values) -> list[str]:
    """Differences seed by seed."""

    def said(text: str, gains: list[float]) -> str:
        low, high = interval(gains) or (float("nan"), float("nan"))
        return f"{text}: {np.mean(gains):+.3f} [{low:+.3f}, {high:+.3f}]."

    def gains(a: str, b: str) -> list[float]:
        return [x - y for x, y in zip(found[a], found[b], strict=True)]

    first, last = EXAMPLES[0], EXAMPLES[-1]
    both: Callable[[int], np.ndarray] = lambda n: np.subtract(found[f"small {n}"], found[f"linear {n}"])  # noqa: E731
    return [
        said(f"{last} examples against {first}, LSTM", gains(f"small {last}", f"small {first}")),
        said(f"{last} examples against {first}, no LSTM", gains(f"linear {last}", f"linear {first}")),
        said(
            "The LSTM against the same without, all numbers together", np.mean([both(n) for n in EXAMPLES], 0).tolist()
        ),
        *(
            said(f"{name} at {_AT} examples, against none", gains(f"small {_AT} {name}", f"small {_AT}"))
            for name in OPTIONS
        ),
        said(f"{SHARE:.0%} of each montage against wholly reviewed ones", gains("partly", "wholly")),
    ]


PAPER = Paper("few-examples", "Learning a project's own activities from few examples", reproduce, ("ucf101",))
