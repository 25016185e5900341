"""`python -m tests.locales`: bring the catalogues up to date with the strings in the code, and compile them.

New strings are added to every `reader.po` without a translation, those no longer in use are dropped, and what still has
to be translated is listed.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from reader.i18n import DOMAIN, LANGUAGES, LOCALES

__all__ = ["LANGUAGES", "compiled", "po_path", "read", "template", "update"]

SOURCE_LANGUAGE = "en"
_ROOT = Path(__file__).parent.parent
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
# The day the catalogues were begun: a date that changes with every run would be a change without a difference.
_BEGUN = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def po_path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def template() -> Catalog:
    """Every string to be translated: those marked in the package, and the titles of the themes."""
    catalogue = Catalog(creation_date=_BEGUN)
    found = extract_from_dir(_ROOT / "reader", method_map=[("**.py", "python")], keywords=_KEYWORDS)
    for _file, _line, message, _comments, _context in found:
        catalogue.add(message)
    for theme in sorted((_ROOT / "themes").glob("*.toml")):
        catalogue.add(tomllib.loads(theme.read_text("utf-8"))["title"])
    return catalogue


def read(language: str) -> Catalog:
    """The catalogue as it is kept, empty when there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, creation_date=_BEGUN)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def compiled(catalogue: Catalog) -> bytes:
    """The `.mo` file of a catalogue. Without babel's version, which says nothing about the translations."""
    out = io.BytesIO()
    plain = Catalog(locale=catalogue.locale, domain=DOMAIN, creation_date=_BEGUN, revision_date=_BEGUN, fuzzy=False)
    plain.mime_headers = [header for header in plain.mime_headers if header[0] != "Generated-By"]
    for message in catalogue:
        if message.id:
            plain.add(message.id, message.string)
    write_mo(out, plain)
    return out.getvalue()


def update(language: str) -> list[str]:
    """Write both files of a language; returns what has no translation."""
    catalogue = read(language)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.header_comment = f"# {language} catalogue of reader; `make locales` keeps it."
    catalogue.revision_date = _BEGUN
    catalogue.fuzzy = False
    if language == SOURCE_LANGUAGE:
        for message in catalogue:
            message.string = message.id or message.string
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, no_location=True, sort_output=True, ignore_obsolete=True)
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    return [str(message.id) for message in catalogue if message.id and not _is_translated(message.string)]


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def main() -> int:
    left = [f"{language}: not translated: {text!r}" for language in LANGUAGES for text in update(language)]
    sys.stdout.writelines(f"{line}\n" for line in left)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
