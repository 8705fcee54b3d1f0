"""What the tests need of the machine: found, installed, or named in one line."""

import importlib.util
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).parents[2] / "tools" / "need.py"


@pytest.fixture
def need() -> ModuleType:
    spec = importlib.util.spec_from_file_location("need", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def here(monkeypatch: pytest.MonkeyPatch, need: ModuleType, *packages: str) -> None:
    monkeypatch.setattr(need, "NEEDS", {one: partial(packages.__contains__, one) for one in need.NEEDS})


def test_nothing_is_said_when_everything_is_here(
    need: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, need, "chromium", "fonts-noto-cjk", "poppler-utils", "postgresql")
    assert need.main() == 0
    assert capsys.readouterr() == ("", "")


def test_one_line_names_what_is_missing_where_nothing_can_be_installed(
    need: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, need, "fonts-noto-cjk", "postgresql")
    monkeypatch.setattr(need, "can_install", lambda: False)
    assert need.main() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("sudo apt-get install chromium poppler-utils")


def test_what_is_missing_is_installed_as_root(need: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(need, "NEEDS", {"chromium": lambda: "chromium" in installed})
    monkeypatch.setattr(need, "can_install", lambda: True)
    monkeypatch.setattr(need, "install", installed.extend)
    assert need.main() == 0
    assert installed == ["chromium"]


def test_a_failed_installation_is_not_passed_over(
    need: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, need, "fonts-noto-cjk", "poppler-utils", "postgresql")
    monkeypatch.setattr(need, "can_install", lambda: True)
    monkeypatch.setattr(need, "install", lambda _: False)
    assert need.main() == 1
    assert "sudo apt-get install chromium" in capsys.readouterr().err


def test_a_chinese_font_is_found_by_its_file(need: ModuleType, tmp_path: Path) -> None:
    assert not need.has_chinese_font((tmp_path, tmp_path / "nowhere"))
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "NotoSansCJK-Regular.ttc").touch()
    assert need.has_chinese_font((tmp_path,))
