"""Files of the cache: whole or not at all, and what is damaged is known to be."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.columns import CERTAINTIES, KINDS
from reader.archive.figures import FiguresSegment
from reader.archive.sections import DamagedError, Sections, pack, read
from reader.archive.segment import Segment
from reader.archive.snapshot import Place, in_order
from reader.parse.page import parse_page
from reader.privatefiles import write_whole
from tests.archive.archive_pages import figures_of, printed_pages, segment_of

sections = st.dictionaries(st.text(max_size=8), st.binary(max_size=40), max_size=5)
facts = st.dictionaries(st.text(max_size=4), st.text(max_size=9) | st.integers(), max_size=3)
PACKED = pack("k", {"a": [1, "二"]}, {"one": b"12345", "none": b"", "two": bytes(range(16))})
WHOLE = bytes(segment_of([parse_page("综合评价表\n\n类型\t得分\n小店区\t9\n迎泽区\t8\n", "x.txt")]).sections._data)


@given(st.text(), facts, sections)
def test_what_is_packed_comes_out(kind: str, said: dict[str, Any], packed: dict[str, bytes]) -> None:
    out = Sections(pack(kind, said, packed))
    assert (out.kind, out.facts) == (kind, said)
    assert {name: bytes(out.section(name)) for name in packed} == packed
    assert out.verify()
    assert out.is_whole(packed)


def test_arrays_and_finding_end_where_a_section_does() -> None:
    out = Sections(PACKED)
    assert list(out.array("two", "B")) == list(range(16))
    assert out.find("one", b"45", 0, 5) == 3
    assert out.find("one", b"45", 0, 4) == -1
    assert out.find("one", b"\x00", 0, 5) == -1
    assert not out.is_whole(["three"])


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda data: PACKED[:24] + data))
def test_bytes_that_are_no_such_file(data: bytes) -> None:
    with pytest.raises(DamagedError):
        Sections(data)


@pytest.mark.parametrize("whole", [PACKED, WHOLE], ids=["small", "segment"])
def test_every_file_that_is_cut_short_is_known(whole: bytes) -> None:
    for end in range(len(whole)):
        with pytest.raises(DamagedError):
            Sections(whole[:end])


@pytest.mark.parametrize("whole", [PACKED, WHOLE], ids=["small", "segment"])
def test_every_flipped_byte_is_known(whole: bytes) -> None:
    for at in range(len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 0x41
        with suppress(DamagedError):
            assert not Sections(bytes(flipped)).verify(), at


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
@settings(max_examples=400)
def test_nothing_worse_than_wrong_letters_comes_of_a_damaged_segment(at: int, change: int) -> None:
    """Until it is verified, and its pages parsed again."""
    flipped = bytearray(WHOLE)
    flipped[at] ^= change
    try:
        segment = Segment(Sections(bytes(flipped)))
    except DamagedError:
        return
    snapshot = in_order([Place(segment, 0)])
    assert snapshot.page(0).source == "x.txt"
    assert snapshot.page(0).date.certainty in CERTAINTIES
    entries = snapshot.articles_of(0)
    assert len(entries) == segment.articles
    assert all(entry.kind in KINDS for entry in entries)
    assert len(segment.printed(0)) == segment.articles
    for article in range(segment.articles):
        segment.folded_text(article)
    assert set(segment.pairs.pages("小店") or ()) <= {0}
    try:
        segment.parsed(0)
    except DamagedError:
        assert not segment.sections.verify()


def test_a_segment_of_one_kind_is_none_of_another() -> None:
    page = printed_pages()[0]
    with pytest.raises(DamagedError):
        Segment(figures_of([page]).sections)
    with pytest.raises(DamagedError):
        FiguresSegment(segment_of([page]).sections)
    with pytest.raises(DamagedError):
        Segment(Sections(pack("pages", {"pages": 1}, {})))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(DamagedError):
        read(tmp_path / "empty")
    with pytest.raises(OSError, match="No such file"):
        read(tmp_path / "none")


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path, "taken", b"12")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    assert write_whole(tmp_path, "x", b"12", durable=True).read_bytes() == b"12"
    assert write_whole(tmp_path, "x", b"3").read_bytes() == b"3"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken", "x"]
