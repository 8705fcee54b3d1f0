"""``junheng demo`` takes the city from its workbooks to a published verdict."""

import sqlite3

from tests.conftest import DemoRun


def test_three_years_are_read_judged_and_published(demo_run: DemoRun) -> None:
    for year in ("2023—2024学年", "2024—2025学年", "2025—2026学年"):
        assert year in demo_run.said
    assert "已评定：16 个区县中 " in demo_run.said
    with sqlite3.connect(demo_run.folder / "junheng.sqlite3") as site:
        assert site.execute("select count(*) from portal_county").fetchone() == (48,)


def test_everything_in_it_says_that_it_is_made_up(demo_run: DemoRun) -> None:
    with sqlite3.connect(demo_run.folder / "junheng.sqlite3") as site:
        assert set(site.execute("select synthetic from portal_edition")) == {(1,)}
    manifest = (demo_run.snapshot(2025) / "manifest.json").read_text(encoding="utf-8")
    assert '"synthetic": true' in manifest
