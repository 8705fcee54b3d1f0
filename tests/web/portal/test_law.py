"""The standard of an edition: read once, and refused when there is no such."""

import pytest

from junheng.policy import load_standard
from junheng.web.portal.law import DEFAULT, standard_of


def test_it_is_read_once() -> None:
    assert standard_of(DEFAULT) is standard_of(DEFAULT)
    assert standard_of(DEFAULT) == load_standard(DEFAULT)


def test_two_standards_are_two() -> None:
    assert standard_of("jiaodu-2012-3").id != standard_of(DEFAULT).id


def test_there_is_no_other() -> None:
    with pytest.raises(Exception, match="nowhere"):
        standard_of("nowhere-2099")
