"""Which style sheets there are, and which of them the first screen needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

_FOLDER = Path(__file__).parent / "styles"

FIRST: list[str | PurePath] = [_FOLDER / "main.tcss"]
"""For the main screen, the command palette, and what stands on several screens."""
LATER: list[str | PurePath] = [
    _FOLDER / name for name in ("table.tcss", "rankings.tcss", "search.tcss", "panel.tcss", "names.tcss")
]
"""For the other screens. Each of them names these; the app reads them once the first screen is painted."""
