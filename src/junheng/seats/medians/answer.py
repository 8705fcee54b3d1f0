"""What a solver hands back."""

from dataclasses import dataclass
from typing import Literal

from junheng.seats.medians.infeasible import Infeasible

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best answer found and what is proven about it.

    Attributes:
        status: ``optimal``: the bound meets the objective; ``feasible``; ``infeasible``: none exists, ``reason`` says
            why; ``unknown``: none found in the time.
        objective: recomputed from the answer by the checker; ``None`` without an answer.
        bound: no answer costs less; ``None`` when none exists.
        opened: the open sites in order.
        assignment: per customer its site.
        seconds: the time used.
    """

    status: Status
    objective: float | None
    bound: float | None
    opened: tuple[int, ...]
    assignment: tuple[int, ...]
    seconds: float
    reason: Infeasible | None = None

    @property
    def gap(self) -> float | None:
        """How much dearer than the bound, as a share of it; ``None`` when that cannot be said."""
        if self.objective is None or self.bound is None:
            return None
        if self.objective <= self.bound:
            return 0.0
        return self.objective / self.bound - 1 if self.bound > 0 else None
