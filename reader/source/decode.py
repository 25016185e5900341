"""Bytes to text: UTF-8 with or without BOM, GB18030, Big5, UTF-16 of either order."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.i18n import _
from reader.source.plausible import REPLACEMENT, plausibility

CANDIDATES = ("utf-8", "gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""What Chinese page texts come in. Among equals the first is taken: the extensions of Big5 only when it does not do."""
LEAST_PLAUSIBLE = 0.7
"""Below this it is no text. Chinese pages have 0.87 and more, also in slices of 30 characters; programs, pictures and
random bytes, read as whatever fits them best, 0.65 at most."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    # Behind UTF-32, whose little-endian mark begins with this one.
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
"""Bytes that are judged. Even, so that no UTF-16 unit is cut."""


class NotTextError(ValueError):
    """The bytes are no text in an encoding we read. The message says so to the user."""


class Decoded(NamedTuple):
    text: str
    """Without BOM, line ends as `\\n`."""
    encoding: str
    """Name of the Python codec."""
    broken: int = 0
    """Places that could not be decoded and stand in the text as U+FFFD."""


def decode(data: bytes) -> Decoded:
    """Decode a page text. Raises `NotTextError` for binary data.

    A byte order mark is believed, then UTF-8 that has no fault and no NUL; other bytes are read as whatever makes them
    look most like a Chinese page.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding:
        mark = next(mark for mark, name in _MARKS if name == encoding)
        return _settle(data[len(mark) :], encoding)
    if b"\0" not in data:
        try:
            return Decoded(_line_ends(data.decode("utf-8")), "utf-8")
        except UnicodeDecodeError:
            pass
    return _settle(data, _likeliest(data[:_SAMPLE]))


def _likeliest(sample: bytes) -> str:
    return max(CANDIDATES, key=lambda name: plausibility(sample.decode(name, "replace")))


def _settle(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count(REPLACEMENT) - _printed_replacements(data, encoding)
    if (broken or "\0" in text) and plausibility(text[:_SAMPLE]) < LEAST_PLAUSIBLE:
        raise NotTextError(_("this is binary data, or text in an encoding other than UTF-8, UTF-16, GB18030 and Big5"))
    return Decoded(_line_ends(text), encoding, broken)


def _printed_replacements(data: bytes, encoding: str) -> int:
    """U+FFFD that already stood in the file, where someone before us could not decode."""
    try:
        return data.count(REPLACEMENT.encode(encoding))
    except UnicodeEncodeError:
        return 0


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
