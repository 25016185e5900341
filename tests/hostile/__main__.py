"""`python -m tests.hostile FOLDER [--large]`: write all hostile pages into a new folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.hostile.case import LARGE, SMALL
from tests.hostile.pages import CASES, put


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.hostile", description="Write hostile pages into a new folder."
    )
    parser.add_argument("folder", type=Path, help="made anew; must not exist")
    parser.add_argument("--large", action="store_true", help="50 MB lines, 10,000 columns, 5,000 tables deep")
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    print(len(put(CASES, options.folder, LARGE if options.large else SMALL)), "cases")


if __name__ == "__main__":
    main()
