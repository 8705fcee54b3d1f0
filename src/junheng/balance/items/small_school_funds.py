"""Item G6: small village schools and teaching points are funded as if they had 100 pupils (F10).

A school counts by its pupils of last year where given, since the funds are last year's; uncounted schools (附设村小)
are looked at by themselves. The standard per pupil is the one the county reports. Figures: ``small_schools``,
``small_pupils``, ``small_funds_yuan``.
"""

from junheng.balance.items.context import CountyFacts, School, total
from junheng.balance.items.outcome import Outcome, all_of, not_reported, tally
from junheng.balance.model import Failing
from junheng.balance.reasons import number
from junheng.balance.tolerance import holds
from junheng.policy.standard import Item
from junheng.policy.text import Text


def small_school_funds(item: Item, county: CountyFacts) -> Outcome:
    size = county.number(item, "pupils")
    if size is None:
        return Outcome(None, Text("标准人数未知", "the number of pupils is not known"))
    small = [one for one in county.separate if _is_small(one, county, size)]
    by_school = {one.code: holds(funds(one, county), "at_least", needed(one, county, size)) for one in small}
    failing = tuple(
        Failing(one.code, one.name, _why(funds(one, county), needed(one, county, size)))
        for one in small
        if by_school[one.code] is False
    )
    return Outcome(
        met=all_of(by_school.values()),
        summary=tally(by_school) if small else Text("没有不足100人的规模较小学校", "no school with fewer pupils"),
        failing=failing,
        missing=tuple(not_reported(one.name, WANTING) for one in small if by_school[one.code] is None),
        by_school=by_school,
        figures={
            "small_schools": len(small),
            "small_pupils": total(pupils(one, county) for one in small),
            "small_funds_yuan": total(funds(one, county) for one in small),
        },
    )


WANTING = Text("上一年度公用经费预算总额或规定的生均标准", "public funds of last year, or the standard per pupil")


def pupils(school: School, county: CountyFacts) -> float | None:
    """Pupils of last year where given, else of this year."""
    last: float | None = county.separate_row("money", school.code)["pupils_last_year"]
    return school.compulsory_pupils if last is None else last


def funds(school: School, county: CountyFacts) -> float | None:
    found: float | None = county.separate_row("money", school.code)["public_funds_budget_yuan"]
    return found


def needed(school: School, county: CountyFacts, size: float) -> float | None:
    """The county's standard per pupil (by section, weighted by pupils) times the pupils to be funded."""
    per_pupil = [county.county[f"public_funds_standard_{section}_yuan"] for section in school.compulsory]
    counts = [school.pupils[section] for section in school.compulsory]
    whole = total(counts)
    if whole is None or not whole or None in per_pupil:
        return None
    standard: float = sum(one * count for one, count in zip(per_pupil, counts, strict=True) if count) / whole
    return size * standard


def _is_small(school: School, county: CountyFacts, size: float) -> bool:
    """Village schools and teaching points only; where the place is not reported a small school counts as one."""
    count = pupils(school, county)
    village = school.kind == "teaching_point" or school.zone in {"rural", None}
    return school.kind != "special" and village and count is not None and count < size and bool(school.compulsory)


def _why(have: float | None, need: float | None) -> Text:
    if have is None or need is None:
        raise ValueError("a failing school has funds and a requirement")
    return Text(
        f"公用经费{number(have)}元，应不低于{number(need)}元",
        f"funds of {number(have)} yuan, at least {number(need)} required",
    )
