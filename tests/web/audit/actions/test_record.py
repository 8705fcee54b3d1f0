"""Events are added in the transaction of what they tell, one after the other, whoever writes at once."""

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.chain import verify_chain
from junheng.web.audit.models import Event
from tests.conftest import own_environment

WRITERS, EACH = 4, 15


def test_what_is_undone_leaves_no_event(db: None) -> None:
    record(SYSTEM, "try", "thing:1")
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
        record(SYSTEM, "try", "thing:2")
        raise ZeroDivisionError
    record(SYSTEM, "try", "thing:3")
    assert list(Event.objects.values_list("number", "target")) == [(1, "thing:1"), (2, "thing:3")]
    assert verify_chain().holds


def test_only_plain_values_are_taken(db: None) -> None:
    with pytest.raises(TypeError):
        record(SYSTEM, "try", "thing:1", after={"when": object()})
    with pytest.raises(ValueError, match="JSON"):
        record(SYSTEM, "try", "thing:1", after=float("nan"))
    assert not Event.objects.exists()


def write(writer: int) -> None:
    for at in range(EACH):
        record(SYSTEM, "try", f"thing:{writer}-{at}", after={"at": at})
    connections.close_all()


def write_at_once() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))


IN_A_FILE = """
    import sys
    from pathlib import Path
    from junheng.web.serve import prepare
    prepare(Path(sys.argv[1]))
    from tests.web.audit.actions.test_record import write_at_once
    write_at_once()
    from junheng.web.audit.chain import verify_chain
    found = verify_chain()
    print(found.count, found.holds)
    """


@pytest.mark.exhaustive
@pytest.mark.django_db(transaction=True)
def test_writers_at_once_make_one_chain(tmp_path: Path) -> None:
    if connection.vendor == "postgresql":
        write_at_once()
        found = verify_chain()
        assert (found.count, found.holds) == (WRITERS * EACH, True)
        return
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", textwrap.dedent(IN_A_FILE), str(tmp_path)],
        capture_output=True, text=True, check=False, timeout=120, env=own_environment(),
    )  # fmt: skip
    assert done.stdout == f"{WRITERS * EACH} True\n", done.stderr
