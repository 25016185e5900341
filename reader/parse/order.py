"""Features emitted tail first, put into reading order."""

from __future__ import annotations

from reader.model import Repair, RepairKind
from reader.parse.drafts import Draft
from reader.parse.tokens import Token, TokenKind, ends_whole


def reading_order(draft: Draft, folded: str, text: str) -> tuple[list[Token], list[Repair]]:
    """The body of a draft as it is read, and what was moved.

    Text behind the closing byline has no heading of its own, so it is of this article; as a byline stands at the end, it is
    the beginning, set in columns that were emitted last. Only where the text before the byline stops in mid-sentence and
    the text behind it does not, the byline merely fell between the halves of a sentence.
    """
    if not draft.tail:
        return draft.body, []
    last_before, last_behind = _last_text(draft.body), _last_text(draft.tail)
    if (
        last_before is not None
        and not _whole(last_before, folded)
        and (last_behind is None or _whole(last_behind, folded))
    ):
        return draft.body + draft.tail, []
    first = draft.tail[0].span
    quote = text[first.start : min(first.end, first.start + 12)]
    note = f"{quote}… and what follows, printed behind the byline, is the beginning of the article"
    return draft.tail + draft.body, [Repair(RepairKind.REORDER, note)]


def _last_text(tokens: list[Token]) -> Token | None:
    return next((token for token in reversed(tokens) if token.kind is TokenKind.TEXT), None)


def _whole(token: Token, folded: str) -> bool:
    return ends_whole(folded[max(token.span.start, token.span.end - 8) : token.span.end])
