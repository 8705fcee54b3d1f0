"""``junheng solve zones``: one JSON document, an answer that holds, all faults at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run, parsed

Files = Callable[..., Path]
SIZE = 5


@pytest.fixture
def county(tmp_path: Path) -> Files:
    """A grid of 5 × 5 squares with schools in two corners, all in the zone of the first but one."""

    def write(pupils: str = "10") -> Path:
        names = [f"A{at}" for at in range(SIZE * SIZE)]
        units = [f"{name},{pupils},1,1,4" for name in names]
        across = [f"A{at},A{at + 1},1" for at in range(SIZE * SIZE) if (at + 1) % SIZE]
        down = [f"A{at},A{at + SIZE},1" for at in range(SIZE * (SIZE - 1))]
        schools = ["E1,ELEMENTARY,100,A0", "E2,ELEMENTARY,150,A24"]
        plan = [f"{name},{'D2' if name == 'A24' else 'D1'}" for name in names]
        tables = {
            "units": ("spa_id,pop_elem,pop_mid,area_sqft,perimeter_ft", units),
            "adjacency": ("spa_a,spa_b,shared_border_ft", across + down),
            "schools": ("school_code,level,capacity,home_spa", schools),
            "plan": ("spa_id,district", plan),
        }
        for name, (header, rows) in tables.items():
            (tmp_path / f"{name}.csv").write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return tmp_path

    return write


def test_json_has_the_promised_shape(run: Run, county: Files) -> None:
    folder = county()
    result = run(
        "solve", "zones", folder, "--level", "ELEM", "--seed-plan", folder / "plan.csv",
        "--seconds", 300, "--tries", 20000, "--json",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    document = parsed(result)
    assert set(document["assignment"]) == {f"A{at}" for at in range(SIZE * SIZE)}
    assert set(document["assignment"].values()) == {"D1", "D2"}
    assert document["assignment"]["A0"] == "D1"
    assert document["assignment"]["A24"] == "D2"
    assert document["objective"] < document["seed_objective"]
    assert [zone["pupils"] for zone in document["zones"]] == [100, 150]
    assert document["changed_areas"] == sum(zone == "D2" for zone in document["assignment"].values()) - 1
    assert document["changed_pupils"] == 10 * document["changed_areas"]


@pytest.mark.parametrize(("flag", "word"), [((), "连片"), (("--en",), "contiguous")])
def test_words(run: Run, county: Files, flag: tuple[str, ...], word: str) -> None:
    folder = county()
    result = run("solve", "zones", folder, "--seed-plan", folder / "plan.csv", "--seconds", 30, "--tries", 1000, *flag)
    assert result.exit_code == 0
    assert word in result.output


def test_bad_input_names_every_fault(run: Run, county: Files) -> None:
    folder = county("-1")
    result = run("solve", "zones", folder, "--seed-plan", folder / "plan.csv", "--seconds", 5, "--json")
    assert result.exit_code == 2
    assert len(parsed(result)["faults"]) == SIZE * SIZE


def test_missing_files(run: Run, tmp_path: Path) -> None:
    result = run("solve", "zones", tmp_path, "--seed-plan", tmp_path / "plan.csv")
    assert result.exit_code == 2
    assert "plan.csv" in result.output


def test_an_unknown_level(run: Run, county: Files) -> None:
    folder = county()
    assert run("solve", "zones", folder, "--level", "X", "--seed-plan", folder / "plan.csv").exit_code == 2
