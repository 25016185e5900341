"""Signals, closed terminals and changing sizes: the program ends or goes on as it should, and leaves all in order."""

from __future__ import annotations

import fcntl
import os
import re
import select
import shlex
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from reader.search.history import SearchHistory
from tests.archive.indexing import children, write_pages
from tests.tui.terminal import Terminal, reader

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
SOON = 2.0
"""Seconds in which everything is over."""
WRAP, CURSOR = 7, 25


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kept in ("cache", "state"):
        monkeypatch.setenv(f"XDG_{kept.upper()}_HOME", str(tmp_path / kept))
    return tmp_path / "state" / "reader"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Terminal]:
    """The program with an archive that takes a while to parse."""
    write_pages(tmp_path / "pages", 150, sentences=60)
    with reader(str(tmp_path / "pages")) as terminal:
        terminal.wait_for_text("充电桩")
        yield terminal


def patched(change: str) -> Terminal:
    """The program with something changed in it."""
    code = f"{change}\nimport sys; sys.argv[:] = ['reader']\nfrom reader.__main__ import main; main()"
    return Terminal([sys.executable, "-c", code])


def family(pid: int) -> list[int]:
    found = children(pid)
    return found + [later for child in found for later in family(child)]


def alive(pids: list[int]) -> list[int]:
    found = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        found += [pid] * (state != "Z")
    return found


def assert_gone(pids: list[int]) -> None:
    end = time.monotonic() + SOON
    while alive(pids):
        assert time.monotonic() < end, [Path(f"/proc/{pid}/cmdline").read_bytes()[-200:] for pid in alive(pids)]
        time.sleep(0.01)


def assert_restored(terminal: Terminal) -> None:
    """After the end: modes, keyboard and attributes are as they were, and nothing but the end was said."""
    assert terminal.modes - {WRAP, CURSOR} == set()
    assert CURSOR in terminal.modes or "\x1b[?25l" not in terminal.output
    assert len(re.findall(r"\x1b\[>\d+u", terminal.output)) <= terminal.output.count("\x1b[<u")
    assert terminal.left == terminal.attributes
    _painted, left, last = terminal.output.rpartition("\x1b[?1049l")
    assert "Traceback" not in terminal.output
    assert not left or re.sub(r"\x1b\[[?<]?[\d;]*[a-z]", "", last).strip() == ""


def assert_alive_and_left(terminal: Terminal) -> None:
    """It answers keys, and `q` ends it with all restored."""
    terminal.press("?")
    terminal.wait_for_text("Esc closes")
    # One after the other: keys that come at once may go to the panel that is about to be closed.
    terminal.press("q")
    terminal.wait_for(lambda rows: not any("Esc closes" in row for row in rows))
    terminal.press("q")
    assert terminal.wait_for_end(SOON + 1) == 0
    assert_restored(terminal)


def resize(terminal: Terminal, columns: int, lines: int) -> None:
    fcntl.ioctl(terminal._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


@on_linux
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(opened: Terminal, number: signal.Signals) -> None:
    workers = family(opened._pid)
    assert workers
    os.kill(opened._pid, number)
    assert opened.wait_for_end(SOON) == 128 + number
    assert_restored(opened)
    assert_gone(workers)


@on_linux
def test_who_kills_it_outright_leaves_nobody_working(opened: Terminal) -> None:
    workers = family(opened._pid)
    os.kill(opened._pid, signal.SIGKILL)
    assert opened.wait_for_end(SOON) == -signal.SIGKILL
    assert_gone(workers)


def test_a_search_is_kept_when_a_signal_ends_it(opened: Terminal, state: Path) -> None:
    opened.press("f")
    opened.wait_for_text("150 articles")
    opened.press("市工信局")
    opened.wait_for_text("150 articles · newest")
    opened.press("down", "enter")
    opened.wait_for(lambda rows: not any("150 articles" in row for row in rows))
    os.kill(opened._pid, signal.SIGTERM)
    assert opened.wait_for_end(SOON) == 128 + signal.SIGTERM
    assert SearchHistory(state).look().recent == ("市工信局",)


@on_linux
@pytest.mark.parametrize("ignored", [False, True], ids=["told", "nohup"])
def test_it_ends_with_its_terminal(tmp_path: Path, ignored: bool) -> None:
    write_pages(tmp_path / "pages", 150, sentences=60)
    change = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)" if ignored else ""
    code = f"{change}\nimport sys; sys.argv[:] = ['reader', {str(tmp_path / 'pages')!r}]\n"
    with Terminal([sys.executable, "-c", f"{code}from reader.__main__ import main; main()"]) as terminal:
        terminal.wait_for_text("充电桩")
        workers = family(terminal._pid)
        # The number of the descriptor stays taken until the test is over.
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal._fd)
        end = time.monotonic() + SOON + 1
        code_of = None
        while code_of is None:
            assert time.monotonic() < end
            pid, status = os.waitpid(terminal._pid, os.WNOHANG)
            code_of = os.waitstatus_to_exitcode(status) if pid else None
            time.sleep(0.01)
        terminal._pid = 0
        assert code_of == 128 + signal.SIGHUP
        assert_gone(workers)


