"""What comes with the program is there, in a checkout and in a wheel."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from reader import resources

ROOT = Path(__file__).parent.parent


def test_seeds_and_themes() -> None:
    seeds = resources.seeds()
    assert [path.parent for path in seeds] == [ROOT / "seeds"] * 5
    assert seeds == sorted(seeds)
    themes = list(resources.themes_dir().glob("*.toml"))
    assert themes
    assert all(tomllib.loads(path.read_text("utf-8")) for path in themes)


def test_data_text() -> None:
    assert "王" in resources.data_text("parse/surnames.txt")
    with pytest.raises(FileNotFoundError):
        resources.data_text("no/such/file.txt")


def test_wheel_holds_all_and_finds_it(tmp_path: Path) -> None:
    """One build for everything asked of it: it takes seconds."""
    build = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if build.returncode and "Could not find a version" in build.stderr + build.stdout:
        pytest.skip("hatchling cannot be fetched here")
    assert build.returncode == 0, build.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
        archive.extractall(tmp_path / "site")
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reader").rglob("*") if path.is_file()}
    beside = {
        f"reader/{path.relative_to(ROOT).as_posix()}" for top in ("seeds", "themes") for path in (ROOT / top).iterdir()
    }
    wanted = {name for name in package | beside if "__pycache__" not in name}
    assert {"reader/locales/zh_CN/LC_MESSAGES/reader.mo", "reader/py.typed"} <= wanted
    assert wanted - inside == set()
    code = "from reader import resources as r; print(r.__file__, len(r.seeds()), len(list(r.themes_dir().iterdir())))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "site", capture_output=True, text=True, check=True
    )
    file, seeds, themes = run.stdout.split()
    assert Path(file).is_relative_to(tmp_path / "site")
    assert (int(seeds), int(themes)) == (5, len(list((ROOT / "themes").iterdir())))
