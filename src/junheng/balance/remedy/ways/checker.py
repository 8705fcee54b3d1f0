"""Whether plans by several ways keep every limit, in plain lines that share nothing with how they were found."""

from collections.abc import Iterator

from junheng.balance.remedy.checker import broken
from junheng.balance.remedy.ways.county import County, Done, Plans
from junheng.balance.remedy.ways.levers import Levers
from junheng.balance.remedy.ways.way import Way

CLOSE = 1e-6


def faults_of(county: County, plans: Plans) -> list[str]:
    """What the plans break; empty when they keep everything."""
    found = []
    for levers, plan in zip(county.parts, plans, strict=True):
        found += broken(levers.problem, plan.changes)
        found += _in_section(levers, plan)
    sharing = _Sharing(county)
    return [*found, *_added(sharing, plans), *_over_county(sharing, plans)]


def _in_section(levers: Levers, plan: Done) -> Iterator[str]:
    """Limits of single schools and of one section."""
    hires = 0.0
    for school, code in enumerate(levers.problem.schools):
        hired = 0.0
        for way, one in enumerate(levers.ways):
            amount = plan.amounts[school, way]
            if not levers.least[school, way] - CLOSE <= amount <= levers.most[school, way] + CLOSE:
                yield f"{code} {one.means} {one.name}"
            if levers.whole[way] and amount != round(amount):
                yield f"{code} {one.means} {one.name} in parts"
            hired += amount if one.means == "hire" else 0.0
        if levers.posts is not None and hired > levers.posts[school] + CLOSE:
            yield f"{code} posts"
        hires += hired
    for way, one in enumerate(levers.ways):
        if plan.amounts[:, way].sum() > levers.total[0, way] + CLOSE:
            yield f"total {one.means} {one.name}"
    if hires > levers.posts_total[0] + CLOSE:
        yield "total posts"
    yield from _moves(levers, plan)


def _moves(levers: Levers, plan: Done) -> Iterator[str]:
    changes = plan.changes
    for at, id_ in enumerate(levers.problem.indicators):
        mine = changes.moves[:, 0] == at
        if changes.moved[mine].sum() > levers.moving[0, at] + CLOSE:
            yield f"total moves {id_}"
        for school, code in enumerate(levers.problem.schools):
            if changes.moved[mine & (changes.moves[:, 1] == school)].sum() > levers.leaving[school, at] + CLOSE:
                yield f"{code} moves {id_}"


class _Sharing:
    """Which sections of a school share which of its indicators."""

    def __init__(self, county: County) -> None:
        self.county = county
        self.rows = [{code: at for at, code in enumerate(one.problem.schools)} for one in county.parts]
        self.sections: dict[tuple[str, str], set[int]] = {}
        for one, first, other, _, at in county.links.tolist():
            problem = county.parts[one].problem
            self.sections.setdefault((problem.schools[first], problem.indicators[at]), set()).update({one, other})

    def of(self, section: int, code: str, id_: str) -> set[int]:
        """Where it counts; in its own section where nothing is shared."""
        found = self.sections.get((code, id_), set())
        return found if section in found else {section}

    def once(self, section: int, code: str, way: Way) -> set[int]:
        """The sections for which a way is done as one: all that share everything it counts for."""
        several = [self.of(section, code, id_) for id_ in way.counts]
        return several[0] if all(one == several[0] for one in several) else {section}

    def adds(self, plans: Plans, section: int, code: str, id_: str) -> float:
        """What the ways of all sections add of one quantity; what is done for a whole school, once."""
        total = 0.0
        for other in self.of(section, code, id_):
            levers, row = self.county.parts[other], plans[other].amounts[self.rows[other][code]]
            for way in row.nonzero()[0].tolist():
                one = levers.ways[way]
                if id_ in one.counts and (other == section or section not in self.once(other, code, one)):
                    total += row[way] * one.counts[id_]
        return total


def _added(sharing: _Sharing, plans: Plans) -> Iterator[str]:
    """What is added of a quantity is what ways add; what is done for a whole school is alike in its sections."""
    for section, levers in enumerate(sharing.county.parts):
        for school, code in enumerate(levers.problem.schools):
            for at, id_ in enumerate(levers.problem.indicators):
                total = sharing.adds(plans, section, code, id_)
                if abs(total - plans[section].changes.added[school, at]) > CLOSE * max(1.0, total):
                    yield f"{code} {id_} is not what its ways add"
            for way, one in enumerate(levers.ways):
                for other in sharing.once(section, code, one) - {section}:
                    there = plans[other].amounts[sharing.rows[other][code], way]
                    if plans[section].amounts[school, way] != there:
                        yield f"{code} {one.means} {one.name} differs between sections"


def _over_county(sharing: _Sharing, plans: Plans) -> Iterator[str]:
    """Limits of the county; what is done for a whole school counts in its first section alone."""
    parts, first, hires = sharing.county.parts, sharing.county.parts[0], 0.0
    for way, one in enumerate(first.ways):
        total = 0.0
        for section, plan in enumerate(plans):
            for school in plan.amounts[:, way].nonzero()[0].tolist():
                if section == min(sharing.once(section, parts[section].problem.schools[school], one)):
                    total += plan.amounts[school, way]
        if total > first.total[1, way] + CLOSE:
            yield f"county {one.means} {one.name}"
        hires += total if one.means == "hire" else 0.0
    if hires > first.posts_total[1] + CLOSE:
        yield "county posts"
    for at, id_ in enumerate(first.problem.indicators):
        if sum(one.changes.moved[one.changes.moves[:, 0] == at].sum() for one in plans) > first.moving[1, at] + CLOSE:
            yield f"county moves {id_}"
