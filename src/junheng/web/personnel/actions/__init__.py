"""What is done to a round of rotation: one verb a file."""
