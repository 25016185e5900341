"""Figures that name a thing and count nothing: 5G, IPv6, PM_{2.5}, A4, “13710”, 110工法, 8+6, telephone numbers."""

from __future__ import annotations

import re
from functools import cache

from reader.annotate.found import Found
from reader.model import NumberType
from reader.resources import data_text

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,}")
_FORMULA = re.compile(r"[A-Z][A-Za-z]{0,3}_?(?:\{\d+(?:\.\d+)?\}|\d+(?:\.\d+)?)(?![A-Za-z\d])")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_/.&+][A-Za-z0-9]+)*")
_SUM = re.compile(r"\d{1,3}(?:\+(?:\d{1,3}|[NXn])(?!\d|\.\d))+(?![%\d])")
_TELEPHONE = re.compile(r"(?:\(?0\d{2,3}\)?[- ]?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3,4}-?\d{3,4})(?!\d)")
_VERSION = re.compile(r"\d+(?:\.\d+){2,}(?!\d)")
_MIXED = re.compile(r"\d+[A-Z](?![A-Za-z])\d*|\d+[A-Za-z]+\d[A-Za-z\d]*")
_SERIAL = re.compile(r"0\d{2,}(?![.\d])|\d{3,}(?:-\d{2,})+(?!\d)")
_FIGURE = re.compile(r"\d+(?![.,]?\d)")
_QUOTED = re.compile(r"\d{2,}(?=[”’」』\"])")
_OPENING = frozenset('“‘「『"')


@cache
def _nouns() -> tuple[str, ...]:
    """Nouns that a bare figure names: 工作面, 热线, 国道."""
    lines = data_text("annotate/coded_nouns.txt").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def find_code(text: str, at: int) -> Found | None:
    """The code that begins at `at`, or an address to be passed over."""
    if address := _ADDRESS.match(text, at):
        return Found(address.end())
    if not text[at].isdigit():
        return _latin(text, at)
    found = (
        _TELEPHONE.match(text, at)
        or _SUM.match(text, at)
        or _VERSION.match(text, at)
        or _MIXED.match(text, at)
        or _SERIAL.match(text, at)
    )
    if found is None and text[at - 1 : at] in _OPENING and at:
        found = _QUOTED.match(text, at)
        if found and len(found[0]) == 4 and found[0][:2] in ("19", "20"):
            found = None
    if found is None:
        found = _FIGURE.match(text, at)
        if found and not (len(found[0]) >= 2 and text.startswith(_nouns(), found.end())):
            return None
    return Found(found.end(), NumberType.CODE, found[0]) if found else None


def _latin(text: str, at: int) -> Found | None:
    """A word in Latin letters: a code when it holds a digit or is an acronym, else passed over."""
    found = _FORMULA.match(text, at)
    if found:
        return Found(found.end(), NumberType.CODE, found[0])
    found = _LATIN.match(text, at)
    if found is None:
        return None
    word = found[0]
    if len(word) > 1 and (any(sign.isdigit() for sign in word) or word.isupper()):
        return Found(found.end(), NumberType.CODE, word)
    return Found(found.end())


def bare_figure(text: str, at: int, numeral: str, end: int) -> bool:
    """Whether an Arabic figure without unit is a code: bracketed (973), or too long to be read as a quantity."""
    if not numeral.isdigit():
        return False
    if len(numeral) >= 6:
        return True
    if len(numeral) >= 5 and text[end : end + 1].strip() and "\u4e00" <= text[end] <= "\u9fff":
        return True
    return len(numeral) >= 3 and text[at - 1 : at] == "(" and text[end : end + 1] == ")"
