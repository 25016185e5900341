"""Run every benchmark and print a table of ratios."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from .article_view import drag, find, resize, scroll
from .first_screen import first_screen
from .pairs import Pair, measure
from .parsing import long_article, long_list, long_page
from .ranking_grid import key, opened, sorted_by_mixed_column

BENCHMARKS: tuple[Callable[[], Pair], ...] = (
    first_screen,
    long_page,
    long_article,
    long_list,
    resize,
    scroll,
    find,
    drag,
    opened,
    sorted_by_mixed_column,
    key,
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="runs of each side, by turns (default: 11)")
    rounds = parser.parse_args().rounds
    sys.stdout.write(f"{'benchmark':<34}{'ours':>10}{'other':>10}{'ratio':>8}\n")
    for benchmark in BENCHMARKS:
        pair = benchmark()
        result = measure(pair, rounds)
        sys.stdout.write(f"{pair.name:<34}{result.ours:>8.3f} s{result.other:>8.3f} s{result.ratio:>8.2f}\n")


if __name__ == "__main__":
    main()
