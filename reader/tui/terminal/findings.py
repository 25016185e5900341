"""What `reader doctor` says of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _
from reader.settings import read_settings, settings_file
from reader.tui.terminal.width_probe import ambiguous_width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def findings() -> Iterator[tuple[str, str]]:
    """Pairs of a name and what was found, in the language in use. Asks the terminal what is not set."""
    path = settings_file()
    settings, faults = read_settings(path)
    for fault in faults:
        yield _("settings"), fault
    yield _("cells of “ ” … — ·"), _ambiguous_width(settings.ambiguous_width, path)


def _ambiguous_width(cells: int | None, path: Path) -> str:
    if cells is not None:
        return _("{cells}, set in {path}").format(cells=cells, path=path)
    cells = ambiguous_width()
    if cells is None:
        return _("1, as no terminal answered")
    return _("{cells}, as the terminal answered").format(cells=cells)
