"""The generated pages of the documentation, one module per kind; each returns path -> Markdown."""
