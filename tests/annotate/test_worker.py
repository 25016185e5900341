"""Names found by another process are those found in this one, and its death is survived."""

from __future__ import annotations

import pytest

from reader.annotate.pagenames import names_in
from reader.annotate.reading import Reading, reading_of
from reader.annotate.worker import NameWorker, WorkerError
from reader.model import Passage, Span
from reader.parse.page import parse_page


def test_names_are_the_same(seed_texts: dict[str, str]) -> None:
    path, text = next(iter(seed_texts.items()))
    reading = reading_of(parse_page(text, path))
    worker = NameWorker()
    found = worker.names_in(reading)
    worker.close()
    assert found == names_in(reading)
    assert found


def test_page_that_ends_the_process_does_not_end_the_next() -> None:
    worker = NameWorker()
    text = "浙江大学"
    good = Reading(text, (Passage(text, (Span(0, 4),)),), ())
    bad = Reading(text, (Passage(text, (Span(0, 1),)),), ())
    with pytest.raises(WorkerError):
        worker.names_in(bad)
    assert [name.text for name in worker.names_in(good)] == ["浙江大学"]
    worker.close()


def test_text_that_is_no_text_comes_back_whole() -> None:
    text = "\ud800浙江大学\x00\u202e"
    worker = NameWorker()
    found = worker.names_in(Reading(text, (Passage(text, (Span(0, len(text)),)),), ()))
    worker.close()
    assert [(name.start, name.text) for name in found] == [(1, "浙江大学")]
