"""Long lists page by page."""

from junheng.web.reporting.models import Round
from junheng.web.review.paging import SIZE, page_of
from tests.web.review.reports import a_round


def test_any_number_is_a_page(db: None) -> None:
    for year in range(2000, 2000 + SIZE + 1):
        a_round(year)
    rows = Round.objects.all()
    assert [page_of(rows, one).number for one in (None, "1", "2", "9", "-1", "x")] == [1, 1, 2, 2, 2, 1]
    assert len(page_of(rows, 2)) == 1
