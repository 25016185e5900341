"""From the tokens of a page to one draft an article."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parse.bylines import signs_group
from reader.parse.captions import is_loose_caption, pieces_at_end, take_heads
from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.labelsbehind import interrupted_article, labels_above
from reader.parse.lines import Layout, Line
from reader.parse.noticelines import is_after_losses, is_signature
from reader.parse.runs import Below, opens_article, signs_of
from reader.parse.tablehome import TableHomes
from reader.parse.tailfirst import join_tail_first
from reader.parse.tokens import HEADING, Token, TokenKind
from reader.parse.units import units_of, with_halves
from reader.parse.waiting import Waiting

_NEAR = 8
"""Tokens within which the lede of an article comes whose heading was printed into another."""
_OPENING = frozenset({TokenKind.DATELINE, TokenKind.JUMP_FROM})


def segment(
    tokens: Sequence[Token],
    lines: Sequence[Line],
    folded: str,
    layout: Layout,
    titles: Sequence[str],
    headers: Sequence[str],
) -> list[Draft]:
    """Drafts in printed order; each token stands in exactly one. `tokens` without the page's furniture;
    `titles` and `headers` of its printed tables, as `TableHomes` takes them."""
    drafts: list[Draft] = []
    _Segmenter(tokens, lines, folded, layout, drafts, TableHomes(titles, headers, drafts, folded)).run()
    return join_tail_first([draft for draft in drafts if not draft.is_empty()])


def _pictured(byline: Token) -> bool:
    return any(role is not None and "图" in role for _, role in byline.names)


class _Segmenter:
    def __init__(
        self,
        tokens: Sequence[Token],
        lines: Sequence[Line],
        folded: str,
        layout: Layout,
        drafts: list[Draft],
        tables: TableHomes,
    ) -> None:
        self.tokens = tokens
        self.lines = lines
        self.layout = layout
        self.folded = folded
        self.drafts = drafts
        self.tables = tables
        self.current: Draft | None = None
        self.waiting = Waiting(folded, self.drafts)
        self.below = self._look_ahead()

    def _look_ahead(self) -> list[Below]:
        """For each token what comes from it on before the next token that surely opens an article."""
        below = [Below()] * (len(self.tokens) + 1)
        for at in range(len(self.tokens) - 1, -1, -1):
            token, before = self.tokens[at], self.tokens[at - 1].kind if at else None
            rest = below[at + 1]
            if token.kind in _OPENING or token.kind in (TokenKind.DECK, TokenKind.LABEL, TokenKind.NOTICE_HEAD):
                headed = before is None or before in HEADING or before in (TokenKind.BYLINE, TokenKind.JUMP_FROM)
                closing = before is TokenKind.BYLINE and at > 1 and self.tokens[at - 2].kind not in HEADING
                rest = Below(headless=token.kind is TokenKind.DATELINE and (not headed or closing))
            elif token.kind is TokenKind.BYLINE and before is not None and before not in HEADING:
                rest = Below(signed=True, headless=rest.headless)
            elif token.kind is TokenKind.TABLE:
                rest = rest._replace(table=True)
            elif token.kind in HEADING:
                over_text = at + 1 < len(self.tokens) and self.tokens[at + 1].kind is TokenKind.TEXT
                crosshead = rest.crosshead or (token.kind is TokenKind.HEAD and over_text)
                # A line over a table is its title.
                over_table = at + 1 < len(self.tokens) and self.tokens[at + 1].kind is TokenKind.TABLE
                rest = rest._replace(crosshead=crosshead, table=over_table, headless=False)
            below[at] = rest
        return below

    def run(self) -> None:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind in HEADING:
                end = at + 1
                while end < len(self.tokens) and self.tokens[end].kind in HEADING:
                    end += 1
                self._heading(at, end)
                at = end
                continue
            if token.kind is TokenKind.TEXT:
                self._text(at)
            elif token.kind is TokenKind.CREDIT:
                self._credit(token, self.tokens[at + 1] if at + 1 < len(self.tokens) else None)
            elif token.kind is TokenKind.BYLINE:
                self._byline(token)
            elif token.kind in _OPENING:
                self._opening(token)
            else:
                self._other(token)
            at += 1

    def _start(self, heads: Sequence[Token] = ()) -> Draft:
        draft = Draft(heads=list(heads))
        draft.notice = draft.titled_as_notice()
        draft.photo = any(Cue.PHOTO_LABEL in token.cues for token in heads)
        self.drafts.append(draft)
        self.current = draft
        return draft

    def _heading(self, at: int, end: int) -> None:
        run = self.tokens[at:end]
        following = self.tokens[end] if end < len(self.tokens) else None
        above = self.current
        units = units_of(run, self.lines, parted=self.layout.parted)
        if not self.layout.telling:
            units = with_halves(units, self.lines, parted=self.layout.parted)
        if above is None:
            self._start(run)
            return
        if (
            above.notice
            and above.body
            and is_signature(run, above, self.lines, self.folded, at_end=at + 1 >= len(self.tokens))
        ):
            above.body.append(run[0]._replace(kind=TokenKind.SIGNATURE))
            above.closed = True
            if len(run) > 1:
                self._heading(at + 1, end)
            return
        if labels_above(run, above, self.lines, self.folded):
            above.labels_after.append(run[0])
            self._heading(at + 1, end)
            return
        interrupted = interrupted_article(run, above, following, self.waiting, self.folded)
        if interrupted is not None:
            interrupted.labels_after.append(run[0])
            return
        if following is None and len(units) == 1 and run[0].kind in (TokenKind.HEAD, TokenKind.LABEL) and above.body:
            above.labels_after += run
            return
        if above.heads and not above.body and not above.datelines and above.bylines and above.has_only_labels:
            # Label, author, headline: the author is set over the headline of some commentaries.
            above.heads += run
            return
        below = self.below[end]
        # A dateline without a heading needs one, and this one stands where a sentence waits for its end.
        parts = self.waiting.goes_on_below(above, following, likely=below.headless)
        signs = signs_of(run, above, following, below, units=len(units), parts_sentence=parts)
        if not opens_article(signs):
            (above.tail if above.tail else above.body).extend(run)
            return
        under_deck = next((i for i, token in enumerate(run) if token.kind is TokenKind.DECK), None)
        if under_deck is not None:
            # A line under the deck and set apart from it is the first crosshead of a text that was emitted tail first.
            rest = [i for i in range(under_deck + 1, len(run)) if self.lines[run[i].line].gap > 0]
            if rest and following is not None and following.kind is TokenKind.TEXT:
                draft = self._start(run[: rest[0]])
                draft.body += run[rest[0] :]
                return
        self._start(run).interrupts = above if parts and not self._shows_its_lede(run, end) else None

    def _shows_its_lede(self, run: Sequence[Token], end: int) -> bool:
        """Whether the text of a heading that was printed into another article will be known when it comes: by a
        dateline, by the marks of a list, or because it is a notice."""
        near = self.tokens[end : end + _NEAR]
        notice = any(token.kind is TokenKind.NOTICE_HEAD or Cue.NOTICE_ENDING in token.cues for token in run)
        return notice or any(token.kind is TokenKind.DATELINE or Cue.BULLET in token.cues for token in near)

    def _is_of_interrupted(self, at: int, draft: Draft) -> bool:
        """Whether a text under a heading that was printed into another article is still of that one: the first always;
        more of them where a lede is still to come, or where blank lines part articles and none stands here."""
        close = not self.layout.parted and self.layout.spaced and self.lines[self.tokens[at].line].gap == 0
        return not draft.given or self.below[at].headless or close

    def _parts_table(self, at: int) -> bool:
        """Whether a text that begins as captions do stands between two pieces of a table."""
        if not 0 < at < len(self.tokens) - 1 or Cue.DAY_LEAD not in self.tokens[at].cues:
            return False
        following = self.tokens[at + 1]
        pieces = self.tokens[at - 1].kind is TokenKind.TABLE and following.kind is TokenKind.TABLE
        return pieces and not self.tables.is_titled(following)

    def _text(self, at: int) -> None:
        token = self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        draft = self.current
        if draft is None:
            self._start().body.append(token)
            return
        if draft.interrupts is not None and self._is_of_interrupted(at, draft):
            draft.interrupts.body.append(token)
            draft.given = True
            return
        draft.interrupts = None
        if self._parts_table(at) or is_loose_caption(
            token, draft, following, self.waiting, signed_below=self.below[at + 1].signed
        ):
            photo = Draft(body=[token], photo=True)
            self.drafts.append(photo)
            return
        if draft.photo and draft.credits:
            # Nothing belongs to a picture behind its credit: the article it was printed into goes on.
            draft = self._resume(draft, token)
        if draft.notice and draft.body and (Cue.ADDRESS in token.cues or is_after_losses(token, draft, self.folded)):
            draft.closed = True
        if Cue.ADDRESS in token.cues and draft.body and not draft.notice and not self.below[at].signed:
            last = draft.last_text()
            if last is not None and self.waiting.is_whole(last):
                self._start().notice = True
                draft = self.drafts[-1]
        if Cue.BULLET in token.cues and draft.heads and not draft.datelines and draft.has_no_items:
            # The heading of a list was printed into the article above.
            self._waits_for_lede(draft)
        if Cue.BULLET not in token.cues and draft.is_list:
            # The list is over; half a sentence that waits above is likelier than a paragraph without a heading.
            cut = self.waiting.cut_above(draft)
            if cut is not None and self.waiting.seam(cut, token) >= 0:
                cut.body.append(token)
                self.current = cut
                return
        if not draft.closed:
            last = draft.last_text()
            cut = self.waiting.cut_above(draft) if last is not None else None
            if cut is not None and last is not None and self.waiting.belongs_to(cut, draft, last, token):
                # The columns of the article above go on here; what follows is more of it.
                cut.body.append(token)
                self.current = cut
                return
            (draft.tail if draft.tail else draft.body).append(token)
            return
        if Cue.BULLET in token.cues and draft.is_of_items and not draft.tail:
            # Each brief of the list is signed.
            draft.body.append(token)
            return
        cut = self.waiting.cut_above(draft, token if draft.notice else None)
        if cut is not None and self.waiting.fits_behind(cut, draft, token):
            cut.body.append(token)
            self.current = cut
            return
        if draft.notice:
            following_notice = self._start()
            following_notice.notice = True
            following_notice.body.append(token)
            return
        draft.tail.append(token)
        draft.closed = False

    def _resume(self, photo: Draft, token: Token) -> Draft:
        cut = self.waiting.cut_above(photo)
        above = next((one for one in reversed(self.drafts) if not one.photo), None)
        if cut is not None and (above is None or self.waiting.seam(cut, token) >= 0):
            self.current = cut
        elif above is not None and not above.notice:
            self.current = above
        else:
            self._start()
        assert self.current is not None  # noqa: S101 - for the type checker: each branch has set it
        return self.current

    def _credit(self, token: Token, following: Token | None) -> None:
        draft = self.current
        last = self.drafts[-1] if self.drafts else None
        if last is not None and last.photo and not last.credits:
            last.credits.append(token)
            return
        if draft is None:
            self._start().credits.append(token)
            return
        store = draft.tail if draft.tail else draft.body
        if not store or store[-1].kind not in (TokenKind.TEXT, TokenKind.CAPTION):
            draft.credits.append(token)
            return
        caption = pieces_at_end(store, self.lines, self.waiting, following)
        if store is draft.body and len(store) > 1 and all(self._is_numbered(one) for one in store):
            # A photo story: ① … ② … ③ …, and who took them all.
            caption = list(store)
        alone = len(draft.body) + len(draft.tail) == len(caption)
        if alone and not draft.datelines and not draft.bylines and not draft.continued:
            draft.photo = True
            draft.closed = True
            draft.credits.append(token)
            return
        del store[-len(caption) :]
        if draft.tail is store and not store:
            draft.closed = True
        over_text = following is not None and following.kind is TokenKind.TEXT
        heads = [] if over_text else take_heads(store)
        self.drafts.append(Draft(heads=heads, body=caption, credits=[token], photo=True))

    def _is_numbered(self, token: Token) -> bool:
        return token.kind is TokenKind.TEXT and self.folded[token.span.start] in "①②③④⑤⑥⑦⑧⑨"

    def _byline(self, token: Token) -> None:
        draft = self.current or self._start()
        if draft.interrupts is not None and draft.given:
            draft.interrupts.bylines.append(token)
            draft.interrupts.closed = True
            draft.interrupts = None
            return
        signature = self.folded[slice(*token.span)].strip("()[]")
        group = signs_group(signature)
        if group:
            # It closes the group, whichever article of it the columns went on with last.
            last = next((one for one in reversed(self.drafts) if not one.photo), draft)
            draft = self.current = draft if last.bylines or last.notice else last
        if len(draft.tail) == 1 and Cue.DAY_LEAD in draft.tail[0].cues and _pictured(token):
            # 9月21日,居民猜灯谜。 本报记者 季正 文/图: a picture, whose caption its photographer wrote.
            self.drafts.append(Draft(body=draft.tail, bylines=[token], photo=True))
            draft.tail, draft.closed = [], True
            return
        if draft.tail:
            # Signed a second time: what stood behind the first byline is an article of its own that lost its heading.
            lost = self._start()
            lost.body, draft.tail = draft.tail, []
            draft.closed = True
            draft = lost
        draft.bylines.append(token)
        if draft.body:
            draft.closed = True
        if group and not draft.datelines and draft.has_crossheads:
            self._part_group(draft)

    def _part_group(self, draft: Draft) -> None:
        """本组报道 signs several articles: where no other stands above, what looked like crossheads are headlines."""
        crossheads = {id(token) for token in draft.crossheads()}
        first = next(at for at, token in enumerate(draft.body) if id(token) in crossheads)
        if len(draft.heads) < 2 or not draft.body[:first]:
            return
        rest, draft.body = draft.body[first:], draft.body[:first]
        signed, draft.bylines = draft.bylines, []
        for token in rest:
            if id(token) in crossheads and (self.current is None or self.current.body):
                self._start([token])
            elif self.current is not None:
                (self.current.heads if id(token) in crossheads else self.current.body).append(token)
        if self.current is not None:
            self.current.bylines, self.current.closed = signed, True

    def _opening(self, token: Token) -> None:
        draft = self.current
        fresh = draft is not None and not draft.body and not draft.tail and not draft.datelines
        if draft is not None:
            draft.interrupts = None
        if token.kind is TokenKind.JUMP_FROM:
            if draft is None or not fresh or draft.jumps:
                draft = self._start()
            draft.jumps.append(token)
            return
        if draft is not None and not fresh and draft.heads and not draft.datelines and self._waits_for_lede(draft):
            draft.datelines.append(token)
            return
        if draft is None or not fresh:
            draft = self._start()
        draft.datelines.append(token)

    def _waits_for_lede(self, draft: Draft) -> bool:
        """The heading was printed into the middle of the article above: the text since belongs to that one."""
        cut = self.waiting.cut_above(draft)
        if draft is self.drafts[0] or cut is None or draft.has_crossheads or draft.notice:
            return False
        if draft.bylines and (cut.bylines or draft.signed_above):
            return False
        cut.body += draft.body
        cut.bylines += draft.bylines
        draft.body, draft.bylines, draft.closed = [], [], False
        return True

    def _other(self, token: Token) -> None:
        draft = self.current
        if token.kind is TokenKind.CAPTION and (draft is None or draft.closed):
            self.drafts.append(Draft(body=[token], photo=True))
            return
        draft = draft or self._start()
        home = self.tables.home_of(token, draft)
        if home is not None:
            home.body.append(token)
            return
        if token.kind is TokenKind.TABLE:
            draft = self.current = self.tables.open_home_of(token, draft) or draft
            if self.tables.is_of_its_own(token, draft):
                draft = self._start()
        if token.kind is TokenKind.JUMP_TO:
            draft.jumps.append(token)
            draft.closed = True
            return
        (draft.tail if draft.tail else draft.body).append(token)
        if token.kind is TokenKind.DAY or (
            token.kind is TokenKind.NOTE and self.folded.startswith("特此", token.span.start)
        ):
            draft.closed = True
            draft.notice = draft.notice or not (draft.datelines or draft.bylines)
