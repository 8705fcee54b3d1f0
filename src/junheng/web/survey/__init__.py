"""The satisfaction survey."""
