"""Organisations, people, roles and scopes."""
