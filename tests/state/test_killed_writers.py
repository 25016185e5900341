"""Writers that are killed at any moment, and several at once: what is read is always whole, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.archive.holdings import read_order
from reader.archive.sections import Sections
from reader.export.newfile import write_new
from reader.privatefiles import read_plain
from reader.search.history import SearchHistory

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed as POSIX does")

KILLED = 25
SEARCHES = """
import sys
from itertools import count
from pathlib import Path
from reader.search.history import SearchHistory
history = SearchHistory(Path(sys.argv[1]))
print("begun", flush=True)
for number in count():
    history.add(f"{sys.argv[2]} {number} " + "山西" * 400)
    assert not history.fault, history.fault
"""
EXPORTS = """
import sys
from pathlib import Path
from reader.export.newfile import write_new
write_new(Path(sys.argv[1]), "图", ".svg", "x" * 300_000 + "end")
print("begun", flush=True)
while True:
    write_new(Path(sys.argv[1]), "图", ".svg", "x" * 300_000 + "end")
"""
ORDERS = """
import sys
from pathlib import Path
from reader.archive.holdings import write_order
from reader.archive.snapshot import Snapshot
write_order(Path(sys.argv[1]), Snapshot(), [sys.argv[2]] * 10)
print("begun", flush=True)
while True:
    for number in (20_000, 10):
        write_order(Path(sys.argv[1]), Snapshot(), [sys.argv[2]] * number)
"""
A_FEW = """
import sys
from pathlib import Path
from reader.search.history import SearchHistory
history = SearchHistory(Path(sys.argv[1]))
for number in range(40):
    history.add(f"{sys.argv[2]} {number}")
"""


def kill_while_it_writes(code: str, *arguments: str, seconds: float) -> None:
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(seconds)
    process.kill()
    process.wait()
    process.stdout.close()


def moments() -> Sequence[float]:
    """Seconds, as different as can be."""
    return [number * 7 % KILLED * 0.03 / KILLED for number in range(KILLED)]


def test_searches_are_whole_whenever_the_writer_was_killed(tmp_path: Path) -> None:
    before: tuple[str, ...] = ()
    for number, moment in enumerate(moments()):
        kill_while_it_writes(SEARCHES, str(tmp_path), f"run{number}", seconds=moment)
        history = SearchHistory(tmp_path)
        found = history.look().recent
        assert history.fault == ""
        new = [int(text.split()[1]) for text in found if text.startswith(f"run{number} ")]
        assert new == list(range(len(new)))[::-1] or len(found) == 200
        assert found[len(new) :] == before[: len(found) - len(new)]
        before = found
    assert before
    history.add("太原")
    assert history.fault == ""


def test_exports_are_whole_whenever_the_writer_was_killed(tmp_path: Path) -> None:
    for moment in moments()[:8]:
        kill_while_it_writes(EXPORTS, str(tmp_path), seconds=moment)
    written = list(tmp_path.glob("*.svg"))
    assert written
    assert {path.stat().st_size for path in written} == {300_003}
    assert write_new(tmp_path, "图", ".svg", "y").read_text() == "y"


def test_what_is_in_use_is_whole_whenever_the_writer_was_killed(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    for moment in moments()[:8]:
        kill_while_it_writes(ORDERS, str(tmp_path), "a path", seconds=moment + 0.01)
        found = Sections(read_plain(tmp_path / "order")).facts["paths"]
        assert len(found) in (10, 20_000)
        assert read_order(tmp_path, found) is not None


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", A_FEW, str(tmp_path), name]) for name in ("one", "two")]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = SearchHistory(tmp_path).look().recent
    assert sorted(found) == sorted(f"{name} {number}" for name in ("one", "two") for number in range(40))
