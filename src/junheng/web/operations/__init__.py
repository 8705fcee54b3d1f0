"""Jobs, backup, health, retention."""
