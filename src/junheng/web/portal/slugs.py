"""Addresses of editions: ``2025`` is the current version of a school year, ``2025-v1`` its first for good."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Which:
    """The edition an address asks for; without a version, the current one."""

    year: int
    version: int | None = None

    def __str__(self) -> str:
        return str(self.year) if self.version is None else f"{self.year}-v{self.version}"


class EditionConverter:
    """The path converter ``edition``; reverses from an edition, a year, a slug or a ``Which``."""

    regex = r"[0-9]{4}(?:-v[1-9][0-9]{0,3})?"

    def to_python(self, value: str) -> Which:
        year, _, version = value.partition("-v")
        return Which(int(year), int(version) if version else None)

    def to_url(self, value: object) -> str:
        return str(getattr(value, "slug", value))
