"""Every table has its line; what the law does not name stays empty; a city's own term is never below the law's."""

from pathlib import Path

import pytest
from django.apps import apps
from pytest_django import Settings

from junheng.web.kit.refusal import Refusal
from junheng.web.operations.retention import page, terms

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


def test_every_table_is_listed_and_no_other() -> None:
    there = {one._meta.label_lower for one in apps.get_models(include_auto_created=True) if one._meta.managed}
    assert there - terms().keys() == set()
    assert terms().keys() - there == set()


def test_columns_are_columns() -> None:
    for one in terms().values():
        names = {field.name for field in apps.get_model(one.table)._meta.concrete_fields}
        assert {one.since, *one.columns} - {""} <= names, one.table
        assert one.then in {"", "delete", "anonymise"}
        assert bool(one.columns) == (one.then == "anonymise")


def test_a_term_has_its_law() -> None:
    assert [one.table for one in terms().values() if (one.keep is not None or one.at_least) and not one.cite] == []


def test_the_page_is_the_table() -> None:
    written = (ROOT / "docs" / "reference" / "retention.md").read_text(encoding="utf-8")
    assert written == page(terms().values())


def test_a_city_decides_its_own(tmp_path: Path) -> None:
    (tmp_path / "retention.yaml").write_text("operations.job: 400\n")
    assert terms()["operations.job"].keep == 400


@pytest.mark.parametrize(
    "text",
    [
        "axes.accesslog: 182",
        "operations.job: soon",
        "operations.job: -1",
        "operations.job: true",
        "audit.event: 9999",
        "nothing.here: 9",
        "[1]",
        "a: [",
    ],
)
def test_what_may_not_be_decided_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "retention.yaml").write_text(text)
    with pytest.raises(Refusal):
        terms()
