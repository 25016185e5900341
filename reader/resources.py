"""What comes with the program: seed pages, themes, word lists."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def seeds() -> list[Path]:
    """The seed pages, in order of their names."""
    return sorted(_bundled("seeds").glob("*.txt"))


def themes_dir() -> Path:
    """The folder of the themes that come with the program."""
    return _bundled("themes")


def _bundled(name: str) -> Path:
    """A folder inside the installed package; beside it in a checkout, which an editable install runs from."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def data_text(name: str) -> str:
    """The data file `name` below `reader/data`, such as `parse/surnames.txt`."""
    return (_PACKAGE / "data" / name).read_text("utf-8")
