"""`reader export`: pages as JSON lines."""

from __future__ import annotations

from collections.abc import Sequence

from reader.annotate.page import annotate
from reader.cli.exits import Exit
from reader.cli.output import report, write_data
from reader.export.jsonl import page_line
from reader.model import Annotations
from reader.parse.leftout import left_out
from reader.parse.page import parse_page
from reader.resources import seeds
from reader.source import load
from reader.source.problems import Failures


def export(paths: Sequence[str], *, marks: bool) -> int:
    """One line a page, in the order the pages were named."""
    loaded = load(paths or [str(path) for path in seeds()])
    failures = Failures()
    problems = list(loaded.problems)
    for source in loaded.texts:
        with failures.on(source.path):
            page = parse_page(source.text, source.path, source.encoding)
            problems += left_out(page)
            write_data(page_line(page, annotate(page) if marks else Annotations()))
    return Exit.UNREADABLE if report([*problems, *failures.problems]) else Exit.OK
