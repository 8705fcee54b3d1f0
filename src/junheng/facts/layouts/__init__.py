"""Layouts of official forms, as YAML."""
