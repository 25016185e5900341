"""Writing that takes more than a cell for each character, or none."""

from __future__ import annotations

from tests.hostile.case import Case, Expected, Size, carrying, written

WRITING: dict[str, str] = {
    "zalgo": "太\u0300\u0301\u0302\u0303\u0315\u0316\u0320\u035f\u0360\u0489原",
    "combining_first": "\u0301\u20dd\u3099",
    "emoji": "😀❤👍🏽🇨🇳🏴",
    "emoji_families": "👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀 1\ufe0f\u20e3",
    "flags": "🇨🇳🇺🇳🇦" * 5,
    "vertical_forms": "︵︶︷︸︹︺﹁﹂﹃﹄︙",
    "kangxi": "⼀⼈⽉⽇⾦⿕⺀⻳",
    "compatibility": "豈更車賈滑串句龜﨑㍿㋿㈱㎏",
    "rare_ideographs": "𠀀𪚥𫝀𫠠𬺰𭀖𮯠𰀀𱍐𲎯",
    "description": "⿰木木⿱一⿴囗玉〾",
    "right_to_left": "مرحبا بالعالم שלום",
    "indic": "क्षत्रिय நௌ ស្ត្រី",
    "jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "wide_ligature": "﷽ 𒐫 ꧅ ⸻",
    "styled": "𝓐𝔅ℂ Ⓐⓑ ㈠㊀ ①⑳㉑",
    "digits": "٣٤ ३४ ৩ ㆒㆓ ²³ ½ Ⅷ 〇零壹",
    "other_blanks": "a\u00a0b\u2000c\u2003d\u205fe\u1680f\u202f",
    "quotes": "“‘”’「」『』〝〞〟«»‹›",
    "vertical_text": "全\n市\n工\n业\n增\n速",
}


def _vertical(size: Size) -> str:
    return "\n".join("太原市前三季度经济运行总体平稳主要指标好于预期" * (size.lines // 24 + 1))


CASES: tuple[Case, ...] = (
    *(written(name, carrying(text), Expected()) for name, text in WRITING.items()),
    written("zalgo_towers", lambda size: carrying("太" + "\u0301" * (size.run // 10)), Expected()),
    written("joined_emoji", lambda size: carrying("\u200d".join("👩" * (size.run // 40))), Expected(marks="␦")),
    written("one_character_a_line", _vertical, Expected()),
)
