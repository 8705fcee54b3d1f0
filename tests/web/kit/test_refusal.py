"""A refusal speaks both languages and has its status."""

import pytest

from junheng.policy.text import Text
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale, refuse_all


def test_each_refusal_has_its_status_and_both_languages() -> None:
    for refusal, status in ((Refusal("一", "one"), 409), (NotAllowed("二", "two"), 403), (Stale(), 409)):
        assert refusal.status == status
        assert refusal.why.zh != refusal.why.en
        assert refusal.why.zh in str(refusal)
    assert Refusal("一", "one", status=422).status == 422


def test_all_faults_are_one_refusal_and_none_is_none() -> None:
    refuse_all(())
    with pytest.raises(Refusal) as found:
        refuse_all(iter((Text("一", "one"), Text("二", "two"))))
    assert (found.value.why, found.value.status) == (Text("一；二", "one; two"), 422)
