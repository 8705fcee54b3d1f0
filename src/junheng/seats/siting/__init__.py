"""Where to build, extend, merge or close schools: sites, sizes and who goes where, with a certificate.

``site`` is the city's combined model (existing schools, new sites, sizes in classes, closures, number, budget, boarding
schools per township); ``site_in_phases`` carries it over the years and ``trade_off`` along the weight of money. The
models of the textbooks are here under their names: ``p_median``, ``capacitated_p_median``,
``capacitated_facility_location``, ``maximal_covering``, ``p_centre``. ``siting_problem`` makes a siting of a town of
points and ways, ``on_the_ground`` counts what its answer means there. What cannot be done is answered in words: an
``Unsited`` in place of a siting; ``why_not_seated`` asks of any answer, ``why_unsited`` of the problem alone.
``faults`` is the independent checker, ``check_siting`` names what is wrong with the numbers asked from.
"""

from junheng.seats.siting.boarding import Boards, Expanded, SitingTown, expanded
from junheng.seats.siting.bounds import siting_bound
from junheng.seats.siting.centre import Centre, Uncentred, p_centre
from junheng.seats.siting.check import faults
from junheng.seats.siting.classics import capacitated_facility_location, capacitated_p_median, p_median
from junheng.seats.siting.covering import Covering, maximal_covering
from junheng.seats.siting.door import site
from junheng.seats.siting.input_faults import check_siting
from junheng.seats.siting.model import Options, SitingPlan, SitingProblem, open_or_not
from junheng.seats.siting.phases import Phase, PhasedPlan, Unphased, site_in_phases
from junheng.seats.siting.purposes import far_counts_more, uncovered
from junheng.seats.siting.reasons import Names, Unsited, why_unsited
from junheng.seats.siting.town import OBJECTIVES, Ground, Wish, on_the_ground, siting_problem
from junheng.seats.siting.trade import Point, Step, by_number, lower_limit, trade_off
from junheng.seats.siting.why import why_not_seated

__all__ = [
    "OBJECTIVES",
    "Boards",
    "Centre",
    "Covering",
    "Expanded",
    "Ground",
    "Names",
    "Options",
    "Phase",
    "PhasedPlan",
    "Point",
    "SitingPlan",
    "SitingProblem",
    "SitingTown",
    "Step",
    "Uncentred",
    "Unphased",
    "Unsited",
    "Wish",
    "by_number",
    "capacitated_facility_location",
    "capacitated_p_median",
    "check_siting",
    "expanded",
    "far_counts_more",
    "faults",
    "lower_limit",
    "maximal_covering",
    "on_the_ground",
    "open_or_not",
    "p_centre",
    "p_median",
    "site",
    "site_in_phases",
    "siting_bound",
    "siting_problem",
    "trade_off",
    "uncovered",
    "why_not_seated",
    "why_unsited",
]
