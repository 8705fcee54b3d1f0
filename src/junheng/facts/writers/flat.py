"""The flat export."""

from pathlib import Path

from junheng.facts.tables import Facts


def write_flat_export(facts: Facts, path: Path, watermark: str | None = None) -> None:
    raise NotImplementedError(facts, path, watermark)
