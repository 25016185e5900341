"""How issues and articles are called on the screen, in the language in use."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.gate import visible
from reader.i18n import N_, _
from reader.model import ArticleKind, Certainty, EntityType, RepairKind
from reader.typeset.display import display
from reader.typeset.fit import fit
from reader.typeset.rewriting import rewrite, rewritings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article, Entity, IssueDate, Page

_KINDS = {
    ArticleKind.NEWS: N_("news"),
    ArticleKind.COMMENTARY: N_("comment"),
    ArticleKind.NOTICE: N_("notice"),
    ArticleKind.PHOTO: N_("photo"),
    ArticleKind.FEATURE: N_("feature"),
    ArticleKind.CONTINUATION: N_("continued"),
}

_REPAIRS = {
    RepairKind.REJOIN: N_("rejoined"),
    RepairKind.REORDER: N_("reordered"),
    RepairKind.MERGE: N_("merged"),
    RepairKind.UNFOLD: N_("unfolded"),
    RepairKind.HEADER: N_("header"),
    RepairKind.CUT: N_("cut"),
}

TABLE_MARK = "▦"
MIDDLE_DOT = " · "


def safe(text: str) -> str:
    """Page text as it is painted: in display form, on one line, with nothing in it that a terminal obeys.

    One code point for one.
    """
    return on_one_line(display(text))


def on_one_line(text: str) -> str:
    """Page text on one line, with nothing in it that a terminal obeys. One code point for one."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def shown(text: str) -> str:
    """Page text on one line as a reader is given it: as `safe` has it, with what is oddly spelled rewritten."""
    text = safe(text)
    return rewrite(text, rewritings(text))


def repair_name(kind: RepairKind) -> str:
    return _(_REPAIRS[kind])


def kind_label(kind: ArticleKind) -> str:
    return _(_KINDS[kind])


def date_label(date: IssueDate, *, short: bool = False) -> str:
    """The day of an issue; one that is not printed on the page is always called inferred."""
    if date.value is None:
        return _("undated")
    if date.certainty is Certainty.PRINTED:
        return date.value.isoformat()
    template = _("{date} inf.") if short else _("{date} inferred")
    return template.format(date=date.value.isoformat())


def newspaper_label(newspaper: str | None) -> str:
    return shown(newspaper) if newspaper else _("Unknown newspaper")


def page_label(number: int | None, source: str) -> str:
    """The number of a page, or what its file is called."""
    return file_label(source) if number is None else _("page {number}").format(number=number)


def file_label(source: str) -> str:
    """The name of a file without its folders."""
    return safe(source.replace("\\", "/").rpartition("/")[2])


_COUNTED = {
    EntityType.PERSON: N_("{count} pers."),
    EntityType.PLACE: N_("{count} pl."),
    EntityType.ORGANISATION: N_("{count} org."),
}


def name_counts(article: Article, names: Iterable[Entity]) -> list[str]:
    """How many different persons, places and organisations an article names; `names` are those of its page."""
    spans = sorted(article.spans)
    found: dict[EntityType, set[str]] = {kind: set() for kind in EntityType}
    for name in names:
        at = bisect_right(spans, name.start, key=lambda span: span.start) - 1
        if at >= 0 and name.start < spans[at].end:
            found[name.type].add("".join(name.text.split()))
    return [_(_COUNTED[kind]).format(count=len(texts)) for kind, texts in found.items() if texts]


def masthead_labels(article: Article, page: Page) -> list[str]:
    """Where an article stands: newspaper if known, day, page, column label, kind."""
    places = [newspaper_label(page.newspaper)] if page.newspaper else []
    places += [date_label(page.date), fit(page_label(page.number, page.source), 20)]
    if article.label:
        places.append(shown(article.label))
    return [*places, kind_label(article.kind)]
