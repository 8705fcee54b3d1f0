"""Readers: each turns grids of one kind into facts, finding every cell by the text around it."""
