"""Where to build, extend, merge or close schools: sites, sizes and who goes where, with a certificate."""

from junheng.seats.siting.model import Options, SitingPlan, SitingProblem, open_or_not
from junheng.seats.siting.solve import site

__all__ = ["Options", "SitingPlan", "SitingProblem", "open_or_not", "site"]
