"""The door of the package: every name it offers is there, comes from one home, and costs nothing until it is used."""

import subprocess
import sys
from importlib import import_module

import pytest

import junheng.facts


@pytest.mark.parametrize("name", junheng.facts.__all__)
def test_every_name_is_the_thing_of_its_home(name: str) -> None:
    home = import_module(f"junheng.facts.{junheng.facts._HOME[name]}")
    assert getattr(junheng.facts, name) is getattr(home, name)


def test_the_names_are_those_that_have_a_home_each_once() -> None:
    homes = [name for names in junheng.facts._HOMES.values() for name in names]
    assert sorted(homes) == sorted(junheng.facts.__all__)
    assert len(set(homes)) == len(homes)


@pytest.mark.parametrize("name", ["nothing", "_hidden", "Facts2"])
def test_other_names_are_refused_by_name(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'junheng.facts' has no attribute '{name}'"):
        getattr(junheng.facts, name)


def test_opening_the_door_loads_no_reader_of_workbooks() -> None:
    script = (
        "import sys, junheng.facts; heavy = {'python_calamine', 'openpyxl', 'xlsxwriter', 'dataframely'};"
        " print(*sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == ""
