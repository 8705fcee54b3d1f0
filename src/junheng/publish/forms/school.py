"""The self-assessment form of one school (学校自评表)."""

from pathlib import Path

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.policy.text import Text
from junheng.policy.years import year_label
from junheng.publish.forms.application import check_standard
from junheng.publish.forms.filled import Filled, fill_layout, titled
from junheng.publish.forms.layout import load_layout
from junheng.publish.forms.school_values import school_values
from junheng.publish.forms.write import write_filled


def fill_school_form(city: CityVerdict, facts: Facts, school_code: str, *, notice: Text | None = None) -> Filled:
    """The form of one school; ``gaps`` lists every blank that could not be filled.

    Raises:
        KeyError: the facts have no such school.
        FormError: the verdict follows a standard whose indicators are not those of the form.
    """
    check_standard(city)
    filled = fill_layout(load_layout("school"), school_values(city, facts, school_code))
    return titled(filled, year_label(city.year), notice.zh if notice else "", city.year)


def write_school_form(
    city: CityVerdict, facts: Facts, school_code: str, path: Path, *, notice: Text | None = None
) -> Path:
    """Write the self-assessment form of one school as a workbook; ``notice`` stands on every page."""
    return write_filled(fill_school_form(city, facts, school_code, notice=notice), path)
