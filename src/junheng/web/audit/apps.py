"""The application as Django knows it."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "junheng.web.audit"
    label = "audit"
