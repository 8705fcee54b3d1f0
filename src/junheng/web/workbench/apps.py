"""The application as Django knows it."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    name = "junheng.web.workbench"
    label = "workbench"
