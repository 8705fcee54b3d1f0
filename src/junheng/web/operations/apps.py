"""The application as Django knows it."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "junheng.web.operations"
    label = "operations"
