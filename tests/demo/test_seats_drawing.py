from dataclasses import fields

from junheng.demo import DemoSeats
from junheng.demo.seats_drawing import draw


def test_every_field_is_drawn() -> None:
    assert {*draw(3, 0.01), "seed", "scale"} == {one.name for one in fields(DemoSeats)}
