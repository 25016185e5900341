"""What is in a folder and is no page."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tests.hostile.case import Case, Expected, Size, carrying

_LOST = Expected(opened=False)
_NOT_REGULAR = _LOST._replace(reason="not a regular file")


def _fifo(folder: Path, _size: Size) -> Path:
    path = folder / "fifo.txt"
    os.mkfifo(path)
    return path


def _socket(folder: Path, _size: Size) -> Path:
    path = folder / "socket.txt"
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listening:
        # The name of a socket is at most 108 bytes.
        os.chdir(folder)
        try:
            listening.bind(path.name)
        finally:
            os.chdir(here)
    return path


def _link(name: str, target: str) -> Case:
    def put(folder: Path, _size: Size) -> Path:
        path = folder / f"{name}.txt"
        path.symlink_to(target)
        return path

    reason = "no such file" if name == "dangling" else "leads back" if name == "link_to_itself" else "regular"
    return Case(name, put, _LOST._replace(reason=reason))


def _ring(folder: Path, _size: Size) -> Path:
    (folder / "ring_a.txt").symlink_to("ring_b.txt")
    (folder / "ring_b.txt").symlink_to("ring_a.txt")
    return folder / "ring_a.txt"


def _folders_in_circles(folder: Path, _size: Size) -> Path:
    inner = folder / "circles" / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "back").symlink_to(folder / "circles")
    (inner / "up").symlink_to("..")
    (inner / "page.txt").write_text(carrying(""), "utf-8")
    return folder / "circles"


def _deep(folder: Path, size: Size) -> Path:
    inner = folder / "deep"
    for _ in range(min(size.depth, 200)):
        inner /= "d"
    inner.mkdir(parents=True)
    (inner / "page.txt").write_text(carrying(""), "utf-8")
    return folder / "deep"


def _unreadable(folder: Path, _size: Size) -> Path:
    path = folder / "unreadable.txt"
    path.write_text(carrying(""), "utf-8")
    path.chmod(0)
    return path


def _closed_folder(folder: Path, _size: Size) -> Path:
    path = folder / "closed"
    path.mkdir()
    path.chmod(0)
    return path


def _folder_named_like_a_page(folder: Path, _size: Size) -> Path:
    path = folder / "folder.txt"
    path.mkdir()
    return path


def _empty_sparse(folder: Path, _size: Size) -> Path:
    path = folder / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(2**40)
    return path


def _linked_page(folder: Path, _size: Size) -> Path:
    path = folder / "linked.txt"
    (folder / "linked.html").write_text(carrying(""), "utf-8")
    path.symlink_to("linked.html")
    return path


_MAY_READ_ALL = hasattr(os, "geteuid") and os.geteuid() == 0
_SHUT = Expected() if _MAY_READ_ALL else _LOST._replace(reason="may not read")
CASES: tuple[Case, ...] = (
    Case("fifo", _fifo, _NOT_REGULAR),
    Case("socket", _socket, _NOT_REGULAR),
    _link("link_to_zeros", "/dev/zero"),
    _link("link_to_the_terminal", "/dev/tty"),
    _link("link_to_memory", "/dev/urandom"),
    _link("dangling", "/nowhere/\x1b[2J.txt"),
    _link("link_to_itself", "link_to_itself.txt"),
    Case("links_in_a_ring", _ring, _LOST._replace(reason="leads back")),
    Case("folders_in_circles", _folders_in_circles, Expected(tables=1)),
    Case("deep_folders", _deep, Expected(tables=1)),
    Case("unreadable", _unreadable, _SHUT),
    Case("closed_folder", _closed_folder, _LOST._replace(reason="no page texts" if _MAY_READ_ALL else "may not read")),
    Case("folder_named_like_a_page", _folder_named_like_a_page, _LOST._replace(reason="no page texts")),
    Case("sparse", _empty_sparse, _LOST._replace(reason="larger than")),
    Case("linked_page", _linked_page, Expected(tables=1)),
)