def test_a_loop_that_is_busy_is_not_waited_for() -> None:
    busy = "import time; from reader.tui.app import ReaderApp; ReaderApp.action_help = lambda self: time.sleep(30)"
    with patched(busy) as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        terminal.settle()
        terminal.press("?")
        time.sleep(0.2)
        os.kill(terminal._pid, signal.SIGTERM)
        assert terminal.wait_for_end(SOON) == 128 + signal.SIGTERM
        assert_restored(terminal)


def test_a_terminal_that_takes_no_more_output_is_not_waited_for() -> None:
    with reader() as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        terminal.settle()
        for _time in range(40):
            terminal.press("tab", "z")
            time.sleep(0.01)
        time.sleep(0.5)
        os.kill(terminal._pid, signal.SIGTERM)
        end = time.monotonic() + SOON
        while os.waitid(os.P_PID, terminal._pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            assert time.monotonic() < end
            time.sleep(0.01)
        assert terminal.wait_for_end(SOON) == 128 + signal.SIGTERM
        assert terminal.left == terminal.attributes


def test_the_key_that_leaves() -> None:
    with reader() as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        terminal.press("q")
        assert terminal.wait_for_end(SOON + 1) == 0
        assert_restored(terminal)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("moment", [0.05, 0.8], ids=["importing", "waiting"])
def test_a_signal_while_the_terminal_is_asked_leaves_it_as_it_was(number: signal.Signals, moment: float) -> None:
    # A terminal that answers nothing: the program waits for its colours.
    slow = "from reader.tui.terminal import background; background.SECONDS = 1.2"
    with patched(slow) as terminal:
        # Nothing is read, so nothing is answered.
        select.select([terminal._fd], [], [], 10)
        time.sleep(moment)
        assert termios.tcgetattr(terminal._fd) != terminal.attributes
        os.kill(terminal._pid, number)
        assert terminal.wait_for_end(SOON) == 128 + number
        assert_restored(terminal)


def test_a_signal_at_any_moment_of_the_start_ends_it_in_order() -> None:
    for moment in (0.2, 0.3, 0.4, 0.5, 0.6):
        with reader() as terminal:
            time.sleep(moment)
            os.kill(terminal._pid, signal.SIGINT)
            assert terminal.wait_for_end(SOON) in (130, -signal.SIGINT), moment
            # On a slow machine nobody but Python may have been started.
            assert "Traceback" not in terminal.output or "/reader/" not in terminal.output, moment
            assert terminal.left == terminal.attributes, moment


TOLD_MEANWHILE = """
import os, signal, weakref
import reader.tui.startup as startup
usual = startup.import_asyncio
class Thing:
    def __set_name__(self, owner, name): tell()
def tell(_gone=None):
    os.kill(os.getpid(), signal.SIGTERM)
    sum(range(1000))
def import_asyncio():
    {meanwhile}
    usual()
startup.import_asyncio = import_asyncio
"""


@pytest.mark.parametrize(
    "meanwhile", ["thing = Thing(); weak = weakref.ref(thing, tell); del thing", "type('Named', (), {'it': Thing()})"]
)
def test_a_signal_where_python_raises_nothing_or_something_else_ends_it_all_the_same(meanwhile: str) -> None:
    with patched(TOLD_MEANWHILE.replace("{meanwhile}", meanwhile)) as terminal:
        assert terminal.wait_for_end(SOON) == 128 + signal.SIGTERM
        assert "SystemExit" not in terminal.output
        assert "report" not in terminal.output
        assert "\x1b[?1049h" not in terminal.output
        assert_restored(terminal)


def test_sizes_that_change_all_the_time() -> None:
    with reader() as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        for number in range(300):
            resize(terminal, 1 + number * 37 % 160, 1 + number * 11 % 50)
            if number % 50 == 0:
                resize(terminal, 1, 1)
                terminal._read(0.02)
        resize(terminal, 1, 1)
        terminal._read(0.2)
        terminal.press("j", "k", "tab")
        terminal._read(0.2)
        terminal._screen.reset()
        resize(terminal, 80, 24)
        terminal.wait_for_text("太原市互联网协会")
        terminal.press("q")
        assert terminal.wait_for_end(SOON + 1) == 0
        assert_restored(terminal)


SHELL = """
set -m
{command}
echo "[stopped $?]"
stty -a | tr -s ' \\n' ' ' | grep -o -- '-\\?icanon'
read line
fg >/dev/null
echo "[ended $?]"
"""


@pytest.mark.parametrize("number", [None, signal.SIGTSTP], ids=["key", "signal"])
def test_it_stops_for_a_shell_and_goes_on(number: signal.Signals | None) -> None:
    command = shlex.join([sys.executable, "-m", "reader"])
    with Terminal(["/bin/bash", "-c", SHELL.format(command=command)]) as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        terminal.settle()
        (program,) = children(terminal._pid)
        if number is None:
            terminal.press("\x1a")
        else:
            os.kill(program, number)
        terminal.wait_for(lambda _rows: "icanon" in terminal.output, SOON)
        assert "[stopped" in terminal.output
        assert "-icanon" not in terminal.output
        assert terminal.modes - {WRAP, CURSOR} == set()
        assert CURSOR in terminal.modes
        before = len(terminal.output)
        terminal.press("\r")
        terminal.wait_for(lambda _rows: "Commands" in terminal.output[before:], SOON + 1)
        assert 1049 in terminal.modes
        terminal.press("q")
        terminal.wait_for(lambda _rows: "[ended 0]" in terminal.output, SOON + 1)
        assert terminal.wait_for_end(SOON) == 0
        assert terminal.modes - {WRAP, CURSOR} == set()
        assert terminal.left == terminal.attributes


def test_it_goes_on_after_somebody_else_has_stopped_it() -> None:
    with reader() as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        terminal.settle()
        os.kill(terminal._pid, signal.SIGSTOP)
        time.sleep(0.1)
        before = len(terminal.output)
        termios.tcsetattr(terminal._fd, termios.TCSANOW, terminal.attributes)
        os.kill(terminal._pid, signal.SIGCONT)
        terminal.wait_for(lambda _rows: "Commands" in terminal.output[before:], SOON + 1)
        assert_alive_and_left(terminal)


def test_where_no_shell_would_continue_it_it_is_not_stopped() -> None:
    with reader() as terminal:
        terminal.wait_for_text("太原高质量发展步伐坚实有力")
        terminal.settle()
        terminal.press("\x1a")
        terminal.settle(0.3)
        assert_alive_and_left(terminal)


@on_linux
@pytest.mark.parametrize("when", ["handler", "later", "start"])
def test_a_fault_that_nobody_foresaw_leaves_all_in_order_and_a_report(when: str) -> None:
    fails = (
        "from reader.tui.app import ReaderApp\n"
        + {
            "handler": "ReaderApp.action_help = lambda self: {}['机密']",
            "later": "ReaderApp.action_help = lambda self: self.set_timer(0.01, lambda: {}['机密'])",
            "start": "ReaderApp.get_default_screen = lambda self: {}['机密']",
        }[when]
    )
    with patched(fails) as terminal:
        workers = []
        if when != "start":
            terminal.wait_for_text("太原高质量发展步伐坚实有力")
            workers = family(terminal._pid)
            terminal.press("?")
        assert terminal.wait_for_end(SOON + 5) == 1
        assert terminal.modes - {WRAP, CURSOR} == set()
        assert terminal.left == terminal.attributes
        said = terminal.output.rpartition("\x1b[?1049l")[2]
        assert "A report that can be sent to its makers:" in said
        assert "KeyError: '··'" in said
        assert "reader 0" in said
        assert "Traceback" not in said
        assert "机密" not in said
        assert len(said.splitlines()) < 40
        assert_gone(workers)
