"""The digest: the same content, the same digest, whatever the order; one changed letter, another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.web.verdicts.digest import canonical, digest_of

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8),
    lambda held: st.lists(held, max_size=3) | st.dictionaries(st.text(max_size=5), held, max_size=3),
    max_leaves=12,
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=5), PLAIN, max_size=4))
def test_order_does_not_matter(content: dict[str, object]) -> None:
    assert digest_of(dict(reversed(content.items()))) == digest_of(content)


def test_the_rule_is_as_it_is_documented() -> None:
    assert canonical({"b": "金水区", "a": [1, None]}) == '{"a":[1,null],"b":"金水区"}'.encode()


def test_one_letter_is_another_digest() -> None:
    assert digest_of({"state": "met"}) != digest_of({"state": "not_met"})


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        digest_of({"x": float("nan")})
