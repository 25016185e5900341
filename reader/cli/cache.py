"""`reader cache`: what is kept of pages that were parsed."""

from __future__ import annotations

import datetime as dt

from reader.archive.cachefolder import cached, clear, root
from reader.cli.exits import Exit
from reader.cli.output import say, write
from reader.i18n import _

_KILO = 1000


def show_cache() -> int:
    """Print the folder of the cache and each collection in it, the one used last first."""
    from reader.cli.grid import print_rows
    from reader.model import Cell, Table

    found = list(cached())
    write(_("cache: {folder}").format(folder=root()))
    if not found:
        write(_("Nothing is kept there."))
        return Exit.OK
    rows = [
        (dt.datetime.fromtimestamp(one.used).strftime("%Y-%m-%d %H:%M"), size_label(one.size), _paths(one.paths))
        for one in found
    ]
    columns = (_("last used"), _("size"), _("opened"))
    print_rows(Table(None, None, columns, tuple(tuple(map(Cell, row)) for row in rows), ()), range(len(rows)))
    write(_("{size} in all").format(size=size_label(sum(one.size for one in found))))
    return Exit.OK


def clear_cache() -> int:
    """Delete the cache; `UNREADABLE` when some of it could not be."""
    try:
        size = clear()
    except OSError as error:
        say(f"{error.filename or root()}: {error.strerror or error}")
        return Exit.UNREADABLE
    write(_("{size} deleted").format(size=size_label(size)))
    return Exit.OK


def size_label(size: int) -> str:
    """Bytes in the unit that leaves one to three figures before the point: 0 B, 1.5 kB, 12.3 MB."""
    amount, units = float(size), ["B", "kB", "MB", "GB", "TB"]
    while amount >= _KILO and len(units) > 1:
        amount /= _KILO
        units.pop(0)
    return f"{amount:.1f} {units[0]}" if units[0] != "B" else f"{size} B"


def _paths(paths: tuple[str, ...]) -> str:
    shown = ", ".join(paths[:3])
    return shown if len(paths) <= 3 else _("{paths} and {count} more").format(paths=shown, count=len(paths) - 3)
