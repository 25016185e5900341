"""Each hostile page by itself: it opens or says why not, keeps its characters, and shows none that is obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.case import SMALL, Case
from tests.hostile.pages import CASES
from tests.hostile.running import objects, run, texts
from tests.hostile.stray import stray


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_opens_or_says_why_not(case: Case, tmp_path: Path) -> None:
    expected = case.expected
    path = str(case.put(tmp_path, SMALL))
    done = run("export", "--no-marks", "--", path)
    assert done.code == (0 if expected.opened else 3)
    assert not stray(done.out)
    assert not stray(done.err)
    assert expected.reason in done.err.decode()
    assert (path.encode("utf-8", "replace") in done.err) <= (b": " in done.err)
    pages = objects(done.out)
    assert len(pages) == expected.opened
    for page in pages:
        assert expected.encoding in (None, page["encoding"])
        assert expected.articles in (None, len(page["articles"]))
        assert expected.tables in (None, sum(len(article["tables"]) for article in page["articles"]))
        assert not {ch for ch in expected.kept if not ch.isspace()} - set(texts(page))


def test_what_is_beyond_all_floats_is_no_number_in_json(tmp_path: Path) -> None:
    (case,) = [one for one in CASES if one.name == "figures_beyond_floats"]
    path = str(case.put(tmp_path, SMALL))
    (page,) = objects(run("export", path).out)
    assert None in [number["value"] for number in page["numbers"]]
    (table,) = objects(run("tables", "--values", "--format", "json", path).out)
    assert [row[1] for row in table["rows"][2:]] == [1.5, 2.5, 3.5]


@pytest.mark.parametrize("case", [case for case in CASES if case.expected.opened], ids=lambda case: case.name)
def test_what_is_hidden_in_it_is_seen(case: Case, tmp_path: Path) -> None:
    path = str(case.put(tmp_path, SMALL))
    done = run("show", "--all", "--width", "40", "--", path)
    assert done.code == 0
    assert not stray(done.out)
    assert not set(case.expected.marks) - set(done.out.decode())
