"""The dictionary: every indicator and item with the parameters it is held against; what is unknown is said."""

import pytest
from django.test import Client

from junheng.policy import Indicator, Item
from junheng.web.portal.views.indicators import used_by
from tests.web.factories import STANDARD

ALL: list[Indicator | Item] = [*STANDARD.indicators, *STANDARD.items]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_indicator_and_item_is_on_the_list(db: None, client: Client, prefix: str) -> None:
    html = client.get(f"{prefix}/indicators/").content.decode()
    assert all(f'href="{prefix}/indicators/{one.id}/"' in html for one in ALL)


@pytest.mark.parametrize("one", ALL[::3], ids=lambda one: one.id)
def test_a_page_names_every_parameter_with_its_citation(published: None, client: Client, one: Indicator | Item) -> None:
    html = client.get(f"/indicators/{one.id}/").content.decode()
    assert one.title.zh in html
    for name in used_by(one, STANDARD):
        assert f"<code>{name}</code>" in html
        assert STANDARD.parameters[name].cite in html


def test_the_sports_area_is_held_against_its_thresholds_limits_and_relief() -> None:
    names = used_by(STANDARD.indicator("L5"), STANDARD)
    assert {"L5.primary", "L5.junior"} <= set(names)
    assert len(names) == len(set(names))


def test_every_parameter_is_on_one_page_or_among_the_rest(db: None, client: Client) -> None:
    rest = {one.id for one in client.get("/indicators/").context["rest"]}
    used = {name for one in ALL for name in used_by(one, STANDARD)}
    assert rest | used == set(STANDARD.parameters)
    assert not rest & used


def test_every_unknown_parameter_is_said_to_be_unknown(db: None, client: Client) -> None:
    unknown = {one.id for one in client.get("/indicators/").context["unknown"]}
    assert unknown == {name for name, one in STANDARD.parameters.items() if str(one.confidence) == "unknown"}


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("id_", ["L0", "l5", "%3Cscript%3E", "L5.primary"])
def test_there_is_no_other(db: None, client: Client, prefix: str, id_: str) -> None:
    assert client.get(f"{prefix}/indicators/{id_}/").status_code == 404
