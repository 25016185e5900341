"""Bytes that are no text, text in other encodings, and text in several."""

from __future__ import annotations

import gzip
import random

from tests.hostile.case import Case, Expected, carrying, written

PAGE = carrying("")
_NOT_TEXT = Expected(opened=False, reason="binary data")
_BLANK = Expected(opened=False, reason="nothing in it")
_BROKEN = Expected(reason="opened, with")


def _noise(count: int) -> bytes:
    return random.Random(8).randbytes(count)  # noqa: S311 - the same each time


def _cut(text: str, encoding: str, at: int) -> bytes:
    data = text.encode(encoding)
    return data[:at] + data[at + 1 :]


CASES: tuple[Case, ...] = (
    written("empty", b"", _BLANK),
    written("one_zero_byte", b"\0", _BLANK._replace(reason="")),
    written("blanks", " \t\u3000\n\r\n \n", _BLANK),
    written("only_a_mark", b"\xef\xbb\xbf", _BLANK),
    written("only_a_utf16_mark", b"\xff\xfe", _BLANK),
    written("three_marks", b"\xef\xbb\xbf" * 3 + PAGE.encode(), Expected()),
    written("half_a_mark", b"\xef\xbb", Expected(encoding=None)),
    written("one_byte", b"a", Expected(articles=1)),
    written("one_high_byte", b"\x9b", Expected(opened=False, encoding=None)),
    written("zeros", bytes(5000), Expected(opened=False)),
    written("noise", _noise(5000), _NOT_TEXT),
    written("noise_in_lines", b"\n".join(_noise(60) for _ in range(50)), _NOT_TEXT),
    written("a_program", b"\x7fELF\x02\x01\x01" + bytes(64) + _noise(3000), _NOT_TEXT),
    written("a_picture", b"\x89PNG\r\n\x1a\n" + _noise(3000), _NOT_TEXT),
    written("an_archive", gzip.compress(PAGE.encode() * 50, mtime=0), _NOT_TEXT),
    written("noise_behind_a_mark", b"\xff\xfe" + _noise(2000), _NOT_TEXT),
    written("utf8_with_mark", PAGE.encode("utf-8-sig"), Expected()),
    written("gb18030", PAGE.encode("gb18030"), Expected(encoding="gb18030")),
    written(
        "big5",
        "臺北市工業增速加快\n\n本報訊 市政府介紹,全市工業增加值同比增長。\n".encode("big5"),
        Expected(encoding="big5"),
    ),
    written("utf16_le", b"\xff\xfe" + PAGE.encode("utf-16-le"), Expected(encoding="utf-16-le")),
    written("utf16_be", b"\xfe\xff" + PAGE.encode("utf-16-be"), Expected(encoding="utf-16-be")),
    written("utf16_unmarked", PAGE.encode("utf-16-le"), Expected(encoding="utf-16-le")),
    written("utf32", b"\xff\xfe\0\0" + PAGE.encode("utf-32-le"), Expected(encoding="utf-32-le")),
    written("utf16_odd", b"\xff\xfe" + PAGE.encode("utf-16-le")[:-1], _BROKEN._replace(encoding="utf-16-le")),
    written(
        "utf16_lone_surrogates",
        b"\xff\xfe" + PAGE.encode("utf-16-le") + "\ud800一\udfff二".encode("utf-16-le", "surrogatepass"),
        _BROKEN._replace(encoding="utf-16-le"),
    ),
    written("utf8_surrogates", carrying("\ud83d\ude00\udc9b"), _BROKEN._replace(encoding=None)),
    written("utf8_overlong", PAGE.encode() + b"\xc0\x9b\xe0\x80\x9b[2J", _BROKEN._replace(encoding=None)),
    written("utf8_cut", PAGE.encode()[:-2], _BROKEN),
    written("utf8_a_byte_too_few", _cut(PAGE, "utf-8", 400), _BROKEN),
    written("gb18030_a_byte_too_few", _cut(PAGE, "gb18030", 301), Expected(encoding=None)),
    written("utf8_then_gb18030", PAGE.encode() + PAGE.encode("gb18030"), Expected(encoding=None)),
    written("utf8_then_utf16", PAGE.encode() + PAGE.encode("utf-16-le"), Expected(encoding=None)),
    written(
        "a_line_of_each",
        b"\n".join(line.encode(("utf-8", "gb18030", "utf-16-le")[at % 3]) for at, line in enumerate(PAGE.split("\n"))),
        Expected(encoding=None),
    ),
    written("raw_c1_bytes", PAGE.encode() + b"\x9b31m\x9d0;x\x9c", _BROKEN._replace(encoding=None)),
    written("shift_jis", ("東京の新聞は今日も届く。\n" * 30).encode("shift-jis"), Expected(encoding=None)),
    written("euc_kr", ("서울의 신문은 오늘도 온다.\n" * 30).encode("euc-kr"), Expected(encoding=None)),
    written("iso_2022_jp", ("東京の新聞は今日も届く。\n" * 30).encode("iso-2022-jp"), Expected(encoding="utf-8")),
    written("utf7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-\n", Expected()),
    written("old_mac_lines", PAGE.replace("\n", "\r"), Expected(tables=1)),
    written("mixed_line_ends", PAGE.replace("\n", "\r\n", 5).replace("\n\n", "\n\r\r\n"), Expected()),
)
