"""Settings by place: base, demo, test."""
