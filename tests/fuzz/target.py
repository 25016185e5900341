"""A coverage-guided fuzzer over bytes → `reader export`: `make fuzz`, or `python -m tests.fuzz.target SECONDS`.

Needs atheris (the group `fuzz` of pyproject.toml). It begins with pieces of printed pages, keeps what reaches something
new, and stops at the first input that breaks a promise. That input then lies in `found` as `crash-…`, where everyday
tests replay it: made small by hand it gets a name that says what is wrong. Options of libFuzzer may follow the seconds.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from pkgutil import walk_packages
from random import Random

import atheris

_LONGEST = 8192
"""Bytes of an input: room for a table and for 5,000 digits."""
_HANGS = 300
"""Seconds by the clock after which an input hangs. What is slow is told before, in seconds of the processor, by
`examine`: a busy machine may hold up an input of half a second for more than a minute."""

# One core is enough, and numpy would take all of them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

with atheris.instrument_imports(include=["reader"]):
    import reader

    # What is imported only when it is needed is to be measured too.
    for module in walk_packages(reader.__path__, "reader."):
        if not module.name.startswith(("reader.tui", "reader.__main__")):
            __import__(module.name)

from tests.fuzz.damaged import whole  # noqa: E402 - what these import has to be measured
from tests.fuzz.examine import examine  # noqa: E402
from tests.fuzz.pieces import FOUND, dictionary, mutated, starting_points  # noqa: E402


class _Mutator:
    """Characters and lines are changed three times in four, bytes by libFuzzer's own ways otherwise."""

    def __init__(self) -> None:
        self._last = b""

    def __call__(self, data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - nothing secret
        if random.random() < 0.25:
            changed: bytes = atheris.Mutate(data, longest)
            return changed
        other, self._last = self._last, data
        return mutated(data, random, other)[:longest]


def main() -> None:
    seconds, more = int(sys.argv[1]) if len(sys.argv) > 1 else 600, sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="reader-fuzz-") as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        inputs = [whole(), *starting_points(), *(file.read_bytes() for file in sorted(FOUND.iterdir()))]
        for number, data in enumerate(inputs):
            (corpus / f"{number:05}").write_bytes(data[:_LONGEST])
        words = Path(folder, "words")
        words.write_text(dictionary(), "ascii")
        options = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-dict={words}"]
        options += [f"-timeout={_HANGS}", f"-report_slow_units={_HANGS}"]
        options += [f"-artifact_prefix={FOUND}/", "-print_final_stats=1", "-rss_limit_mb=4096", *more, str(corpus)]
        atheris.Setup([sys.argv[0], *options], examine, custom_mutator=_Mutator())
        atheris.Fuzz()


if __name__ == "__main__":
    main()
