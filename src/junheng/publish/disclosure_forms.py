"""The application forms as the public may see them: rows of hidden schools and counts of hidden sections say ``*``."""

from pathlib import Path

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.policy.text import Text
from junheng.policy.years import year_label
from junheng.publish.disclosure import WITHHELD, Hidden, hide
from junheng.publish.forms.application import INDICATORS, check_standard
from junheng.publish.forms.county import county_values
from junheng.publish.forms.filled import Filled, fill_layout, titled
from junheng.publish.forms.layout import load_layout
from junheng.publish.forms.phrases import Value, Values
from junheng.publish.forms.school_rows import row_counts, school_rows
from junheng.publish.forms.write import write_filled
from junheng.publish.table import SUPPRESSED

STAR = str(SUPPRESSED.value)
COUNTS = ("pupils", "classes", "teachers", "staff")


def write_public_forms(
    city: CityVerdict, facts: Facts, county_code: str, path: Path, hidden: Hidden, *, notice: Text | None = None
) -> Path:
    """Forms I to VI of the whole verdict ``city`` with what is hidden written as ``*``."""
    return write_filled(fill_public_forms(city, facts, county_code, hidden, notice=notice), path)


def fill_public_forms(
    city: CityVerdict, facts: Facts, county_code: str, hidden: Hidden, *, notice: Text | None = None
) -> Filled:
    """As ``fill_forms``, protected.

    Raises:
        FormError: the verdict follows a standard whose indicators are not those of the forms.
    """
    check_standard(city)
    seen = hide(city, hidden)
    values = {
        **county_values(seen, facts, county_code),
        **row_counts(seen, facts, county_code),
        **_hidden_values(seen, county_code, hidden),
    }
    filled = fill_layout(load_layout("application"), values, _rows(seen, facts, county_code, hidden))
    about = f"{seen.county(county_code).county.zh}　{year_label(seen.year)}"
    return titled(filled, about, notice.zh if notice else "", seen.year)


def _hidden_values(city: CityVerdict, county_code: str, hidden: Hidden) -> dict[str, Value]:
    """Sums over a section whose mean is hidden would be about its few schools."""
    gone = [section for code, section in hidden.sections if code == county_code]
    found: dict[str, Value] = {f"{name}.{section}": STAR for section in gone for name in COUNTS}
    for section in gone:
        for one in city.standard.indicators:
            found |= {f"mean.{section}.{one.id}": STAR, f"dispersion.{section}.{one.id}": STAR}
    return found


def _rows(city: CityVerdict, facts: Facts, county_code: str, hidden: Hidden) -> list[Values]:
    rows = school_rows(city, facts, county_code)
    schools = city.county(county_code).schools
    ordered = [one for section in city.standard.sections for one in schools if one.section == section]
    stars: dict[str, Value] = dict.fromkeys(("pupils", "classes", *INDICATORS), STAR)
    return [
        {**row, **stars, "remark": WITHHELD.zh} if (one.school_code, one.section) in hidden.schools else row
        for row, one in zip(rows, ordered, strict=True)
    ]
