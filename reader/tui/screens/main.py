"""The main screen: issues, articles, reading."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reader.commands import Scope
from reader.i18n import _, ngettext
from reader.model import Number
from reader.tui.article.pointing import Pointing
from reader.tui.bindings import bindings_of
from reader.tui.marking import Marking
from reader.tui.screens.checking import Checking
from reader.tui.screens.find_commands import FindCommands
from reader.tui.screens.moving import Moving
from reader.tui.startup import PATIENCE
from reader.tui.values import describe
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.issue_list import IssueList
from reader.tui.widgets.row_list import RowList
from reader.typeset.labels import name_counts, safe
from reader.typeset.sections import BEGINNING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from reader.corpus import Corpus
    from reader.model import Article, Entity, Page
    from reader.search.mentions import Mention
    from reader.tui.grid.changing import GridState
    from reader.tui.screens.moving import Movable
    from reader.tui.screens.rankings import ToRead
    from reader.tui.screens.table import TableScreen
    from reader.tui.screens.table_views import PrintedRow
    from reader.typeset.sections import Place

TWO_PANES = 50
"""Cells from which there is room for two panes."""
PANES_BY_WIDTH = [(0, "-one"), (TWO_PANES, "-two"), (76, "-three"), (120, "-wide"), (150, "-broad")]
NAMES_AFTER = 0.3
"""Seconds of rest after which names are looked for: loading the dictionary holds up keys for a moment."""


class NamesFound(Message):
    """The names or the words of a page have been found."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page


