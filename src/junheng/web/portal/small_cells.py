"""What an edition hides: the numbers in force, and the other standard without what is hidden."""

from dataclasses import replace

from django.conf import settings

from junheng.balance.compare import Comparison, MeanDispersion
from junheng.balance.model import CountyVerdict
from junheng.policy.small_cells import Disclosure, disclosure_on
from junheng.policy.years import statistics_day
from junheng.publish.disclosure import Hidden, hide_other
from junheng.publish.disclosure_marks import hidden as is_hidden


def disclosure_rules(year: int) -> Disclosure:
    """The numbers of disclosure control on the statistics day of a year; ``JUNHENG_DISCLOSURE`` holds a city's own."""
    return disclosure_on(statistics_day(year), settings.JUNHENG_DISCLOSURE)


def protected(comparison: Comparison | None, hidden: Hidden) -> Comparison | None:
    """The other standard without the numbers of sections that have a hidden school."""
    if comparison is None or not hidden.schools:
        return comparison
    city = hide_other(comparison.city, hidden)
    return Comparison(city, {one.county_code: _means(one, comparison) for one in city.counties})


def _means(county: CountyVerdict, comparison: Comparison) -> tuple[MeanDispersion, ...]:
    gone = {one.section for one in county.indicators if is_hidden(one)}
    return tuple(
        replace(one, value=None) if one.section in gone else one for one in comparison.means[county.county_code]
    )
