"""`python -m tests.readme`: the README's table of keys, made from the commands."""

from __future__ import annotations

import re
from pathlib import Path

from reader import i18n
from reader.commands import markdown_table

README = Path(__file__).parent.parent / "README.md"
_BETWEEN = re.compile(r"(<!-- keys: [^>]* -->\n).*?(<!-- /keys -->)", re.DOTALL)


def with_keys(text: str) -> str:
    i18n.use("en")
    return _BETWEEN.sub(lambda marks: f"{marks[1]}{markdown_table().rstrip()}\n{marks[2]}", text)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
