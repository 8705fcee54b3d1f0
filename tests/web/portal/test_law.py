"""The standard of an edition: read once, and refused when there is no such."""

import pytest

from junheng.policy import load_standard
from junheng.web.portal.law import DEFAULT, standard_name, standard_of


def test_it_is_read_once() -> None:
    assert standard_of(DEFAULT) is standard_of(DEFAULT)
    assert standard_of(DEFAULT) == load_standard(DEFAULT)


def test_two_standards_are_two() -> None:
    assert standard_of("jiaodu-2012-3").id != standard_of(DEFAULT).id


def test_there_is_no_other() -> None:
    with pytest.raises(Exception, match="nowhere"):
        standard_of("nowhere-2099")


def test_pages_say_its_number_and_title_and_the_bare_name_only_when_it_is_gone() -> None:
    assert standard_name(DEFAULT).startswith("教督〔2017〕6号 县域义务教育优质均衡发展")
    assert standard_name("gone.yaml") == "gone.yaml"
