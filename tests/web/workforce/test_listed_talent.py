"""Tables of talent programmes: years on the way are not judged, silent counties named, sums right."""

from datetime import date

from junheng.web.workforce.listed_talent import STATES, allotments_table, counties_table, programmes_table

TITLE = {"zh": "名校长工作室", "en": "Studios"}
NAMES = {"1": "金水区"}


def row(year: int, count: int, **more: object) -> dict[str, object]:
    base = {"programme": "p", "title": TITLE, "year": year, "count": count, "target": 40, "share": count / 40}
    return {**base, "missing": 40 - count, "by": date(2025, 12, 31), "state": "missed", "unreported": [], **more}


def test_only_the_last_year_is_held_against_the_target() -> None:
    found = {"programmes": [row(2023, 10), row(2024, 30, unreported=["1", "9"])]}
    early, late = programmes_table(found, NAMES).rows
    assert (early[7], late[7]) == (None, STATES["missed"])
    assert (early[4], late[4]) == (25.0, 75.0)
    assert early[8] is None
    assert late[8] is not None
    assert str(late[8].zh) == "金水区、9"


def test_a_target_that_is_not_known_has_no_share() -> None:
    found = {"programmes": [row(2024, 30, target=None, share=None, missing=None, state="no_target")]}
    (only,) = programmes_table(found, NAMES).rows
    assert only[3:6] == (None, None, None)


def test_counties_of_the_latest_year_add_up() -> None:
    found = {
        "counties": [
            {"programme": "p", "title": TITLE, "year": year, "county_code": code, "count": many}
            for year, code, many in ((2023, "1", 5), (2024, "1", 7), (2024, "2", 3))
        ]
    }
    table = counties_table(found, NAMES)
    assert [one[1:] for one in table.rows] == [(7,), (3,), (10,)]
    assert [one[0].zh for one in table.rows] == ["金水区", "2", "合计"]
    assert "2024" in table.title.zh


def test_an_allotment_stands_beside_what_was_done_and_silence_stays_empty() -> None:
    found = {
        "training_counties": [
            {"county_code": "1", "year": 2023, "person_times": 90},
            {"county_code": "1", "year": 2024, "person_times": 80},
            {"county_code": "2", "year": 2023, "person_times": 20},
        ],
        "allotments": [{"county_code": "1", "person_times": 100}, {"county_code": "2", "person_times": 30}],
    }
    assert [one[1:] for one in allotments_table(found, NAMES).rows] == [(100, 90, 80), (30, 20, None), (130, 110, 80)]
