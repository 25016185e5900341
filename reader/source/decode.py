"""Bytes to text: UTF-8 with or without BOM, GB18030, Big5, UTF-16 of either order."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reader.i18n import _

CANDIDATES = ("gb18030", "big5", "utf_16_le", "utf_16_be")
"""What Chinese page texts that are not UTF-8 come in. The detector chooses among these only, since with all encodings
to choose from it takes short Chinese texts for Cyrillic or Korean."""
_SAMPLE = 256 * 1024
"""Bytes the detector looks at: enough to be sure, few enough to be quick."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_CONTROLS = 0.02
_MOST_BROKEN = 0.05


class NotTextError(ValueError):
    """The bytes are no text in an encoding we read. The message says so to the user."""


class Decoded(NamedTuple):
    text: str
    """Without BOM, line ends as `\\n`."""
    encoding: str
    """Name of the Python codec."""
    broken: int = 0
    """Byte sequences that could not be decoded and stand in the text as U+FFFD."""


def decode(data: bytes) -> Decoded:
    """Decode a page text. Raises `NotTextError` for binary data."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _settle(data[len(mark) :], name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _detect(data)
    if "\0" in text[:4096] and _mostly_controls(text):
        return _detect(data)
    return Decoded(_line_ends(text), "utf-8")


def _detect(data: bytes) -> Decoded:
    # 60 ms to import, and hardly any page needs it.
    from charset_normalizer import from_bytes

    if not data.count(0) and _nearly_utf8(data):
        return _settle(data, "utf-8")
    sample = data[: _SAMPLE - _SAMPLE % 4]
    best = from_bytes(sample, cp_isolation=list(CANDIDATES)).best()
    if best is None:
        raise NotTextError(_("this is not text in UTF-8, GB18030, Big5 or UTF-16"))
    return _settle(data, best.encoding.replace("_", "-"))


def _nearly_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes, as of a file cut off. GB18030 read as UTF-8 breaks everywhere."""
    sample = data[:_SAMPLE]
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    return broken <= max(2, _MOST_BROKEN * len(sample) / 3) and len(sample) > 24


def _settle(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    if _mostly_controls(text):
        raise NotTextError(_("this is binary data, not text"))
    return Decoded(_line_ends(text), name, text.count("\ufffd"))


def _mostly_controls(text: str) -> bool:
    sample = text[:65536]
    controls = sum(mark < " " and mark not in "\t\n\r\f" for mark in sample)
    return controls > _MOST_CONTROLS * len(sample) + 2


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
