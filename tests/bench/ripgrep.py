"""How long ripgrep takes to name the pages that a string stands on, where it is installed.

python -m tests.bench.ripgrep FOLDER STRING ...
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Run(NamedTuple):
    seconds: float
    """From starting the process to its end."""
    files: int
    """Pages named."""


def run(string: str, folder: Path) -> Run | None:
    """One search; None where there is no `rg`. Raises `subprocess.CalledProcessError` when it fails."""
    program = shutil.which("rg")
    if program is None:
        return None
    start = perf_counter()
    done = subprocess.run([program, "-Fl", "--no-messages", "--", string, str(folder)], capture_output=True)
    seconds = perf_counter() - start
    # 1: the string stands nowhere.
    if done.returncode > 1:
        done.check_returncode()
    return Run(seconds, done.stdout.count(b"\n"))


def measured(string: str, folder: Path, rounds: int = 7) -> Run | None:
    """The median of some runs, after one that brings the files into memory."""
    runs = [one for _ in range(rounds + 1) if (one := run(string, folder))]
    return Run(median(one.seconds for one in runs[1:]), runs[0].files) if runs else None


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ripgrep", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("strings", nargs="+", metavar="STRING")
    arguments = parser.parse_args()
    for string in arguments.strings:
        found = measured(string, arguments.folder)
        if found is None:
            parser.exit(1, "rg is not installed\n")
        sys.stdout.write(f"{string}\t{found.files} pages\t{found.seconds * 1000:.1f} ms\n")


if __name__ == "__main__":
    main()
