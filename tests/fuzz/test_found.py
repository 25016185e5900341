"""What the fuzzer has found stays mended, and a few thousand spoiled pages do no harm; see `target` for the fuzzer."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.examine import examine
from tests.fuzz.pieces import FOUND, mutated, starting_points


@pytest.mark.parametrize("file", sorted(FOUND.iterdir()), ids=lambda file: file.name)
def test_what_was_found_stays_mended(file: Path) -> None:
    examine(file.read_bytes())
