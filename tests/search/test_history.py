from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.history import LONGEST, MOST, SearchHistory

NAME = "searches.json"


def kept(folder: Path) -> tuple[list[str], list[str]]:
    """What a reader who comes later finds."""
    found = SearchHistory(folder).look()
    return list(found.recent), list(found.saved)


def test_nothing_is_made_before_there_is_something_to_keep(tmp_path: Path) -> None:
    history = SearchHistory(tmp_path / "state" / "reader")
    assert history.look() == ((), ())
    assert history.fault == ""
    assert list(tmp_path.iterdir()) == []


def test_the_newest_comes_first_and_each_once(tmp_path: Path) -> None:
    history = SearchHistory(tmp_path)
    for query in ("太原", "人:王五 >5%", " 太原 ", "   "):
        history.add(query)
    assert kept(tmp_path) == (["太原", "人:王五 >5%"], [])


def test_saved_ones_outlive_the_recent_ones(tmp_path: Path) -> None:
    history = SearchHistory(tmp_path)
    assert history.toggle_saved("大同")
    for number in range(MOST + 5):
        history.add(f"第{number}")
    recent, saved = kept(tmp_path)
    assert (len(recent), recent[0], saved) == (MOST, f"第{MOST + 4}", ["大同"])
    assert not history.toggle_saved("大同")
    assert kept(tmp_path)[1] == []


def test_what_is_forgotten_is_in_neither(tmp_path: Path) -> None:
    history = SearchHistory(tmp_path)
    history.add("太原")
    history.toggle_saved("太原")
    history.forget("太原")
    assert kept(tmp_path) == ([], [])


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "reader"
    SearchHistory(folder).add("太原")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600


def test_two_readers_keep_what_either_asks(tmp_path: Path) -> None:
    one, other = SearchHistory(tmp_path), SearchHistory(tmp_path)
    one.look()
    other.look()
    one.add("太原")
    other.add("大同")
    one.toggle_saved("阳泉")
    other.forget("太原")
    assert kept(tmp_path) == (["大同"], ["阳泉"])


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b'{"version": 1}', b'{"version": 1, "recent": [1], "saved": []}', b"[" * 9999]
)
def test_a_damaged_file_is_said_and_kept_aside(tmp_path: Path, data: bytes) -> None:
    (tmp_path / NAME).write_bytes(data)
    history = SearchHistory(tmp_path)
    assert history.look() == ((), ())
    assert NAME in history.fault
    history.add("太原")
    assert kept(tmp_path) == (["太原"], [])
    assert (tmp_path / "searches-damaged.json").read_bytes() == data
    history.look()
    assert history.fault == ""


def test_a_file_of_a_later_program_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(json.dumps({"version": 2, "recent": ["太原"], "saved": []}))
    history = SearchHistory(tmp_path)
    history.add("大同")
    assert kept(tmp_path) == (["大同"], [])
    assert "太原" in json.loads((tmp_path / "searches-damaged.json").read_text())["recent"]


def test_what_cannot_be_written_is_said_and_written_when_it_can(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.write_text("in the way")
    history = SearchHistory(folder)
    history.add("太原")
    assert history.fault
    assert history.searches.recent == ("太原",)
    assert history.look().recent == ("太原",)
    folder.unlink()
    history.add("大同")
    assert history.fault == ""
    assert kept(folder) == (["大同", "太原"], [])


def test_a_query_too_long_is_not_kept(tmp_path: Path) -> None:
    history = SearchHistory(tmp_path)
    history.add("长" * (LONGEST + 1))
    assert not history.toggle_saved("长" * (LONGEST + 1))
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.tuples(st.sampled_from("asf"), st.text(max_size=4)), max_size=8))
def test_what_is_kept_is_what_was_asked(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]) -> None:
    folder = tmp_path_factory.mktemp("state")
    history = SearchHistory(folder)
    for step, query in steps:
        {"a": history.add, "s": history.toggle_saved, "f": history.forget}[step](query)
    recent, saved = kept(folder)
    assert (tuple(recent), tuple(saved)) == history.searches
    assert {*recent, *saved} <= {query.strip() for _step, query in steps} - {""}
    assert len(set(recent)) == len(recent)
