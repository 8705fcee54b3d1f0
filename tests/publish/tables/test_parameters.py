"""The numbers of the law."""

from dataclasses import replace
from decimal import Decimal

from junheng.balance.model import CityVerdict
from junheng.publish.tables import parameters


def test_every_parameter_has_a_row_with_date_and_confidence(city: CityVerdict) -> None:
    rows = {row["parameter"]: row for row in parameters(city).records()}
    assert set(rows) == set(city.standard.parameters)
    assert rows["L1.primary"]["value"].zh == "4.2"
    assert rows["L1.primary"]["since"] == "2017-04-19"
    assert rows["L1.primary"]["confidence"].zh == "有出处"


def test_an_unknown_number_stays_empty_and_truths_are_words(city: CityVerdict) -> None:
    rows = {row["parameter"]: row for row in parameters(city).records()}
    assert rows["special.until"]["value"] is None
    assert rows["special.until"]["confidence"].zh == "未查到"
    assert rows["special.dense_centre"]["value"].en == "Yes"


def test_a_user_value_says_so(city: CityVerdict) -> None:

    held = replace(city, standard=city.standard.with_values({"school.min_met": Decimal(7)}))
    rows = {row["parameter"]: row for row in parameters(held).records()}
    assert rows["school.min_met"]["confidence"].zh == "用户填写"
    assert rows["school.min_met"]["value"].zh == "7"
