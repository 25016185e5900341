"""The app on hostile pages, in a real pseudo-terminal: what it writes is what Textual writes, and text that hides
nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from tests.hostile import controls, encodings, markup, scripts
from tests.hostile.case import PAPER
from tests.hostile.pages import PLACES, put
from tests.hostile.sequences import foreign
from tests.tui.terminal import Terminal, reader

ROOT = Path(__file__).parents[2]
PAYLOADS = (
    *controls.SEQUENCES.values(),
    *(payload for payload, _mark in controls.HIDING.values()),
    *markup.MARKUP.values(),
    *scripts.WRITING.values(),
)
ALL = "\x9b2J\x9d0;x\x9c\u202e\u200b[red]\x05\x07[/][@click=app.quit]\ue000\ufe0f&"
PASTED = f"\x1b[200~{ALL}\x1b[201~"
PARAGRAPHS = 15
SHOWN = "␦2J␦0;x␦␦␦[red]␅␇[/][@click=app.quit]�␦&"


def together(payloads: Sequence[str]) -> str:
    """A page with an article for the first, paragraphs and rows for all."""
    first = payloads[0].replace("\n", "")
    text = "".join(f"市工信局{one}介绍,全市规模以上{one}工业增加值同比增长12.5%,企业达到63家。\n" for one in payloads)
    cells = (one.replace("\n", "").replace("\t", "") for one in payloads)
    rows = "".join(f"{cell}区\t{90 - at}.5\t{at + 1}\n" for at, cell in enumerate(cells))
    head = f"{PAPER} 2023年11月1日 星期三 第2版\n\n全市{first}增速加快\n\n"
    return f"{head}本报讯 {text}\n考评{first}得分\n单位\t得{first}分\t排名\n{rows}"


class Walk:
    """A person at the app, who waits for what comes of a key."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def press(self, *keys: str, then: str) -> None:
        self._terminal.press(*keys)
        self._terminal.wait_for_text(then)

    def look(self, *keys: str) -> None:
        """Press keys that nothing certain comes of."""
        for key in keys:
            self._terminal.press(key)
            # The program waits for the rest of a sequence that begins with Esc.
            self._terminal.settle(0.12 if key == "escape" else 0.02)

    def leave(self) -> bytes:
        self.look("escape")
        self._terminal.press("q")
        assert self._terminal.wait_for_end() == 0
        return self._terminal.written


@pytest.fixture
def pages(tmp_path: Path) -> str:
    """What many of the cases hold, on a few pages."""
    payloads = iter(PAYLOADS)
    for number in range(len(PAYLOADS) // PARAGRAPHS + 1):
        lot = list(islice(payloads, PARAGRAPHS))
        (tmp_path / f"{number}.txt").write_text(together(lot), "utf-8")
    return str(tmp_path)


def test_hostile_pages_are_read(pages: str) -> None:
    with reader("--lang", "en", pages, columns=150, lines=45) as terminal:
        walk = Walk(terminal)
        walk.press(then="全市␛[31m增速加快")
        walk.press("t", then="15 rows")
        walk.press(" ", then="␛[31m区 · row 1 of")
        walk.look("escape", "s")
        walk.press("&", then="a text, or")
        walk.press(PASTED, then=f"with “{SHOWN}”")
        walk.look("escape")
        walk.press("v", then="█")
        walk.look("down", "escape", "escape")
        walk.look(*"]" * (len(PAYLOADS) // PARAGRAPHS), "z", "r", "c", "p", "p", "z")
        walk.press("[[[", "t", then="row 1 of")
        walk.look(" ", *["down"] * PARAGRAPHS, "escape", "escape")
        walk.press("T", then="ranking tables")
        walk.look("down", "down", "escape")
        walk.press("?", then="Keys")
        walk.look("escape")
        assert not foreign(walk.leave())


def test_hostile_texts_are_sought(pages: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        state = tmp_path_factory.mktemp("state")
        patch.setenv("XDG_STATE_HOME", str(state))
        (state / "reader").mkdir()
        (state / "reader" / "searches.json").write_text(
            json.dumps({"version": 1, "recent": [f"\x1b[2J{ALL}"], "saved": ["[/]\x1b]0;x\x07\n一"]})
        )
        with reader("--lang", "en", pages, columns=150, lines=45) as terminal:
            walk = Walk(terminal)
            walk.press(then="全市␛[31m增速加快")
            walk.press("/", then="Find in the article")
            walk.press(PASTED, then=SHOWN)
            walk.press("enter", then="f Search")
            walk.look("escape")
            walk.press("f", then="Narrow down")
            walk.press(PASTED, then=SHOWN)
            walk.press("\x12", then="[/]␛]0;x␇ 一")
            walk.look("down")
            walk.press("enter", then=f"␛[2J{SHOWN}")
            # To its beginning, to its end, and all of it deleted.
            walk.look("\x1b[H", "\x1b[F", "\x15")
            walk.press("市工信局", then="articles · newest first")
            walk.look("enter", "n", "escape", "escape", "escape")
            walk.press("o", then="Go to …")
            walk.press(PASTED, then=SHOWN)
            walk.look("escape")
            walk.press("e", then="市工信局")
            walk.press("i", then="Articles by year")
            walk.look("escape")
            walk.press("enter", then="places in")
            walk.look("escape", "escape")
            assert not foreign(walk.leave())


def test_hostile_files_settings_and_themes_are_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, config = tmp_path_factory.mktemp("pages"), tmp_path_factory.mktemp("config") / "reader"
    put((*PLACES, *encodings.CASES), folder)
    (config / "themes").mkdir(parents=True)
    night = (ROOT / "themes" / "night.toml").read_text("utf-8")
    hostile = json.dumps("[/][@click=app.quit]\x1b]0;x\x07\x9b2J\u202e红[red]")
    (config / "themes" / "evil.toml").write_text(
        night.replace('"night"', '"evil"').replace('"Night"', hostile), "utf-8"
    )
    (config / "themes" / "\x1b[2J[bold\u202e.toml").write_text(night.replace("#c9ccd1", "\\u001b[2J[/]"), "utf-8")
    (config / "themes" / "no.toml").write_bytes(b"\x1b[2J\x9b = [[[")
    (config / "config.toml").write_text(f"theme = {hostile}\n{hostile} = {hostile}\nmeasure = {hostile}\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(config.parent))
        with reader("--lang", "en", str(folder), columns=150, lines=60) as terminal:
            walk = Walk(terminal)
            walk.press(then="There is no theme [/]")
            walk.press(then="there is no setting")
            walk.press(then="problems – P")
            walk.press("P", then="there is nothing in it")
            walk.look(*[" "] * 4, "escape")
            walk.press("\x10", then="Find a command")
            walk.press("Theme: ", then="Theme: ［/］［@click=app.quit］␛］0;x␇␦2J␦红［red］")
            walk.look("escape", *"]" * 20, "shift+tab", "G", "g")
            assert not foreign(walk.leave())
