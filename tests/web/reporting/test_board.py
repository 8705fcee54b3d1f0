"""The board as a table."""

from junheng.web.reporting import queries
from junheng.web.reporting.board import STATES, board_table, county_name
from junheng.web.reporting.models import State
from tests.web.people import COUNTY, SCHOOLS
from tests.web.reporting.conftest import City


def test_rows_say_what_the_page_says(city: City) -> None:
    version = city.confirmed()
    rows = queries.board(city.actor("county_reviewer"), city.round)
    table = board_table(city.round, rows, english=False)
    last = table.records()[-1]
    assert (last["code"], last["county"], last["state"]) == (SCHOOLS[0], "金水区", "草稿")
    assert (last["given"], last["asked"]) == (version.given, version.asked)
    assert table.records()[0]["version"] is None
    assert board_table(city.round, rows, english=True).records()[-1]["state"] == "Draft"


def test_every_state_has_words() -> None:
    assert set(STATES) == set(State.values)


def test_the_county_of_a_county_is_itself(city: City) -> None:
    assert county_name(city.people.places[COUNTY], english=False) == "金水区"
