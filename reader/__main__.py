"""`reader` and `python -m reader`: the command line, with the app as its way of reading on a terminal."""

from __future__ import annotations

import gc
import os
import sys

# Not from `typing`: until `main` runs, nobody answers an interruption, so that little is imported before.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from reader.settings import Settings


def main() -> None:
    # Importing makes objects that all stay: to look through them for garbage costs a fifth of the time to first paint.
    # It is switched on again when a command is carried out, or the first screen stands.
    gc.disable()
    try:
        # Imported here because somebody may have thought better of it already.
        from reader.cli.main import main as run

        code = run(app=_read, findings=_findings)
    except KeyboardInterrupt:
        # What a shell expects of who was interrupted.
        code = 130
    finally:
        _let_go()
    sys.exit(code)


def _let_go() -> None:
    """Where nobody takes what is left to be written, such as a terminal that is closed, Python would end with 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            _send_nowhere(stream)


def _send_nowhere(stream: TextIO) -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError, AttributeError):
        # There is nothing to send.
        return


def _read(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
    from reader.tui.startup import start

    return start(paths, lang, settings, faults)


def _findings() -> Iterable[tuple[str, str]]:
    from reader.tui.terminal.findings import findings

    return findings()


if __name__ == "__main__":
    main()
