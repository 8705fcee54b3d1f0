"""The application as Django knows it."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "junheng.web.reporting"
    label = "reporting"
