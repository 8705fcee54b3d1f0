"""Every check speaks on its failing example, at the cell, and is silent on the nearest example that is in order."""

import openpyxl
import polars as pl
import pytest

from junheng.facts.checks import CHECKS, accept, check
from junheng.facts.checks.contract_checks import TITLES
from junheng.facts.checks.model import Context
from junheng.facts.checks.places import findings
from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Outcome, messages
from junheng.facts.tables import Facts
from tests.facts.checks.examples import EXAMPLES, FOLDER, changed, in_memory, load, year


def run(name: str, facts: Facts) -> list[Finding]:
    """What one check has to say."""
    example = EXAMPLES[name]
    previous = None if example.before is None else in_memory(example.before, 2024)
    expected = pl.DataFrame(example.expected) if example.expected else None
    return findings([(CHECKS[name], tuple(CHECKS[name].run(Context(facts, previous, expected))))], facts)


def test_every_check_has_an_example_and_a_message() -> None:
    assert set(EXAMPLES) == set(CHECKS)
    assert set(CHECKS) <= set(messages())
    names = {path.name.split(".")[0] for path in FOLDER.glob("*.xlsx")}
    assert names == set(CHECKS)


def test_check_runs_every_check() -> None:
    """The door finds what each check finds alone, here for one of every family."""
    for name in ("contract_min", "gym_exceeds_indoor_sports", "class_mean_implausible", "built_flags_contradict"):
        assert name in {finding.code for finding in check(load(FOLDER / f"{name}.xlsx"))}


def test_a_year_in_agreement_has_nothing_to_say() -> None:
    assert [finding.what() for finding in check(in_memory({}))] == []


@pytest.mark.parametrize("name", CHECKS)
def test_failing_example(name: str) -> None:
    found = run(name, load(FOLDER / f"{name}.xlsx"))
    assert found, f"{name} is silent on its failing example"
    finding = found[0]
    assert finding.outcome is (Outcome.REJECTED if name in TITLES else Outcome.WARNED)
    for language in ("zh", "en"):
        for text in (finding.what(language), finding.rule(language), finding.fix(language)):
            assert text.strip()
            assert "{" not in text
            assert "None" not in text


@pytest.mark.parametrize("name", [name for name, example in EXAMPLES.items() if example.at])
def test_the_finding_names_the_cell(name: str) -> None:
    path = FOLDER / f"{name}.xlsx"
    place = run(name, load(path))[0].place
    table, field = str(EXAMPLES[name].at).split(".")
    assert (place.file, place.header) == (path.name, contract(table).field(field).title.zh)
    book = openpyxl.load_workbook(path)
    assert place.cell is not None
    assert book[str(place.sheet)].cell(1, int(place.column or 0)).value == place.header


@pytest.mark.parametrize("name", CHECKS)
def test_passing_example(name: str) -> None:
    assert run(name, in_memory(EXAMPLES[name].right)) == []


@pytest.mark.parametrize("name", CHECKS)
def test_the_example_on_disk_is_the_one_described(name: str) -> None:
    on_disk, described = load(FOLDER / f"{name}.xlsx"), in_memory(EXAMPLES[name].wrong)
    assert {table: frame.to_dicts() for table, frame in on_disk.tables.items()} == {
        table: frame.to_dicts() for table, frame in described.tables.items()
    }


@pytest.mark.parametrize("name", CHECKS)
def test_without_provenance_the_row_of_the_table_is_named(name: str) -> None:
    place = run(name, in_memory(EXAMPLES[name].wrong))[0].place
    assert place.file == ""
    assert place.sheet
    assert place.in_("en").startswith("sheet")


def test_an_empty_year_says_nothing() -> None:
    assert check(Facts.of(2025, {})) == []


def test_missing_parts_never_make_a_contradiction() -> None:
    """Blank is not zero: with a whole missing, or a part missing, no relation speaks."""
    rows = changed({"teachers.0.teachers": None, "staff.0.teachers_total": None, "teachers.0.backbone_teachers": 999})
    facts = Facts.of(2025, {table: pl.DataFrame(found) for table, found in rows.items()})
    assert check(facts) == []


def test_accept_keeps_what_is_only_asked_about() -> None:
    facts = in_memory({"staff.0.certified": 99})
    accepted = accept(facts)
    assert [one.code for one in accepted.findings] == ["certified_exceeds_teachers"]
    assert accepted.facts["staff"].to_dicts() == facts["staff"].to_dicts()


def test_all_codes_are_words_a_person_can_read() -> None:
    for one in CHECKS.values():
        assert one.title.zh
        assert one.title.en
        assert one.id.isidentifier()


def test_years_without_rows_still_have_tables() -> None:
    assert set(year()) <= set(Facts.of(2025, {}).tables)
