"""The app: the palette and what is on every screen."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.events import Event, InputEvent, MouseMove
from textual.scrollbar import ScrollBar, ScrollBarRender

from reader import i18n
from reader.commands import Scope, commands_of, key_label
from reader.gate import visible
from reader.i18n import _
from reader.settings import Settings
from reader.tui.bindings import bindings_of, live_keys
from reader.tui.last_gate import LastGate
from reader.tui.screens.main import MainScreen
from reader.tui.styling import FIRST, LATER
from reader.tui.themed import ThemedApp
from reader.tui.two_cells import StandIns, WholeCells
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen

    from reader.archive.archive import Archive
    from reader.commands import Command
    from reader.tui.leaving import Leaving
    from reader.tui.terminal.answers import Answers


TURN = 0.001
"""Seconds a thread may go on while another waits."""


class ReaderApp(ThemedApp, inherit_bindings=False):
    """Reads an archive.

    `faults` is what is wrong with the settings; `is_dark` tells whether the terminal is, when the theme hangs on it;
    `ambiguous_width` is how many cells, 1 or 2, the terminal gives to characters of ambiguous width.
    """

    TITLE = "reader"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Scope.APP)

    def __init__(
        self,
        archive: Archive,
        settings: Settings | None = None,
        faults: Sequence[str] = (),
        is_dark: Callable[[], bool] = lambda: True,
        ambiguous_width: int = 1,
    ) -> None:
        self.settings = settings or Settings()
        self._last_gate = LastGate()
        self._stand_ins = StandIns(enabled=ambiguous_width == 2)
        ScrollBar.renderer = WholeCells if self._stand_ins.enabled else ScrollBarRender
        super().__init__(FIRST, self.settings.theme, is_dark)
        # Threads that search and list take turns with this one: a key should not wait long for each of many turns.
        sys.setswitchinterval(TURN)
        # A page-down with Textual's animation takes a second and half a megabyte of output.
        self.animation_level = "none"
        self.archive = archive
        self._pressed = 0.0
        self._leave_with: int | None = None
        self._styles_read = False
        self._faults = [*faults, *self.theme_faults]

    async def on_event(self, event: Event) -> None:
        # It passes here twice, on its way to who has the focus and on its way back.
        if isinstance(event, InputEvent) and not isinstance(event, MouseMove) and event.time > self._pressed:
            self._pressed = event.time
            self.archive.hush()
        await super().on_event(event)

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        # Windows has another, and cannot import this one.
        from reader.tui.driver import TerminalDriver

        return TerminalDriver

    def leave(self, code: int) -> None:
        """End with an exit code; for any thread, and for handlers of signals."""
        self._leave_with = code
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.exit, None, code)

    def _handle_exception(self, error: Exception) -> None:
        from textual.worker import WorkerFailed

        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            # What a thread was to find is not found; all else is as it was.
            self.archive.failed("", error.error)
            return
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        error = sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1]
        failed = self._exception or error
        if failed is not None and not self._exit_renderables:
            from rich.text import Text

            from reader.report import report_of

            said = _("The program has failed. A report that can be sent to its makers:")
            self._exit_renderables.append(Text(f"{said}\n{report_of(failed)}"))
        self._close_messages_no_wait()

    def on_load(self) -> None:
        if self._leave_with is not None:
            # Somebody was faster than the loop.
            self.exit(None, self._leave_with)

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = [self._last_gate, *super().get_line_filters()]
        return [*filters, self._stand_ins] if self._stand_ins.enabled else filters

    def get_default_screen(self) -> Screen[None]:
        return MainScreen(self.archive, self.settings.measure)

    def on_mount(self) -> None:
        # Switched off while the program was starting (see reader.__main__).
        self.call_after_refresh(_collect_garbage)
        self.call_after_refresh(self.read_styles)
        self.call_after_refresh(self._type_what_was_typed)
        self.call_after_refresh(self._read_themes)
        self._warn(self._faults)

    def _read_themes(self) -> None:
        if self.themes:
            self._warn([fault for fault in self.theme_faults if fault not in self._faults])

    def _warn(self, faults: Sequence[str]) -> None:
        if faults:
            self.notify("\n".join(map(visible, faults)), severity="warning", markup=False)

    def read_styles(self) -> None:
        """What the article and the next screens need, once, so that none of them has to wait for it."""
        if not self._styles_read:
            self._styles_read = True
            for path in LATER:
                self.stylesheet.read(path)
            self.stylesheet.parse()

    def _type_what_was_typed(self) -> None:
        """Keys pressed while the terminal was being asked."""
        # Imported here because the first screen can do without.
        from reader.tui.terminal.typed import typed_keys

        for key in typed_keys():
            self.post_message(key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the screen and of the app, and every theme, for the palette."""
        for node, commands in ((screen, self._screen_commands(screen)), (self, commands_of(Scope.APP))):
            for command in commands:
                if node.check_action(command.id, ()):
                    run = partial(self.run_action, command.id, node)
                    yield SystemCommand(_(command.title), _(command.help), run, command.listed)
        yield from self.theme_commands()

    @staticmethod
    def _screen_commands(screen: Screen[object]) -> Sequence[Command]:
        ids = {binding.id for _key, binding in screen._bindings}
        return [
            command for scope in Scope if scope is not Scope.APP for command in commands_of(scope) if command.id in ids
        ]

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        from reader.tui.picture import widened

        return widened(super().export_screenshot(title=title, simplify=simplify))

    def action_command_palette(self) -> None:
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Find a command…")))

    def action_help(self) -> None:
        lines = []
        for command, keys in live_keys(self.screen):
            lines.append((" ".join(key_label(key) for key in keys), _(command.help)))
        self._lay_over(_("Keys"), lines)

    def action_problems(self) -> None:
        lines = []
        for problem in (*self.archive.problems, *self.archive.failures):
            lines.append((safe(problem.path), safe(problem.reason)))
            if problem.report:
                lines.append(("", _("A report that can be sent to the makers of the program:")))
                lines += [("", safe(line)) for line in problem.report.splitlines()]
        lines += [("", safe(sentence)) for sentence in self.archive.said]
        self._lay_over(_("Problems"), lines or [("", _("There are none."))])

    def _lay_over(self, title: str, lines: list[tuple[str, str]]) -> None:
        from reader.tui.screens.panel import PanelScreen

        self.push_screen(PanelScreen(title, lines))


def _collect_garbage() -> None:
    """From now on, but not through what the start has made, which stays: that would hold up a key now and then."""
    gc.freeze()
    gc.enable()


def run(
    archive: Archive,
    lang: str | None,
    settings: Settings,
    faults: Sequence[str],
    answers: Answers,
    leaving: Leaving | None = None,
) -> int:
    """Read an archive on the screen. Returns the exit code."""
    i18n.use(lang)
    app = ReaderApp(archive, settings, faults, answers.is_dark, answers.ambiguous_width)
    try:
        if leaving is not None:
            leaving.ask(app.leave)
        app.run()
    finally:
        archive.close()
    return app.return_code or 0
