"""What people do to posts, one verb per file."""
