"""The application forms I to VI of one county."""

from pathlib import Path

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.policy.text import Text
from junheng.policy.years import year_label
from junheng.publish.forms.county import county_values
from junheng.publish.forms.filled import Filled, fill_layout, titled
from junheng.publish.forms.layout import load_layout
from junheng.publish.forms.school_rows import row_counts, school_rows
from junheng.publish.forms.write import write_filled

INDICATORS = ("L1", "L2", "L3", "L4", "L5", "L6", "L7")


class FormError(ValueError):
    """The official forms cannot hold this verdict; ``text`` says why in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(f"{text.zh} / {text.en}")


def fill_forms(city: CityVerdict, facts: Facts, county_code: str, *, notice: Text | None = None) -> Filled:
    """Forms I to VI filled from the verdict and the facts it was made from; ``gaps`` lists every empty blank.

    Raises:
        FormError: the verdict follows a standard whose indicators are not those of the forms.
    """
    check_standard(city)
    values = {**county_values(city, facts, county_code), **row_counts(city, facts, county_code)}
    filled = fill_layout(load_layout("application"), values, school_rows(city, facts, county_code))
    about = f"{city.county(county_code).county.zh}　{year_label(city.year)}"
    return titled(filled, about, notice.zh if notice else "", city.year)


def write_forms(city: CityVerdict, facts: Facts, county_code: str, path: Path, *, notice: Text | None = None) -> Path:
    """Write forms I to VI as one workbook in the official layout and rounding; ``notice`` stands on every page."""
    return write_filled(fill_forms(city, facts, county_code, notice=notice), path)


def check_standard(city: CityVerdict) -> None:
    if tuple(one.id for one in city.standard.indicators) != INDICATORS:
        raise FormError(
            Text(
                f"官方表格只适用于教督〔2017〕6号的7项指标，本次评估依据是{city.standard.title.zh}",
                f"the official forms hold the 7 indicators of 教督〔2017〕6号, not those of {city.standard.title.en}",
            )
        )
