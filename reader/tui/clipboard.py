"""Copying, by every way that may reach the clipboard of the person who reads, and saying which ways took the text.

Three kinds of ways: a program of the desktop (`pbcopy`, `wl-copy`, `xclip` …), tmux, and the terminal itself by OSC 52,
which also works over SSH but never answers. OSC 52 is sent as it is. It is not wrapped to pass through tmux, where
`load-buffer -w` does the same without the reader having to allow it, nor through GNU screen, whose strings end after a
few hundred bytes; there as elsewhere it is said that nobody confirmed.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.gate import visible
from reader.i18n import _, ngettext
from reader.tui.clipboard_programs import TMUX, NotInstalledError, NotTakenError, Program, native_programs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

OSC_52_BYTES = 74_994
"""UTF-8 bytes that a terminal can be expected to take by OSC 52: a sequence of 100,000 bytes in base64, the limit of
hterm (its `osc52.sh`), which others have taken over. A longer one may be dropped."""
_WITHOUT_CLIPBOARD = frozenset({"dumb", "linux"})
"""Values of TERM of terminals that have no clipboard."""


class Failure(NamedTuple):
    way: str
    reason: str
    installed: bool = True


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a text of `characters` characters."""

    characters: int
    took: tuple[str, ...]
    """Programs that said they had it, by name."""
    sent: bool
    """Whether it went out by OSC 52 too, which nobody confirms."""
    too_long: bool
    """Whether it went to a terminal by OSC 52, be it by way of tmux, and is longer than some take."""
    failures: tuple[Failure, ...]

    @property
    def sure(self) -> bool:
        return bool(self.took)

    def sentence(self) -> str:
        """What to tell the reader, on one line, safe to paint; a warning unless `sure`."""
        # That something better could be installed is of interest to those only for whom nothing else worked.
        failures = [failure for failure in self.failures if failure.installed or not self.took]
        reasons = [f"{failure.way}: {failure.reason}" for failure in failures]
        if self.too_long:
            template = _("longer than some terminals take ({bytes:,} bytes)")
            reasons.insert(0, template.format(bytes=OSC_52_BYTES))
        return visible("; ".join([self._what_happened(), *reasons]), keep="")

    def _what_happened(self) -> str:
        count = self.characters
        if self.took:
            ways = [*self.took, *([_("terminal (OSC 52)")] if self.sent else [])]
            template = ngettext("copied {count} character: {ways}", "copied {count} characters: {ways}", count)
            return template.format(count=count, ways=", ".join(ways))
        if self.sent:
            template = ngettext(
                "{count} character sent to the terminal (OSC 52), which does not say whether it took it",
                "{count} characters sent to the terminal (OSC 52), which does not say whether it took them",
                count,
            )
            return template.format(count=count)
        return _("nothing was copied: no way to a clipboard")


def copy(
    text: str,
    write_osc52: Callable[[str], None],
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Copied:
    """Copy `text` by tmux, by the first program of the desktop that takes it, and by OSC 52.

    Waits for the programs, seconds when one hangs: call it in a thread. `write_osc52` is called from that thread with
    the text, as `textual.app.App.copy_to_clipboard` may be; not at all where tmux has sent it on already, nor where the
    terminal has no clipboard. Lone surrogates, which no clipboard holds, become question marks. Raises nothing that a
    program or the terminal could bring about.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    by_tmux, failures = _first(text, [TMUX] if environ.get("TMUX") else [], environ)
    natively, others = _first(text, native_programs(environ, platform), environ)
    failures += others
    sent = False
    if not by_tmux and environ.get("TERM", "") not in _WITHOUT_CLIPBOARD:
        try:
            write_osc52(text)
            sent = True
        except OSError as error:
            failures.append(Failure("OSC 52", str(error)))
    long = len(text.encode("utf-8")) > OSC_52_BYTES
    return Copied(len(text), (*by_tmux, *natively), sent, long and bool(sent or by_tmux), tuple(failures))


def _first(text: str, programs: Iterable[Program], environ: Mapping[str, str]) -> tuple[list[str], list[Failure]]:
    """The name of the first program that takes the text, if any, and why those before it did not."""
    failures = []
    for program in programs:
        try:
            program.take(text, environ)
        except NotTakenError as error:
            failures.append(Failure(program.name, str(error), not isinstance(error, NotInstalledError)))
        else:
            return [program.name], failures
    return [], failures
