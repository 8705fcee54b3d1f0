"""Why not everybody has a seat, whatever the solver answered: one question for the command and the page."""

from junheng.seats.siting.model import SitingPlan, SitingProblem
from junheng.seats.siting.reasons import Names, Unsited, why_unsited


def why_not_seated(problem: SitingProblem, answer: SitingPlan | Unsited, names: Names | None = None) -> Unsited | None:
    """The reason, or None when everybody has a seat.

    Args:
        problem: as it was asked.
        answer: of ``site`` or a step of ``by_number``.
        names: of areas and sites.

    A siting that leaves somebody out although nothing proves that it must has an ``Unsited`` that is not ``proven``:
    more is never claimed than is known.
    """
    if isinstance(answer, Unsited):
        return answer
    if not answer.plan.unserved:
        return None
    return why_unsited(problem, names) or Unsited((), None, names or Names())
