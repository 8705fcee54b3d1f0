"""What a school helps its county to fail, by year."""

from dataclasses import replace

import pytest
from django.test import Client

from junheng.balance.model import CountyVerdict, Failing, ItemResult, State
from junheng.policy import Text
from junheng.web.portal import queries
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.failed_items import failed_items, failed_years
from tests.web import factories

CODE, OTHER = "2141000001", "2141000002"


def item(id_: str, *codes: str, met: bool) -> ItemResult:
    one = next(one for one in factories.STANDARD.items if one.id == id_)
    failing = tuple(Failing(code, "学校", Text(f"{id_}超过", f"{id_} is above")) for code in codes)
    return ItemResult(one, State.MET if met else State.NOT_MET, Text("x", "x"), failing=failing)


def county(year: int, *items: ItemResult) -> CountyVerdict:
    held = factories.county(schools=(factories.school(CODE), factories.school(CODE, "junior")), year=year)
    changed = {one.item.id: one for one in items}
    return replace(held, items=tuple(changed.get(one.item.id, one) for one in held.items))


@pytest.fixture
def published(db: None) -> None:
    now = county(2025, item("G4", CODE, OTHER, met=False), item("G5", CODE, CODE, met=False), item("G6", met=True))
    cities = [factories.city([county(2024)], 2024), factories.city([now])]
    publish_city(cities, snapshots={2024: "a", 2025: "b"}, synthetic=True)


def stored(id_: str, *codes: str, ok: bool | None) -> dict[str, object]:
    failing = [{"code": code, "name": "学校", "why": {"zh": code, "en": code}} for code in codes]
    return {"item": {"id": id_, "title": {"zh": id_, "en": id_}}, "ok": ok, "failing": failing}


def test_only_items_that_are_not_met_and_name_the_school() -> None:
    items = [stored("G3", CODE, ok=True), stored("G4", CODE, CODE, ok=False), stored("G5", OTHER, ok=False)]
    (found,) = failed_items(items, CODE)
    assert (found.id, len(found.why)) == ("G4", 2)
    assert failed_items(items, "2141000009") == ()


@pytest.mark.usefixtures("published")
def test_every_year_once_newest_first() -> None:
    rows = queries.school_years(CODE, detail=True)
    found = list(failed_years(rows).values())
    assert [one.county.edition.year for one in found] == [2025, 2024]
    assert [one.names for one in found] == ["G4、G5", ""]


@pytest.mark.usefixtures("published")
def test_the_page_says_it_beside_a_verdict_that_is_met(client: Client) -> None:
    html = client.get(f"/school/{CODE}/").content.decode()
    assert "本校的结论只看资源配置7项指标" in html
    assert html.count('<a class="bad" href="#county-part">✗ G4、G5</a>') == 2
    assert f'href="/2025/county/410105/item/G4/{CODE}/"' in html
    english = client.get(f"/en/school/{CODE}/").content.decode()
    assert "Items the county fails with this school" in english
    assert "G5 is above" in english


@pytest.mark.usefixtures("published")
def test_what_was_failed_in_years_before_is_told_and_closed(client: Client) -> None:
    publish_city([factories.city([county(2026)], 2026)], snapshots={2026: "c"}, synthetic=True)
    html = client.get("/2026/school/2141000001/").content.decode()
    assert '<section id="county-part" class="verdict not_judged">' in html
    assert "<details><summary>2025—2026学年 G4、G5" in html
