"""Collection rounds: schools report."""
