"""What the fuzzer has found stays mended, and a thousand spoiled pages do no harm; see `target` for the fuzzer."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.examine import examine
from tests.fuzz.pieces import FOUND, mutated, starting_points

_LOTS, _OF_EACH = 8, 50


@pytest.mark.parametrize("file", sorted(FOUND.iterdir()), ids=lambda file: file.name)
def test_what_was_found_stays_mended(file: Path) -> None:
    examine(file.read_bytes(), thorough=True)


@pytest.mark.parametrize("lot", range(_LOTS))
def test_spoiled_pages_do_no_harm(lot: int) -> None:
    """The same ones each time, so that nobody is told of a fault he did not make."""
    random = Random(lot)  # noqa: S311 - nothing secret
    pieces = list(starting_points())
    for _ in range(_OF_EACH):
        lines = random.choice(pieces).split(b"\n")
        first = random.randrange(len(lines))
        piece = b"\n".join(lines[first : first + 3])[:300]
        examine(mutated(piece, random, random.choice(pieces))[:2000])
