"""The folder of ``junheng rotate``."""

from pathlib import Path

import numpy as np
import pytest

from junheng.cli.rotate_files import read_folder
from tests.teachers.rotation.tiny import DAY, rules
from tests.teachers.tables import folder


def test_distances_are_taken_before_coordinates(tmp_path: Path) -> None:
    found = read_folder(folder(tmp_path), rules(), DAY)
    assert found.km[0, 2] == 6
    assert np.isinf(found.km[0, 3])
    assert found.notes == ()


def test_coordinates_are_straight_lines_and_say_so(tmp_path: Path) -> None:
    found = read_folder(folder(tmp_path, distances=""), rules(), DAY)
    assert found.km[0, 1] == pytest.approx(1.83, abs=0.01)
    assert len(found.notes) == 1
