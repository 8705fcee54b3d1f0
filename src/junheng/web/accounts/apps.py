"""The application as Django knows it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "junheng.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        from junheng.web.accounts import signals  # noqa: F401 - connects them
