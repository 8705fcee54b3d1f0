import pytest

from junheng.demo.kinds import KINDS
from junheng.demo.rows_money import money_row
from tests.demo.rows_case import case

CODES = [f"21419010{number:02d}" for number in range(10, 60)]


def test_training_gets_its_share_of_budget_and_accounts_unless_the_area_misses_the_item() -> None:
    def shares(*items: str) -> list[float]:
        rows = [money_row(case({"primary": 800}, code=code, items=items)) for code in CODES]
        return [
            min(
                row["training_budget_yuan"] / row["public_funds_budget_yuan"],
                row["training_final_yuan"] / row["public_funds_final_yuan"],
            )
            for row in rows
        ]

    assert min(shares()) >= 0.05
    assert min(shares("Q4")) < 0.05 <= max(shares("Q4"))


@pytest.mark.parametrize(("items", "funded"), [((), True), (("G6",), False)])
def test_a_small_school_is_funded_as_if_it_had_a_hundred_pupils(items: tuple[str, ...], funded: bool) -> None:
    row = money_row(case({"primary": 60}, items=items))
    assert (row["public_funds_budget_yuan"] >= 720 * 100) is funded


def test_special_schools_are_funded_by_their_own_bar() -> None:
    row = money_row(case({"primary": 50, "junior": 20}, kind=KINDS["special"]))
    assert row["public_funds_budget_yuan"] >= 8000 * 70


def test_amounts_have_two_decimals_in_ten_thousands() -> None:
    row = money_row(case({"primary": 777}))
    for name, value in row.items():
        if name.endswith("_yuan"):
            assert value % 100 == 0


def test_last_years_pupils_are_those_of_the_year_before() -> None:
    assert money_row(case({"primary": 777}))["pupils_last_year"] == 777
