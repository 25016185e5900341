"""Bytes to text: UTF-8 with or without BOM, GB18030, Big5, UTF-16 of either order."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from reader.i18n import _
from reader.source.plausible import REPLACEMENT, common_share, plausibility

CANDIDATES = ("utf-8", "gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""What Chinese page texts come in. Among equals the first is taken: the extensions of Big5 only when it does not do."""
LEAST_COMMON = 0.6
"""With a smaller share of common characters, faulty bytes are no text. Programs, pictures and random bytes have 0.2 to
0.52 in whatever reading fits them best; pages full of escape sequences and broken bytes more."""
MOST_FAULTS = 0.01
"""Share of broken places and control characters that is passed without asking how plausible the rest is: a page of
emoji or of another script with a byte too few is still text."""
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
_LEAST_DETECTED = 32
"""Bytes below which the detector is not asked."""
_BEYOND_TWO_BYTES = re.compile("[\u0800-\U0010ffff]")
"""Chinese takes three bytes in UTF-8. What takes two may be GB18030: 太原 and 联通 in it are faultless UTF-8."""


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

    A byte order mark is believed, and so is UTF-8 without fault that holds anything Chinese. Other bytes are read as
    whatever makes them look most like a Chinese page.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _settle(data[len(mark) :], name)
    if b"\0" not in data:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return _settle(data, _likeliest(data[:_SAMPLE]))
        if text.isascii() or _BEYOND_TWO_BYTES.search(text, 0, _SAMPLE):
            return Decoded(_line_ends(text), "utf-8")
    return _settle(data, _likeliest(data[:_SAMPLE]))


def _likeliest(sample: bytes) -> str:
    """Among the encodings the detector holds possible, the one whose text looks most like a Chinese page.

    By itself the detector's first choice is wrong for one short text in five (see `reader.source.plausible`). Of a few
    characters it knows too little to rule anything out, and of bytes with a single fault it says nothing: then all
    candidates are looked at.
    """
    if len(sample) < _LEAST_DETECTED:
        return max(CANDIDATES, key=lambda name: plausibility(sample.decode(name, "replace")))
    # 60 ms to import, and pages in UTF-8 do not need it.
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=[name.replace("-", "_") for name in CANDIDATES])
    possible = {name.replace("_", "-") for match in matches for name in match.could_be_from_charset}
    names = [name for name in CANDIDATES if name in possible] or CANDIDATES
    return max(names, key=lambda name: plausibility(sample.decode(name, "replace")))


def _settle(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    sample = text[:_SAMPLE]
    if _faults(sample) > MOST_FAULTS * len(sample) and common_share(sample) < LEAST_COMMON:
        raise NotTextError(_("this is binary data, or text in an encoding other than UTF-8, UTF-16, GB18030 and Big5"))
    broken = text.count(REPLACEMENT) - _printed_replacements(data, encoding)
    return Decoded(_line_ends(text), encoding, max(broken, 0))


def _faults(text: str) -> int:
    return sum(character == REPLACEMENT or (character < " " and character not in "\t\n\r\f") for character in text)


def _printed_replacements(data: bytes, encoding: str) -> int:
    """U+FFFD that already stood in the file, where someone before us could not decode."""
    try:
        return data.count(REPLACEMENT.encode(encoding))
    except UnicodeEncodeError:
        return 0


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
