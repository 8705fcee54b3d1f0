"""The table after a plan."""

import polars as pl

from junheng.balance.remedy import Action, Plan
from junheng.balance.remedy.applied import applied, judged_again
from tests.balance.remedy.county import judged, row, rows


def plan(*actions: Action, county: str = "410105") -> Plan:
    return Plan((county, "primary", 2024), "optimal", 1.0, 1.0, actions)


def test_every_action_changes_its_own_column_only() -> None:
    evaluation = judged(*rows(), row("a1", 100, "junior"))
    done = plan(
        Action("a3", "L1", "add", 2, 1.0),
        Action("a3", "L1", "move_in", 1, 1.0, "a1"),
        Action("a1", "L1", "move_out", 1, 0.0, "a3"),
        Action("a3", "L4", "add", 10.5, 1.0),
    )
    before, after = applied(evaluation, []), applied(evaluation, [done])
    apart = after.select(
        (pl.col(name) - before[name]).alias(name) for name in ("teachers_above_qualification", "teaching_area")
    )
    assert apart.rows() == [(-1.0, 0.0), (0.0, 0.0), (3.0, 10.5), (0.0, 0.0)]
    same = [name for name in before.columns if name not in apart.columns]
    assert after.select(same).equals(before.select(same))


def test_the_verdict_is_asked_again() -> None:
    evaluation = judged()
    assert evaluation.counties["passes"].to_list() == [False]
    mended = plan(Action("a3", "L1", "add", 4, 1.0), Action("a3", "L4", "add", 200, 1.0))
    assert judged_again(evaluation, [mended]).counties["passes"].to_list() == [False]
    whole = plan(*mended.actions, Action("a3", "L6", "add", 200_000, 1.0))
    assert judged_again(evaluation, [whole]).counties["passes"].to_list() == [True]
