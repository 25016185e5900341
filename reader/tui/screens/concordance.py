"""Every mention of a name with the words around it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _, ngettext
from reader.search.concordance import Concordance
from reader.search.mentions import Mention, Mentions
from reader.search.nameplaces import NamePlaces
from reader.tui.bindings import bindings_of
from reader.tui.name_labels import articles_label, days_label
from reader.tui.screens.moving import Moving
from reader.tui.startup import PATIENCE
from reader.tui.styling import LATER
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.mention_list import MentionList
from reader.tui.widgets.one_line import OneLine
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from reader.search.concordance import Found
    from reader.search.roster import Roster
    from reader.tui.screens.moving import Movable
    from reader.tui.widgets.row_list import RowList


class ConcordanceScreen(Moving, Screen[Mention | None], inherit_bindings=False):
    """Dismissed with the mention to go to, or with nothing. Mentions are sought in a thread."""

    SCOPE = Scope.CONCORDANCE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "MentionList"
    CSS_PATH = LATER

    def __init__(self, roster: Roster, place: int, cursor: int = 0) -> None:
        super().__init__()
        self._roster, self._place, self._cursor = roster, place, cursor
        self.heading = OneLine(id="heading")
        self.list = MentionList(())
        self.bar = CommandBar(Scope.CONCORDANCE)
        self._oldest_first = False
        self._wherever = False
        """Wherever the text is printed; else where it was found to be the name."""
        self._gone = False
        self._sign: Timer | None = None

    @property
    def moved(self) -> Movable:
        return self.list

    @property
    def _text(self) -> str:
        return self._roster.names[self._place].name.text

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.list
        yield self.bar

    def on_mount(self) -> None:
        known, count = self._roster.pages, self._roster.index.snapshot.pages
        if known < count:
            template = _("names of {known:,} of {count:,} pages are known – Tab looks on all")
            self.bar.say(template.format(known=known, count=count))
        self._seek(self._cursor)

    def on_unmount(self) -> None:
        # A search that is under way ends at the next page.
        self._gone = True

    def _seek(self, cursor: int = 0) -> None:
        wherever, oldest_first = self._wherever, self._oldest_first
        sign = _("Looking for {name} …").format(name=safe(self._text))
        if self._sign is not None:
            self._sign.stop()
        self._sign = self.set_timer(PATIENCE, lambda: self.heading.say(sign))
        snapshot = self._roster.index.snapshot

        def is_wanted() -> bool:
            return not self._gone and self._wherever == wherever

        def find() -> None:
            found: Found = (
                Mentions(snapshot, self._text, is_wanted) if wherever else NamePlaces(self._roster, self._place)
            )
            concordance = Concordance(snapshot, found, oldest_first=oldest_first)
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(self._show, concordance, wherever, oldest_first, cursor)

        self.run_worker(find, thread=True, exclusive=True, group="concordance")

    def _show(self, found: Concordance, wherever: bool, oldest_first: bool, cursor: int) -> None:
        if (wherever, oldest_first) != (self._wherever, self._oldest_first) or not self.is_attached:
            return
        if self._sign is not None:
            self._sign.stop()
        self.list.mentions = found
        self.list.items_changed(cursor)
        template = ngettext("{name}: {count} place in {articles}", "{name}: {count} places in {articles}", len(found))
        if wherever:
            template = ngettext(
                "“{name}” is printed at {count} place in {articles}",
                "“{name}” is printed at {count} places in {articles}",
                len(found),
            )
        text = template.format(name=safe(self._text), count=len(found), articles=articles_label(found.articles))
        self.heading.say(f"{text}, {days_label(found.first, found.last)}" if found else text)

    def on_row_list_moved(self) -> None:
        self.bar.say("")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_read_mention()

    def action_read_mention(self) -> None:
        if self.list.mentions:
            self.dismiss(self.list.mentions[self.list.cursor])

    def action_other_end(self) -> None:
        self._oldest_first = not self._oldest_first
        self.bar.say(_("oldest first") if self._oldest_first else _("newest first"))
        self._seek()

    def action_wherever_printed(self) -> None:
        self._wherever = not self._wherever
        self.bar.say(
            _("wherever the text is printed, on all pages") if self._wherever else _("only mentions of the name")
        )
        self._seek()

    def action_close(self) -> None:
        self.dismiss(None)
