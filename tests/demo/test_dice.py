import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.demo.dice import dice, pick, shares_out

weights = st.lists(st.floats(0.01, 100), min_size=1, max_size=12)


def test_the_same_key_gives_the_same_draws() -> None:
    assert [dice(1, "a").random() for _ in range(3)] == [dice(1, "a").random()] * 3


def test_different_keys_give_different_draws() -> None:
    assert len({dice(1, "a", number).random() for number in range(50)}) == 50


def test_draws_do_not_change_between_versions_of_the_program() -> None:
    assert dice(2023, "school", "410105").randint(0, 10**9) == 711833325


def test_pick_never_takes_what_weighs_nothing() -> None:
    rng = dice("pick")
    assert {pick(rng, {"a": 1, "b": 0, "c": 3}) for _ in range(200)} == {"a", "c"}


@given(st.integers(0, 5000), weights)
def test_shares_add_up(total: int, given_weights: list[float]) -> None:
    shares = shares_out(total, given_weights)
    assert sum(shares) == total
    assert min(shares) >= 0


@given(st.integers(0, 5000), weights)
def test_each_share_is_within_one_of_the_exact_one(total: int, given_weights: list[float]) -> None:
    exact = [total * weight / sum(given_weights) for weight in given_weights]
    assert all(abs(share - one) <= 1 for share, one in zip(shares_out(total, given_weights), exact, strict=True))


@given(st.data(), weights)
def test_no_share_is_above_its_cap_and_nothing_is_lost(data: st.DataObject, given_weights: list[float]) -> None:
    caps = data.draw(st.lists(st.integers(0, 300), min_size=len(given_weights), max_size=len(given_weights)))
    total = data.draw(st.integers(0, sum(caps)))
    shares = shares_out(total, given_weights, caps)
    assert sum(shares) == total
    assert all(share <= cap for share, cap in zip(shares, caps, strict=True))


def test_a_total_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        shares_out(11, [1, 1], [5, 5])


def test_weights_of_nothing_share_nothing_out() -> None:
    assert shares_out(5, [0.0, 0.0]) == [0, 0]
