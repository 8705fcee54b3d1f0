"""What is done to a study of the workforce: one verb a file."""
