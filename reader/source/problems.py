"""What went wrong with one source, for the person who named it."""

from __future__ import annotations

import errno
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


def os_problem(path: str, error: OSError) -> Problem:
    """What the system said, in the language of the interface where it is something common."""
    reason = _REASONS.get(error.errno or 0)
    return Problem(path, _(reason) if reason else error.strerror or str(error))
