"""The heat table: narrowed, sorted, escaped, every value a link that exists."""

import re

import pytest
from django.http import QueryDict
from django.urls import resolve

from junheng.web.portal.heat import Ask, narrowed, rows
from junheng.web.portal.models import Edition, School

IDS = ("L1", "L5")
EDITION = Edition(year=2025)


def _school(
    code: str, value: float | None, *, passes: bool | None = True, section: str = "primary", **more: object
) -> School:
    fields = {"name": f"学校{code}", "pupils": 100.0, "met": 2, "reasons": [], **more}
    marks = {"L1": "met", "L5": "none" if value is None else "below"}
    return School(code=code, section=section, passes=passes, values={"L1": 5.0, "L5": value}, marks=marks, **fields)


SCHOOLS = [
    _school("1", 3.0),
    _school("2", None, passes=None),
    _school("3", 1.0, passes=False),
    _school("4", 2.0, section="junior"),
]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", "1234"),
        ("section=junior", "4"),
        ("show=failing", "23"),
        ("name=学校3", "3"),
        ("sort=L5", "3412"),
        ("sort=-L5", "1432"),
        ("sort=-name", "4321"),
        ("sort=DROP", "1234"),
        ("section=nowhere", ""),
    ],
)
def test_the_address_narrows_and_sorts(query: str, codes: str) -> None:
    ask = Ask.of(QueryDict(query), IDS)
    assert "".join(one.code for one in narrowed(SCHOOLS, ask)) == codes


def test_a_value_is_rounded_signed_and_linked() -> None:
    html = rows([_school("2141000001", 1.005)], IDS, EDITION)
    assert '<td class="n below"><a href="/2025/school/2141000001/primary/L5/">1.01</a><i>✗</i></td>' in html
    assert '<td class="n met"><a href="/2025/school/2141000001/primary/L1/">5.00</a></td>' in html


def test_a_missing_value_is_not_a_zero() -> None:
    assert ">—</a><i>?</i>" in rows([_school("2141000001", None)], IDS, EDITION)


def test_a_hostile_name_is_only_text() -> None:
    html = rows([_school("2141000001", 1.0, name='"><script>alert(1)</script>')], IDS, EDITION)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_every_link_leads_somewhere() -> None:
    for address in re.findall(r'href="([^"]+)"', rows(SCHOOLS, IDS, EDITION)):
        assert resolve(address).url_name in {"school", "value"}
