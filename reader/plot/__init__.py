"""Columns of figures drawn: in cells of a terminal, and as SVG. Nothing here knows of screens or of tables."""
