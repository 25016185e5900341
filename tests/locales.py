"""`python -m tests.locales`: bring the catalogues up to date with the strings in the code, and compile them.

New strings are added to every `reader.po` without a translation, those no longer in use are dropped, and what still has
to be translated is listed.
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from reader.i18n import DOMAIN, LANGUAGES, LOCALES

SOURCE_LANGUAGE = "en"
_ROOT = Path(__file__).parent.parent
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
# The day the catalogues were begun: a date that changes with every run would be a change without a difference.
_BEGUN = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def file_of(language: str, suffix: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def in_code() -> Catalog:
    """Every string to be translated: those marked in the package, and the titles of the themes."""
    catalogue = Catalog(creation_date=_BEGUN)
    found = extract_from_dir(_ROOT / "reader", method_map=[("**.py", "python")], keywords=_KEYWORDS)
    for _file, _line, message, _comments, _context in found:
        catalogue.add(message)
    for theme in sorted((_ROOT / "themes").glob("*.toml")):
        catalogue.add(tomllib.loads(theme.read_text("utf-8"))["title"])
    return catalogue


def catalogue(language: str) -> Catalog:
    """The catalogue as it is kept, empty when there is none yet."""
    path = file_of(language, "po")
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, project="reader", version="", creation_date=_BEGUN)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def compiled(language: str) -> Catalog:
    with file_of(language, "mo").open("rb") as file:
        return read_mo(file)


def messages(catalogue: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in catalogue if message.id]


def update(language: str) -> list[Message]:
    """Write both files of a language; returns what has no translation."""
    kept = catalogue(language)
    kept.update(in_code(), no_fuzzy_matching=True)
    kept.header_comment = ""
    kept.revision_date = _BEGUN
    if language == SOURCE_LANGUAGE:
        for message in messages(kept):
            message.string = message.id
    for suffix in ("po", "mo"):
        file_of(language, suffix).parent.mkdir(parents=True, exist_ok=True)
    with file_of(language, "po").open("wb") as file:
        write_po(file, kept, width=120, no_location=True, sort_output=True, ignore_obsolete=True)
    with file_of(language, "mo").open("wb") as file:
        write_mo(file, kept)
    return [message for message in messages(kept) if not is_translated(message)]


def is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(strings) and not message.fuzzy


def main() -> int:
    left = 0
    for language in LANGUAGES:
        for message in update(language):
            left += 1
            sys.stdout.write(f"{language}: not translated: {message.id!r}\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
