"""Pages of pay: sums for whoever sees the staff, persons for one verb alone, one school its own statement."""

from junheng.web.accounts.reach import Actor
from junheng.web.workforce.actions.import_tables import import_tables
from junheng.web.workforce.models import StudyKind
from tests.web.conftest import NASTY
from tests.web.people import SCHOOLS, People
from tests.web.workforce.ground import NAMES, PAYING, answered, begun, files


def test_sums_name_nobody_and_a_statement_is_of_one_school(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.PAY)
    client = staff.client("personnel")
    page = client.get(f"/desk/pay/{of.pk}/").content.decode()
    assert "1,500.01" in page
    assert [one for one in NAMES if one in page] == []
    sums = client.get(f"/desk/pay/{of.pk}/?format=csv&table=schools").content.decode("utf-8-sig")
    assert "1500.01" in sums.splitlines()[-1]
    statement = client.get(f"/desk/pay/{of.pk}/persons/?school={SCHOOLS[1]}").content.decode()
    assert "500.00" in statement
    assert "丁四" in statement
    assert [one for one in NAMES if one in statement] == []


def test_nobody_else_reaches_the_persons(staff: People, officer: Actor) -> None:
    of = answered(officer, StudyKind.PAY)
    may = [one for one in staff.users if staff.client(one).get(f"/desk/pay/{of.pk}/persons/").status_code == 200]
    assert "personnel" in may
    assert {"other_reviewer", "other_reporter", "publisher"}.isdisjoint(may)


def test_markup_in_a_name_is_text(staff: People, officer: Actor) -> None:
    made = begun(officer, StudyKind.PAY)
    quoted = '"' + NASTY.replace('"', '""') + '"'
    nasty = {name: text.replace(NAMES[0], quoted) for name, text in PAYING.items()}
    import_tables(officer, made.pk, files(nasty), revision=1)
    page = staff.client("personnel").get(f"/desk/pay/{made.pk}/persons/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
