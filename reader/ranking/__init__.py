"""Ranking tables: what their columns hold, and their rows in any order."""

from reader.ranking.columns import (
    Column,
    ColumnKind,
    UnknownColumnError,
    find_column,
    name_column,
    rank_column,
    score_column,
    typed_columns,
)
from reader.ranking.sorting import Ranking, SortKey, sort_order
from reader.ranking.values import Value, comparable, parse_value

__all__ = [
    "Column",
    "ColumnKind",
    "Ranking",
    "SortKey",
    "UnknownColumnError",
    "Value",
    "comparable",
    "find_column",
    "name_column",
    "parse_value",
    "rank_column",
    "score_column",
    "sort_order",
    "typed_columns",
]