class MainScreen(Moving, FindCommands, Checking, inherit_bindings=False):
    """Three panes side by side; two or one of them where the terminal is narrow or a pane is zoomed."""

    SCOPE = Scope.MAIN
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    HORIZONTAL_BREAKPOINTS = PANES_BY_WIDTH
    AUTO_FOCUS = ""

    def __init__(self, corpus: Corpus, measure: int) -> None:
        super().__init__(measure)
        self._corpus = corpus
        self._marking = Marking(self._names_found)
        self._places: dict[int, Place] = {}
        self._cursors: dict[int, int] = {}
        self._shown_issue = 0
        self._resumed = False
        self.issues = IssueList(corpus.issues, id="issues")
        self.articles = ArticleList(id="articles")
        self._table: TableScreen | None = None
        self._table_states: dict[int, GridState] = {}
        """How tables were left, by their `id`."""
        self._panes: tuple[RowList | ArticleView, ...] = (self.issues, self.articles, self.view)

    def compose(self) -> ComposeResult:
        # Textual sets these classes only after the first layout, which would then be done twice.
        panes = next(name for width, name in reversed(PANES_BY_WIDTH) if self.app.size.width >= width)
        # Where only one pane fits, the article is what one opens a newspaper for.
        first = self.view if self.app.size.width < TWO_PANES else self.articles
        self.add_class(panes, f"-at-{first.id}")
        self.issues.border_title = _("Issues")
        self.articles.border_title = _("Articles")
        self.view.border_title = _("Article")
        yield from self._panes
        yield self.bar

    def update_node_styles(self, animate: bool = True) -> None:
        if not animate and not self._resumed:
            # Textual works all styles out when a screen comes into view; here they have been, a moment before.
            self._resumed = True
            return
        super().update_node_styles(animate)

    def on_mount(self) -> None:
        self._show_issue()
        self._enter(self.view if self.has_class("-at-article") else self.articles)
        if self._corpus.problems:
            count = len(self._corpus.problems)
            template = ngettext("{count} file unread – P lists it", "{count} files unread – P lists them", count)
            self.bar.say(template.format(count=count))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.issues:
            self._show_issue()
        else:
            self._read(self.articles.article)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_forward()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        pane = next((pane for pane in self._panes if pane is event.widget), None)
        if pane is not None:
            self._point_at(pane)
            self.serve()

    def on_unmount(self) -> None:
        self._marking.close()

    def on_pointing_pointed(self, event: Pointing.Pointed) -> None:
        mark = self._mark_pointed_at
        if mark is None:
            return
        self.bar.say(describe(mark, self._page_date()))
        self.refresh_bindings()
        if event.chosen and not isinstance(mark, Number):
            self._list_mentions(mark)

    @property
    def _mark_pointed_at(self) -> Number | Entity | None:
        offset = self.view.pointed
        if offset is None or self.article is None:
            return None
        return self._marking.at(self._corpus.page_of(self.article), offset)

    def _page_date(self) -> dt.date | None:
        return self._corpus.page_of(self.article).date.value if self.article is not None else None

    def _names_found(self, page: Page) -> None:
        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.post_message(NamesFound(page))

    def on_names_found(self, event: NamesFound) -> None:
        if self.article and self._corpus.page_of(self.article) is event.page:
            self._show_marks(event.page)

    def _show_marks(self, page: Page) -> None:
        self.view.know_words(self._marking.words(page))
        self.view.set_marks(*self._marking.known(page))
        if self._table is not None and self._table.is_current:
            # Names are found while the table is looked at.
            self._table.grid.mark(self.view.cell_marks())
        title = _("Article")
        if self.article:
            counts = name_counts(self.article, self._marking.names(page))
            title = " · ".join([title, *counts])
        self.view.border_title = title

    def _show_issue(self) -> None:
        self._cursors[self._shown_issue] = self.articles.cursor
        issue = self.issues.issue
        self._shown_issue = id(issue)
        self.articles.show(issue, self._cursors.get(id(issue), 0))
        self._read(self.articles.article)

    def _read(self, article: Article | None) -> None:
        if self.article:
            self._places[id(self.article)] = self.view.place
        if article is None:
            self.view.show(None, None)
            return
        page = self._corpus.page_of(article)
        self.view.show(article, page, self._places.get(id(article), BEGINNING), self._marking.words(page))
        self._show_marks(page)
        self.call_after_refresh(self._mark, page)
        self.refresh_bindings()
        self.bar.refresh()

    def _mark(self, page: Page) -> None:
        """Find numbers, and ask for names, of a page that has been painted and is still being looked at."""
        if self.article and self._corpus.page_of(self.article) is page:
            self._marking.find_numbers(page)
            self._show_marks(page)
            self.set_timer(NAMES_AFTER, lambda: self._marking.request_names(page, self._corpus.pages))

    @property
    def moved(self) -> Movable:
        return self._pane

    @property
    def _pane(self) -> RowList | ArticleView:
        return next((pane for pane in self._panes if pane is self.focused), self.articles)

    def _enter(self, pane: RowList | ArticleView) -> None:
        # A pane that is not displayed cannot be given the focus and keep it.
        self._point_at(pane)
        # Not pane.focus(), which waits for the next turn of the loop: a key pressed meanwhile would go astray.
        self.set_focus(pane, scroll_visible=False)

    def _point_at(self, pane: RowList | ArticleView) -> None:
        # Each call has every style worked out anew, so there is none without need.
        if not self.has_class(f"-at-{pane.id}"):
            self.update_classes({f"-at-{each.id}": each is pane for each in self._panes}, animate=False)

    def _step(self, step: int) -> None:
        position = self._panes.index(self._pane) + step
        self._enter(self._panes[position % len(self._panes)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        has_table = bool(self.article and self.article.tables)
        if action == "table":
            return has_table
        if action == "forward":
            return has_table or self._pane is not self.view or self.view.pointed is not None
        return True

    def action_next_pane(self) -> None:
        self._step(1)

    def action_previous_pane(self) -> None:
        self._step(-1)

    def action_forward(self) -> None:
        mark = self._mark_pointed_at
        if self._pane is not self.view:
            self._step(1)
        elif mark is not None and not isinstance(mark, Number):
            self._list_mentions(mark)
        elif self.check_action("table", ()):
            self.action_table()

    def action_back(self) -> None:
        if self._pane is self.view and (self.view.point_nowhere() or self.forget_hits()):
            self.bar.say("")
        elif self.has_class("-zoom"):
            self.remove_class("-zoom")
        elif self._pane is not self.issues:
            self._step(-1)

    def give_it_all(self) -> None:
        self._enter(self.view)
        self.add_class("-zoom")

    def action_zoom(self) -> None:
        self.toggle_class("-zoom")

    def action_next_article(self) -> None:
        self.articles.move(1)

    def action_previous_article(self) -> None:
        self.articles.move(-1)

    def action_table(self) -> None:
        table = self.view.table_in_view()
        if self.article is not None and table is not None:
            from reader.tui.screens.table import TableScreen

            self._table = TableScreen(self.article, table, self.view.cell_marks(), self._table_states)
            self.app.push_screen(self._table, self._left_table)

    def _left_table(self, printed: PrintedRow | None) -> None:
        """Go to a row's place in the article, if the table was left for it."""
        if printed is not None:
            self._enter(self.view)
            self.call_after_refresh(self.view.go_to_row, *printed[:3])
            self.bar.say(_("{name} as it is printed – t goes back").format(name=printed.name))

    def action_rankings(self) -> None:
        from reader.tui.screens.rankings import RankingsScreen

        self.app.push_screen(RankingsScreen(self._corpus), self._read_in_full)

    def page_being_read(self) -> Page | None:
        return self._corpus.page_of(self.article) if self.article is not None else None

    def read_article(self, article: Article) -> None:
        self._read_article(article)
        self._enter(self.view)

    def _read_in_full(self, wanted: ToRead | None) -> None:
        if wanted is not None:
            self.read_article(wanted.article)
            self._left_table(wanted.row)

    def action_mark_unsure(self) -> None:
        self._marking.unsure = not self._marking.unsure
        if self.article is not None:
            self._show_marks(self._corpus.page_of(self.article))
        self.bar.say(_("unsure names marked too") if self._marking.unsure else _("only sure names marked"))

    def action_next_mark(self) -> None:
        self._point(1)

    def action_previous_mark(self) -> None:
        self._point(-1)

    def _point(self, step: int) -> None:
        self._enter(self.view)
        if not self.view.point(step):
            self.bar.say(_("No further mark") if step > 0 else _("No mark before"))

    def _list_mentions(self, name: Entity) -> None:
        """Look a name up in all pages, in a thread, and list where it stands."""
        text = "".join(name.text.split())
        waiting = self.set_timer(PATIENCE, lambda: self.bar.say(_("Looking for {name} …").format(name=safe(text))))

        def find() -> None:
            from reader.search.mentions import mentions_of

            mentions = list(mentions_of(self._corpus, text))
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(self._show_mentions, text, mentions, waiting)

        self.run_worker(find, thread=True, exclusive=True, group="mentions")

    def _show_mentions(self, name: str, mentions: Sequence[Mention], waiting: Timer) -> None:
        from reader.tui.screens.mentions import MentionsScreen

        waiting.stop()
        here, mark = self.view.pointed, self._mark_pointed_at
        if mark is None or "".join(mark.text.split()) != name or not self.is_current:
            # The reader has gone on meanwhile.
            return
        self.bar.say(describe(mark, self._page_date()))
        cursor = next((at for at, one in enumerate(mentions) if one.article is self.article and one.offset == here), 0)
        template = ngettext("{name}: {count} mention", "{name}: {count} mentions", len(mentions))
        title = template.format(name=safe(name), count=len(mentions))
        self.app.push_screen(MentionsScreen(title, mentions, cursor), self._go_to)

    def _go_to(self, mention: Mention | None) -> None:
        if mention is None:
            return
        self._read_article(mention.article)
        self._enter(self.view)
        self.call_after_refresh(self.view.go, mention.offset)

    def _read_article(self, article: Article) -> None:
        """Bring an article of any issue onto the screen."""
        page = self._corpus.page_of(article)
        self.issues.find(next(issue for issue in self._corpus.issues if page in issue.pages))
        self._show_issue()
        index = self.articles.find(article)
        if index is not None:
            self.articles.items_changed(index)
            self._read(article)
