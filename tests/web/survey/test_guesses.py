"""Guessing is slowed down by address, and the address itself is kept nowhere."""

import pytest
from django.core.cache import cache

from junheng.web.survey import guesses


def test_an_address_may_miss_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[str] = []
    add = cache.add

    def noted(key: str, value: int, seconds: int) -> bool:
        keys.append(key)
        return bool(add(key, value, seconds))

    monkeypatch.setattr(cache, "add", noted)
    for _at in range(guesses.MOST):
        assert guesses.allowed("10.0.0.1")
        guesses.missed("10.0.0.1")
    assert not guesses.allowed("10.0.0.1")
    assert guesses.allowed("10.0.0.2")
    assert keys
    assert not any("10.0.0" in key for key in keys)
