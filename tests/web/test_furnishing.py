"""The demo's last year went the whole way through the site, and says who did it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from junheng.web.furnishing import DEMO_MARK, mark_demo
from tests.conftest import DemoRun


def _ask(run: DemoRun, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(run.folder / "junheng.sqlite3")) as database:
        return database.execute(question).fetchall()


def test_the_folder_says_that_it_is_a_demo(tmp_path: Path) -> None:
    mark_demo(tmp_path / "new")
    assert (tmp_path / "new" / DEMO_MARK).is_file()


def test_the_last_year_is_locked_as_the_snapshot_that_is_published(demo_run: DemoRun) -> None:
    ((state, snapshot, locks),) = _ask(
        demo_run, "select state, snapshot, lock_number from reporting_round where year = 2025"
    )
    assert (state, locks) == ("locked", 1)
    assert _ask(demo_run, "select snapshot from portal_edition where year = 2025 and current") == [(snapshot,)]
    assert demo_run.snapshot(2025).name.split("-")[1] == snapshot[:12]


def test_every_county_of_every_year_has_one_record(demo_run: DemoRun) -> None:
    counted = _ask(demo_run, "select year, count(*) from verdicts_record group by year order by year")
    assert counted == [(2023, 16), (2024, 16), (2025, 16)]


def test_nobody_approved_own_work_and_some_schools_never_came(demo_run: DemoRun) -> None:
    steps = "select verb, count(*), count(by_id) from reporting_step group by verb"
    told = {verb: (times, by) for verb, times, by in _ask(demo_run, steps)}
    assert told["approve"][0] == told["approve"][1] == told["lock"][0] > 90
    assert told["submit"][1] == 0
    assert _ask(demo_run, "select count(*) from reporting_submission where state = 'missing' and round_id = 1") > [(0,)]


def test_the_next_year_takes_reports_and_all_accounts_are_marked(demo_run: DemoRun) -> None:
    assert _ask(demo_run, "select state, synthetic from reporting_round where year = 2026") == [("open", 1)]
    assert _ask(demo_run, "select count(*) from accounts_user where not demo") == [(0,)]
    assert _ask(demo_run, "select count(*) from accounts_user") >= [(15,)]


def test_planning_stands_on_a_frozen_base_and_a_draft_of_zones_waits(demo_run: DemoRun) -> None:
    ((year, synthetic, folder),) = _ask(demo_run, "select year, synthetic, path from workbench_planningbase")
    assert (year, synthetic) == (2025, 1)
    assert (demo_run.folder / "planning" / folder / "areas.parquet").is_file()
    plans = _ask(demo_run, "select state, section, owner_id is not null from workbench_zoneplan")
    assert plans == [("draft", "primary", 1)]


def test_a_plan_to_the_horizon_is_there_to_look_at(demo_run: DemoRun) -> None:
    (row,) = _ask(
        demo_run, "select county_code, result is not null, files, made_by_id is not null from workbench_study"
    )
    assert row[:2] == ("410105", 1)
    assert "plan.pdf" in row[2]
    assert row[3] == 1
    assert _ask(demo_run, "select state from operations_job where kind = 'horizon_study'") == [("done",)]


def test_the_demo_has_one_list_of_unit_costs_and_it_says_that_it_is_made_up(demo_run: DemoRun) -> None:
    assert _ask(demo_run, "select count(*), sum(synthetic) from workbench_pricelist") == [(1, 1)]


def test_the_cheapest_plan_of_every_county_is_there_to_look_at(demo_run: DemoRun) -> None:
    held = _ask(
        demo_run,
        "select s.county_code, json_array_length(s.result), j.state from workbench_remedystudy s"
        " join operations_job j on j.id = s.job_id",
    )
    assert held == [("", 16, "done")] * 2
    (levers,) = _ask(demo_run, "select count(*), sum(synthetic) from workbench_lever")
    assert levers == (7, 7)
    ((means,),) = _ask(
        demo_run,
        "select count(distinct w.value ->> 'action') from workbench_remedystudy s, json_each(s.result) c,"
        " json_each(c.value, '$.works') w where json_array_length(s.prices, '$.410105.levers') > 0",
    )
    assert means > 1


def test_a_rotation_is_drafted_and_holds_no_name(demo_run: DemoRun) -> None:
    ((county, year, state, synthetic),) = _ask(
        demo_run,
        "select o.code, r.year, r.state, r.synthetic from personnel_rotationround r"
        " join accounts_organisation o on o.id = r.organisation_id",
    )
    assert (county, year, state, synthetic) == ("410105", 2026, "draft", 1)
    ((status, places),) = _ask(demo_run, "select status, places from personnel_rotationdraft")
    assert status in {"optimal", "within_gap"}
    assert places != "{}"
    teachers = demo_run.folder / "city" / "teachers" / "金水区" / "teachers.csv"
    names = {line.split(",")[1] for line in teachers.read_text(encoding="utf-8-sig").splitlines()[1:]}
    held = (demo_run.folder / "junheng.sqlite3").read_bytes()
    assert names
    assert [one for one in names if len(one) > 2 and one.encode() in held] == []


def test_posts_are_authorised_by_two_persons_and_an_allotment_waits(demo_run: DemoRun) -> None:
    rows = _ask(
        demo_run,
        "select kind, state, synthetic, proposed_by_id <> decided_by_id from posts_postsdecision order by number",
    )
    assert rows[:2] == [("authorised", "approved", 1, 1), ("competition", "approved", 1, 1)]
    assert rows[2:] in ([], [("allotment", "proposed", 1, None)])
    assert _ask(demo_run, "select synthetic, origin_id is not null from posts_outlook") == [(1, 1)]
