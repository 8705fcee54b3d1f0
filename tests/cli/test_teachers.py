"""The verbs below ``junheng teachers``."""

from tests.cli.conftest import Run


def test_the_verbs_are_listed(run: Run) -> None:
    said = run("teachers", "--help").stdout
    assert [one for one in ("ahead", "itinerant", "pay", "talent") if one not in said] == []
