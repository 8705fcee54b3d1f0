"""What a siting says, from a known town and answer."""

from pathlib import Path

from junheng.cli.siting_report import curve_of, report_of, spoken, written
from junheng.seats.siting import SitingPlan, Unsited, Wish, by_number, siting_problem
from tests.cli.test_siting_files import known
from tests.cli.town import written as files

WISH = Wish(at_most=1)


def test_the_numbers_are_those_of_the_assignment(tmp_path: Path) -> None:
    town = known(files(tmp_path))
    steps = by_number(siting_problem(town.town, WISH), 1, steps=3_000)
    answer = steps[-1].answer
    assert isinstance(answer, SitingPlan)
    report = report_of(town, WISH, answer, None)
    counted = sum(row["children"] * row["metres"] for row in report["assignment"] if row["school"])
    seated = report["children"] - report["unserved"]
    assert report["mean_metres"] == counted / seated
    curve = curve_of(town, WISH, steps)
    lines = list(spoken({**report, "curve": curve}, "en"))
    assert lines[0].startswith(f"{len(report['opened'])} opened: ")
    assert lines[-1].startswith("at most 1: ")
    paths = written(town, {**report, "curve": curve}, tmp_path / "out", "zh")
    assert [one.name for one in paths] == [
        "sites.csv",
        "sites.meta.csv",
        "assignment.csv",
        "assignment.meta.csv",
        "trade_off.csv",
        "trade_off.meta.csv",
        "map.png",
    ]


def test_no_siting_is_a_reason_and_an_empty_document(tmp_path: Path) -> None:
    report = report_of(known(files(tmp_path)), WISH, Unsited(()), Unsited(()))
    assert not report["feasible"]
    assert report["assignment"] == []
    assert report["objective"] is None
    assert list(spoken(report, "zh")) == [Unsited(()).words.zh]
