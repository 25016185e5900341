"""`reader` and `python -m reader`."""

from __future__ import annotations

import sys

from reader.cli.main import main as _main


def main() -> None:
    sys.exit(_main())


if __name__ == "__main__":
    main()
