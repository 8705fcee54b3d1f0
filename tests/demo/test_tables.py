from junheng.demo.kinds import KINDS
from tests.demo.rows_case import case


def test_totals_are_over_all_sections() -> None:
    one = case({"junior": 400, "senior": 600}, kind=KINDS["complete"])
    assert (one.pupils_total, one.classes_total, one.code) == (1000, 25, "2141901001")
