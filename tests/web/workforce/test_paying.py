"""Pay worked out: pools shared out whole to the fen, amounts as ciphertext, no person in the document."""

import json
from pathlib import Path

from django.conf import settings

from junheng.policy.pay_rules import PARTS
from junheng.web.accounts.reach import Actor
from junheng.web.operations.tables import lines, tables
from junheng.web.workforce.models import PaidPerson, StudyKind
from junheng.web.workforce.paying import paid
from tests.web.people import SCHOOLS
from tests.web.workforce.ground import NAMES, answered, asked


def test_every_pool_is_shared_out_whole(officer: Actor) -> None:
    found, people = paid(asked(officer, StudyKind.PAY))
    amounts = [json.loads(one.amounts) for one in people]
    assert [one["pool"] for one in found["schools"]] == [100001, 50000]
    for school, pool in zip(SCHOOLS, (100001, 50000), strict=False):
        mine = [fen for fen, one in zip(amounts, people, strict=True) if one.organisation.code == school]
        assert sum(one["pay"] for one in mine) == pool
        assert all(one["pay"] == sum(one[part] for part in PARTS) for one in mine)
    assert [sum(one["parts"].values()) for one in found["schools"]] == [100001, 50000]
    assert [one["link_shortfall"] for one in found["counties"]] == [None, 15000]
    said = json.dumps(found, ensure_ascii=False)
    assert [one for one in ("p1", "p4", *NAMES) if one in said] == []


def test_names_and_amounts_are_ciphertext_in_the_database_and_the_store(officer: Actor) -> None:
    of = answered(officer, StudyKind.PAY)
    amount = json.loads(PaidPerson.objects.everything("test").get(study=of, code="p3").amounts)["pay"]
    written = "".join(line for one in tables() for line in lines(one))
    stored = b"".join(one.read_bytes() for one in (Path(settings.VAR) / "store").rglob("*") if one.is_file()).decode()
    assert "p3" in written
    assert [one for one in (*NAMES, f'"pay": {amount}') if one in written + stored] == []
