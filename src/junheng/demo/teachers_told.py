"""``data/teachers.yaml``: what was made up about the teachers of the synthetic city."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml

SECTIONS: Mapping[str, str] = {"primary": "小学", "junior": "初中"}
"""The sections whose teachers are listed, as the tables write them."""
PE_ART: Mapping[str, str] = {
    "体育": "pe_teachers",
    "音乐": "music_teachers",
    "美术": "fine_art_teachers",
    "艺术": "arts_teachers",
}
"""Subjects whose teachers the workbooks count."""


@cache
def told() -> Mapping[str, Any]:
    """The file as it stands; its comments say what each number means."""
    raw: dict[str, Any] = own_yaml("junheng.demo", "data/teachers.yaml")
    return raw


@cache
def subjects() -> tuple[str, ...]:
    """Every subject that somebody teaches."""
    named = (subject for section in SECTIONS for subject in told()["subjects"][section])
    return (*dict.fromkeys(named), *PE_ART)
