"""Tables in the forms other programs read: the rows and columns that are seen, in the order they are seen in."""

from reader.export.tables.forms import Form, as_text, exported, to_tsv
from reader.export.tables.shown import Shown, Source

__all__ = ["Form", "Shown", "Source", "as_text", "exported", "to_tsv"]
