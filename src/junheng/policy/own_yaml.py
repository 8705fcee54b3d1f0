"""The YAML files that come with the program."""

from importlib.resources import files
from typing import Any

import yaml

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_yaml(text: str) -> Any:
    """What a YAML text says, by the parser in C where PyYAML has it: some eight times as fast.

    ``yaml.YAMLError`` tells the line of what is no YAML.
    """
    return yaml.load(text, _LOADER)  # noqa: S506 - both loaders make plain values only


def own_yaml(package: str, path: str) -> Any:
    """A file below a package, ``data/seats.yaml`` of ``junheng.demo``."""
    return read_yaml(files(package).joinpath(*path.split("/")).read_text(encoding="utf-8"))
