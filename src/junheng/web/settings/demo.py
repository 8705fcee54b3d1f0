"""Settings for the demo city on the user's own machine."""

from junheng.web.settings.base import *  # noqa: F403
