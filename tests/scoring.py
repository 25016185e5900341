"""What the scorer says of a set of annotated pages, and the floors no change may fall below.

`python -m tests.scoring` prints the scores of every set beside its floors; `--raise` writes the floors that went up.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from reader.annotate.page import annotate
from reader.export.jsonl import page_line
from reader.model import Annotations
from reader.parse.page import parse_page

TESTS = Path(__file__).parent
GOLD = TESTS / "gold"
FLOORS = TESTS / "pages" / "floors.toml"
SETS = {"seeds": GOLD} | {path.name: path for path in sorted((TESTS / "pages").iterdir()) if path.is_dir()}


def page_texts(name: str) -> dict[str, str]:
    """File name to text of the pages of one set."""
    folder = TESTS.parent / "seeds" if name == "seeds" else SETS[name]
    return {path.name: path.read_text("utf-8-sig") for path in sorted(folder.glob("*.txt"))}


def score_set(name: str, change: Callable[[str], str] = lambda text: text) -> dict[str, float]:
    """F1 by field of one set, its page texts changed in a way the annotation survives; from the scorer itself."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        lines = []
        # Where nobody annotated names, to find them would take half the time.
        marked = any(SETS[name].glob("*.entities.json"))
        for file, text in page_texts(name).items():
            (folder / file).write_text(change(text), "utf-8")
            page = parse_page(change(text), file)
            lines.append(page_line(page, annotate(page) if marked else Annotations()))
        export = folder / "export.jsonl"
        export.write_text("\n".join(lines), "utf-8")
        command = [sys.executable, GOLD / "score.py", export, "--gold", SETS[name], "--pages", folder]
        run = subprocess.run([*map(str, command), "--json"], capture_output=True, text=True, check=True)
    return {field: row["f1"] for field, row in json.loads(run.stdout)["scores"].items()}


def floors() -> dict[str, dict[str, float]]:
    loaded: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text("utf-8"))
    return loaded


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write the floors that went up")
    parser.add_argument("--anew", action="store_true", help="write all floors as they are now")
    options = parser.parse_args()
    known = floors() if FLOORS.exists() else {}
    written = ["# F1 by set and field as seen when it was last raised; `python -m tests.scoring --raise`."]
    for name in SETS:
        written.append(f"\n[{name}]")
        for field, f1 in score_set(name).items():
            floor = known.get(name, {}).get(field, 0.0)
            if f1 < floor or not known:
                sys.stdout.write(f"{name} {field} {f1:.4f} (floor {floor})\n")
            seen = math.floor(f1 * 1000) / 1000
            written.append(f'"{field}" = {seen if options.anew else max(floor, seen)}')
    if options.lift or options.anew:
        FLOORS.write_text("\n".join(written) + "\n", "utf-8")


if __name__ == "__main__":
    _main()
