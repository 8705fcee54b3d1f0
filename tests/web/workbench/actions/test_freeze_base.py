"""What is frozen is there whole or not at all, once, and says who did it."""

from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.workbench.actions.freeze_base import freeze_base
from junheng.web.workbench.bases import COLUMNS
from junheng.web.workbench.models import PlanningBase
from tests.web.workbench.ground import YEAR, tables


def test_the_same_tables_are_the_same_base_and_others_another(base: PlanningBase) -> None:
    again = freeze_base(SYSTEM, tables(), year=YEAR, name="又一次", costs={"new_class_yuan": 7})
    other = freeze_base(SYSTEM, tables(seats=91), year=YEAR, name="另一个", costs={"new_class_yuan": 7})
    dearer = freeze_base(SYSTEM, tables(), year=YEAR, name="贵", costs={"new_class_yuan": 8})
    assert again.pk == base.pk
    assert len({base.digest, other.digest, dearer.digest}) == 3
    assert Event.objects.filter(verb="base.freeze").count() == 3
    assert not list(base.folder.parent.glob(".draft-*"))


def test_every_missing_table_and_column_is_named_and_nothing_is_written(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.VAR = tmp_path
    given = tables()
    del given["sites"]
    given["areas"] = given["areas"].drop("polygon", "township")
    with pytest.raises(Refusal) as fault:
        freeze_base(SYSTEM, given, year=YEAR, name="x")
    assert fault.value.status == 422
    assert all(one in fault.value.why.zh for one in ("sites", "areas.polygon", "areas.township"))
    assert not PlanningBase.objects.exists()
    assert not (tmp_path / "planning").exists()


def test_the_folder_holds_every_table(base: PlanningBase) -> None:
    assert {one.name for one in base.folder.iterdir()} == {*(f"{name}.parquet" for name in COLUMNS), "costs.json"}
