"""Characters and sequences that a terminal obeys, and characters that hide."""

from __future__ import annotations

from tests.hostile.case import Case, Expected, carrying, written

HIDDEN, UNKNOWN = "␦", "�"
_LINK = "\x1b]8;;https://example.org/\x1b\\这里\x1b]8;;\x1b\\"
SEQUENCES: dict[str, str] = {
    "csi_colour": "\x1b[31m",
    "csi_clear": "\x1b[2J\x1b[H\x1b[3J",
    "csi_modes": "\x1b[?1049l\x1b[?25l\x1b[?1003h\x1b[?2004h\x1b[4h",
    "csi_asks": "\x1b[c\x1b[5n\x1b[6n\x1b[>q\x1b[?u",
    "csi_window": "\x1b[8;1;1t\x1b[21t\x1b[20t\x1b[2t",
    "csi_repeats": "A\x1b[99999999b",
    "csi_scroll": "\x1b[3;3r\x1b[999S\x1b[999L",
    "csi_paste": "\x1b[200~rm\x1b[201~",
    "csi_unended": "\x1b[" + ";" * 50 + "1",
    "esc_reset": "\x1bc\x1b#8\x1b7\x1b8",
    "esc_charset": "\x1b(0\x1b%@\x0elqk\x0f",
    "osc_title": "\x1b]0;别的题目\x07\x1b]2;x\x1b\\",
    "osc_link": _LINK,
    "osc_clipboard": "\x1b]52;c;cm0gLXJmIH4K\x07\x1b]52;c;?\x07",
    "osc_colours": "\x1b]4;1;?\x07\x1b]10;red\x07\x1b]11;?\x1b\\\x1b]104\x07",
    "osc_notices": "\x1b]9;hi\x07\x1b]777;notify;a;b\x07\x1b]1337;File=inline=1:AA==\x07\x1b]133;A\x07",
    "dcs": "\x1bP$qm\x1b\\\x1bPq#0;2;0;0;0~-\x1b\\\x1bP+q544e\x1b\\\x1bPtmux;\x1b\x1b[2J\x1b\\",
    "apc_pm_sos": "\x1b_Ga=T,f=24;AAAA\x1b\\\x1b^x\x1b\\\x1bXy\x1b\\",
    "enquiry": "\x05\x07\x07\x08\x08\x08",
    "c1_csi": "\x9b31m\x9b2J",
    "c1_strings": "\x9d52;c;cm0=\x9c\x90$qm\x9c\x9fG\x9c\x9ex\x9c\x98y\x9c",
}
"""Everything in them stays text: the escape is a mark, what follows is printed."""
HIDING: dict[str, tuple[str, str]] = {
    "bidi_override": ("5\u202e42\u202c", "␦"),
    "bidi_embedding": ("\u202a\u202b\u202c\u202d", "␦"),
    "bidi_isolates": ("\u2066\u2067\u2068\u2069", "␦"),
    "bidi_unended": ("\u202e" * 70 + "\u2067" * 70, "␦"),
    "bidi_marks": ("\u200e\u200f\u061c", "␦"),
    "zero_width": ("\u200b\u200c\u200d\u2060\ufeff", "␦"),
    "soft_hyphen": ("\u00ad\u034f", "␦"),
    "invisible_operators": ("\u2061\u2062\u2063\u2064\u206a\u206f", "␦"),
    "tags": ("\U000e0001\U000e0068\U000e0069\U000e007f", "␦"),
    "variation_selectors": ("葛\ufe00城\ufe0f葛\U000e0100城\U000e01ef", "␦"),
    "mongolian": ("\u180b\u180c\u180d\u180e\u180f", "␦"),
    "fillers": ("\u115f\u1160\u3164\uffa0\u17b4\u17b5", "␦"),
    "annotation": ("\ufff9漢\ufffaかん\ufffb", "␦"),
    "separators": ("一\u2028二\u2029三\x85四", "␦"),
    "music": ("\U0001d173\U0001d17a", "␦"),
    "shorthand": ("\U0001bca0\U0001bca3", "␦"),
    "private_use": ("\ue000\uf8ff\U000f0000\U0010fffd", "�"),
    "unassigned": ("\u0378\U000e0fff\U0003ffff\ufdd0\uffff\U0010ffff", "�"),
}
C0 = [chr(code) for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r"]
C1 = [chr(code) for code in range(0x80, 0xA0)]


def _spread(signs: list[str]) -> str:
    """One of them every few words: a page, not a program."""
    lines = [f"第{at}段讲述全市经济运行的总体情况{sign}与居民收入的增长。\n" for at, sign in enumerate(signs)]
    return "全市经济运行平稳\n\n本报讯 市统计局介绍,前三季度全市经济运行总体平稳。\n\n" + "".join(lines)


def _sequence(name: str, payload: str) -> Case:
    marks = {chr(0x2400 + ord(ch)) if ch < " " else HIDDEN for ch in payload if ch < " " or "\x80" <= ch < "\xa0"}
    return written(name, carrying(payload), Expected(marks="".join(sorted(marks)), kept=payload))


CASES = (
    *(_sequence(name, payload) for name, payload in SEQUENCES.items()),
    *(written(name, carrying(payload), Expected(marks=mark, kept=payload)) for name, (payload, mark) in HIDING.items()),
    written(
        "every_c0",
        _spread(C0),
        # A form feed parts lines like a line end.
        Expected(marks="".join(chr(0x2400 + ord(ch)) for ch in C0[:-1] if ch != "\f") + "␡"),
    ),
    written("every_c1", _spread(C1), Expected(marks=HIDDEN, kept="".join(C1))),
    written("nul", carrying("\0"), Expected(marks="␀", kept="\0")),
    written("only_escapes", "\x1b[2J" * 40, Expected(marks="␛")),
    written("escapes_at_the_ends", "\x1b" + carrying("") + "\x9b", Expected()),
    written("a_page_between_overrides", "\u202e" + carrying("") + "\u202c", Expected(marks=HIDDEN)),
)
