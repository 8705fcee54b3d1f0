from junheng.demo.kinds import KINDS
from junheng.demo.rows import school_rows
from junheng.facts.contracts import contract
from tests.demo.rows_case import case


def test_rows_know_only_columns_of_their_contract() -> None:
    rows = school_rows(case({"primary": 700, "junior": 500}, kind=KINDS["nine_year"], campuses=2))
    for table, some in rows.items():
        assert some
        for row in some:
            assert set(row) <= set(contract(table).schema)


def test_the_whole_schools_teachers_are_those_of_its_sections() -> None:
    rows = school_rows(case({"primary": 700, "junior": 500}, kind=KINDS["nine_year"]))
    assert rows["staff"][0]["teachers_total"] == sum(row["teachers"] for row in rows["teachers"])
    assert rows["campuses"] == []
