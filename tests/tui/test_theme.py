from __future__ import annotations

from pathlib import Path

import pytest

from reader.resources import themes_dir
from reader.theme import COLOURS, MarkClass, Theme, ThemeError, contrast, parse_theme, read_theme
from reader.tui.themes import load_themes

SHIPPED = sorted(themes_dir().glob("*.toml"))
READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def with_own_colours() -> list[Theme]:
    return [theme for theme in map(read_theme, SHIPPED) if not theme.terminal]


def test_light_dark_and_terminal_themes_are_shipped() -> None:
    themes = [read_theme(path) for path in SHIPPED]
    assert {(theme.dark, theme.terminal) for theme in themes} >= {(True, False), (False, False), (True, True)}
    assert len({theme.name for theme in themes}) == len(themes)


@pytest.mark.parametrize("theme", with_own_colours(), ids=lambda theme: str(theme.name))
def test_everything_can_be_read(theme: Theme) -> None:
    page = theme.colours["background"]
    for name in ("foreground", "quiet", "accent", "warning"):
        assert contrast(page, theme.colours[name]) >= READABLE, name
        assert name in ("accent", "warning") or contrast(theme.colours["cursor-idle"], theme.colours[name]) >= READABLE
    assert contrast(theme.colours["cursor"], theme.colours["cursor-text"]) >= READABLE
    for mark, style in theme.marks.items():
        assert contrast(page, style.colour) >= READABLE, mark


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.stem))
def test_names_are_told_without_colour(path: Path) -> None:
    marks = read_theme(path).marks
    for mark in (MarkClass.PERSONS, MarkClass.PLACES, MarkClass.ORGANISATIONS):
        assert marks[mark].style == "underline"


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
    themes, faults = load_themes(tmp_path)
    assert [theme.name for theme in themes] == ["mine"]
    assert len(faults) == 1
    assert "bad.toml" in faults[0]
