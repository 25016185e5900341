"""Copying with programs that take the text, fail, hang or are not there; tmux is the real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.tui import clipboard_programs
from reader.tui.clipboard import OSC_52_BYTES, copy
from reader.tui.clipboard_programs import native_programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are shell scripts")

TEXT = "“城市”排名 $(touch /tmp/x) `id` \\ 'é' 𠮷\n第二行\n"
TAKES = 'cat > "$0.took"; echo "$@" > "$0.with"; echo "${LC_ALL:-}" > "$0.locale"'


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder for programs; nothing else is on the path but `sh`, `cat` and `sleep`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cat", "sleep"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


class Sent(list[str]):
    """What went out by OSC 52."""

    def __call__(self, text: str) -> None:
        self.append(text)


def program(folder: Path, name: str, script: str = TAKES) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def took(path: Path, encoding: str = "utf-8") -> str:
    return path.with_name(path.name + ".took").read_bytes().decode(encoding)


def environ(folder: Path, **variables: str) -> dict[str, str]:
    return {"PATH": str(folder), "TERM": "xterm-256color", **variables}


@pytest.mark.parametrize(
    ("name", "variables", "platform", "arguments"),
    [
        ("pbcopy", {}, "darwin", ""),
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "--type text/plain"),
        ("xclip", {"DISPLAY": ":0"}, "linux", "-selection clipboard -in"),
        ("xsel", {"DISPLAY": ":0"}, "linux", "--clipboard --input"),
        ("tmux", {"TMUX": "somewhere,1,0"}, "linux", "load-buffer -w -"),
    ],
)
def test_the_text_goes_through_as_it_is(
    bin_folder: Path, name: str, variables: dict[str, str], platform: str, arguments: str
) -> None:
    path = program(bin_folder, name)
    sent = Sent()
    copied = copy(TEXT, sent, environ(bin_folder, **variables), platform)
    assert took(path) == TEXT
    assert path.with_name(f"{name}.with").read_text("utf-8").strip() == arguments
    assert copied.took == (name,)
    assert copied.sure
    in_tmux = name == "tmux"
    assert sent == ([] if in_tmux else [TEXT])
    ways = name if in_tmux else f"{name}, terminal (OSC 52)"
    assert copied.sentence() == f"copied {len(TEXT)} characters: {ways}"


def test_windows_programs_get_what_they_read(bin_folder: Path) -> None:
    path = program(bin_folder, "clip.exe")
    copied = copy(TEXT, Sent(), environ(bin_folder, WSL_DISTRO_NAME="Debian", DISPLAY=":0"), "linux")
    assert took(path, "utf-16-le") == TEXT
    assert copied.sentence().endswith(": clip, terminal (OSC 52)")
    path.unlink()
    path = program(bin_folder, "powershell.exe")
    assert copy(TEXT, Sent(), environ(bin_folder), "win32").took == ("powershell",)
    assert took(path) == TEXT


def test_pbcopy_is_told_the_encoding(bin_folder: Path) -> None:
    path = program(bin_folder, "pbcopy")
    copy(TEXT, Sent(), environ(bin_folder, LC_ALL="C"), "darwin")
    assert path.with_name("pbcopy.locale").read_text("utf-8").strip() == "en_US.UTF-8"


def test_the_next_program_takes_what_the_first_did_not(bin_folder: Path) -> None:
    program(bin_folder, "wl-copy", 'echo "no compositor \\033[2J" >&2; echo more >&2; exit 1')
    path = program(bin_folder, "xsel")
    copied = copy("三个字", Sent(), environ(bin_folder, WAYLAND_DISPLAY="w", DISPLAY=":0"), "linux")
    assert took(path) == "三个字"
    assert [(failure.way, failure.installed) for failure in copied.failures] == [("wl-copy", True), ("xclip", False)]
    # What a program says is not obeyed; that xclip is missing does not matter now.
    assert copied.sentence() == "copied 3 characters: xsel, terminal (OSC 52); wl-copy: no compositor ␛[2J"


def test_a_program_that_hangs_is_given_up(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard_programs, "SECONDS", 0.2)
    program(bin_folder, "xclip", "exec sleep 60")
    # More than a pipe holds: who writes must not wait for ever either.
    copied = copy("字" * 100_000, Sent(), environ(bin_folder, DISPLAY=":0"), "linux")
    assert [failure.reason for failure in copied.failures] == ["no answer in 0.2 s", "not installed"]
    assert not copied.sure


def test_a_child_that_serves_the_clipboard_is_not_waited_for(bin_folder: Path) -> None:
    path = program(bin_folder, "xclip", f"{TAKES}; sleep 5 &")
    copied = copy("字", Sent(), environ(bin_folder, DISPLAY=":0"), "linux")
    assert took(path) == "字"
    assert copied.took == ("xclip",)
    assert not copied.failures


def test_what_nobody_confirms_is_no_success(bin_folder: Path) -> None:
    copied = copy("一二", Sent(), environ(bin_folder, DISPLAY=":0"), "linux")
    assert not copied.sure
    assert copied.sentence() == (
        "2 characters sent to the terminal (OSC 52), which does not say whether it took them; "
        "xclip: not installed; xsel: not installed"
    )


def test_nothing_copied_is_said(bin_folder: Path) -> None:
    sent = Sent()
    program(bin_folder, "xclip", "exit 3")
    copied = copy("一", sent, environ(bin_folder, TERM="linux", DISPLAY=":0"), "linux")
    assert sent == []
    assert copied.sentence() == "nothing was copied: no way to a clipboard; xclip: exit code 3; xsel: not installed"


def test_a_terminal_that_is_gone_is_said(bin_folder: Path) -> None:
    def gone(text: str) -> None:
        raise OSError(5, "Input/output error")

    copied = copy("一", gone, environ(bin_folder), "linux")
    assert copied.sentence() == "nothing was copied: no way to a clipboard; OSC 52: [Errno 5] Input/output error"


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_the_far_clipboard_is_left_alone(bin_folder: Path, variable: str) -> None:
    desktop = {"WAYLAND_DISPLAY": "w", "WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"}
    for platform in ("linux", "darwin", "win32"):
        near = environ(bin_folder, **desktop)
        assert next(native_programs(near, platform), None) is not None
        assert next(native_programs({**near, variable: "x"}, platform), None) is None
    # X11 that is forwarded leads back to the person reading.
    forwarded = environ(bin_folder, DISPLAY="localhost:10.0", **{variable: "x"})
    assert [each.name for each in native_programs(forwarded, "linux")] == ["xclip", "xsel"]


def test_text_longer_than_some_terminals_take_is_sent_and_said(bin_folder: Path) -> None:
    fits = "字" * (OSC_52_BYTES // 3)
    assert not copy(fits, Sent(), environ(bin_folder), "linux").too_long
    sent = Sent()
    copied = copy(fits + "字", sent, environ(bin_folder), "linux")
    assert sent == [fits + "字"]
    assert copied.sentence().endswith("; longer than some terminals take (74,994 bytes)")
    program(bin_folder, "tmux")
    assert copy(fits + "字", Sent(), environ(bin_folder, TMUX="x"), "linux").too_long


def test_lone_surrogates_stop_nothing(bin_folder: Path) -> None:
    path = program(bin_folder, "xclip")
    sent = Sent()
    copy("a\ud800b", sent, environ(bin_folder, DISPLAY=":0"), "linux")
    assert took(path) == sent[0] == "a?b"


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """The command of a tmux server of our own with one session."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    subprocess.run([*command, "new-session", "-d", "-s", "one", "sleep 60"], check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)


def test_a_real_tmux_has_the_text_in_its_buffer(tmux: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "TMUX": f"{tmp_path / 'tmux'},1,0", "TERM": "tmux-256color", "DISPLAY": ""}
    environment.pop("WAYLAND_DISPLAY", None)
    sent = Sent()
    copied = copy(TEXT, sent, environment, "linux")
    assert copied.took == ("tmux",)
    assert sent == []
    shown = subprocess.run([*tmux, "show-buffer"], capture_output=True, check=True).stdout
    assert shown.decode() == TEXT
