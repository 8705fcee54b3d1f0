"""How far a run has come: by the clock, or by a fixed number of steps when the same answer is wanted every time."""

import time


class Clock:
    """``progress`` goes from 0 to 1 over ``seconds``, or over ``steps`` where they are given."""

    def __init__(self, seconds: float, steps: int | None = None, begun: float | None = None) -> None:
        self.begun = time.perf_counter() if begun is None else begun
        self.seconds, self.steps, self.done, self.rate = seconds, steps, 0, 0.0

    @property
    def spent(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self.begun

    @property
    def progress(self) -> float:
        return min(1.0, self.done / self.steps if self.steps is not None else self.spent / self.seconds)

    def portion(self, parts: int, first: int) -> int:
        """Steps that make about one of ``parts`` equal parts of the run; ``first`` while nothing is known."""
        if self.steps is not None:
            return max(1, self.steps // parts)
        return max(first, int(self.rate * self.seconds / parts))

    def count(self, steps: int, seconds: float = 0.0) -> None:
        """Notes that so many steps took so long, where that is known."""
        self.done += steps
        if seconds > 0.0:
            self.rate = steps / seconds


class Stage:
    """A part of a run, from now to ``end`` of the whole; ``progress`` goes from 0 to 1 over it."""

    def __init__(self, clock: Clock, end: float) -> None:
        self.clock, self.begin, self.end = clock, clock.progress, end

    @property
    def progress(self) -> float:
        if self.begin >= self.end:
            return 1.0
        return min(1.0, (self.clock.progress - self.begin) / (self.end - self.begin))

    @property
    def over(self) -> bool:
        return self.progress >= 1.0
