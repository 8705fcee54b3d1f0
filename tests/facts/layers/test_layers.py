from junheng.facts import layers


def test_the_door_opens_all_that_is_named() -> None:
    assert all(hasattr(layers, name) for name in layers.__all__)
