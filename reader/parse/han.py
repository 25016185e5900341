"""How a pattern names a Chinese character."""

HAN = r"[^\W\da-zA-Z_]"
"""A letter that is no Latin one. The range from U+4E00 to U+9FFF says the same of a page, but takes `re` 0.7 ms to
compile each time it is written, and the first screen waits for that; it is found faster, so what is looked for in
all of a text keeps the range."""
