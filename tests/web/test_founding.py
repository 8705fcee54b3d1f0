"""A city's own site: schools planted, three administrators made once, nothing else."""

import polars as pl
import pytest

from junheng.web import founding
from junheng.web.accounts.models import Appointment, Organisation, User
from junheng.web.kit.refusal import Refusal

ROSTER = pl.DataFrame(
    {
        "school_code": ["2141000001", "2141000002"],
        "school_name": ["甲小学", "乙小学"],
        "county_code": ["410105", "410105"],
        "school_type": ["211", "211"],
    }
)


@pytest.fixture(autouse=True)
def _prepared(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(founding, "prepare", lambda _site: None)


def test_schools_and_administrators(tmp_path: object) -> None:
    planted, admins = founding.found_site(tmp_path, ROSTER)  # type: ignore[arg-type]
    assert planted["created"] >= 3
    assert set(admins) == {"system-admin", "security-admin", "audit-admin"}
    assert not User.objects.filter(demo=True).exists()
    assert all(user.must_change_password for user in User.objects.all())
    assert Appointment.objects.count() == 3


def test_again_changes_names_but_makes_no_second_administrators(tmp_path: object) -> None:
    founding.found_site(tmp_path, ROSTER)  # type: ignore[arg-type]
    renamed = ROSTER.with_columns(pl.Series("school_name", ["甲小学", "丙小学"]))
    planted, admins = founding.found_site(tmp_path, renamed)  # type: ignore[arg-type]
    assert (planted, admins) == ({"renamed": 1}, {})


def test_a_wrong_line_plants_nothing(tmp_path: object) -> None:
    with pytest.raises(Refusal):
        founding.found_site(tmp_path, ROSTER.with_columns(county_code=pl.lit("999999")))  # type: ignore[arg-type]
    assert not Organisation.objects.everything("nothing at all").exists()
