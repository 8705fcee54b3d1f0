"""Years, budgets and lead times of the command line."""

import pytest

from junheng.cli.remedy_options import years_in
from tests.cli.conftest import Run
from tests.cli.remedy_ground import Write


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--years", "soon"), ("--years soon", "--budget-per-year")),
        (("--years", "2030-2026", "--budget-per-year", "1,2"), ("--years 2030-2026", "2026-2030")),
        (("--years", "2026-2027", "--budget-per-year", "1,2,3", "--lead", "L4"), ("每年一个", "L4=2")),
        (("--years", "2026-2027", "--budget-per-year", "1", "--lead", "L9=1"), ("标准没有指标 L9",)),
        (("--budget-per-year", "1"), ("要与 --years 一起用",)),
    ],
)
def test_bad_years_are_refused(run: Run, files: Write, given: tuple[str, ...], said: tuple[str, ...]) -> None:
    flat, costs = files()
    result = run("remedy", flat, "--costs", costs, *given)
    assert result.exit_code == 2
    assert [one for one in said if one not in result.stderr] == []


def test_one_amount_for_all_years_or_one_for_each() -> None:
    assert years_in("2026-2028", "5", ["L4=2"]) == ({2026: 5.0, 2027: 5.0, 2028: 5.0}, {"L4": 2})
    assert years_in("2026-2027", "5,6", None) == ({2026: 5.0, 2027: 6.0}, {})
    assert years_in("2026", "1e6", None) == ({2026: 1e6}, {})
    assert years_in(None, None, None) == ({}, {})
