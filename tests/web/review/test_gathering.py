"""Files of many units as one year of facts."""

from junheng.web.reporting.models import Submission
from junheng.web.review.gathering import gather
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import submitted, workbook


def test_two_files_of_one_name_stay_apart(crew: People, mine: dict[str, Submission]) -> None:
    taken = [submitted(mine[code], crew) for code in SCHOOLS[:2]]
    told: list[tuple[int, int]] = []
    intake = gather(taken, year=2025, progress=lambda done, all_: told.append((done, all_)))
    assert intake.receipt.clean
    assert sorted(intake.facts["sections"]["school_code"]) == list(SCHOOLS[:2])
    files = set(intake.facts.cells["file"])
    assert files == {f"{code}/教基表.xlsx" for code in SCHOOLS[:2]}
    assert told == [(1, 2), (2, 2)]


def test_the_order_does_not_matter(crew: People, mine: dict[str, Submission]) -> None:
    taken = [submitted(mine[code], crew, workbook(code)) for code in SCHOOLS[:2]]
    one, two = (gather(order, year=2025, progress=lambda *_: None) for order in (taken, taken[::-1]))
    assert one.facts["rooms"].equals(two.facts["rooms"])
