"""What can be done here: one verb per file, each checks, does and records."""
