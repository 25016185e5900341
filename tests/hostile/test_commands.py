"""Every command over all hostile pages at once, in a pipe and as if on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import controls, markup, sizes
from tests.hostile.pages import CASES, PLACES, put
from tests.hostile.running import Done, objects, run
from tests.hostile.stray import stray

_LEFT_OUT = {case.name for case in sizes.CASES}
COMMANDS = (
    "",
    "show --all",
    "show --all --printed",
    "tables",
    *(f"tables --format {form}" for form in ("csv", "tsv", "json", "md", "html")),
    "tables --sort score --desc --columns #1,#2",
    "tables --where #1~甲",
    "search 工业",
    "search --format jsonl 工业",
    "search --context 1 工业",
    "names",
    "names --format jsonl",
    "standings 小店区",
    "standings --format jsonl 小店区",
    "check",
    "check --format jsonl",
)
ON_A_TERMINAL = ("show --all", "tables", "tables --format csv", "search 工业")
_TOLD = re.compile(rb"\r\x1b\[K(?:[a-z ]+: \d+ of \d+(?: pages)?)?")
"""How far it is, on one line that is written over."""
FOUND_AND_UNREAD = 3
CONTRADICTION = 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One in eight of the cases, and all that a terminal would obey. The long ones take their time and show nothing."""
    made = tmp_path_factory.mktemp("hostile")
    obeyed = {case.name for case in (*controls.CASES, *PLACES)}
    put(
        [case for at, case in enumerate(CASES) if (at % 8 == 0 or case.name in obeyed) and case.name not in _LEFT_OUT],
        made,
    )
    # What `reader check` has something to say of.
    wrong = "听证会公告\n\n定于2023年10月31日(星期三)\x1b[2J上午9时召开听证会。\n"
    (made / "contradiction\x1b[2J.txt").write_text(wrong, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield str(made)


def _run(command: str, folder: str, *, is_terminal: bool = False) -> Done:
    return run(*command.split(), folder, is_terminal=is_terminal)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_what_a_terminal_obeys(command: str, folder: str) -> None:
    done = _run(command, folder)
    assert done.code == {"": 0, "check": CONTRADICTION}.get(command.partition(" --format")[0], FOUND_AND_UNREAD)
    assert done.out
    # RFC 4180 has records end so.
    assert not stray(done.out.replace(b"\r\n", b"\n") if "csv" in command else done.out)
    assert not stray(done.err)
    assert b"could not be opened" in done.err
    if "json" in command:
        assert objects(done.out)


@pytest.mark.parametrize("command", ON_A_TERMINAL)
def test_on_a_terminal_there_are_colours_and_nothing_else(
    command: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    done = _run(command, folder, is_terminal=True)
    assert done.code == FOUND_AND_UNREAD
    assert not stray(done.out, colours=True)
    assert (b"\x1b[" in done.out) is ("csv" not in command)
    assert not stray(_TOLD.sub(b"", done.err))


def test_pages_are_exported_with_all_that_is_marked_on_them(tmp_path: Path) -> None:
    cases = [case for case in (*controls.CASES, *markup.CASES) if case.name not in _LEFT_OUT][::6]
    put(cases, tmp_path)
    done = run("export", str(tmp_path))
    assert done.code == 0
    assert not stray(done.out)
    assert [page["entities"] != [] for page in objects(done.out)].count(True) > len(cases) // 2


def test_each_unread_file_is_named_on_a_line_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    places = put(PLACES, tmp_path)
    unread = [case for case in PLACES if not case.expected.opened and case.name != "closed_folder"]
    done = run("export", "--no-marks", str(tmp_path))
    *lines, count = done.err.decode().splitlines()
    assert all(line.startswith(str(tmp_path)) for line in lines)
    # The ring is two links; the folder that is called like a page has nothing in it, which is no mishap here.
    assert len(lines) == len(unread)
    assert count == f"{len(lines)} sources could not be opened."
    assert places["fifo"].name in done.err.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--\x1b]0;x\x07", "x"],
        ["show", "--width", "\x1b[2J"],
        ["show", "\x1b[2J\u202e.1"],
        ["tables", "--format", "\x9b2J"],
        ["tables", "--sort", "\x1b[2J\udc9b"],
        ["tables", "--where", "\x1b[2J<3"],
        ["tables", "--where", "\x1b[2J"],
        ["standings", "\x1b[2J\x9b"],
        ["search", '"\x1b[2J', "/nowhere"],
        ["search", "人:\x9b2J\u202e", "/nowhere"],
        ["search", "日期:\x1b[2J"],
        ["names", "/nowhere/\x1b[2J\n\u202e\udcff"],
        ["\x1b[2J\nreader: nothing.txt"],
        ["[\x1b*"],
        ["--lang", "\x1b[2J", "--theme", "\x1b[2J", "/nowhere"],
    ],
    ids=repr,
)
def test_what_is_typed_is_not_obeyed_either(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.err
    assert not stray(done.err)
    assert not stray(done.out)
    assert b"Traceback" not in done.err
