"""The counts of the city page."""

from junheng.web.portal.summary import summary
from tests.web import factories


def test_counts_tell_met_not_met_and_not_judged_apart() -> None:
    schools = [
        factories.school("2141000001"),
        factories.school("2141000002", passes=False),
        factories.school("2141000003", passes=None),
        factories.school("3141000001", "junior"),
    ]
    found = summary(factories.county(schools=schools), ("primary", "junior"))
    assert found["sections"]["primary"] == {"met": 1, "not_met": 1, "not_judged": 1, "of": 3}
    assert found["sections"]["junior"] == {"met": 1, "not_met": 0, "not_judged": 0, "of": 1}
    assert found["dispersions"]["of"] == 14


def test_an_item_by_evidence_counts_as_it_was_judged() -> None:
    items = [
        factories.item(one, met=False if one.id == "G1" else None if one.id == "G10" else True)
        for one in factories.STANDARD.items
    ]
    found = summary(factories.county(items=tuple(items)), ("primary",))
    government = found["domains"]["government"]
    assert (government["met"], government["not_met"], government["not_judged"]) == (13, 1, 1)
    assert found["domains"]["veto"]["of"] == 6
