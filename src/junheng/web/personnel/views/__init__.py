"""Pages of a round of rotation."""
