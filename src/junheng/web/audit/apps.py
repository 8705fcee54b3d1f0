"""The application as Django knows it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "junheng.web.audit"
    label = "audit"

    def ready(self) -> None:
        from junheng.web.audit.seal import seal_after_migrate

        post_migrate.connect(seal_after_migrate, sender=self)
