"""The programs that take a text into a clipboard, and which of them reach the clipboard of the person who reads."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from shutil import which
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from reader.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = 3.0
"""How long a program may take: PowerShell needs one to start; a clipboard whose owner hangs would take for ever."""


class NotTakenError(Exception):
    """A program did not take the text; the message says why, in the language in use or in the program's own words."""


class NotInstalledError(NotTakenError):
    """There is no such program."""


@dataclass(frozen=True, slots=True)
class Program:
    """A command that takes the text on its standard input, in an encoding."""

    command: tuple[str, ...]
    encoding: str = "utf-8"
    locale: str | None = None
    """LC_ALL for a command that goes by the locale, which may name another encoding or none."""

    @property
    def name(self) -> str:
        return self.command[0].removesuffix(".exe")

    def take(self, text: str, environ: Mapping[str, str]) -> None:
        """Hand `text` over. Raises `NotTakenError`, also after `SECONDS`."""
        path = which(self.command[0], path=environ.get("PATH"))
        if path is None:
            raise NotInstalledError(_("not installed"))
        # Complaints go into a file: wl-copy and xclip leave a child that serves the clipboard and holds their output
        # open, so a pipe would not end.
        with TemporaryFile() as complaints:
            try:
                done = subprocess.run(  # noqa: S603 - one of the commands below without a shell, the text on stdin
                    [path, *self.command[1:]],
                    input=text.encode(self.encoding),
                    stdout=subprocess.DEVNULL,
                    stderr=complaints,
                    env={**environ, "LC_ALL": self.locale} if self.locale else environ,
                    timeout=SECONDS,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise NotTakenError(_("no answer in {seconds:g} s").format(seconds=SECONDS)) from None
            except OSError as error:
                raise NotTakenError(str(error)) from None
            if done.returncode:
                complaints.seek(0)
                said = complaints.read(400).decode("utf-8", "replace").strip().partition("\n")[0]
                raise NotTakenError(said or _("exit code {code}").format(code=done.returncode))


TMUX = Program(("tmux", "load-buffer", "-w", "-"))
"""Takes the text into tmux's own buffer and, with -w (tmux 3.2), sends it on to the terminal tmux runs in. What a
program in tmux sends by OSC 52 is swallowed by default (`set-clipboard external`), without a word."""

_PBCOPY = Program(("pbcopy",), locale="en_US.UTF-8")
_WAYLAND = Program(("wl-copy", "--type", "text/plain"))
_XCLIP = Program(("xclip", "-selection", "clipboard", "-in"))
_XSEL = Program(("xsel", "--clipboard", "--input"))
# Other bytes clip.exe takes for text in the console's code page.
_CLIP = Program(("clip.exe",), "utf-16-le")
_READ_UTF8 = "[Console]::InputEncoding = New-Object Text.UTF8Encoding $false; Set-Clipboard ([Console]::In.ReadToEnd())"
_POWERSHELL = Program(("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _READ_UTF8))


def native_programs(environ: Mapping[str, str], platform: str) -> Iterator[Program]:
    """Programs for the clipboard of the desktop, the best first: one is enough. `platform` is `sys.platform`.

    Over SSH none, since the clipboard of that machine is not the one of the person in front of another; save for X11,
    when it is forwarded and so leads back.
    """
    far = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if not far:
        if platform == "darwin":
            yield _PBCOPY
        if platform == "win32" or environ.get("WSL_DISTRO_NAME"):
            yield from (_CLIP, _POWERSHELL)
        if environ.get("WAYLAND_DISPLAY"):
            yield _WAYLAND
    display = environ.get("DISPLAY", "")
    # Forwarded, it is localhost:10.0; the display of the machine itself is :0.
    if display and not (far and display.startswith(":")):
        yield from (_XCLIP, _XSEL)
