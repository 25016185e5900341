from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.folders import config_folder
from reader.settings import MEASURES, Settings, read_settings, settings_file


def test_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "paper"\nambiguous_width = 2\nmeasure = 48\n', "utf-8")
    assert read_settings(file) == (Settings("paper", 2, 48), [])


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "config.toml") == (Settings(), [])


@pytest.mark.parametrize(
    "line",
    ["theme = 3", "ambiguous_width = 3", "ambiguous_width = true", "ambiguous_width = 1.0", "measure = 8", "width = 1"],
)
def test_what_cannot_be_set_is_said_and_the_rest_holds(tmp_path: Path, line: str) -> None:
    file = tmp_path / "config.toml"
    wanted = 'theme = "night"' if line.startswith("m") else "measure = 40"
    file.write_text(f"{line}\n{wanted}\n", "utf-8")
    settings, faults = read_settings(file)
    assert len(faults) == 1
    assert line.split()[0] in faults[0]
    assert (settings.theme, settings.measure) == (("night", 60) if line.startswith("m") else ("auto", 40))


def test_a_broken_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for content in (b"theme = ", b"\xff\xfe\x00"):
        file.write_bytes(content)
        settings, faults = read_settings(file)
        assert settings == Settings()
        assert "config.toml" in faults[0]


def test_settings_lie_in_the_xdg_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "reader" / "config.toml"
    # A relative path is to be ignored.
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert config_folder() == tmp_path / ".config" / "reader"


VALUES = [
    *("1", "2", "3", "60", "-1", "1.0", "true", '"auto"', '"paper"', '""', "[1]", "{}", "nan", "1e999", "2024-02-30"),
    *("9" * 5000, "[" * 5000, "\x00", '"\x1b[31m"'),
]
LINES = st.lists(
    st.builds(
        "{} = {}".format, st.sampled_from(["theme", "ambiguous_width", "measure", "width"]), st.sampled_from(VALUES)
    )
    | st.text(max_size=12),
    max_size=4,
)


@given(LINES.map("\n".join).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=40))
def test_any_file_sets_what_can_be_set_or_says_what_is_wrong(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(content)
    settings, faults = read_settings(file)
    assert settings.theme
    assert settings.ambiguous_width in (None, 1, 2)
    assert settings.measure in MEASURES
    assert all(faults)
    assert faults or settings == Settings() or b"=" in content


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_settings_file_that_never_ends_is_said(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    os.mkfifo(file)
    assert read_settings(file)[1] == [f"{file}: [Errno {errno.EINVAL}] {file} is no plain file: '{file}'"]
    file.unlink()
    file.symlink_to("/dev/zero")
    assert "is no plain file" in read_settings(file)[1][0]
    file.unlink()
    (tmp_path / "mine.toml").write_text("measure = 40")
    file.symlink_to(tmp_path / "mine.toml")
    assert read_settings(file) == (Settings(measure=40), [])
    file.write_text("#" * 1_000_001)
    assert "is too large" in read_settings(file)[1][0]
