"""What the program fails on is one page: it is named, with a report that can be sent, and all else goes on."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.archive.archive import Archive
from reader.cli.main import main
from reader.report import report_of
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from tests.archive.indexing import children
from tests.tui.screen_text import rows, shows

HIDDEN = "机密内容"
GOOD, BAD = "2023-09-01_01.txt", "2023-09-02_02.txt"
TEXT = """全市新增充电桩{n}个

本报讯 10月30日,市工信局发布消息,项目投资{n}亿元。{more}(王强)

单位\t得分\t排名
小店区\t9{n}.5\t1
迎泽区\t8{n}.5\t2
杏花岭区\t7{n}.5\t3
"""


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kept in ("cache", "state"):
        monkeypatch.setenv(f"XDG_{kept.upper()}_HOME", str(tmp_path / kept))
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / GOOD).write_text(TEXT.format(n=1, more=""), "utf-8")
    (folder / BAD).write_text(TEXT.format(n=2, more=HIDDEN), "utf-8")
    return folder


def break_for(monkeypatch: pytest.MonkeyPatch, place: str, is_bad: Callable[..., bool]) -> None:
    """Have a function fail where `is_bad` says so of its arguments."""
    module, name = place.split(":")
    at = importlib.import_module(module)
    usual = getattr(at, name)

    def fails(*arguments: Any, **named: Any) -> Any:
        if is_bad(*arguments):
            raise RuntimeError(f"boom at {HIDDEN}")
        return usual(*arguments, **named)

    monkeypatch.setattr(at, name, fails)


def of_bad(one: Any, *_more: Any) -> bool:
    """Whether a page, a text, a table or the like is of the bad page."""
    return HIDDEN in repr(one) or "92.5" in repr(one) or "新增充电桩2个" in repr(one)


COMMANDS = [
    (["export"], "reader.parse.page:parse_page"),
    (["export"], "reader.cli.export:annotate"),
    (["export"], "reader.cli.export:page_line"),
    (["check"], "reader.parse.page:parse_page"),
    (["check"], "reader.cli.check:audit"),
    (["show", "--all"], "reader.parse.page:parse_page"),
    (["show", "--all"], "reader.cli.show:sections"),
    (["tables"], "reader.cli.tables:Ranking"),
    (["tables", "--format", "csv"], "reader.cli.tables:given"),
    (["standings", "小店区"], "reader.cli.standings:standings"),
]


@pytest.mark.parametrize(("command", "place"), COMMANDS, ids=[f"{' '.join(one)} {at}" for one, at in COMMANDS])
def test_a_command_names_the_page_and_does_the_others(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str], place: str
) -> None:
    if command == ["export"]:
        # It has its own name for what is made to fail.
        monkeypatch.setattr("reader.cli.export.parse_page", _parse)

    def is_bad(*given: Any) -> bool:
        return any(map(of_bad, given)) or (place.endswith("standings") and of_bad(given[0][0].table))

    break_for(monkeypatch, place, is_bad)
    code = main([*command, str(pages)])
    printed, said = capsys.readouterr()
    assert code == 3
    assert BAD in said
    assert GOOD not in said
    assert "RuntimeError: boom" in said
    assert HIDDEN not in said.replace(str(pages), "")
    assert "reader 0" in said or "reader 1" in said
    assert "test_failures.py" in said
    assert "Traceback" not in said
    assert "91.5" in printed or "新增充电桩1个" in printed or "certain" in printed


def _parse(*given: Any) -> Any:
    import reader.parse.page

    return reader.parse.page.parse_page(*given)


def test_what_nobody_foresaw_ends_a_command_with_a_report(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_for(monkeypatch, "reader.cli.overview:open_corpus", lambda *_any: True)
    assert main([str(pages)]) == 1
    said = capsys.readouterr().err
    assert "RuntimeError: boom at ····" in said
    assert "reader/cli/overview.py" in said
    assert "Traceback" not in said


def test_a_report_tells_no_text_no_folders_and_not_everything() -> None:
    def deep(left: int) -> None:
        if not left:
            raise ValueError("a\x1b[31m " + HIDDEN + "x" * 500)
        deep(left - 1)

    with pytest.raises(ValueError, match="a") as caught:
        deep(200)
    report = report_of(caught.value, "/home/somebody/" + BAD)
    assert BAD in report
    assert "somebody" not in report
    assert HIDDEN not in report
    assert "\x1b" not in report
    assert len(report.splitlines()) < 20
    assert len(report) < 2000
    assert str(Path(__file__).parents[2]) not in report


async def until(pilot: Pilot[None], text: str) -> None:
    for _time in range(400):
        if shows(pilot.app, text):
            return
        await pilot.pause(0.02)
    raise AssertionError("\n".join(rows(pilot.app)))


IN_THE_APP = [
    ("reader.tui.article.pane:sections", ""),
    ("reader.tui.article.pane:lay_out", ""),
    ("reader.tui.article.pane:pieces", ""),
    ("reader.annotate.page:annotate_numbers", ""),
    ("reader.annotate.reading:reading_of", ""),
    ("reader.audit:audit", "!"),
    ("reader.tui.screens.table:Ranking", "t"),
]


def fails_always(place: str) -> bool:
    """It is not told which page it works for."""
    return place.endswith(("pieces", "lay_out"))


@pytest.mark.parametrize(("place", "key"), IN_THE_APP, ids=[one for one, _key in IN_THE_APP])
async def test_the_app_goes_on_and_lists_the_page(
    pages: Path, monkeypatch: pytest.MonkeyPatch, place: str, key: str
) -> None:
    break_for(monkeypatch, place, lambda one, *_more: fails_always(place) or of_bad(one))
    archive = Archive.cached([str(pages)])
    app = ReaderApp(archive)
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, "新增充电桩2个")
            for _time in range(400):
                if any(failure.path.endswith(BAD) for failure in archive.failures):
                    break
                if key and app.screen.query("ArticleView"):
                    await pilot.press(key)
                await pilot.pause(0.05)
            assert any(failure.path.endswith(BAD) for failure in archive.failures)
            await until(pilot, "the program failed on")
            await pilot.press("P")
            await until(pilot, "RuntimeError: boom")
            assert any("test_failures.py" in row for row in rows(pilot.app))
            await pilot.press("escape")
            screen = app.screen
            assert isinstance(screen, MainScreen)
            assert screen.read_place(str(pages / GOOD), 0)
            if not fails_always(place):
                await until(pilot, "项目投资1亿元")
    finally:
        archive.close()
    assert app.return_code in (0, None)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
async def test_the_app_says_that_the_process_that_finds_names_was_killed(pages: Path) -> None:
    archive = Archive.cached([str(pages)])
    app = ReaderApp(archive)
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            killed = False
            for _time in range(400):
                for pid in children(os.getpid()):
                    if b"reader.annotate.worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                        os.kill(pid, signal.SIGKILL)
                        killed = True
                if archive.failures:
                    break
                await pilot.pause(0.05)
            assert killed
            await until(pilot, f"{BAD}: its names are not")
            await pilot.press("P")
            await until(pilot, "the process that finds names came to an end")
    finally:
        archive.close()


async def test_what_fails_in_a_thread_is_noted_and_the_app_goes_on(pages: Path) -> None:
    archive = Archive.cached([str(pages)])
    app = ReaderApp(archive)

    def fails() -> None:
        raise RuntimeError("boom")

    try:
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, "新增充电桩2个")
            app.screen.run_worker(fails, thread=True)
            await until(pilot, "the program failed")
            await pilot.press("P")
            await until(pilot, "RuntimeError: boom")
    finally:
        archive.close()
