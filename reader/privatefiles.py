"""The reader's own files: written whole or not at all, open to nobody else, and reached through no link.

Folders below one of the XDG folders are the reader's own: each is a folder in truth, belongs to who runs the reader,
and is closed to others. What lies above them is the user's, and may be a link. Files are written under a name nobody
else gives (`O_EXCL`), brought to the disk, and put in their place by one rename within the folder: whoever reads finds
the old state or the new one, whenever the writer was killed.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.i18n import _

_DRAFT = ".draft-"
_LEFT_OVER = 3600.0
"""Seconds after which a draft belongs to nobody."""
_PATIENCE = 2.0
"""Seconds another process is waited for that holds a lock: it may have been stopped while it did."""
_LONGEST = 1_000_000
"""Bytes of a file that a person writes."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_CAREFUL = _NO_LINK | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither through a link nor waiting for the other end of a pipe."""


def make_private(folder: Path, levels: int = 1) -> None:
    """Make a folder whose last `levels` parts are the reader's own, and close those to everybody else.

    Raises `OSError`, also where one of them is a link or belongs to somebody else.
    """
    own = list(reversed([folder, *folder.parents][:levels]))
    own[0].parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in own:
        with suppress(FileExistsError):
            part.mkdir(mode=0o700)
        status = _looked_at(part)
        if os.name == "posix" and stat.S_IMODE(status.st_mode) != 0o700:
            part.chmod(0o700)


def check_private(folder: Path, levels: int = 1) -> None:
    """Raise `OSError` where one of the last `levels` parts is no folder of this user's own, or not there."""
    for part in reversed([folder, *folder.parents][:levels]):
        _looked_at(part)


def is_private(folder: Path, levels: int = 1) -> bool:
    """Whether what lies in a folder can only have been put there by this user."""
    with suppress(OSError):
        check_private(folder, levels)
        return True
    return False


def _looked_at(folder: Path) -> os.stat_result:
    status = os.lstat(folder)
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, _("{folder} is a link").format(folder=folder), str(folder))
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, _("{folder} is no folder").format(folder=folder), str(folder))
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        reason = _("{folder} belongs to somebody else").format(folder=folder)
        raise PermissionError(errno.EPERM, reason, str(folder))
    return status


def write_whole(folder: Path, name: str, data: bytes, *, durable: bool = False) -> Path:
    """Write a file of a folder under a name, in the place of any other. Raises `OSError`, and then leaves nothing.

    A durable one is on the disk before it takes its place. What is known by its checksums can do without: a disk takes
    milliseconds for it.
    """
    draft = write_draft(folder, data, durable=durable)
    try:
        return draft.replace(folder / name)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def write_draft(folder: Path, data: bytes, *, durable: bool = True) -> Path:
    """Write a file under a name that nobody else gives, to be put in its place. Raises `OSError`, leaving nothing."""
    draft = folder / f"{_DRAFT}{own_name()}"
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFUL, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    return draft


def clear_drafts(folder: Path) -> None:
    """Delete the drafts of processes that were killed."""
    with suppress(OSError):
        for path in folder.glob(f"{_DRAFT}*"):
            with suppress(OSError):
                if time.time() - path.lstat().st_mtime > _LEFT_OVER:
                    path.unlink()


def own_name() -> str:
    """A name for a file that nobody else gives."""
    return os.urandom(8).hex()


def open_plain(path: Path) -> int:
    """Open a file for reading; a link, a pipe and a device are none. Raises `OSError`."""
    return _plain(os.open(path, os.O_RDONLY | _CAREFUL), path)


def read_plain(path: Path) -> bytes:
    """The bytes of a file as `open_plain` opens it. Raises `OSError`."""
    with os.fdopen(open_plain(path), "rb") as file:
        return file.read()


def text_of(path: Path) -> str:
    """The text of a file that the user keeps for the reader. A link to it is followed; what might never end, and what
    is far longer than anything a person writes there, is not read. Raises `OSError`, `UnicodeDecodeError`."""
    with os.fdopen(_plain(os.open(path, os.O_RDONLY | (_CAREFUL & ~_NO_LINK)), path), "rb") as file:
        data = file.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise OSError(errno.EFBIG, _("{file} is too large").format(file=path), str(path))
    return data.decode("utf-8")


def _plain(file: int, path: Path) -> int:
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, _("{file} is no plain file").format(file=path), str(path))
    return file


class Lock:
    """Held by one process at a time, and let go of by the system when that ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self) -> bool:
        """Whether it could be had; at once. Raises `OSError` when there is no such folder, it cannot be written, or
        something else lies there."""
        file = _plain(os.open(self._path, os.O_RDWR | os.O_CREAT | _CAREFUL, 0o600), self._path)
        try:
            _lock(file)
        except OSError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock, waited for a while. Raises `OSError`, also when somebody else holds it all that time."""
    lock, end = Lock(path), time.monotonic() + _PATIENCE
    while not lock.take():
        if time.monotonic() > end:
            raise OSError(errno.EAGAIN, _("another reader is writing it"), str(path))
        time.sleep(0.01)
    try:
        yield
    finally:
        lock.release()


def _lock(file: int) -> None:
    """Raises `OSError` when another process has it."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
