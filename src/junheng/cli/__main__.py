"""``python -m junheng.cli`` is ``junheng``."""

from junheng.cli import app

if __name__ == "__main__":
    app()
