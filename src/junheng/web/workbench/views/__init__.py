"""One page per file: ask the queries, shape the answer, render."""
