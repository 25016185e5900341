"""The probe in a real pseudo-terminal, against terminals that answer in all the ways terminals do."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path

import pyte
import pytest

from reader.tui.terminal.findings import findings
from reader.tui.terminal.width_probe import FAR_SECONDS, SECONDS
from tests.tui.terminal import reader

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")

ASKED = b"\x1b[6n\xe2\x80\x9c\x1b[6n"
ANSWERED = re.compile(rb"answer:(\w+) after (\d+\.\d+)")
PROBE = """
import os, termios, time
from reader.tui.terminal import width_probe
width_probe.SECONDS, width_probe.FAR_SECONDS = {near}, {far}
before, start = termios.tcgetattr(0), time.perf_counter()
cells = width_probe.ambiguous_width()
seconds = time.perf_counter() - start
assert termios.tcgetattr(0) == before
os.write(1, f"answer:{{cells}} after {{seconds:.3f}}".encode())
"""


@dataclass(frozen=True, slots=True)
class Probed:
    cells: str
    seconds: float
    written: bytes


def probe(
    *reply: bytes, pause: float = 0.0, near: float = SECONDS, far: float = FAR_SECONDS, **environment: str
) -> Probed:
    """Run the probe in a terminal that sends the pieces of `reply` when it is asked, `pause` seconds apart.

    `near` and `far` are how long an answer may take.
    """
    environment = {**os.environ, "TERM": "xterm-256color", "SSH_CONNECTION": "", **environment}
    code = PROBE.format(near=near, far=far)
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", code], environment)  # noqa: S606 - the child runs the program
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    written, left = b"", list(reply)
    try:
        while not (answer := ANSWERED.search(written)):
            assert select.select([terminal], [], [], 20)[0], written
            written += os.read(terminal, 4096)
            while left and ASKED in written:
                os.write(terminal, left.pop(0))
                time.sleep(pause)
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
    return Probed(answer[1].decode(), float(answer[2]), written)


@pytest.mark.parametrize(
    ("replies", "cells"),
    [
        ((b"\x1b[5;1R\x1b[5;2R",), "1"),
        ((b"\x1b[5;1R\x1b[5;3R",), "2"),
        # Not at the beginning of the row, in pieces, with a key between.
        ((b"\x1b[12;40R\x1b[", b"12;42R"), "2"),
        ((b"j\x1b[7;9Rk", b"\x1b[7;10R"), "1"),
    ],
)
def test_the_terminal_says_how_wide_it_paints(replies: tuple[bytes, ...], cells: str) -> None:
    assert probe(*replies, pause=0.005, near=10).cells == cells


@pytest.mark.parametrize(
    "replies",
    [
        (),
        (b"\x1b[5;1R",),
        (b"\x1b[?62;c\x1b]11;rgb:00/00/00\x07 5;2R",),
        # Three cells, none, and the next row: nobody knows what that was.
        (b"\x1b[5;1R\x1b[5;4R",),
        (b"\x1b[5;80R\x1b[5;80R",),
        (b"\x1b[5;80R\x1b[6;2R",),
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(replies: tuple[bytes, ...]) -> None:
    probed = probe(*replies)
    assert probed.cells == "None"
    assert probed.seconds < 10 * SECONDS


def test_over_ssh_an_answer_may_take_longer() -> None:
    late = (b"\x1b[5;1R", b"\x1b[5;3R")
    assert probe(*late, pause=0.2).cells == "None"
    assert probe(*late, pause=0.2, far=10, SSH_CONNECTION="10.0.0.1 50022 10.0.0.2 22").cells == "2"
    assert SECONDS < FAR_SECONDS


def test_nothing_is_left_on_the_screen() -> None:
    screen = pyte.Screen(80, 24)
    written = b"$ reader " + probe(b"\x1b[5;10R\x1b[5;11R", near=10).written
    pyte.ByteStream(screen).feed(written)
    assert screen.display[0].startswith("$ reader answer:1 after")
    assert "“".encode() in written


def test_a_dumb_terminal_is_not_asked() -> None:
    probed = probe(b"\x1b[5;1R\x1b[5;3R", near=10, TERM="dumb")
    assert probed.cells == "None"
    assert b"\x1b" not in probed.written


def test_the_app_is_painted_as_the_terminal_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    # More time to answer: this terminal shares its processor with other tests.
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50022 10.0.0.2 22")
    with reader(replies={ASKED: b"\x1b[1;1R\x1b[1;3R"}) as terminal:
        shown = terminal.wait_for_text("太原高质量发展步伐坚实有力")
        assert shown[0].startswith("-Issues---")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.left == terminal.attributes


@pytest.mark.parametrize(
    ("configured", "answer", "said"),
    [
        ("ambiguous_width = 2", 1, "2, set in {file}"),
        ("", 2, "2, as the terminal answered"),
        ('ambiguous_width = "auto"', None, "1, as no terminal answered"),
    ],
)
def test_doctor_says_which_width_and_why(
    configured: str, answer: int | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "reader" / "config.toml"
    file.parent.mkdir()
    file.write_text(configured, "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("reader.tui.terminal.findings.ambiguous_width", lambda: answer)
    assert list(findings()) == [("cells of “ ” … — ·", said.format(file=file))]


def test_doctor_says_what_is_wrong_with_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config.toml").write_text("ambiguous_width = 3", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("reader.tui.terminal.findings.ambiguous_width", lambda: None)
    assert [said for name, said in findings() if name == "settings" and "ambiguous_width cannot be 3" in said]
