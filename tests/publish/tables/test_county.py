"""The tables of a county that belong together."""

from junheng.balance.model import CityVerdict
from junheng.policy import Text
from junheng.publish.tables import county_tables


def test_all_are_of_the_county_and_carry_the_notes(city: CityVerdict) -> None:
    code = city.counties[0].county_code
    made = county_tables(city, code, notes=(Text("合成演示数据", "Synthetic"),))
    assert [table.id for table in made] == ["dispersions", "school_values", "failing_schools", "items", "missing"]
    for table in made:
        assert table.about is not None
        assert table.about.county_code == code
        assert any("合成" in note.zh for note in table.notes), table.id
