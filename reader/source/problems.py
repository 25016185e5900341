"""What went wrong with one source, for the person who named it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from reader.i18n import N_, _

_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you may not read it"),
    errno.EPERM: N_("you may not read it"),
    errno.ELOOP: N_("it is a link that leads back to itself"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EIO: N_("the disk could not be read"),
}


class Problem(NamedTuple):
    """`reason` is a whole clause in the language of the interface; `path` is as it was named or found."""

    path: str
    reason: str
    opened: bool = False
    """The page was opened all the same, and is among the texts."""
    report: str = ""
    """What the makers of the program should be sent, where the program itself failed; lines."""


def os_problem(path: str, error: OSError) -> Problem:
    """What the system said, in the language of the interface where it is something common."""
    reason = _REASONS.get(error.errno or 0)
    return Problem(path, _(reason) if reason else error.strerror or str(error))


def own_fault(path: str, error: Exception, *, opened: bool = False) -> Problem:
    """The program itself has failed on a page."""
    # Nobody needs it as long as all goes well.
    from reader.report import described, report_of

    reason = _("the program failed on it: {error}").format(error=described(error))
    return Problem(path, reason, opened, report_of(error, path))


class Failures:
    """What the program failed on, page by page: none must end the others."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @contextmanager
    def on(self, path: str, *, but: tuple[type[Exception], ...] = ()) -> Iterator[None]:
        """Whatever fails on a page is noted, and passed over; `but` is what is no failure, and passed on."""
        try:
            yield
        except Exception as error:
            if isinstance(error, (BrokenPipeError, *but)):
                raise
            self.problems.append(own_fault(path, error))
