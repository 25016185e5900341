"""`reader` and `python -m reader`: the command line, with the app as its way of reading on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.settings import Settings


def main() -> None:
    try:
        # Imported here because somebody may have thought better of it already.
        from reader.cli.main import main as run

        code = run(app=_read, findings=_findings)
    except KeyboardInterrupt:
        # What a shell expects of who was interrupted.
        code = 130
    sys.exit(code)


def _read(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
    from reader.tui.startup import start

    return start(paths, lang, settings, faults)


def _findings() -> Iterable[tuple[str, str]]:
    from reader.tui.terminal.findings import findings

    return findings()


if __name__ == "__main__":
    main()
