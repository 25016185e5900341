"""Features whose second half, with the author at its end, is emitted before the heading and the first half."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parse.drafts import Draft


def join_tail_first(drafts: Sequence[Draft]) -> list[Draft]:
    """`drafts`, in printed order, with each second half that has an author and no heading put behind the half that has
    a heading and no author."""
    joined: list[Draft] = []
    second: Draft | None = None
    for draft in drafts:
        if second is not None and _is_first_half(draft):
            draft.tail, draft.bylines = second.body, second.bylines
            joined.remove(second)
        joined.append(draft)
        if not draft.photo:
            second = draft if _is_second_half(draft) else None
    return joined


def _is_second_half(draft: Draft) -> bool:
    own = not (draft.heads or draft.datelines or draft.jumps or draft.notice or draft.tail)
    signed = bool(draft.bylines) and all(role is not None for byline in draft.bylines for _, role in byline.names)
    return own and signed and bool(draft.texts) and draft.bylines[0].span > draft.body[-1].span


def _is_first_half(draft: Draft) -> bool:
    return bool(draft.heads and draft.texts) and not (
        draft.bylines or draft.datelines or draft.jumps or draft.notice or draft.photo or draft.tail
    )
