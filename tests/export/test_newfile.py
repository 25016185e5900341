"""New files: whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.newfile import file_stem, write_new


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "表-2.svg").write_text("mine", "utf-8")
    paths = [write_new(tmp_path, "表", ".svg", text) for text in ("一", "二", "三")]
    assert [path.name for path in paths] == ["表.svg", "表-3.svg", "表-4.svg"]
    assert [path.read_text("utf-8") for path in paths] == ["一", "二", "三"]
    assert (tmp_path / "表-2.svg").read_text("utf-8") == "mine"
    assert len(list(tmp_path.iterdir())) == 4


def test_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError("no links")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert [write_new(tmp_path, "a", ".svg", text).name for text in "xy"] == ["a.svg", "a-2.svg"]
    assert [path.read_text() for path in sorted(tmp_path.iterdir())] == ["y", "x"]


def test_what_goes_wrong_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_new(tmp_path / "nowhere", "a", ".svg", "x")

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path, "a", ".svg", "x")
    assert list(tmp_path.iterdir()) == []


@given(st.text(alphabet=st.characters(), max_size=200))
def test_every_title_makes_a_name(title: str) -> None:
    name = file_stem(title)
    assert 0 < len(name.encode()) <= 120
    assert not set(name) & set('/\\:*?"<>|\n\t \x00')
    assert not name.startswith(".")
