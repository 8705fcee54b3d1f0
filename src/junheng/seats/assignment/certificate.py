"""The bound of a problem, alone or while a plan is being looked for."""

import threading
import time

from junheng.seats.assignment.clock import Clock
from junheng.seats.assignment.lagrangian import Ascent
from junheng.seats.assignment.model import Bound, Floats, Problem
from junheng.seats.assignment.ready import ready

FIRST_STEPS = 80
"""Steps before the search begins, to know which arcs are worth trying."""
FIRST_SHARE = 0.25
"""Part of the time those steps may take."""
BOUND_STEPS = 250
"""Steps of the bound when the run is counted in steps."""


def bound(problem: Problem, seconds: float = 10.0) -> Bound:
    """A certificate for the problem: what no plan can cost less than, contiguous or not.

    Args:
        problem: as for ``assign``.
        seconds: at most; it ends sooner when nothing moves any more.
    """
    begun = time.perf_counter()
    ascent = Ascent(ready(problem))
    while time.perf_counter() - begun < seconds and not ascent.settled:
        ascent.rise()
    return ascent.certificate(time.perf_counter() - begun)


class Certificate:
    """The bound, rising in a thread of its own while the search runs (the compiled loops hold no lock).

    ``fixed`` is what every plan costs besides.
    """

    def __init__(self, problem: Problem, clock: Clock, fixed: float = 0.0) -> None:
        self.ascent, self.clock, self.fixed = Ascent(problem), clock, fixed
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.over = threading.Event()

    def begin(self) -> Floats:
        """The first steps, then, unless steps are counted, the thread; (arcs,) the regret of each arc."""
        counted = self.clock.steps is not None
        for _ in range(FIRST_STEPS // 10):
            if counted or self.clock.progress < FIRST_SHARE:
                self.ascent.rise(10)
        regret = self.ascent.regret()
        if not counted:
            self.thread.start()
        return regret

    def _run(self) -> None:
        while not self.over.is_set() and not self.ascent.settled:
            self.ascent.rise(5)

    def end(self) -> float:
        """Stops; the bound reached."""
        self.over.set()
        if self.clock.steps is None:
            self.thread.join()
        else:
            self.ascent.rise(BOUND_STEPS)
        return self.ascent.value + self.fixed
