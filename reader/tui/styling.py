"""Which style sheets there are, and which of them the first screen needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

_FOLDER = Path(__file__).parent / "styles"

FIRST: list[str | PurePath] = [_FOLDER / "main.tcss"]
"""For the lists, which are painted first."""
_NAMES = ("article", "table", "rankings", "search", "panel", "names")
LATER: list[str | PurePath] = [_FOLDER / f"{name}.tcss" for name in _NAMES]
"""For the article, the command palette and the other screens, which all name them; the app reads them once the lists
are painted."""
