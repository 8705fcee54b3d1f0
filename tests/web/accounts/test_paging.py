"""Long lists in pages."""

from django.test import RequestFactory

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.paging import page_of
from tests.web.people import People


def test_pages_follow_the_address_and_keep_the_rest_of_it(staff: People) -> None:
    rows = Organisation.objects.everything("a test")
    for asked, number in (("1", 1), ("3", 3), ("99", 3), ("x", 1), ("-1", 3)):
        page = page_of(RequestFactory().get("/", {"q": "小 学", "page": asked}), rows, size=3)
        assert page.number == number
        assert page.others == "q=%E5%B0%8F+%E5%AD%A6"  # type: ignore[attr-defined]
    assert page.paginator.count == len(staff.places)
