"""A large archive: how soon it is on the screen, searched, opened, and how the app answers while it is parsed.

    python -m tests.bench.archive_runs --pages 10000 [--rounds 11]

Ratios are of two things done by turns in one run; the machine's other work falls on both. `rg` is used where it is
installed. The archive and its cache lie in the folder for temporary files and are used again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from reader.archive.archive import Archive
from reader.archive.gathering import gather
from reader.search.reading import read_query
from reader.search.results import search
from reader.search.snippets import snippet

from .archives import archive, paths
from .first_screen import HELLO, compile_modules, reader_command
from .pairs import Pair, measure
from .queries import typed, typed_sequences
from .ripgrep import run
from .typing_session import Session

SCREEN = 25
"""Results on a screen, each with its snippet."""


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.archive_runs", description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=11)
    arguments = parser.parse_args()
    folder = archive(arguments.pages)
    cache = Path(tempfile.gettempdir()) / f"{folder.name}-cache"
    os.environ["XDG_CACHE_HOME"] = str(cache)
    compile_modules()
    size = sum(path.stat().st_size for path in paths(folder))
    say(f"{arguments.pages} pages, {size / 1e6:.1f} MB")
    while_it_is_parsed(folder, cache, size)
    gather([str(folder)])
    first_screens(folder, arguments.rounds)
    as_one_types(folder)
    opening(folder)
    memory(folder, size)


def first_screens(folder: Path, rounds: int) -> None:
    snapshot = Archive.cached([str(folder)]).snapshot
    headline = snapshot.articles_of(0)[0].title[:8]
    with tempfile.TemporaryDirectory() as empty:
        for name, more, text in (("cached", {}, headline), ("uncached", {"XDG_CACHE_HOME": empty}, headline)):
            if more:
                shutil.rmtree(empty, ignore_errors=True)
            result = measure(_start(folder, text, more, empty if more else None), rounds)
            say(f"first screen, {name}: {result.ours:.3f} s, hello {result.other:.3f} s, ratio {result.ratio:.2f}")


def _start(folder: Path, text: str, more: Mapping[str, str], empty: str | None) -> Pair:
    from .terminal import environment, seconds_until

    env = {**environment(), **more}

    def ours() -> float:
        if empty:
            shutil.rmtree(empty, ignore_errors=True)
        # Without a cache the first screen is made of the files' names: the newest issue's day stands there.
        wanted = _newest_day(folder) if empty else text
        return seconds_until(wanted, [*reader_command(), str(folder)], env)

    return Pair("first screen", ours, lambda: seconds_until("hello", [sys.executable, str(HELLO)], env))


def _newest_day(folder: Path) -> str:
    return max(path.name[:10] for path in paths(folder))


def as_one_types(folder: Path) -> None:
    """Every prefix of what people type: the time to a screenful of results with their snippets, and that of `rg`."""
    snapshot = Archive.cached([str(folder)]).snapshot
    queries = typed(typed_sequences(folder, 60))
    for _warm in range(2):
        times = []
        for text in queries:
            start = perf_counter()
            query = read_query(text)
            found = next(search(snapshot, query))
            for number in found.articles[:SCREEN]:
                snippet(snapshot, number, query)
            times.append(perf_counter() - start)
    ordered = quantiles(times, n=100)
    say(f"as one types, {len(times)} queries: median {median(times) * 1e3:.1f} ms, 95 % in {ordered[94] * 1e3:.1f} ms")
    pairs = []
    for text in queries[:: max(1, len(queries) // 40)]:
        theirs, ours = [], []
        for _turn in range(3):
            other = run(text, folder)
            if other is None:
                say("rg is not installed")
                return
            # The very same string: blanks part words otherwise.
            start = perf_counter()
            next(search(snapshot, read_query(f'"{text}"')))
            ours.append(perf_counter() - start)
            theirs.append(other.seconds)
        pairs.append((median(theirs), median(ours)))
    ratios = sorted(one / other for one, other in pairs)
    say(
        f"rg beside it: median {median(one for one, _other in pairs) * 1e3:.0f} ms; "
        f"times as fast: median {median(ratios):.0f}, least {ratios[0]:.1f}"
    )


def opening(folder: Path) -> None:
    """`]` reads the next article: from the key to the last byte painted."""
    with Session([*reader_command(), str(folder)]) as session:
        session.settle(1.5)
        times = [session.seconds_to_answer("]") for _number in range(40)]
    say(f"next article, to paint: median {median(times) * 1e3:.1f} ms, longest {max(times) * 1e3:.1f}")


def while_it_is_parsed(folder: Path, cache: Path, size: int) -> None:
    """Keys pressed while two workers parse, and how long the whole takes."""
    shutil.rmtree(cache, ignore_errors=True)
    there = sum(1 for _path in paths(folder))
    start = perf_counter()
    with Session([*reader_command(), str(folder)]) as session:
        session.settle(1.0)
        times: list[float] = []
        # Looking whether all is parsed takes the machine's time too: not at every key.
        while len(times) % 8 or Archive.cached([str(folder)]).snapshot.pages < there:
            times.append(session.seconds_to_answer("k" if len(times) % 2 else "j"))
            sleep(0.25)
        seconds = perf_counter() - start
    ordered = quantiles(times, n=100)
    say(
        f"parsed with the app open: {seconds:.1f} s, {size / 1e6 / seconds:.2f} MB/s; {len(times)} keys: median "
        f"{median(times) * 1e3:.0f} ms, 95th percentile {ordered[94] * 1e3:.0f}, longest {max(times) * 1e3:.0f}"
    )


def memory(folder: Path, size: int) -> None:
    """What the app holds with the archive open and searched, mapped files included."""
    with Session([*reader_command(), str(folder)]) as session:
        session.settle(3.0)
        peak = _resident(session.pid)
    say(f"memory: {peak / 1e6:.0f} MB resident, {peak / size:.2f} times the text")


def _resident(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


if __name__ == "__main__":
    main()
