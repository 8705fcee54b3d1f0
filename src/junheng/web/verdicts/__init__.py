"""Verdicts as records: numbered, signed, verifiable, open to appeal."""
