"""Methods are picked by their past, and picking itself must have paid."""

import numpy as np
import pytest

from junheng.seats.forecast.choice import Record, choices, record
from junheng.seats.forecast.grades import Section
from junheng.seats.forecast.replay import METHODS, replay
from tests.seats.forecast.conftest import Made

COMBINED = METHODS.index("combined")


def past(errors: dict[tuple[str, int], float], years: int = 12, areas: int = 2) -> Record:
    """Every year each area holds 100; each method is off by its error there, 20 unless named."""
    origin = np.repeat(np.arange(1, years), areas)
    area = np.tile(np.arange(areas), years - 1)
    actual = np.full(origin.size, 100.0)
    said = {name: 100 + np.array([errors.get((name, at), 20.0) for at in area]) for name in METHODS}
    return Record(origin, np.ones_like(origin), area, np.zeros_like(origin), actual, said)


def test_the_combined_forecast_stands_until_another_is_clearly_better() -> None:
    assert choices(past({}), 2, 12)[12].tolist() == [COMBINED] * 2
    close = past({("level", at): 19.8 for at in (0, 1)})
    assert choices(close, 2, 12)[12].tolist() == [COMBINED] * 2
    clear = past({("level", at): 15.0 for at in (0, 1)})
    assert choices(clear, 2, 12)[12].tolist() == [METHODS.index("level")] * 2


def test_areas_part_when_their_records_insist() -> None:
    apart = past({("linear_trend", 0): 0.0, ("last_value", 1): 0.0}, years=30)
    found = choices(apart, 2, 30)
    assert found[30].tolist() == [METHODS.index("linear_trend"), METHODS.index("last_value")]
    assert found[1].tolist() == [COMBINED] * 2, "nothing was known yet"


def test_a_choice_knows_only_its_past(made: Made) -> None:
    rng = np.random.default_rng(5)
    counts = rng.integers(20, 60, (9, 4, 3)).astype(float)
    changed = counts.copy()
    changed[6:] += 100
    sections = [Section("all", 1, 3)]
    one, other = (record(replay(made(held), sections, 2)) for held in (counts, changed))
    for year in range(1, 6):
        assert choices(one, 4, 8)[year].tolist() == choices(other, 4, 8)[year].tolist()
    assert one.known_at(5).sum() == other.known_at(5).sum()


def test_the_record_holds_what_was_said_and_what_came(made: Made) -> None:
    held = record(replay(made([[[10.0, 20.0]], [[11.0, 21.0]], [[12.0, 22.0]]]), [Section("all", 1, 2)], 1))
    assert held.actual.tolist() == [34.0]
    assert held.said["last_value"] == pytest.approx([32.0])
