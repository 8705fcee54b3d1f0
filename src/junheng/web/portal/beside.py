"""What the county page says of another standard: its reasons, its dispersions and their mean against the limit."""

from typing import Any

from junheng.balance.compare import Comparison, MeanDispersion
from junheng.balance.model import CountyVerdict
from junheng.policy.standard import Standard
from junheng.web.portal.plain import plain


def other_standard(comparison: Comparison, county_code: str) -> dict[str, Any] | None:
    """The stored form of one county under the other standard; None when it has no verdict there."""
    verdict = next((one for one in comparison.city.counties if one.county_code == county_code), None)
    if verdict is None:
        return None
    standard = comparison.city.standard
    return {
        "standard": {"number": standard.number, "title": plain(standard.title)},
        "resources": str(verdict.resources),
        "reasons": plain(verdict.reasons),
        "sections": [_section(verdict, standard, mean) for mean in comparison.means[county_code]],
    }


def _section(verdict: CountyVerdict, standard: Standard, mean: MeanDispersion) -> dict[str, Any]:
    results = []
    for one in verdict.indicators:
        if one.section == mean.section:
            indicator = standard.indicator(one.indicator)
            said = {"title": plain(indicator.title), "unit": indicator.unit}
            results.append({**said, "mean": one.mean, "dispersion": one.dispersion})
    return {**plain(mean), "results": results}
