"""Kinds of work are found wherever a part declares them, and no two share a name."""

import pytest

from junheng.web.operations.kinds import job, kind_of


def test_a_worker_knows_the_kinds_of_all_parts() -> None:
    assert kind_of("audit_verify").title.en == "Check the audit log"
    assert kind_of("retain").again is True


def test_an_unknown_kind_is_told() -> None:
    with pytest.raises(KeyError):
        kind_of("no.such")


def test_two_functions_of_one_name_are_refused() -> None:
    kind_of("retain")
    with pytest.raises(ValueError, match="two functions"):
        job("retain")(lambda _work: {})
