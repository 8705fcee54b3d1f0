"""Why a siting cannot be done as asked, in words: the smallest set of demands that cannot be kept together.

Every demand that has to do with a proof of ``shortage`` (or with limits that clash, ``limits``) is left out in turn;
what may stay out without the proof going away stays out (deletion filter). Without any one of the demands that remain
the proof is gone.

Reference: J. W. Chinneck, Feasibility and Infeasibility in Optimization, Springer 2008, ch. 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from junheng.policy.text import Text, listed
from junheng.programs import smallest_clash
from junheng.seats.assignment import Demand
from junheng.seats.assignment.model import NOBODY, Ints
from junheng.seats.siting.limits import limits_kept
from junheng.seats.siting.model import Options, SitingProblem
from junheng.seats.siting.shortage import Shortage, reached, shortage


@dataclass(frozen=True)
class Names:
    """What areas, sites and groups are called; by number where a sequence is empty."""

    areas: Sequence[str] = ()
    sites: Sequence[str] = ()
    groups: Sequence[str] = ()

    def area(self, at: int) -> str:
        return self.areas[at] if self.areas else f"#{at}"

    def site(self, at: int) -> str:
        return self.sites[at] if self.sites else f"#{at}"

    def group(self, at: int) -> str:
        return self.groups[at] if self.groups else f"#{at}"


@dataclass(frozen=True)
class Unsited:
    """Why there is no siting, or none that seats everybody.

    Attributes:
        demands: that cannot be kept together, none of which could be left out of the proof; empty when nothing is
            proven and only the search found no way.
        short: who is left without a seat, and of what there is too little; None when number, budget and groups clash
            by themselves.
        names: of areas and sites.
    """

    demands: tuple[Demand, ...]
    short: Shortage | None = None
    names: Names = field(default_factory=Names)

    @property
    def proven(self) -> bool:
        return bool(self.demands)

    @property
    def words(self) -> Text:
        """The whole in one sentence."""
        if not self.proven:
            return Text(
                "没有找到满足全部要求的方案，也没有证明不存在；可以延长时间再找",
                "No siting that keeps every demand was found, nor is it proven that there is none; more time may help",
            )
        clash = _clash(self.demands)
        if self.short is None:
            return clash
        head = _head(self.short, self.names)
        return Text(f"{head.zh}。{clash.zh}", f"{head.en}. {clash.en}")


def why_limits(problem: SitingProblem, names: Names | None = None) -> Unsited | None:
    """The clash of number, budget and groups, or None when they can be kept; exact."""
    named = names or Names()
    if limits_kept(problem):
        return None
    demands = [*_groups(problem, named), *_limits(problem)]
    left = smallest_clash(demands, lambda kept: not limits_kept(_relieved(problem, kept)))
    return Unsited(tuple(left), None, named)


def why_unsited(problem: SitingProblem, names: Names | None = None) -> Unsited | None:
    """Why no siting seats everybody, or None when nothing proves it.

    Args:
        problem: with its limits and demands.
        names: of areas and sites.

    None does not promise that everybody finds a seat: whole areas may still not fit together.
    """
    named = names or Names()
    clash = why_limits(problem, named)
    if clash is not None:
        return clash
    found = shortage(problem)
    if found is None:
        return None
    only = _only(problem, found)
    left = smallest_clash(_demands(only, found, named), lambda kept: shortage(_relieved(only, kept)) is not None)
    told = shortage(_relieved(only, left)) or found
    return Unsited((*left, *_links(only, left, told)), told, named)


def _clash(demands: Sequence[Demand]) -> Text:
    zh, en = "；".join(one.words.zh for one in demands), "; ".join(one.words.en for one in demands)
    if len(demands) == 1:
        return Text(f"做不到的要求：{zh}", f"The demand that cannot be kept: {en}")
    return Text(f"这些要求不能同时满足：{zh}", f"These demands cannot all be kept: {en}")


def _head(short: Shortage, names: Names) -> Text:
    areas = listed([names.area(at) for at in short.areas], counted=False)
    if short.kind == "size":
        return Text(
            f"片区 {areas.zh} 有 {short.pupils} 名学生，可去的学校最大只有 {short.seats} 个学位",
            f"Area {areas.en} has {short.pupils} pupils, the largest school it may go to has {short.seats} seats",
        )
    count = len(short.areas)
    zh = f"{count} 个片区（{areas.zh}）共 {short.pupils} 名学生"
    en = f"{short.pupils} pupils of {count} areas ({areas.en})"
    if short.kind == "number":
        return Text(f"{zh}，都有学位至少须新开 {short.needed:g} 处", f"{en} need at least {short.needed:g} new sites")
    if short.kind == "money":
        return Text(f"{zh}，都有学位至少须花费 {short.needed:g}", f"{en} need at least {short.needed:g} of money")
    if short.seats == 0:
        return Text(f"{zh}，没有一所学校可去", f"{en} have no school to go to")
    lacking = short.pupils - short.seats
    return Text(
        f"{zh}，最多只有 {short.seats} 个学位可去，缺 {lacking} 个",
        f"{en} can reach {short.seats} seats at most, {lacking} too few",
    )


def _only(problem: SitingProblem, short: Shortage) -> SitingProblem:
    """The same with the pupils of these areas alone."""
    pupils = np.zeros_like(problem.places.pupils)
    at = list(short.areas)
    pupils[at] = problem.places.pupils[at]
    return replace(problem, places=replace(problem.places, pupils=pupils))


def _demands(problem: SitingProblem, short: Shortage, names: Names) -> list[Demand]:
    """Every demand that has to do with these areas, the softest first: those are left out first."""
    places, areas = problem.places, np.array(short.areas, np.int64)
    of = np.isin(places.arcs.area, areas)
    found = []
    if (places.arcs.metres[of] > places.cap_metres).any():
        cap = f"{places.cap_metres:g}"
        words = Text(f"上学不超过 {cap} 米", f"nobody goes farther than {cap} m")
        found.append(Demand("cap", short.areas, words))
    if places.forbidden is not None and places.forbidden[of].any():
        words = Text("某些片区不得去某些学校", "certain areas must not go to certain schools")
        found.append(Demand("forbidden", short.areas, words))
    if places.locked is not None:
        for area in areas[places.locked[areas] != NOBODY].tolist():
            one, school = names.area(area), names.site(int(places.locked[area]))
            found.append(Demand("lock", (area,), Text(f"{one} 固定到 {school}", f"{one} is locked to {school}")))
    return [*found, *_groups(problem, names), *_limits(problem), *_seats(problem, areas, names)]


def _links(problem: SitingProblem, left: list[Demand], short: Shortage) -> list[Demand]:
    """That only ways which were given can be gone: needed where no cap says so and other sites have seats enough."""
    held = {area for one in left if one.kind == "lock" for area in one.members}
    most, areas = problem.most_seats, np.array(sorted(set(short.areas) - held), np.int64)
    near = reached(replace(problem.places, seats=most, cap_metres=float("inf")), areas)
    elsewhere = int(most.sum()) - int(most[near].sum())
    if areas.size == 0 or elsewhere == 0 or any(one.kind == "cap" for one in left):
        return []
    words = Text("只能走路程表里有的路", "only ways of the table of ways can be gone")
    return [Demand("links", short.areas, words)]


def _limits(problem: SitingProblem) -> list[Demand]:
    found = []
    if problem.at_most is not None:
        words = Text(f"最多新开 {problem.at_most} 处", f"at most {problem.at_most} new sites")
        found.append(Demand("number", (), words))
    if np.isfinite(problem.budget):
        words = Text(f"花费不超过 {problem.budget:g}", f"no more than {problem.budget:g} is spent")
        found.append(Demand("budget", (), words))
    return found


def _groups(problem: SitingProblem, names: Names) -> list[Demand]:
    if problem.group is None:
        return []
    found = []
    for one in np.unique(problem.group[problem.group != NOBODY]).tolist():
        members = listed([names.site(at) for at in np.flatnonzero(problem.group == one).tolist()])
        called = names.group(one)
        words = Text(f"{called}（{members.zh}）至少开一处", f"at least one site of {called} ({members.en}) is open")
        found.append(Demand("group", (one,), words))
    return found


def _seats(problem: SitingProblem, areas: Ints, names: Names) -> list[Demand]:
    """The seats within reach: of the schools that stand, and of the new sites at their largest."""
    most = problem.most_seats
    near, is_new = reached(replace(problem.places, seats=most), areas), problem.new[problem.part_of]
    found = []
    for kind, zh, en in (("seats", "现有学校", "schools that stand"), ("sites", "候选地", "new sites")):
        members = near[is_new[near] == (kind == "sites")]
        if members.size:
            called, total = listed([names.site(at) for at in members.tolist()]), int(most[members].sum())
            words = Text(
                f"{zh} {called.zh} 最多共 {total} 个学位", f"{en} {called.en} have {total} seats together at most"
            )
            found.append(Demand(kind, tuple(members.tolist()), words))
    return found


def _relieved(problem: SitingProblem, kept: list[Demand]) -> SitingProblem:
    """The problem with these demands only: everything else is lifted, seats of other sites that open are unlimited."""
    kinds = {one.kind for one in kept}
    of = {kind: [m for one in kept if one.kind == kind for m in one.members] for kind in ("lock", "group")}
    places = problem.places
    locked = None
    if places.locked is not None:
        held = np.isin(np.arange(places.pupils.size), of["lock"])
        locked = np.where(held, places.locked, NOBODY)
    group = None
    if problem.group is not None:
        group = np.where(np.isin(problem.group, of["group"]), problem.group, NOBODY)
    return replace(
        problem,
        places=replace(
            places,
            cap_metres=places.cap_metres if "cap" in kinds else float("inf"),
            forbidden=places.forbidden if "forbidden" in kinds else None,
            locked=locked,
        ),
        options=_roomy(problem, kinds),
        at_most=problem.at_most if "number" in kinds else None,
        budget=problem.budget if "budget" in kinds else float("inf"),
        group=group,
    )


def _roomy(problem: SitingProblem, kinds: set[str]) -> Options:
    """Options whose seats are unlimited where their kind of site is not among the demands kept."""
    options, enough = problem.options, int(problem.places.pupils.sum())
    is_new = problem.new[problem.part_of][options.site]
    lifted = np.where(is_new, "sites" not in kinds, "seats" not in kinds) & (options.seats > 0)
    return replace(options, seats=np.where(lifted, np.maximum(options.seats, enough), options.seats))
