"""The fonts that come with the program, so that Chinese never falls back to a font without the glyph."""

from pathlib import Path

SERIF = "Noto Serif SC"
SANS = "Noto Sans SC"


def font_folder() -> Path:
    """The folder of the packaged fonts (OFL Noto Serif and Sans SC, regular weight)."""
    from pylopdf_fonts_zh_cn import serif_path

    return Path(serif_path()).parent
