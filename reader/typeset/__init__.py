"""Display text, Chinese line breaking and cell widths: pure functions over strings, no widget."""
