"""Why no plan by several ways keeps the limits: the smallest set of schools, dispersions and limits that clash."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from junheng.balance.remedy.conflicts import EACH, SECONDS, in_words, softest_first, without_blocks
from junheng.balance.remedy.plan import Demand
from junheng.balance.remedy.solve import hopeless
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import Levers
from junheng.balance.remedy.ways.solve import solved_by_ways
from junheng.balance.remedy.ways.way import TITLES
from junheng.facts.codes import code_list
from junheng.policy.text import Text
from junheng.programs import Solver, smallest_clash


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A demand; what of the sections it is about: the section and the school or indicator, or the way."""

    demand: Demand
    section: int = -1
    at: int = -1


def why_no_way(county: County, levels: Sequence[str], solver: Solver | None) -> tuple[Text, tuple[Demand, ...]]:
    """The conflict of the sections in words, and its demands; ``levels`` are the sections' names."""
    parts = county.parts
    titles = [code_list("sections").codes.get(one, Text(one, one)) for one in levels]
    heads = [Text("", "")] if len(parts) == 1 else [Text(f"{one.zh} ", f"{one.en} ") for one in titles]
    until, every = time.monotonic() + SECONDS, list(_demands(parts, heads))

    def fails(kept: list[_Part]) -> bool:
        if time.monotonic() >= until:
            return False
        held = county.with_parts(_only(parts, every, kept))
        return solved_by_ways(held, solver, seconds=EACH, gap=1.0).impossible

    lost = _lost(parts)
    demands = [one for one in every if lost in {None, (one.section, one.at)} or one.demand.kind not in SOFT]
    less: list[_Part] = softest_first(without_blocks(demands, fails))
    left = smallest_clash(less, fails)
    return in_words(left)


SOFT = frozenset({"school", "dispersion"})


def _lost(parts: Sequence[Levers]) -> tuple[int, int] | None:
    """Section and school of the first that cannot pass by itself."""
    for section, one in enumerate(parts):
        schools = np.flatnonzero(hopeless(one.problem))
        if schools.size:
            return section, int(schools[0])
    return None


def _demands(parts: Sequence[Levers], heads: Sequence[Text]) -> Iterator[_Part]:
    for section, (levers, head) in enumerate(zip(parts, heads, strict=True)):
        problem = levers.problem
        for at, code in enumerate(problem.schools):
            words = Text(f"{head.zh}学校 {code} 达标", f"{head.en}school {code} passes")
            yield _Part(Demand("school", words, school_code=code), section, at)
        for at, id_ in enumerate(problem.indicators):
            if np.isfinite(problem.limit[at]):
                limit = f"{problem.limit[at]:g}"
                words = Text(f"{head.zh}{id_} 差异系数不超过 {limit}", f"{head.en}dispersion of {id_} at most {limit}")
                yield _Part(Demand("dispersion", words, indicator=id_), section, at)
    yield from _limits(parts)


def _limits(parts: Sequence[Levers]) -> Iterator[_Part]:
    first = parts[0]
    for at, way in enumerate(first.ways):
        limited = any(np.isfinite(one.most[:, at]).any() or np.isfinite(one.total[:, at]).any() for one in parts)
        if limited:
            title = TITLES[way.means]
            words = Text(f"{title.zh} {way.name} 的上限", f"the limits on {title.en} {way.name}")
            id_ = way.name if way.name in way.counts else None
            yield _Part(Demand("way", words, indicator=id_), at=at)
    if any(one.posts is not None for one in parts):
        yield _Part(Demand("posts", Text("招聘不超过空编", "no more are hired than posts are free")))
    if any(np.isfinite(one.moving).any() or np.isfinite(one.leaving).any() for one in parts):
        yield _Part(Demand("moves", Text("调动人数的上限", "the limits on moves")))


def _only(parts: Sequence[Levers], every: Sequence[_Part], kept: Sequence[_Part]) -> list[Levers]:
    """The sections with the kept ones of the demands alone."""
    held = {id(one) for one in kept}
    left = [one for one in every if id(one) not in held]
    return [_without(one, section, left) for section, one in enumerate(parts)]


def _without(levers: Levers, section: int, left: Sequence[_Part]) -> Levers:
    """One section without these demands."""
    problem = levers.problem
    full, floor, limit = problem.full.copy(), problem.floor.copy(), problem.limit.copy()
    least, most, total = levers.least.copy(), levers.most.copy(), levers.total.copy()
    for one in left:
        if one.demand.kind == "school" and one.section == section:
            full[one.at] = floor[one.at] = problem.nothing[one.at]
        elif one.demand.kind == "dispersion" and one.section == section:
            limit[one.at] = np.inf
        elif one.demand.kind == "way":
            least[:, one.at], most[:, one.at], total[:, one.at] = 0.0, np.inf, np.inf
    free = {one.demand.kind for one in left}
    posts, posts_total = (None, (np.inf, np.inf)) if "posts" in free else (levers.posts, levers.posts_total)
    moves = "moves" in free
    return replace(
        levers,
        problem=replace(problem, full=full, floor=floor, limit=limit),
        least=least,
        most=most,
        total=total,
        posts=posts,
        posts_total=posts_total,
        leaving=np.full_like(levers.leaving, np.inf) if moves else levers.leaving,
        moving=np.full_like(levers.moving, np.inf) if moves else levers.moving,
    )
