"""`python -m tests.export.spreadsheet`: does a spreadsheet compute any cell of an exported CSV file? Needs LibreOffice.

No test, since it takes a program most machines lack: run it after a change to what is led by an apostrophe.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from reader.export.tables import Form, Shown, as_text
from tests.export.shown_tables import NASTY
from tests.ranking.ranking_tables import table_of

_ALPHABET = "==++--@@＝＋－＠ 　\t\r\n\ufeff\u200b0123.,%A1(万元;'|!:*/eE"
_RANDOM_CELLS = 30_000
# Comma, quote, UTF-8, from row 1; numbers, dates and formulas are recognised, as when the file is opened by hand.
_FILTER = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
_FORMULA = re.compile(r'table:formula="([^"]*)"')


def computed(text: str, folder: Path) -> list[str]:
    """The formulas LibreOffice finds in CSV `text`. Raises `CalledProcessError` when it cannot be run."""
    source = folder / "cells.csv"
    source.write_text(text, "utf-8", newline="")
    profile = (folder / "profile").as_uri()
    where = ["--convert-to", "fods", "--outdir", str(folder), str(source)]
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile}", f"--infilter={_FILTER}", *where],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return _FORMULA.findall((folder / "cells.fods").read_text("utf-8"))


def main() -> int:
    draw = random.Random(1)  # noqa: S311 - the same cells each time
    cells = NASTY + ["".join(draw.choices(_ALPHABET, k=draw.randint(1, 8))) for _ in range(_RANDOM_CELLS)]
    table = table_of(["first", "cell", "last"], [["a", cell, "b"] for cell in cells])
    raw = "".join('"' + cell.replace('"', '""') + '"\r\n' for cell in cells)
    with tempfile.TemporaryDirectory() as folder:
        control = computed(raw, Path(folder))
        found = computed(as_text(Shown.whole(table), Form.CSV, bom=True), Path(folder))
    sys.stdout.write(f"{len(cells)} cells: {len(control)} formulas as printed, {len(found)} as exported {found[:5]}\n")
    return 1 if found or not control else 0


if __name__ == "__main__":
    sys.exit(main())
