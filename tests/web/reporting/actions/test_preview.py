"""A preview tells everything and stores nothing."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from junheng.web.kit import store
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting.actions.change_round import freeze_round
from junheng.web.reporting.actions.preview import CORRECTION, MOST_FILES, Preview, ensure_may, preview
from junheng.web.reporting.models import Round
from tests.web.people import COUNTY, SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, county_book, uploaded


def _rows() -> dict[str, int]:
    return {one._meta.label: one._base_manager.count() for one in apps.get_models()}


def _preview(city: City, *files: SimpleUploadedFile) -> Preview:
    held = city.submission()
    return preview(city.actor(), held, list(files), revision=held.revision)


def _codes(made: Preview) -> set[str]:
    return {one.code for one in made.receipt.findings}


def test_nothing_reaches_the_database_or_the_store(city: City) -> None:
    before = _rows()
    _preview(city, uploaded(), uploaded(book(SCHOOLS[1]), "b.xlsx"))
    assert _rows() == before
    assert not store.root().exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\0" * 50, "empty_file"),
        (b"%PDF-1.7\n\0\1\2\3\4\5\6", "not_a_spreadsheet"),
        (b"<html><table></table></html>", "html_saved_as_xls"),
        (book()[:3000], "truncated_zip"),
    ],
)
def test_what_is_no_workbook_gets_reason_and_remedy(city: City, content: bytes, code: str) -> None:
    made = _preview(city, uploaded(content))
    assert code in _codes(made)
    assert not made.receipt.clean
    assert made.marked == ()


def test_a_bomb_is_not_opened(city: City) -> None:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (64 * 2**20))
    assert "zip_bomb" in _codes(_preview(city, uploaded(held.getvalue())))


def test_another_school_and_another_year_are_rejected_at_their_place(city: City) -> None:
    made = _preview(city, uploaded(book(SCHOOLS[1], year=2023)))
    found = {one.code: one for one in made.receipt.findings}
    assert found["other_school"].place.cell == "A3"
    assert found["other_year"].values["said"] == "2023—2024"
    assert made.staged.said["since_year"] is None


def test_a_county_reports_its_own_form(city: City) -> None:
    held, actor = city.submission(COUNTY), city.actor("county_reviewer")
    made = preview(actor, held, [uploaded(county_book(townships=3))], revision=held.revision)
    assert made.receipt.clean
    wrong = preview(actor, held, [uploaded(book())], revision=held.revision)
    assert "wrong_level" in _codes(wrong)


def test_two_files_with_hostile_names(city: City) -> None:
    made = _preview(city, uploaded(name="../../../x.xlsx"), uploaded(book(rooms__books=1), "<b>.xlsx"))
    root = made.staged.folder.resolve()
    assert all(path.resolve().is_relative_to(root) for path in made.staged.paths())


def test_what_changes_is_told(city: City) -> None:
    city.confirmed()
    made = _preview(city, uploaded(book(rooms__teaching_area=3300.0)))
    assert [(one["old"], one["new"]) for one in made.staged.said["since_version"]] == [(3000.0, 3300.0)]


def test_none_too_many_and_stale(city: City) -> None:
    with pytest.raises(Refusal):
        _preview(city)
    with pytest.raises(Refusal):
        _preview(city, *(uploaded(b"x", f"{at}.xlsx") for at in range(MOST_FILES + 1)))
    with pytest.raises(Stale):
        preview(city.actor(), city.submission(), [uploaded()], revision=99)


def test_after_the_freeze_nothing_is_read(city: City) -> None:
    freeze_round(city.actor("city_statistician"), city.round.pk, revision=1)
    with pytest.raises(Refusal):
        _preview(city, uploaded())


def test_a_correction_asks_for_its_own_verb(city: City) -> None:
    with pytest.raises(Refusal, match="尚未锁定"):
        ensure_may(city.actor(), city.submission(), CORRECTION)
    Round.objects.update(state="locked")
    ensure_may(city.actor(), city.submission(), CORRECTION)
    with pytest.raises(NotAllowed):
        ensure_may(city.actor("planner"), city.submission(), CORRECTION)
