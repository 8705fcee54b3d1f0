"""A refusal speaks both languages and has its status."""

from junheng.web.kit.refusal import NotAllowed, Refusal, Stale


def test_each_refusal_has_its_status_and_both_languages() -> None:
    for refusal, status in ((Refusal("一", "one"), 409), (NotAllowed("二", "two"), 403), (Stale(), 409)):
        assert refusal.status == status
        assert refusal.why.zh != refusal.why.en
        assert refusal.why.zh in str(refusal)
    assert Refusal("一", "one", status=422).status == 422
