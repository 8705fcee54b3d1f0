"""What the standard would say of one school by itself, before the county is judged as a whole."""

from dataclasses import dataclass

from junheng.facts import Facts
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one section: its value, the threshold and whether it is met (None: not judged)."""

    section: str
    id: str
    title: Text
    unit: str
    value: float | None
    threshold: float | None
    met: bool | None


def indicators(facts: Facts, standard_name: str) -> list[Indicator]:
    """The indicators of one school's facts; none when the facts do not carry a school."""
    from junheng.balance import judge
    from junheng.policy import load_standard
    from junheng.policy.years import statistics_day

    if facts["schools"].is_empty():
        return []
    standard = load_standard(standard_name)
    rules = standard.rules(statistics_day(facts.year))
    city = judge(facts, standard)
    return [
        Indicator(
            school.section,
            one.id,
            one.title,
            one.unit,
            school.values.get(one.id),
            rules.number(one.threshold[school.section]) if school.section in one.threshold else None,
            school.met.get(one.id),
        )
        for county in city.counties
        for school in county.schools
        for one in standard.indicators
    ]
