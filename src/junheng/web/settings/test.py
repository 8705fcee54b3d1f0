"""Settings for the tests."""

from junheng.web.settings.base import *  # noqa: F403
