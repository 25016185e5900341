"""The terminal is asked for its background: a real pseudo-terminal, and a thread that answers as terminals do."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

import pytest

from reader.tui.terminal import background, query
from reader.tui.terminal.typed import typed_keys
from tests.tui.terminal import reader

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pty
import termios

ATTRIBUTES = b"\x1b[?62;4c"


class FakeTerminal:
    """The other end of a pseudo-terminal. `asked` is what it was sent."""

    def __init__(self) -> None:
        self._other, self.end = pty.openpty()
        self.asked = b""

    def answers(self, *replies: bytes) -> None:
        """Reply to the next query, and type in what else is given."""
        thread = threading.Thread(target=self._answer, args=replies, daemon=True)
        thread.start()

    def _answer(self, *replies: bytes) -> None:
        while not self.asked.endswith(b"\x1b[c"):
            self.asked += os.read(self._other, 1024)
        for reply in replies:
            os.write(self._other, reply)

    def type(self, keys: bytes) -> None:
        os.write(self._other, keys)

    def close(self) -> None:
        os.close(self.end)
        os.close(self._other)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTerminal]:
    for name in ("COLORFGBG", "STY", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    fake = FakeTerminal()
    monkeypatch.setattr(query, "TERMINAL", os.ttyname(fake.end))
    yield fake
    fake.close()
    query.take_typed()


@pytest.mark.parametrize(
    ("colour", "dark"),
    [
        (b"\x1b]11;rgb:1616/1818/1d1d\x07", True),
        (b"\x1b]11;rgb:fbfb/f6f6/e9e9\x1b\\", False),
        (b"\x1b]11;rgb:f/f/f\x07", False),
        (b"\x1b]11;rgba:0000/2b2b/3636/ffff\x07", True),
        (b"", True),
    ],
    ids=["dark", "light", "one digit", "with alpha", "no colour"],
)
def test_the_background_decides(terminal: FakeTerminal, colour: bytes, dark: bool) -> None:
    before = termios.tcgetattr(terminal.end)
    terminal.answers(colour + ATTRIBUTES)
    assert background.is_dark() is dark
    assert terminal.asked == b"\x1b]11;?\x07\x1b[c"
    assert termios.tcgetattr(terminal.end) == before


@pytest.mark.parametrize(
    ("value", "dark"), [("0;15", False), ("15;default;0", True), ("7", False), ("0;8", True), ("0;default", True)]
)
def test_without_a_colour_the_environment_decides(
    terminal: FakeTerminal, monkeypatch: pytest.MonkeyPatch, value: str, dark: bool
) -> None:
    monkeypatch.setenv("COLORFGBG", value)
    terminal.answers(ATTRIBUTES)
    assert background.is_dark() is dark


def test_silence_is_dark_and_modes_are_put_back(terminal: FakeTerminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "SECONDS", 0.01)
    before = termios.tcgetattr(terminal.end)
    assert background.is_dark()
    assert termios.tcgetattr(terminal.end) == before


@pytest.mark.parametrize(
    ("name", "value"), [("TERM", "dumb"), ("TERM", "linux"), ("TERM", "screen.xterm-256color"), ("STY", "1.tty")]
)
def test_some_are_not_asked(terminal: FakeTerminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setattr(os, "write", lambda *_query: pytest.fail("asked"))
    monkeypatch.setenv(name, value)
    assert background.is_dark()


def test_tmux_is_asked_even_where_it_calls_itself_screen(
    terminal: FakeTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "screen")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")  # noqa: S108 - nothing is opened
    terminal.answers(b"\x1b]11;rgb:ffff/ffff/ffff\x07" + ATTRIBUTES)
    assert not background.is_dark()


def test_without_a_terminal_it_is_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "TERMINAL", "/nowhere")
    monkeypatch.delenv("COLORFGBG", raising=False)
    assert background.is_dark()


def test_keys_typed_meanwhile_are_kept_once(terminal: FakeTerminal) -> None:
    terminal.type(b"j\n")
    terminal.answers(b"\x1b]11;rgb:ffff/ffff/ffff\x07", b"\x1b[B", ATTRIBUTES)
    assert not background.is_dark()
    assert [key.key for key in typed_keys()] == ["j", "enter", "down"]
    assert typed_keys() == []


def test_the_program_is_light_on_a_light_terminal_and_loses_no_key() -> None:
    with reader(background="ffff/ffff/ffff") as terminal:
        terminal.press("?")
        terminal.wait_for_text("Esc closes")
        assert terminal.backgrounds() >= {"fbf6e9"}
        terminal.press("q", "q")
        assert terminal.wait_for_end() == 0
        assert terminal.left == terminal.attributes
