"""What can be done to the portal: one verb per file."""
