"""`reader doctor` answers when everything else is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import doctor
from reader.cli.main import main
from reader.folders import cache_folder, config_folder

ROOT = Path(__file__).parents[2]


def told(**environment: str) -> str:
    """What it says in a process with nothing but this in its environment."""
    command = [sys.executable, "-m", "reader", "doctor"]
    run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return run.stdout


def test_it_says_where_things_lie_and_whether_they_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "state" / "reader").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "reader").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "config" / "reader").mkdir(parents=True)
    (tmp_path / "config" / "reader" / "config.toml").write_text("measure = 40\n")
    said = told(**{f"XDG_{kept.upper()}_HOME": str(tmp_path / kept) for kept in ("config", "cache", "state")})
    assert f"searches: {tmp_path}/state/reader · writable\n" in said
    assert f"cache: {tmp_path}/cache/reader · not used: {tmp_path}/cache/reader is a link\n" in said
    assert f"settings file: {tmp_path}/config/reader/config.toml · readable\n" in said
    assert "setting measure: 40\n" in said


@pytest.mark.parametrize("home", ["", "/dev/null", "/nonexistent", "relative"])
def test_it_needs_no_home(home: str) -> None:
    said = told(HOME=home)
    assert "reader: " in said
    assert "colours: –\n" in said
    assert "seed pages: " in said


def test_it_needs_no_settings_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "reader" / "config.toml").mkdir(parents=True)
    said = told(XDG_CONFIG_HOME=str(tmp_path))
    assert "setting measure: 60\n" in said
    assert "config.toml is no plain file" in said


def test_what_cannot_be_found_out_does_not_end_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise RuntimeError("gone\x1b[2J\n")

    for name in ("settings_file", "cache_folder", "seeds", "language"):
        monkeypatch.setattr(doctor, name, fails)
    monkeypatch.setattr("reader.annotate.tagger.missing", fails)
    assert main(["doctor", "--lang", "en"], findings=fails) == 0  # type: ignore[arg-type]
    said = capsys.readouterr().out
    assert said.count("cannot be found out: RuntimeError: gone") == 6
    assert "\x1b" not in said
    assert "terminal: " in said


def test_without_a_home_nothing_is_read_from_where_the_program_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for home in ("", "relative"):
        monkeypatch.setenv("HOME", home)
        assert config_folder().is_absolute()
        assert cache_folder().is_absolute()
        assert not config_folder().is_relative_to(Path.cwd())
