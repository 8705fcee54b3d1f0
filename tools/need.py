"""Make sure the machine has what the tests drive beside Python: browser, Chinese font, PDF reader, database server.

On Debian as root, what is missing is installed; anywhere else one line says what to install.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".fonts",
    Path.home() / ".local/share/fonts",
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
)
FONTS = (
    "NotoSansCJK",
    "NotoSerifCJK",
    "SourceHanSans",
    "SourceHanSerif",
    "wqy-",
    "PingFang",
    "Hiragino",
    "msyh",
    "simsun",
)


def has_browser() -> bool:
    return any(shutil.which(name) for name in BROWSERS)


def has_pdffonts() -> bool:
    return shutil.which("pdffonts") is not None


def has_chinese_font(folders: tuple[Path, ...] = FONT_FOLDERS) -> bool:
    wanted = tuple(name.lower() for name in FONTS)
    files = (path for folder in folders if folder.is_dir() for path in folder.rglob("*"))
    return any(path.name.lower().startswith(wanted) for path in files)


def has_postgresql() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb") is not None


NEEDS: Mapping[str, Callable[[], bool]] = {
    "chromium": has_browser,
    "fonts-noto-cjk": has_chinese_font,
    "poppler-utils": has_pdffonts,
    "postgresql": has_postgresql,
}
"""Debian package -> whether what it brings is here."""


def missing() -> list[str]:
    return [package for package, is_here in NEEDS.items() if not is_here()]


def can_install() -> bool:
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: list[str]) -> bool:
    """Install Debian packages without a word; False when apt fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    commands = ([*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *packages])
    return all(
        subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0  # noqa: S603
        for command in commands
    )


def main() -> int:
    packages = missing()
    if packages and can_install():
        sys.stderr.write(f"安装 / installing: {' '.join(packages)}\n")
        install(packages)
        packages = missing()
    if packages:
        sys.stderr.write(
            f"测试还需要 / the tests also need: {' '.join(packages)} — 请执行 / please run: "
            f"sudo apt-get install {' '.join(packages)}\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
