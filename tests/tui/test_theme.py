from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.contrast import contrast
from reader.resources import themes_dir
from reader.theme import COLOURS, STYLED, MarkClass, ThemeError, parse_theme, read_theme
from reader.tui.themes import load_themes

SHIPPED = sorted(themes_dir().glob("*.toml"))


def test_light_dark_and_terminal_themes_are_shipped() -> None:
    themes = [read_theme(path) for path in SHIPPED]
    assert {theme.name: theme.dark for theme in themes if not theme.terminal} == {
        "night": True,
        "paper": False,
        "green": False,
        "contrast": True,
        "contrast-light": False,
    }
    assert [theme.name for theme in themes if theme.terminal] == ["terminal"]
    assert len({theme.name for theme in themes}) == len(themes)


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def source() -> str:
    colours = "\n".join(f'{name} = "#112233"' for name in COLOURS)
    marks = "\n".join(f'{mark} = {{ colour = "#aabbcc" }}' for mark in MarkClass)
    return f'name = "mine"\ntitle = "Mine"\ndark = true\n[colours]\n{colours}\n[marks]\n{marks}\n'


def test_a_theme_is_read() -> None:
    theme = parse_theme(source())
    assert (theme.name, theme.dark, theme.terminal) == ("mine", True, False)
    assert theme.colours["rule"] == "#112233"
    assert theme.marks[MarkClass.DATES].style == "none"
    assert theme.styles == STYLED


def test_text_styles_are_read() -> None:
    theme = parse_theme(source().replace("[marks]", '[styles]\nhit = "reverse"\n[marks]'))
    assert theme.styles == {**STYLED, "hit": "reverse"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('name = "mine"', 'name = "mine"\nnmae = 1', "unknown key 'nmae'"),
        ('rule = "#112233"', 'rule = "#112233"\nruel = "#112233"', "unknown key 'colours.ruel'"),
        ('rule = "#112233"', "", "missing key 'colours.rule'"),
        ('rule = "#112233"', 'rule = "red"', "'colours.rule' is no colour: 'red'"),
        ('dates = { colour = "#aabbcc" }', "", "missing key 'marks.dates.colour'"),
        ('dates = { colour = "#aabbcc" }', "dates = { colour = 3 }", "'marks.dates.colour' is no colour: 3"),
        ('colour = "#aabbcc" }', 'colour = "#aabbcc", style = "blink" }', "'marks.figures.style' must be made of"),
        ("dark = true", 'dark = "yes"', "'dark' and 'terminal' must be true or false"),
        ('name = "mine"', 'name = "Mein Thema"', "'name' must be a word"),
        ("[colours]", "[colours", "line"),
        ("[marks]", '[styles]\nhit = "blink"\n[marks]', "'styles.hit' must be made of"),
        ("[marks]", '[styles]\nhits = "bold"\n[marks]', "unknown key 'styles.hits'"),
        ("[colours]", "[styles]", "missing key 'colours.background'"),
        ('name = "mine"', 'name = "mine"\nstyles = "bold"', "'styles' must be a table"),
    ],
)
def test_what_is_wrong_with_a_theme_is_said(old: str, new: str, fault: str) -> None:
    with pytest.raises(ThemeError) as caught:
        parse_theme(source().replace(old, new, 1), "mine.toml")
    assert "mine.toml" in str(caught.value)
    assert any(fault in found for found in caught.value.faults)


def test_a_broken_theme_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(source(), "utf-8")
    (tmp_path / "bad.toml").write_text("name = 1", "utf-8")
    (tmp_path / "cut.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.toml").mkdir()
    themes, faults = load_themes(tmp_path)
    assert [theme.name for theme in themes] == ["mine"]
    assert len(faults) == 3
    for name, fault in zip(("bad.toml", "cut.toml", "folder.toml"), faults, strict=True):
        assert name in fault


ODD = ["3", "[]", "{}", '"red"', '"#12345"', '"bold bold"', "true", "9" * 5000, "[" * 5000, '"\x1b"', ""]
KEYS = ["name", "title", "dark", "terminal", "colours", "styles", "marks", "rule", "hit", "dates", "persons"]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(KEYS), st.sampled_from(ODD)), max_size=4),
    st.text(max_size=9),
)
def test_any_file_is_a_theme_or_a_list_of_what_is_wrong(changes: list[tuple[int, str, str]], more: str) -> None:
    lines = source().split("\n")
    for at, key, value in changes:
        lines[at % len(lines)] = f"{key} = {value}"
    faults: tuple[str, ...] = ()
    try:
        theme = parse_theme("\n".join([*lines, more]))
    except ThemeError as error:
        faults = error.faults or ("",)
    else:
        assert set(theme.colours) == set(COLOURS)
        assert set(theme.styles) == set(STYLED)
        assert set(theme.marks) == set(MarkClass)
    assert all(faults)
