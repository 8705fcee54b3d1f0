"""Item G4: how large a school may be.

A school with both sections of compulsory education is held to the larger limit. Figures: ``over_primary``,
``over_junior``, ``over_combined`` (above the ordinary limit, whatever relief says), ``relieved`` (of these, within the
relief).
"""

from junheng.balance.items.context import CountyFacts, School
from junheng.balance.items.outcome import Outcome, all_of, not_reported, tally
from junheng.balance.model import Failing
from junheng.balance.reasons import number
from junheng.balance.relief import in_force
from junheng.balance.tolerance import holds
from junheng.policy.standard import Item
from junheng.policy.text import Text


def school_size(item: Item, county: CountyFacts) -> Outcome:
    schools = [one for one in county.ordinary() if one.compulsory or not one.pupils]
    plain = {one.code: _within(item, county, one, "") for one in schools}
    by_school = {one.code: _judged(item, county, one) for one in schools}
    failing = [one for one in schools if by_school[one.code] is False]
    return Outcome(
        met=all_of(by_school.values()),
        summary=tally(by_school),
        failing=tuple(Failing(one.code, one.name, _why(item, county, one)) for one in failing),
        missing=tuple(not_reported(one.name, _wanting(one)) for one in schools if by_school[one.code] is None),
        by_school=by_school,
        figures={
            **{
                f"over_{form}": sum(plain[one.code] is False for one in schools if _form(one) == form)
                for form in ("primary", "junior", "combined")
            },
            "relieved": sum(plain[one.code] is False and by_school[one.code] is True for one in schools),
        },
    )


def _form(school: School) -> str:
    return "combined" if len(school.compulsory) > 1 else next(iter(school.compulsory), "")


def _role(school: School) -> str:
    return "combined" if _form(school) == "combined" else "single"


def _within(item: Item, county: CountyFacts, school: School, relief: str) -> bool | None:
    if not school.compulsory:
        return None
    limit = county.number(item, f"{_role(school)}{relief}")
    return holds(school.compulsory_pupils, "at_most", limit)


def _judged(item: Item, county: CountyFacts, school: School) -> bool | None:
    """Within the limit, or within the relieved one where the school has the relief (None: not known whether)."""
    plain = _within(item, county, school, "")
    if plain is not False:
        return plain
    wide = _within(item, county, school, "_relief")
    granted = _relieved(item, county, school)
    return plain if wide is False or granted is False else all_of((wide, granted))


def _relieved(item: Item, county: CountyFacts, school: School) -> bool | None:
    """Built by 2010, or more than half of the pupils are migrant children."""
    uses = item.uses or {}
    if not in_force(county.rules, uses["relief"], uses["until"]):
        return False
    old, many = school.row["built_by_2010"], _many_migrants(item, county, school)
    if old is True or many is True:
        return True
    return None if old is None or many is None else False


def _many_migrants(item: Item, county: CountyFacts, school: School) -> bool | None:
    migrants, pupils = school.row["migrant_children"], school.compulsory_pupils
    if migrants is None or not pupils:
        return None
    return holds(migrants / pupils, "above", county.number(item, "migrant_share"))


def _why(item: Item, county: CountyFacts, school: School) -> Text:
    limit = county.number(item, _role(school))
    shown = "—" if limit is None else number(limit)
    return Text(
        f"义务教育段{school.compulsory_pupils}人，上限{shown}人", f"{school.compulsory_pupils} pupils, at most {shown}"
    )


def _wanting(school: School) -> Text:
    if school.compulsory_pupils is None or not school.compulsory:
        return Text("在校学生人数", "pupils")
    return Text("2010年及之前建成情况或随迁子女人数", "whether built by 2010, or migrant children")
