"""Files, folders, globs: what is found, in which order, and what is complained of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.source import find


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    # pytest would follow names that are too long for it.
    os.chdir(Path(__file__).parent)


def write(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("版", "utf-8")


def names(*paths: str) -> list[str]:
    found = find(paths)
    assert found.problems == ()
    return list(found.files)


def reasons(*paths: str) -> list[tuple[str, str]]:
    return [(problem.path, problem.reason) for problem in find(paths).problems]


def test_folder_to_the_bottom_by_number(folder: Path) -> None:
    write("10版.txt", "9版.txt", "b/2/x.md", "b/10/x.TXT", "b/1", "a.text")
    assert names(".") == ["./9版.txt", "./10版.txt", "./a.text", "./b/1", "./b/2/x.md", "./b/10/x.TXT"]


def test_folder_leaves_out_what_is_no_page_text(folder: Path) -> None:
    write("p/1.txt", "p/1.json", "p/.2.txt", "p/.git/3.txt", "p/4.jpg")
    assert names("p") == ["p/1.txt"]


def test_what_is_named_is_taken_whatever_it_is_called(folder: Path) -> None:
    write("1.ocr", ".hidden.txt", "2.ocr")
    assert names("1.ocr", ".hidden.txt") == ["1.ocr", ".hidden.txt"]
    assert names("*.ocr") == ["1.ocr", "2.ocr"]


def test_nothing_is_found_twice(folder: Path) -> None:
    write("p/1.txt", "p/2.txt")
    Path("p/3.txt").symlink_to("1.txt")
    assert names("p/2.txt", "p", "./p", "p/*.txt", str(folder / "p"), "-", "-") == ["p/2.txt", "p/1.txt", "-"]


def test_globs_the_shell_left_alone(folder: Path) -> None:
    write("2020-01-10_02.txt", "2020-01-10_10.txt", "2020-01-11_01.txt", "x/y/2020-01-10_03.txt")
    assert names("2020-01-10_*.txt") == ["2020-01-10_02.txt", "2020-01-10_10.txt"]
    assert names("2020-01-1[1-9]*") == ["2020-01-11_01.txt"]
    assert names("**/*_03.txt") == ["x/y/2020-01-10_03.txt"]
    assert names(f"{folder}/x/**") == [f"{folder}/x/y/2020-01-10_03.txt"]


def test_a_name_with_signs_of_a_glob_is_a_name_first(folder: Path) -> None:
    write("[A1版].txt", "A.txt", "1.txt")
    assert names("[A1版].txt") == ["[A1版].txt"]


def test_home_folder_in_a_glob(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    write("pages/1.txt", "~odd.txt")
    assert names("~/pages/*.txt") == [f"{folder}/pages/1.txt"]
    assert names("~odd.txt") == ["~odd.txt"]


def test_glob_does_not_enter_hidden_folders(folder: Path) -> None:
    write("p/.git/1.txt", "p/a/2.txt")
    assert names("p/**/*.txt") == ["p/a/2.txt"]


def test_links_in_circles_end(folder: Path) -> None:
    write("p/1.txt", "q/2.txt")
    for name in ("a", "b", "c"):
        Path("p", name).symlink_to(folder, target_is_directory=True)
    Path("self").symlink_to("self")
    assert sorted(Path(name).name for name in find(["."]).files) == ["1.txt", "2.txt", "self"]
    assert names("p/**/1.txt") == ["p/1.txt"]


def test_folders_nested_deeper_than_calls(folder: Path) -> None:
    depth = 1200
    for _level in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    write("1.txt")
    os.chdir(folder)
    assert names(".") == ["./" + "d/" * depth + "1.txt"]
    # pytest's own cleaning up calls itself once a folder.
    for _level in range(depth):
        os.chdir("d")
    Path("1.txt").unlink()
    for _level in range(depth):
        os.chdir("..")
        Path("d").rmdir()


def test_what_is_missing_is_named(folder: Path) -> None:
    write("there.txt")
    Path("empty").mkdir()
    missing = ["gone.txt", "gone/", "*.none", "**/*.none", "empty", "~nobody-of-this-name/x", "a\0b", ""]
    assert [path for path, _reason in reasons("there.txt", *missing)] == missing
    assert all(reason for _path, reason in reasons(*missing))


def test_folder_that_may_not_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("p/1.txt", "p/closed/2.txt", "p/z.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    # The tests may run as root, whom no folder is closed to.
    monkeypatch.setattr(os, "scandir", refuse)
    found = find(["p"])
    assert found.files == ("p/1.txt", "p/z.txt")
    assert [problem.path for problem in found.problems] == ["p/closed"]


def test_names_that_are_no_utf8(folder: Path) -> None:
    path = os.path.join(os.fsencode(folder), "版".encode("gb18030") + b".txt")  # noqa: PTH118
    Path(os.fsdecode(path)).write_text("版", "utf-8")
    assert [os.fsencode(name) for name in find([str(folder)]).files] == [path]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="/"), max_size=300), max_size=4))
def test_every_name_gives_files_or_reasons(tmp_path_factory: pytest.TempPathFactory, wanted: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    paths = [f"{folder}/nothing-here/{name}" for name in wanted]
    found = find(paths)
    assert found.files == ()
    assert len(found.problems) == len(paths)
