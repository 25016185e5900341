"""What comes with the program: seed pages, themes, word lists."""

from __future__ import annotations

from importlib.resources import files


def data_text(name: str) -> str:
    """The data file `name` below `reader/data`, such as `parse/surnames.txt`."""
    return files("reader").joinpath("data", name).read_text("utf-8")
