"""Encodings: what was written comes back, whatever it was written in."""

from __future__ import annotations

import codecs
import marshal
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.source import NotTextError, decode

# Invented, in the characters a paper in Taibei or Hong Kong prints.
TRADITIONAL = """本報訊(記者 陳國樑)昨日上午,市議會三讀通過明年度總預算,歲出共計1,286億元,較今年增加3.4%。
財政局長指出,明年將優先興建捷運環狀線與三座焚化廠,「每一分錢都要花在刀口上」。
議員質疑,教育經費僅占總額的二成,低於鄰近縣市。市長表示,學校的老舊校舍改建列在另一筆特別預算,並沒有減少。
颱風來襲期間,沿海五個漁港的作業船隻已全數返航。氣象臺預測,今夜起風勢將逐漸增強,陣風可達十級。
"""
SLICES = 60
NOISE = random.Random(1).randbytes(100_000)  # noqa: S311


def slices(text: str, length: int) -> list[str]:
    """Pieces of `text` of which a quarter or more is Chinese; the rest looks alike in all encodings."""
    draw = random.Random(length)  # noqa: S311
    found: list[str] = []
    while len(found) < SLICES:
        start = draw.randrange(len(text) - length)
        piece = text[start : start + length]
        if sum(character >= "一" for character in piece) * 4 >= length and not piece.startswith("\ufeff"):
            found.append(piece)
    return found


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_page_comes_back(codec: str, seed_texts: dict[str, str]) -> None:
    for text in seed_texts.values():
        decoded = decode(text.encode(codec))
        assert decoded.text == text
        assert decoded.broken == 0
        assert codecs.lookup(decoded.encoding).name.startswith(codecs.lookup(codec).name.removesuffix("-sig"))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "cp950", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("length", [12, 30, 100])
def test_short_traditional_text_comes_back(codec: str, length: int) -> None:
    right = sum(decode(piece.encode(codec)).text == piece for piece in slices(TRADITIONAL, length))
    assert right >= SLICES * 0.98


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("length", [12, 30, 100])
def test_short_simplified_text_comes_back(codec: str, length: int, seed_texts: dict[str, str]) -> None:
    pieces = slices("\n".join(seed_texts.values()), length)
    right = sum(decode(piece.encode(codec)).text == piece for piece in pieces)
    assert right >= SLICES * 0.98


@pytest.mark.parametrize("word", ["太原", "联通", "1\t太原\t95.2\n2\t大同\t93.8\n"])
def test_gb18030_that_happens_to_be_faultless_utf8(word: str) -> None:
    data = word.encode("gb18030")
    assert decode(data).text == word


def test_names_and_hong_kong_characters_beyond_big5() -> None:
    assert decode(("王瑞恒與碁峰公司、裏" + TRADITIONAL).encode("cp950")).text.startswith("王瑞恒與碁峰公司、裏")
    assert decode(("佢哋嘅嘢喺邊度" + TRADITIONAL).encode("big5hkscs")).text.startswith("佢哋嘅嘢喺邊度")


def test_rare_names_in_gb18030() -> None:
    text = "市民政局公布的名单中有㛃、𬭚、𫖯三个生僻字。"
    assert decode(text.encode("gb18030")) == (text, "gb18030", 0)


def test_line_ends_become_one_sign() -> None:
    assert decode("一\r\n二\r三\n四".encode()).text == "一\n二\n三\n四"
    assert decode("一\r\n\r\n二".encode("utf-16")).text == "一\n\n二"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_broken_bytes_cost_their_place_only(codec: str) -> None:
    data = bytearray(TRADITIONAL.encode(codec))
    # Behind a line break, so that the pairs of GB18030 fall into step again at the next.
    at = data.index("\n本".encode(codec)[:1], 80) & ~1 if codec != "utf-16-le" else 100
    data[at : at + 2] = b"\xff\xdb" if codec == "utf-16-le" else b"\xff\xff"
    decoded = decode(bytes(data))
    assert decoded.encoding == codec
    assert decoded.broken >= 1
    assert decoded.text[-100:] == TRADITIONAL[-100:]


def test_replacement_characters_in_the_file_are_not_ours() -> None:
    whole = "昨日\ufffd市召开\ufffd会议"
    assert decode(whole.encode()).broken == 0
    assert decode(whole.encode() + b"\xff").broken == 1


def test_two_encodings_in_one_file_stay_readable() -> None:
    decoded = decode(TRADITIONAL.encode() + "另外一页的文字".encode("gb18030"))
    assert decoded.text.startswith(TRADITIONAL)
    assert decoded.broken > 0


def test_controls_and_hidden_signs_are_text() -> None:
    text = "\x1b]0;标题\x07\x1b[31m红\u202e字\u200b\x00\x9b2J\n市民"
    assert decode(text.encode()) == (text, "utf-8", 0)


def test_surrogates_are_replaced() -> None:
    decoded = decode("本市\ud800昨日召开会议".encode("utf-8", "surrogatepass"))
    assert decoded.text.startswith("本市\ufffd")
    assert decoded.text.endswith("昨日召开会议")
    decoded.text.encode()


@pytest.mark.parametrize(
    "data",
    [
        marshal.dumps(compile(Path(__file__).read_bytes(), "test", "exec")),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + NOISE[:3000],
        zlib.compress(TRADITIONAL.encode() * 9 + NOISE),
        NOISE[:500],
        bytes(5000),
    ],
    ids=["program", "picture", "archive", "short noise", "zeros"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text())
def test_every_text_in_utf8_comes_back(text: str) -> None:
    # A lead sign makes it Chinese: a few Latin letters alone may be GB18030 just as well.
    text = "版" + text.replace("\0", "")
    decoded = decode(text.encode("utf-8", "ignore"))
    kept = text.encode("utf-8", "ignore").decode()
    assert decoded.text == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert decoded.broken == 0


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE]))
def test_every_bytes_give_a_text_or_a_reason(data: bytes, mark: bytes) -> None:
    try:
        text = decode(mark + data).text
    except NotTextError as error:
        text = str(error)
    assert "\r" not in text
    text.encode()


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == ("", "utf-8", 0)
    assert decode(codecs.BOM_UTF8).text == ""
