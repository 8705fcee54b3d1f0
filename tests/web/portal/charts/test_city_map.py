"""The map: every county a link with words, coloured by its verdict, hostile names only text."""

import re
from xml.etree import ElementTree

import pytest
from django.urls import resolve
from django.utils.translation import override

from junheng.web.portal.charts.city_map import city_map, label_lines
from junheng.web.portal.models import County
from tests.web.factories import geometry

NASTY = '"><script>alert(1)</script>'


def _county(code: str = "410105", state: str = "not_met", zh: str = "金水区", en: str = "Jinshui") -> County:
    return County(code=code, state=state, name={"zh": zh, "en": en}, position=0)


def _map(*counties: County) -> str:
    drawn = city_map(geometry(), counties, "2025")
    assert drawn is not None
    return drawn


def test_every_county_on_the_map_is_a_link_with_words() -> None:
    svg = _map(_county())
    assert svg.count("<a href=") == 1
    assert 'aria-label="金水区 未达标"' in svg
    assert 'class="area not_met"' in svg


def test_the_links_lead_to_the_counties_of_the_year_in_the_language_of_the_page() -> None:
    with override("en"):
        (address,) = re.findall(r'href="([^"]+)"', _map(_county()))
        assert address == "/en/2025/county/410105/"
        assert resolve(address).url_name == "county"


@pytest.mark.parametrize(("state", "sign"), [("met", "✓"), ("not_met", "✗"), ("not_judged", "?")])
def test_a_state_is_told_by_a_sign_and_not_by_colour_alone(state: str, sign: str) -> None:
    assert f">{sign}</text>" in _map(_county(state=state))


def test_a_hostile_name_is_only_text() -> None:
    svg = _map(_county(zh=NASTY))
    assert "<script" not in svg
    assert ElementTree.fromstring(svg).tag.endswith("svg")  # noqa: S314 - our own


def test_a_county_without_shape_is_described_and_not_drawn() -> None:
    svg = _map(_county(), _county("419999", zh="新区"))
    assert svg.count("<a href=") == 1
    assert "新区 未达标" in svg


def test_without_geometry_there_is_no_map() -> None:
    assert city_map({}, [], "2025") is None
    assert city_map({}, [_county()], "2025") is None


def test_long_names_break_at_spaces() -> None:
    assert label_lines("Economic Development Zone") == ["Economic", "Development", "Zone"]
    assert label_lines("Airport Zone") == ["Airport Zone"]
    assert label_lines("管城回族区") == ["管城回族区"]
