"""A small published city, and the English messages compiled."""

import importlib.util
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from django.utils.translation import override

from junheng.balance.model import CityVerdict, Failing, State
from junheng.policy import Text
from junheng.web.portal.actions.publish_city import publish_city
from tests.web import factories
from tests.web.life.fixtures import browser, town, walk  # noqa: F401 - fixtures of the tests that drive a browser
from tests.web.people import People, people

DATABASE_FIXTURES = {"db", "transactional_db"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a database server only tests that touch the database say something new; the others stand aside."""
    if not os.environ.get("DATABASE_URL"):
        return
    touching = [one for one in items if touches_the_database(one)]
    aside = [one for one in items if not touches_the_database(one)]
    config.hook.pytest_deselected(items=aside)
    items[:] = touching


def touches_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & DATABASE_FIXTURES) or item.get_closest_marker("django_db") is not None


NASTY = '<script>alert("x")</script>小学'


def load_tool() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "tools" / "compile_messages.py"
    spec = importlib.util.spec_from_file_location("compile_messages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def messages_tool() -> ModuleType:
    return load_tool()


@pytest.fixture(scope="session", autouse=True)
def _messages(messages_tool: ModuleType) -> None:
    for one in messages_tool.catalogues():
        messages_tool.compile_catalogue(one)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    """Every test starts in Chinese, whatever language the last page asked for."""
    with override("zh-hans"):
        yield


@pytest.fixture
def published(db: None) -> None:
    """Two years of two counties; one school of the first has a hostile name and falls short, one is not judged."""
    publish_city(
        [_city(2024), _city(2025)],
        snapshots={2024: "/nowhere/2024", 2025: "/nowhere/2025"},
        geometry=factories.geometry(),
        synthetic=True,
    )


@pytest.fixture
def staff(db: None) -> People:
    """The organisations and people of the signed-in site."""
    return people()


def _city(year: int) -> CityVerdict:
    short = Text("运动场馆 4.00，低于 7.5", "sports area 4.00, below 7.5")
    low = factories.school("2141000002", school_name=NASTY, passes=False, reasons=(short,))
    low = replace(low, values={**low.values, "L5": 4.0}, met={**low.met, "L5": False})
    unknown = factories.school("2141000003", school_name="北岗小学", passes=None)
    unknown = replace(unknown, values={**unknown.values, "L6": None}, met={**unknown.met, "L6": None})
    schools = (factories.school(), low, unknown, factories.school("3141000001", "junior"))
    failing = factories.county(
        "410105",
        schools,
        year,
        state=State.NOT_MET,
        resources=State.NOT_MET,
        reasons=(Text("1所学校未达标", "1 school falls short"),),
        left_out=(Failing("2141000009", "河湾教学点", Text("不足50人", "fewer than 50 pupils")),),
    )
    return factories.city([failing, factories.county("ZDXQ", year=year)], year)
