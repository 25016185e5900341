"""Tables of a page: from lines to pieces as printed, from pieces to logical tables."""

from reader.parse.tables.html import part_markup
from reader.parse.tables.logical import LogicalTable, logical_tables
from reader.parse.tables.pieces import PrintedTable, find_pieces

__all__ = ["LogicalTable", "PrintedTable", "find_pieces", "logical_tables", "part_markup"]
