"""The program's own YAML: plain values only, the same by either parser, and every file of it can be read."""

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

import junheng
from junheng.policy.own_yaml import own_yaml, read_yaml

ALL = sorted(Path(junheng.__file__).parent.rglob("*.yaml"))


def test_a_file_below_a_package() -> None:
    told = own_yaml("junheng.policy", "data/articles.yaml")
    assert told == yaml.safe_load((files("junheng.policy") / "data" / "articles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ALL[::6], ids=lambda path: path.name)
def test_both_parsers_read_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_yaml(text) == yaml.safe_load(text)


def test_nothing_but_plain_values_is_made() -> None:
    with pytest.raises(yaml.YAMLError, match="python/object"):
        read_yaml("!!python/object/apply:os.getcwd []")


def test_what_is_no_yaml_is_told_with_its_line() -> None:
    with pytest.raises(yaml.YAMLError, match="line 2"):
        read_yaml("a: 1\nb: [2")
