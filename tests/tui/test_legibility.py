"""Every shipped theme: whether it can be read, and whether what it tells apart by colour is apart for everybody."""

from __future__ import annotations

from itertools import combinations, product
from math import dist

import pytest

from reader.contrast import contrast
from reader.resources import themes_dir
from reader.theme import WITHOUT_COLOUR, MarkClass, MarkStyle, Theme, read_theme
from tests.colour_vision import VISION, distance, oklab

SHIPPED = [read_theme(path) for path in sorted(themes_dir().glob("*.toml"))]
READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3; 1.4.6, which the themes of high contrast keep, asks for 7."""
APART = 8.0
"""CSS Color 4 takes 2 (in OKLab, times 100) for a difference that can just be seen, side by side and in large fields.
Four times that, because the strokes of a character are thin, and small fields lose colour. A search found 9 for calm
colours and hardly more."""
NAMES = (MarkClass.PERSONS, MarkClass.PLACES, MarkClass.ORGANISATIONS)
BACKGROUNDS = ("background", "cursor", "hit", "current-hit", "selection")

coloured = pytest.mark.parametrize("theme", [one for one in SHIPPED if not one.terminal], ids=lambda one: str(one.name))
every_one = pytest.mark.parametrize("theme", SHIPPED, ids=lambda one: str(one.name))


def highlights(theme: Theme) -> dict[str, MarkStyle]:
    """What is laid over running text."""
    return {
        **{mark.value: style for mark, style in theme.marks.items()},
        "repair": MarkStyle(theme.colours["repair"], theme.styles["repair"]),
    }


@coloured
def test_everything_can_be_read(theme: Theme) -> None:
    wanted = 7.0 if theme.name.startswith("contrast") else READABLE
    colours = theme.colours
    marks = {mark: style.colour for mark, style in theme.marks.items()}
    on_page = {name: colours[name] for name in ("foreground", "quiet", "accent", "warning", "repair")} | marks
    on_idle_cursor = {name: colours[name] for name in ("foreground", "quiet")} | marks
    pairs = [(f"{name} on the page", colour, colours["background"]) for name, colour in on_page.items()]
    pairs += [(f"{name} on the idle cursor", colour, colours["cursor-idle"]) for name, colour in on_idle_cursor.items()]
    pairs += [(name, colours[name], colours[f"{name}-text"]) for name in BACKGROUNDS[1:]]
    assert {name: contrast(one, other) for name, one, other in pairs if contrast(one, other) < wanted} == {}


@coloured
def test_highlights_are_apart_for_everybody(theme: Theme) -> None:
    """From one another and from the text they stand in, unless the text style tells them."""
    found = highlights(theme)
    texts = {name: MarkStyle(theme.colours[name]) for name in ("foreground", "quiet", "accent")}
    pairs = [*combinations(found.items(), 2), *product(texts.items(), found.items())]
    alike = [(one, other) for one, other in pairs if one[1].style == other[1].style]
    assert len(alike) >= 12
    near = {(a, b): distance(x.colour, y.colour) for (a, x), (b, y) in alike if distance(x.colour, y.colour) < APART}
    assert near == {}


@coloured
def test_backgrounds_are_apart_for_everybody(theme: Theme) -> None:
    near = {
        (one, other): distance(theme.colours[one], theme.colours[other])
        for one, other in combinations(BACKGROUNDS, 2)
        if distance(theme.colours[one], theme.colours[other]) < APART
    }
    assert near == {}


@coloured
def test_the_current_hit_is_known_by_lightness(theme: Theme) -> None:
    """3:1 is what WCAG 2.2 asks of a state of a control (1.4.11)."""
    assert contrast(theme.colours["hit"], theme.colours["current-hit"]) >= 3


@every_one
def test_the_current_hit_is_known_by_its_style(theme: Theme) -> None:
    assert set(theme.styles["current-hit"].split()) > set(theme.styles["hit"].split()) - {"none"}


@every_one
def test_names_are_told_without_colour(theme: Theme) -> None:
    assert {theme.marks[mark].style for mark in NAMES} == {"underline"}


@every_one
def test_running_text_is_not_set_bold(theme: Theme) -> None:
    assert not [name for name, mark in highlights(theme).items() if "bold" in mark.style]


@pytest.mark.parametrize(
    "styles", [WITHOUT_COLOUR, *(one.styles for one in SHIPPED if one.terminal)], ids=["NO_COLOR", "terminal"]
)
def test_styles_tell_alone_where_colours_cannot(styles: dict[str, str]) -> None:
    for name in ("cursor", "hit", "current-hit", "selection"):
        assert "reverse" in styles[name].split(), name
    told = [styles[name] for name in ("quiet", "cursor", "cursor-idle", "repair", "current-hit")]
    assert len(set(told)) == len(told)
    assert "none" not in told


def test_grey_is_grey_to_everybody() -> None:
    for vision in VISION.values():
        assert oklab("#808080", vision) == pytest.approx(oklab("#808080"), abs=1e-4)


def test_oklab_of_red() -> None:
    assert oklab("#ff0000") == pytest.approx((0.62796, 0.22486, 0.12585), abs=1e-4)


def test_red_and_green_are_alike_to_some() -> None:
    red, green = "#b05050", "#787830"
    assert distance(red, green) < 4
    assert dist(oklab(red), oklab(green)) > 0.1
