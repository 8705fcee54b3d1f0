"""From a remark to the field it is about."""

from junheng.web.reporting.models import Remark
from junheng.web.reporting.pointing import pointers
from tests.web.reporting.conftest import City


def test_by_cell_by_name_or_not_at_all(city: City) -> None:
    remarks = [
        Remark(pk=1, sheet="学校数据", cell="V3"),
        Remark(pk=2, field="rooms..books"),
        Remark(pk=3, sheet="学校数据"),
        Remark(pk=4, sheet="学校数据", cell="ZZ99"),
        Remark(pk=5, field="secrets..x"),
    ]
    assert pointers(city.submission(), remarks) == {}
    city.confirmed()
    found = pointers(city.submission(), remarks)
    assert {pk: href.rpartition("#")[2] for pk, href in found.items()} == {
        1: "f-sections.primary.pupils",
        2: "f-rooms..books",
    }
