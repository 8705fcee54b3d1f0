"""The workbooks of many schools at once: attached, refused with reasons, never twice, never half."""

from pathlib import Path

import pytest

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.actions.change_round import freeze_round
from junheng.web.reporting.actions.import_many import import_many
from junheng.web.reporting.models import State, Step, Version
from tests.web import tiny
from tests.web.people import SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, county_book


def _put(folder: Path, **files: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    return folder


def test_each_file_goes_to_its_school(city: City, tmp_path: Path) -> None:
    folder = _put(tmp_path / "in", a=book(SCHOOLS[0]), b=book(SCHOOLS[1]), c=county_book())
    told = []
    done = import_many(city.actor("county_reviewer"), city.round.pk, [folder], lambda *one: told.append(one), workers=1)
    assert (done.taken, done.same, done.refused) == (3, 0, 0)
    assert [one.taken for one in done.files] == [1, 1, 1]
    held = city.submission(SCHOOLS[1])
    assert held.state == State.DRAFT
    assert held.current is not None
    assert [one["name"] for one in held.current.files] == ["b.xlsx"]
    assert held.current.asked >= held.current.given > 0
    assert {one[0] for one in told} == {"读取 / reading", "保存文件 / storing files", "写入 / writing"}


def test_one_file_for_many_schools(city: City, tmp_path: Path) -> None:
    folder = _put(tmp_path / "in", all=book(*SCHOOLS))
    done = import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1)
    assert done.taken == 3
    shas = {city.submission(code).current.files[0]["sha256"] for code in SCHOOLS}  # type: ignore[union-attr]
    assert len(shas) == 1


def test_again_changes_nothing(city: City, tmp_path: Path) -> None:
    folder = _put(tmp_path / "in", a=book(SCHOOLS[0]), b=book(SCHOOLS[1]))
    import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1)
    events = Event.objects.count()
    done = import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1)
    assert (done.taken, done.same, done.refused) == (0, 2, 0)
    assert Version.objects.everything("a test").count() == Step.objects.everything("a test").count() == 2
    assert Event.objects.count() == events


def test_a_faulty_one_is_refused_and_the_others_taken(city: City, tmp_path: Path) -> None:
    bad = book(SCHOOLS[1], sections__pupils=-5)
    folder = _put(tmp_path / "in", a=book(SCHOOLS[0]), b=bad, c=b"not a workbook \0\1\2\3\4\5")
    done = import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1)
    assert (done.taken, done.refused) == (1, 1)
    by_name = {one.name: one for one in done.files}
    assert by_name["b.xlsx"].refused[0][0] == SCHOOLS[1]
    assert by_name["c.xlsx"].findings
    assert city.submission(SCHOOLS[1]).state == State.MISSING
    lenient = import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1, keep_going=True)
    assert (lenient.taken, lenient.same) == (1, 1)


def test_in_a_file_of_many_only_the_faulty_school_is_refused(city: City, tmp_path: Path) -> None:
    faulty = tiny.facts()
    sections = faulty["sections"].with_columns()
    rows = [{**row, "pupils": -1 if row["school_code"] == SCHOOLS[2] else row["pupils"]} for row in sections.to_dicts()]
    from tests.web.reporting.files import facts_of, written

    whole = facts_of(*SCHOOLS)
    tables = {
        **whole.tables,
        "sections": type(sections)([one for one in rows if one["school_code"] in SCHOOLS], schema=sections.schema),
    }
    folder = _put(tmp_path / "in", all=written("school", type(whole).of(2025, tables)))
    done = import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1)
    assert (done.taken, done.refused) == (2, 1)
    assert done.files[0].refused[0][0] == SCHOOLS[2]


def test_schools_out_of_reach_are_not_even_told(city: City, tmp_path: Path) -> None:
    folder = _put(tmp_path / "in", a=book(SCHOOLS[0]))
    done = import_many(city.actor("other_reviewer"), city.round.pk, [folder], workers=1)
    assert (done.taken, done.refused) == (0, 1)
    assert "名单" in done.files[0].refused[0][1].zh
    assert city.submission().state == State.MISSING


def test_another_county_and_another_year(city: City, tmp_path: Path) -> None:
    folder = _put(tmp_path / "in", a=book(SCHOOLS[0], schools__county_code="410122"), b=book(SCHOOLS[1], year=2024))
    done = import_many(city.actor("county_reviewer"), city.round.pk, [folder], workers=1)
    assert (done.taken, done.refused) == (0, 2)
    assert {one.code for file in done.files for one in file.findings} >= {"other_county", "other_year"}


def test_the_program_imports_and_submits(city: City, tmp_path: Path) -> None:
    folder = _put(tmp_path / "in", a=book(SCHOOLS[0]))
    import_many(SYSTEM, city.round.pk, [folder], submit=True, workers=1)
    held = city.submission()
    assert (held.state, held.revision) == (State.SUBMITTED, 3)
    assert [one.verb for one in held.steps.all()] == ["draft", "submit"]
    again = import_many(SYSTEM, city.round.pk, [_put(tmp_path / "in", a=book(rooms__books=3))], workers=1)
    assert again.refused == 1
    assert city.submission().current == held.current


def test_nothing_after_the_freeze(city: City, tmp_path: Path) -> None:
    freeze_round(city.actor("city_statistician"), city.round.pk, revision=1)
    with pytest.raises(Refusal):
        import_many(SYSTEM, city.round.pk, [_put(tmp_path / "in", a=book())], workers=1)
