from __future__ import annotations

import sys
import tomllib
import unicodedata

from rich.cells import cell_len

from reader.gate import visible
from reader.resources import data_text
from reader.typeset.ambiguous import with_stand_ins
from reader.typeset.width import cell_width

DATA = tomllib.loads(data_text("ambiguous.toml"))


def ambiguous() -> set[str]:
    """All ambiguous characters that take a cell and that pass the gate, and the gate's own mark."""
    chars = map(chr, range(sys.maxunicode + 1))
    of_width_a = [ch for ch in chars if unicodedata.east_asian_width(ch) == "A"]
    return {ch for ch in of_width_a if unicodedata.category(ch)[0] != "M" and unicodedata.category(ch) != "Co"}


def pairs() -> list[tuple[str, str]]:
    return [pair for olds, news in DATA["stand_ins"].values() for pair in zip(olds, news, strict=True)]


def test_every_ambiguous_character_has_a_stand_in_or_is_kept() -> None:
    replaced = [old for old, _new in pairs()]
    assert len(replaced) > 700
    assert sorted([*replaced, *"".join(DATA["kept"].values())]) == sorted(ambiguous())


def test_stand_ins_are_of_a_width_all_agree_on() -> None:
    for old, new in pairs():
        assert unicodedata.east_asian_width(new) != "A", (old, new)
        assert cell_width(new) == cell_len(new) == cell_width(old) == 1, (old, new)
        assert visible(new) == new


def test_what_was_measured_keeps_its_width() -> None:
    text = "┌─ “城市”——‘双碳’ · 3×4 … ▲▼ ━┛ ①α don’t"
    assert with_stand_ins(text) == "+- ❝城市❞‒‒'双碳' ⋅ 3✕4 ⋯ ▴▾ =+ ➀ά don't"
    assert cell_width(with_stand_ins(text)) == cell_width(text)
    assert with_stand_ins("plain") == "plain"


def test_what_is_kept_stays() -> None:
    assert with_stand_ins("½杯⑫") == "½杯⑫"


def test_the_seeds_have_nothing_ambiguous_left(seed_texts: dict[str, str]) -> None:
    text = "".join(seed_texts.values())
    assert ambiguous() & set(text)
    assert not ambiguous() & set(with_stand_ins(text))
