"""All hostile cases."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.hostile import controls, encodings, files, markup, names, scripts, sizes, tables
from tests.hostile.case import SMALL, Case, Size

PAGES: tuple[Case, ...] = (
    *encodings.CASES,
    *controls.CASES,
    *markup.CASES,
    *scripts.CASES,
    *sizes.CASES,
    *tables.CASES,
)
"""Files with an ordinary name whose text is hostile."""
PLACES: tuple[Case, ...] = (*names.CASES, *files.CASES)
"""Ordinary pages under hostile names, and what is no page."""
CASES = (*PAGES, *PLACES)


def put(cases: Iterable[Case], folder: Path, size: Size = SMALL) -> dict[str, Path]:
    """Write cases into a folder; the path of each to open."""
    return {case.name: case.put(folder, size) for case in cases}
