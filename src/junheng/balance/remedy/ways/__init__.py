"""Several ways to raise one quantity, and ways that raise several: train, recognise, convert, hire, build."""
