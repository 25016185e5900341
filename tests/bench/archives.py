"""Archives of newspaper pages to measure with, made of the seed pages: always the same for the same count.

    python -m tests.bench.archives FOLDER --pages 10000

Articles of the seeds come together on pages as they never did, their sentences and headlines change places, other
persons, places, figures and days stand in them, and one word in twenty-five is another, so that there is something of
every frequency to be looked for. Page `n` of an archive is page `n` of every larger one.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from .filling import PAPERS, VERSION, issue_of, page_text
from .names import words
from .templates import pools

_MARKER = ".archive.json"
"""Hidden, so that it is not taken for a page. Written last."""


def archive(pages: int, folder: Path | None = None) -> Path:
    """The folder of an archive of so many pages, made if it is not there; without `folder`, one for temporary files.

    An archive of fewer pages is made larger. Raises `FileExistsError` for a folder with a larger one, or with other
    things.
    """
    folder = folder or Path(tempfile.gettempdir()) / f"reader-archive-{VERSION}-{pages}"
    finished = _finished(folder)
    if finished is not None and finished < pages:
        (folder / _MARKER).unlink()
    if finished is None or finished < pages:
        _write(folder, range(finished or 0, pages))
        (folder / _MARKER).write_text(json.dumps({"version": VERSION, "pages": pages}), "utf-8")
    elif finished > pages:
        raise FileExistsError(f"{folder} holds {finished} pages")
    return folder


def page_path(number: int) -> str:
    """Where the page `number` stands below the archive's folder: 汾河日报/2017-12/2017-12-11_05版.txt."""
    paper, day, page = issue_of(number)
    return f"{PAPERS[paper]}/{day:%Y-%m}/{day:%Y-%m-%d}_{page:02}版.txt"


def paths(folder: Path) -> Iterator[Path]:
    """The pages of a finished archive, in the order of their numbers."""
    return (folder / page_path(number) for number in range(_finished(folder) or 0))


def _finished(folder: Path) -> int | None:
    """Pages of the finished archive in a folder; None where there is none."""
    try:
        marker = json.loads((folder / _MARKER).read_text("utf-8"))
    except FileNotFoundError:
        # Papers alone were left by a run that was interrupted.
        if folder.is_dir() and any(path.name not in PAPERS for path in folder.iterdir()):
            raise FileExistsError(f"{folder} holds something else") from None
        return None
    if marker["version"] != VERSION:
        raise FileExistsError(f"{folder} holds an archive of version {marker['version']}")
    return int(marker["pages"])


def _write(folder: Path, numbers: range) -> None:
    for parent in {(folder / page_path(number)).parent for number in numbers}:
        parent.mkdir(parents=True, exist_ok=True)
    tasks = ((folder, number) for number in numbers)
    # Before the workers are made: where they are copies of this process, they have it from here.
    pools(), words()
    if len(numbers) < 100:
        for task in tasks:
            _write_page(task)
        return
    with multiprocessing.Pool(os.cpu_count()) as workers:
        for _ in workers.imap_unordered(_write_page, tasks, chunksize=50):
            pass


def _write_page(task: tuple[Path, int]) -> None:
    folder, number = task
    (folder / page_path(number)).write_bytes(page_text(number).encode())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.archives", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="default: one below the folder for temporary files")
    parser.add_argument("--pages", type=int, default=1000, help="default: 1000")
    arguments = parser.parse_args()
    start = perf_counter()
    folder = archive(arguments.pages, arguments.folder)
    seconds = perf_counter() - start
    total = sum(path.stat().st_size for path in paths(folder))
    sys.stdout.write(
        f"{folder}: {arguments.pages} pages, {total / 1e6:.1f} MB, "
        f"{total / max(arguments.pages, 1):.0f} bytes a page, {seconds:.1f} s\n"
    )


if __name__ == "__main__":
    main()
