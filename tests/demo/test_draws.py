from junheng.demo.draws import draws


def test_a_key_gives_its_own_draws_every_time() -> None:
    assert draws(1, "areas").random(3).tolist() == draws(1, "areas").random(3).tolist()
    assert draws(1, "areas").random() != draws(1, "roads").random()
    assert draws(1, 2).random() == draws("1", "2").random()
