"""The main screen: issues, articles, reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.commands import Scope
from reader.i18n import _
from reader.model import Number
from reader.tui.bindings import bindings_of
from reader.tui.screens.checking import Checking
from reader.tui.screens.going import Going
from reader.tui.screens.keeping_up import KeepingUp
from reader.tui.screens.moving import Moving
from reader.tui.screens.searching import Searching
from reader.tui.sparing import sparing
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_place import ArticlePlace
from reader.tui.widgets.issue_list import IssueList
from reader.tui.widgets.row_list import RowList
from reader.typeset.labels import file_label

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from reader.archive.archive import Archive
    from reader.archive.snapshot import IssueEntry, Snapshot
    from reader.model import Article, Table
    from reader.tui.grid.changing import GridState
    from reader.tui.screens.moving import Movable
    from reader.tui.screens.rankings import ToRead
    from reader.tui.screens.table_views import PrintedRow
    from reader.tui.widgets.article_view import ArticleView
    from reader.typeset.sections import Place

TWO_PANES = 50
"""Cells from which there is room for two panes."""
PANES_BY_WIDTH = [(0, "-one"), (TWO_PANES, "-two"), (76, "-three"), (120, "-wide"), (150, "-broad")]


class MainScreen(Moving, Searching, Checking, Going, KeepingUp, inherit_bindings=False):
    """Three panes side by side; two or one of them where the terminal is narrow or a pane is zoomed."""

    SCOPE = Scope.MAIN
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Scope.HITS, SCOPE)
    HORIZONTAL_BREAKPOINTS = PANES_BY_WIDTH
    AUTO_FOCUS = ""

    def __init__(self, archive: Archive, measure: int) -> None:
        super().__init__(measure)
        self._archive = archive
        self._places: dict[tuple[str, str], Place] = {}
        self._cursors: dict[object, int] = {}
        self._shown_issue: object = None
        self._resumed = False
        self._unread = False
        """The article under the cursor has not been shown yet."""
        self._wanted: str | None = None
        """The page that is waited for."""
        self.issues = IssueList(archive.snapshot, id="issues")
        self.articles = ArticleList(id="articles")
        self._table_states: dict[Table, GridState] = {}
        """How tables were left."""
        self._place = ArticlePlace()

    def compose(self) -> ComposeResult:
        # Textual sets these classes only after the first layout, which would then be done twice.
        panes = next(name for width, name in reversed(PANES_BY_WIDTH) if self.app.size.width >= width)
        # Where only one pane fits, the article is what one opens a newspaper for.
        alone = self.app.size.width < TWO_PANES
        self.add_class(panes, "-at-article" if alone else "-at-articles")
        self.issues.border_title = _("Issues")
        self.articles.border_title = _("Articles")
        self._place.border_title = _("Article")
        if alone:
            self._read_styles()
        yield self.issues
        yield self.articles
        yield self.view if alone else self._place
        yield self.bar

    def update_node_styles(self, animate: bool = True) -> None:
        if not animate and not self._resumed:
            # Textual works all styles out when a screen comes into view; here they have been, a moment before.
            self._resumed = True
            return
        super().update_node_styles(animate)

    def on_mount(self) -> None:
        self._list_articles()
        # The lists are painted first: what is read follows in the next frame, or when the first key wants it.
        self._unread = True
        self.call_after_refresh(self._read_first)
        self._enter(self.view if self.has_class("-at-article") else self.articles)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.issues:
            self._show_issue()
        else:
            self._read()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_forward()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget in (self.issues, self.articles) or (self.has_view and event.widget is self.view):
            self._point_at(event.widget)
            self.serve()

    def _show_issue(self) -> None:
        self._list_articles()
        self._read()

    def _list_articles(self) -> None:
        self._cursors[self._shown_issue] = self.articles.cursor
        issue = self.issues.issue
        self._shown_issue = issue.key if issue else None
        self.articles.show(self._archive.snapshot, issue, self._cursors.get(self._shown_issue, 0))

    @property
    def _panes(self) -> tuple[RowList | ArticleView, ...]:
        return self.issues, self.articles, self.view

    def _read_styles(self) -> None:
        from reader.tui.app import ReaderApp

        if isinstance(self.app, ReaderApp):
            self.app.read_styles()

    def _read_first(self) -> None:
        """Show the first article, in the pane that is made now."""
        # It may have been left meanwhile.
        if self._unread and self.is_attached:
            self._read_styles()
            if not self.view.is_attached:
                self._place.display = False
                self.mount(self.view, before=self._place)
                self._place.remove()
            self._read()

    def _read(self) -> None:
        """Show the article under the cursor."""
        self._unread = False
        self._keep_place()
        entry, waiting = self.articles.entry, self.articles.waiting
        source = entry.source if entry is not None else waiting
        self._wanted = None
        page = self._archive.page(source) if source is not None else None
        if entry is None or page is None or entry.place >= len(page.articles):
            self._wait_for(source)
            return
        article = page.articles[entry.place]
        place, words = self._places.get((page.source, article.id)), self._marking.words(page)
        if place is None:
            self.view.show(article, page, words=words)
        else:
            self.view.show(article, page, place, words)
        self._show_marks(page)
        self.call_after_refresh(self._mark, page)
        self.refresh_bindings()
        self.bar.refresh()

    def _wait_for(self, source: str | None) -> None:
        """Nothing to read yet: have the page parsed before the others."""
        self.view.show(None, None)
        self.view.border_title = _("Article")
        if source is not None:
            self._wanted = source
            self._archive.want([source])
            self.bar.say(_("{file} is being parsed …").format(file=file_label(source)))

    def _keep_place(self) -> None:
        if self.article is not None and self.view.page_shown is not None:
            self._places[self.view.page_shown.source, self.article.id] = self.view.place

    def take_up(self, before: Snapshot) -> None:
        self._read_first()
        snapshot = self._archive.snapshot
        was = self.issues.issue
        self.issues.show(snapshot)
        wanted, page = self._wanted, self.view.page_shown
        first = before.issues[0].waiting[:1] if before.issues else ()
        if snapshot.pages and not before.pages and wanted in (None, *first):
            # Nobody chose the file that waited first: when the first pages are there, the newest of them is read.
            self.bar.say("")
            self.issues.find(snapshot.issues[0])
            wanted = None
        issue = self.issues.issue
        if wanted is not None and wanted in snapshot.page_numbers:
            self.bar.say("")
            self.read_place(wanted, 0, focus=False)
        elif was is None or issue is None or was.key != issue.key:
            self._show_issue()
        else:
            self.articles.show_anew(snapshot, issue)
            if page is None:
                self._read()
        if page is not None and wanted is None:
            now = self._archive.page(page.source)
            if now is None:
                self.bar.say(_("{file} is gone; what is shown is as it was").format(file=file_label(page.source)))
            elif now.text != page.text:
                self._read()
                self.bar.say(_("{file} has changed").format(file=file_label(page.source)))

    @property
    def moved(self) -> Movable:
        return self._pane

    @property
    def _pane(self) -> RowList | ArticleView:
        if self.has_view and self.focused is self.view:
            return self.view
        return self.issues if self.focused is self.issues else self.articles

    def _enter(self, pane: RowList | ArticleView) -> None:
        # A pane that is not displayed cannot be given the focus and keep it.
        self._point_at(pane)
        # Not pane.focus(), which waits for the next turn of the loop: a key pressed meanwhile would go astray.
        self.set_focus(pane, scroll_visible=False)

    def _point_at(self, pane: Widget) -> None:
        # Each call has every style worked out anew, so there is none without need.
        if not self.has_class(f"-at-{pane.id}"):
            panes = ("issues", "articles", "article")
            self.update_classes({f"-at-{each}": each == pane.id for each in panes}, animate=False)

    def _step(self, step: int) -> None:
        position = self._panes.index(self._pane) + step
        self._enter(self._panes[position % len(self._panes)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.bar.is_asking:
            self._read_first()
        has_table = bool(self.article and self.article.tables)
        if action == "table":
            return has_table
        if action == "forward":
            return has_table or not self.has_view or self._pane is not self.view or self.view.pointed is not None
        return super().check_action(action, parameters)

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
        if not self.articles.move(1):
            self.bar.say(_("This is the last article of the issue"))

    def action_previous_article(self) -> None:
        if not self.articles.move(-1):
            self.bar.say(_("This is the first article of the issue"))

    def action_table(self) -> None:
        table = self.view.table_in_view()
        if self.article is not None and table is not None:
            from reader.tui.screens.table import TableScreen

            with sparing(self, self.view.page_shown):
                self._table = TableScreen(self.article, table, self.view.cell_marks(), self._table_states)
                self.app.push_screen(self._table, self._left_table)

    def _left_table(self, printed: PrintedRow | None) -> None:
        """Go to a row's place in the article, if the table was left for it."""
        if printed is not None:
            self._enter(self.view)
            self.call_after_refresh(self.view.go_to_row, *printed[:3])
            self.bar.say(_("{name} as it is printed – t goes back").format(name=printed.name))

    def action_rankings(self) -> None:
        from reader.archive.tables import archive_tables
        from reader.tui.screens.rankings import RankingsScreen

        self.app.push_screen(RankingsScreen(archive_tables(self._archive)), self._read_in_full)

    def read_article(self, article: Article) -> None:
        page = self.view.page_shown
        if page is not None:
            self.read_place(page.source, page.articles.index(article))

    def read_place(self, source: str, place: int, *, focus: bool = True) -> bool:
        snapshot = self._archive.snapshot
        number = snapshot.page_numbers.get(source)
        if number is None:
            return False
        self.issues.find(snapshot.issues[snapshot.issue_of(number)])
        page = snapshot.page(number)
        self._keep_place()
        issue = self.issues.issue
        self._shown_issue = issue.key if issue else None
        self.articles.show(snapshot, issue)
        index = self.articles.find(min(page.first + place, max(page.first, page.last - 1)))
        if index is not None:
            self.articles.items_changed(index)
        self._read()
        if focus:
            self._enter(self.view)
        return self.article is not None

    def open_issue(self, issue: IssueEntry) -> None:
        self.issues.find(issue)
        self._show_issue()
        self._enter(self.articles)

    def _read_in_full(self, wanted: ToRead | None) -> None:
        if wanted is not None and self.read_place(wanted.source, wanted.place):
            self._left_table(wanted.row)
