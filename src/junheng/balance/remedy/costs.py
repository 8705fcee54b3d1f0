"""What changes cost and how far they may go: the caller's numbers, never assumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from junheng.balance.remedy.ways.way import Cap, Way

School = str
Indicator = str


@dataclass(frozen=True, slots=True)
class Limits:
    """How far changes may go; nothing set is no limit. Amounts in units of the quantity.

    Attributes:
        per_school: at most so much is added of an indicator at any one school.
        schools: the same for single schools; it goes before ``per_school``.
        per_section: at most so much is added of an indicator in the whole county section.
        budget: at most so many yuan are spent in a county, all its sections together.
        pinned: exactly so much is added at a school.
        forbidden: nothing may be added at a school.
        posts: free establishment posts, one for every teacher hired; needed with such ways.
        moves: by indicator, how many teachers may leave a school and move in all.
    """

    per_school: Mapping[Indicator, float] = field(default_factory=dict)
    schools: Mapping[School, Mapping[Indicator, float]] = field(default_factory=dict)
    per_section: Mapping[Indicator, float] = field(default_factory=dict)
    budget: float | None = None
    pinned: Mapping[tuple[School, Indicator], float] = field(default_factory=dict)
    forbidden: frozenset[tuple[School, Indicator]] = frozenset()
    posts: Cap | None = None
    moves: Mapping[Indicator, Cap] = field(default_factory=dict)

    def range_of(self, school: School, indicator: Indicator) -> tuple[float, float]:
        """Least and most that is added."""
        if (school, indicator) in self.pinned:
            amount = self.pinned[school, indicator]
            return amount, amount
        if (school, indicator) in self.forbidden:
            return 0.0, 0.0
        own = self.schools.get(school, {})
        return 0.0, own.get(indicator, self.per_school.get(indicator, float("inf")))


@dataclass(frozen=True, slots=True)
class Costs:
    """Unit costs.

    Attributes:
        add: indicator -> yuan of one unit added (a teacher, a square metre, a yuan of equipment, a room).
        move: indicator -> yuan of one teacher moved between two schools of the county; those left out do not move.
        max_move_km: farthest move; distances are then needed.
        limits: how far changes may go.
        ways: further ways to raise quantities; where there is one, ``add`` may leave its indicators out.
        ranges: (``add``, ``move`` or the means, and the indicator or kind) -> lowest and highest unit cost.
    """

    add: Mapping[Indicator, float]
    move: Mapping[Indicator, float] = field(default_factory=dict)
    max_move_km: float | None = None
    limits: Limits = field(default_factory=Limits)
    ways: tuple[Way, ...] = ()
    ranges: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    @property
    def extended(self) -> bool:
        """Whether there is more than one unit cost for each quantity, or a limit on moves."""
        return bool(self.ways or self.limits.moves)
