"""The tables of a plan for people."""

from junheng.publish.plan import Source, plan_tables, project_table
from junheng.publish.plan.tables import building_table, county_table, parameter_table, township_table, zone_table


def test_the_workbook_has_every_table_once(source: Source) -> None:
    tables = plan_tables(source.plan, source.names)
    assert len({one.id for one in tables}) == len(tables) == 11
    assert tables[0].id == "key_figures"
    assert all(len(row) == len(one.columns) for one in tables for row in one.rows)


def test_counties_are_named_and_their_gaps_are_the_sums_of_their_townships(source: Source) -> None:
    county, township = county_table(source.plan, source.names), township_table(source.plan, source.names)
    assert set(county.column("county_code")) == {"甲区", "乙县"}
    assert sum(county.column("gap")) == sum(township.column("gap"))
    assert sum(county.column("children")) == source.plan.gap["children"].sum()


def test_money_is_in_units_of_ten_thousand_yuan(source: Source) -> None:
    table = project_table(source.plan, source.names)
    assert sum(table.column("cost")) * 10_000 == source.plan.projects["cost"].sum()
    assert all(one.zh and one.en for one in table.column("why"))
    built = building_table(source.plan, source.names)
    assert sum(built.column("cost")) * 10_000 == source.plan.building["cost"].sum()


def test_zone_plans_show_their_bound_and_gap(source: Source) -> None:
    table = zone_table(source.plan, source.names)
    for objective, bound, gap in zip(*(table.column(one) for one in ("objective", "bound", "zone_gap")), strict=True):
        assert objective is None or (bound <= objective and gap >= 0)


def test_parameters_nobody_gave_stay_empty(source: Source) -> None:
    told = {row["parameter"].zh: row["value"] for row in parameter_table(source.plan).records()}
    assert told["年度预算（元）"] is None
    assert told["规划年份"] == "2026、2030"
