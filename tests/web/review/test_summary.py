"""What a lock remembers of its verdict."""

from junheng.balance.model import State
from junheng.web.review.summary import changed, summary
from tests.web import factories


def test_a_line_per_county() -> None:
    low = factories.school("2141000002", passes=False)
    open_ = factories.school("2141000003", passes=None)
    city = factories.city([factories.county(schools=[factories.school(), low, open_], state=State.NOT_MET)])
    [line] = summary(city)
    assert (line["code"], line["state"], line["sections"], line["failing"], line["not_judged"]) == (
        "410105",
        "not_met",
        3,
        1,
        1,
    )


def test_what_a_later_lock_judges_otherwise() -> None:
    old = [{"code": "a", "failing": 1}, {"code": "b", "failing": 0}]
    new = [{"code": "a", "failing": 0}, {"code": "b", "failing": 0}, {"code": "c", "failing": 0}]
    assert list(changed(old, new)) == ["a", "c"]
    assert list(changed(new, new)) == []
