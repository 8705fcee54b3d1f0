"""The public forms: rows of hidden schools and counts of hidden sections are stars, the rest is as it was."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from junheng.balance.model import CityVerdict
from junheng.facts.tables import Facts
from junheng.publish.disclosure import Hidden
from junheng.publish.disclosure_forms import fill_public_forms, write_public_forms
from junheng.publish.forms import fill_forms
from tests.publish.conftest import COUNTY

SMALL = "2141000001"


def _entries(filled: Any) -> dict[tuple[int, str], Any]:
    return {
        (at, place): entry.value for at, sheet in enumerate(filled.sheets) for place, entry in sheet.entries.items()
    }


def test_nothing_hidden_is_the_form_as_it_is(city: CityVerdict, facts: Facts) -> None:
    assert _entries(fill_public_forms(city, facts, COUNTY, Hidden())) == _entries(fill_forms(city, facts, COUNTY))


def test_the_row_of_a_hidden_school_is_stars(city: CityVerdict, facts: Facts) -> None:
    hidden = Hidden(frozenset({(SMALL, "primary")}))
    before, after = _entries(fill_forms(city, facts, COUNTY)), _entries(fill_public_forms(city, facts, COUNTY, hidden))
    changed = {key: after[key] for key in before if before[key] != after[key]}
    assert set(changed.values()) == {"*", "人数过少，数值不公开"}


def test_sums_of_a_hidden_section_are_stars(city: CityVerdict, facts: Facts, tmp_path: Path) -> None:
    own = frozenset((one.school_code, one.section) for one in city.county(COUNTY).schools if one.section == "primary")
    hidden = Hidden(own, frozenset({(COUNTY, "primary")}))
    before = _entries(fill_forms(city, facts, COUNTY))
    path = write_public_forms(city, facts, COUNTY, tmp_path / "forms.xlsx", hidden)
    written = {str(cell.value) for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row}
    means = [one.mean for one in city.county(COUNTY).indicators if one.section == "primary" and one.mean]
    assert means
    assert before
    assert not {f"{one:.2f}" for one in means} & written


def test_the_verdict_is_untouched(city: CityVerdict, facts: Facts) -> None:
    held = replace(city)
    fill_public_forms(city, facts, COUNTY, Hidden(frozenset({(SMALL, "primary")})))
    assert city == held
