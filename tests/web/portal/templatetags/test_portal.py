"""Numbers, badges and links as templates write them."""

import re
from typing import Any

import pytest
from django.template import Context
from django.test import RequestFactory
from django.utils.translation import override

from junheng.web.portal.templatetags import portal


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [
        (None, 3, "—"),
        (0.0, 3, "+0.000"),
        (0.12, 3, "+0.120"),
        (-0.031, 3, "−0.031"),
        (-0.0004, 3, "−0.0004"),
        (0.0000001, 2, "+0.0000001"),
        (-1234.5, 2, "−1,234.50"),
    ],
)
def test_a_margin_has_its_sign_and_is_never_rounded_to_nothing(value: float | None, decimals: int, words: str) -> None:
    assert portal.signed(value, decimals) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "—"), (0, "0"), (0.0, "0"), (1234567.0, "1,234,567"), (12.345, "12.35"), ("二十", "二十"), (True, "True")],
)
def test_a_reported_number(value: Any, words: str) -> None:
    assert portal.number(value) == words


def _measured(value: float | None, threshold: float | None, unit: str = "%") -> dict[str, Any]:
    return {"value": value, "unit": unit, "threshold": None if threshold is None else {"value": threshold}}


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        (_measured(96.44, 95.0), "96.4"),
        (_measured(94.96, 95.0), "94.96"),
        (_measured(94.9996, 95.0), "94.9996"),
        (_measured(95.0, 95.0), "95.0"),
        (_measured(96.44, None), "96.4"),
        (_measured(None, 95.0), "—"),
        (_measured(31.0, 45.0, "人"), "31"),
    ],
)
def test_a_share_has_as_many_digits_as_tell_it_from_its_threshold(measured: dict[str, Any], words: str) -> None:
    assert portal.measured_value(measured) == words


@pytest.mark.parametrize(
    ("value", "words"), [(None, "—"), (7.5, "7.5"), (0.0, "0"), (100.0, "100"), (2000.0, "2,000"), (4.2, "4.2")]
)
def test_a_threshold_has_no_trailing_zeros(value: float | None, words: str) -> None:
    assert portal.plain_number(value) == words


def test_rounding_is_the_official_forms() -> None:
    assert (portal.average(1234.005), portal.dispersion(0.4995), portal.average(None)) == ("1,234.01", "0.500", "—")


def test_a_badge_says_its_state_in_sign_and_words() -> None:
    assert portal.badge("not_met") == '<span class="badge not_met"><span aria-hidden="true">✗</span> 未达标</span>'
    assert "未评定" in portal.met_badge(None)


@pytest.mark.parametrize(
    ("domain", "state", "ok", "words"),
    [
        ("quality", "met", True, "✓</span> 达标"),
        ("quality", "by_evidence", True, "◆</span> 佐证认定 · 达标"),
        ("quality", "by_evidence", False, "◆</span> 佐证认定 · 未达标"),
        ("quality", "not_judged", None, "?</span> 未评定"),
        ("veto", "met", True, "✓</span> 未发现"),
        ("veto", "by_evidence", False, "◆</span> 佐证认定 · 存在"),
    ],
)
def test_the_badge_of_an_item(domain: str, state: str, ok: bool | None, words: str) -> None:
    assert words in portal.item_badge({"item": {"domain": domain}, "state": state, "ok": ok})


def test_counts_of_schools_in_both_languages() -> None:
    counts = {"of": 5, "met": 3, "not_met": 1, "not_judged": 1}
    assert portal.school_counts(counts) == "5 校：达标 3 · 未达标 1 · 未评定 1"
    with override("en"):
        assert portal.school_counts(counts).startswith("5 schools")


def test_a_key_that_is_not_there_is_nothing() -> None:
    assert portal.take({"a": 1}, "b") is None


def _link(query: str, by: str = "L5", label: str = "体育") -> str:
    return portal.sort_link(Context({"request": RequestFactory().get(f"/?{query}")}), by, label)


def test_a_heading_sorts_and_sorts_back_and_keeps_the_filter() -> None:
    assert 'href="?section=junior&amp;sort=L5#schools"' in _link("section=junior")
    assert 'href="?sort=-L5#schools">体育 ▲' in _link("sort=L5")
    assert 'href="?sort=L5#schools">体育 ▼' in _link("sort=-L5")


def test_a_hostile_filter_stays_inside_the_link() -> None:
    link = _link('name="><script>alert(1)</script>', label="<b>")
    assert re.findall(r"<[^>]*>", link)[1:] == ["</a>"]


def test_only_what_is_not_met_has_a_sign() -> None:
    assert [str(portal.mark_sign(one)) for one in ("met", "near", "below", "none")] == [
        "",
        "<i>△</i>",
        "<i>✗</i>",
        "<i>?</i>",
    ]


def test_the_bar_of_the_mean_is_drawn_and_all_else_is_escaped() -> None:
    written = portal.overline("CV = S/X\u0304 <b>")
    assert written == 'CV = S/<span role="img" aria-label="X\u0304" data-over>X</span> &lt;b&gt;'
    assert portal.overline("<b>") == "&lt;b&gt;"
