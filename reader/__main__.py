"""`reader` and `python -m reader`: the command line, with the app as its way of reading on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.main import main as _main

if TYPE_CHECKING:
    from reader.settings import Settings


def main() -> None:
    sys.exit(_main(app=_read))


def _read(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
    from reader.tui.startup import start

    return start(paths, lang, settings, faults)


if __name__ == "__main__":
    main()
