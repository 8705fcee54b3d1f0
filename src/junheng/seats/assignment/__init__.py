"""Which school each small area of a city goes to: 10,000 areas, 1,500 schools, seats hard, with a certificate.

``split`` hands out seats child by child (exact); ``assign`` gives every area one school; ``bound`` says what no plan
can cost less than; ``why_infeasible`` names the smallest set of demands that cannot be kept together. ``faults``
(``split_faults``) is the independent checker; ``why_unjoined`` names the places at which zones in one piece break,
``zones_in_pieces`` those of a given plan, ``pieces`` how areas hang together; ``check_problem`` names what is wrong
with the numbers asked from.
"""

from junheng.seats.assignment.certificate import bound
from junheng.seats.assignment.check import faults, split_faults
from junheng.seats.assignment.conflicts import Conflict, Demand, why_infeasible
from junheng.seats.assignment.input_faults import check_problem
from junheng.seats.assignment.joined import Break, Unjoined, why_unjoined, zones_in_pieces
from junheng.seats.assignment.model import (
    NOBODY,
    UNSERVED_METRES,
    Arcs,
    Bound,
    Graph,
    Plan,
    Problem,
    SplitPlan,
)
from junheng.seats.assignment.pieces import pieces
from junheng.seats.assignment.ready import nearest_arcs, preferring
from junheng.seats.assignment.solve import assign
from junheng.seats.assignment.split import split

__all__ = [
    "NOBODY",
    "UNSERVED_METRES",
    "Arcs",
    "Bound",
    "Break",
    "Conflict",
    "Demand",
    "Graph",
    "Plan",
    "Problem",
    "SplitPlan",
    "Unjoined",
    "assign",
    "bound",
    "check_problem",
    "faults",
    "nearest_arcs",
    "pieces",
    "preferring",
    "split",
    "split_faults",
    "why_infeasible",
    "why_unjoined",
    "zones_in_pieces",
]
