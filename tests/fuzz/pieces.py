"""What inputs are made of: pieces of printed pages, the words the parser knows, and ways to spoil them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
FOUND = Path(__file__).parent / "found"
"""Inputs that once broke something, each made as small as it could be."""

WORDS = (
    "版", "第3版", "2023年10月31日", "星期二", "太原日报", "责任编辑 张三", "排名", "序号", "单位", "得分", "合计",
    "平均", "综合评价表", "续表", "|", "|---|", "│", "\t", "  ", "\u3000", "<table>", "</table>", "<tr>", "<td>",
    "</td>", "<td rowspan=9>", "<td colspan=99>", "<th>", "<thead>", "<!--", "&nbsp;", "&#x1b;", "\n", "\n\n", "\r\n",
    "\r", "\f", "\v", "\x85", "\u2028", "本报讯", "新华社北京1月5日电", "记者", "通讯员", "摄", "图为", "(下转第3版)",
    "(上接第1版)", "【民生速递】", "——", "……", "“", "”", "‘", "《", "》", "（", "）", "，", "。", "；", "：", "、",
    "●", "■", "▲", "◎", "※", "特此通知", "备注:", "问:", "答:", "一、", "(一)", "①", "1.", "２０２３", "％", "98.5%",
    "5.6万", "亿元", "百分之", "第十二名", "增长", "同比", "其中", "占", "分别", "比", "个百分点", "9:30", "3-5年",
    "—", "-", "+", "=1+1", "@SUM(A1)", "1e999", "0.", "\ufeff", "\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\u202e",
    "\u200b", "\u200d", "\u0301", "\ufe0f", "\x00", "\x08", "\ue000", "\ufffd", "\U000e0041", "⼀", "𠮷", "👨‍👩‍👧",
    "[red]", "[@click=app.quit]", "王韵菲", "太原市", "市公安局", "有限公司",
)  # fmt: skip
"""What leads the parser into its branches, and what terminals, browsers and spreadsheets stumble over."""
_BYTES = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    b"\xff",
    b"\x80",
    b"\xed\xa0\x80",
)
_CODECS = ("gb18030", "utf-16-le", "utf-16-be", "big5", "utf-8-sig")
_MANY = (2, 3, 7, 40, 400, 5000)
"""How often something is put down again: 5,000 digits are more than Python reads as a number."""


def printed() -> list[str]:
    """The seed pages and those of `tests/pages`."""
    files = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "pages").rglob("*.txt")]
    return [file.read_text("utf-8-sig") for file in sorted(files)]


def starting_points() -> Iterator[bytes]:
    """Pieces of a dozen lines of every page, some of them in other encodings."""
    for number, text in enumerate(printed()):
        lines = text.split("\n")
        for at in range(0, len(lines), 12):
            piece = "\n".join(lines[at : at + 12])[:800]
            if piece.strip():
                yield piece.encode("utf-8")
        if number % 8 == 0:
            for codec in _CODECS:
                yield "\n".join(lines[:8])[:300].encode(codec, "replace")


def mutated(data: bytes, random: Random, other: bytes = b"") -> bytes:
    """`data` with one to four things done to it; as text where it is text, so that characters stay whole."""
    for _ in range(random.randint(1, 4)):
        try:
            data = _mutated_text(data.decode("utf-8"), random, other.decode("utf-8", "ignore")).encode("utf-8")
        except UnicodeDecodeError:
            data = _mutated_bytes(data, random)
        if random.random() < 0.03:
            data = _mutated_bytes(data, random)
    return data


def _mutated_text(text: str, random: Random, other: str) -> str:
    start = random.randint(0, len(text))
    end = min(len(text), start + random.choice((0, 1, 1, 2, 5, 30)))
    way = random.randrange(9)
    if way <= 2:
        return text[:start] + random.choice(WORDS) + text[random.choice((start, end)) :]
    if way == 3:
        return text[:start] + text[end:]
    if way == 4:
        return text[:start] + text[start:end] * random.choice(_MANY[:4] if end - start > 9 else _MANY) + text[end:]
    if way == 5 and other:
        at = random.randint(0, len(other))
        return text[:start] + other[at : at + random.choice((3, 30, 200))] + text[end:]
    lines = text.split("\n")
    at = random.randrange(len(lines))
    if way == 6:
        lines.insert(random.randint(0, len(lines)), lines[at])
    elif way == 7:
        lines.insert(random.randint(0, len(lines)), lines.pop(at))
    else:
        lines[at] = lines[at].replace(*random.choice(((" ", "\t"), ("\t", "|"), ("。", ""), ("1", "9"), (",", "，"))))
    return "\n".join(lines)


def _mutated_bytes(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    if random.random() < 0.5:
        return data[:at] + random.choice(_BYTES) + data[at:]
    if random.random() < 0.5 and data:
        at = min(at, len(data) - 1)
        return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]
    return data[:at] + data[at + random.randint(0, 4) :]


def dictionary() -> str:
    """The words as a dictionary of libFuzzer: one quoted word a line, bytes escaped."""
    words = [word.encode("utf-8") for word in WORDS] + [*_BYTES]
    return "".join('"' + "".join(f"\\x{byte:02X}" for byte in word) + '"\n' for word in words)
