"""The tables of the style: what they promise is measured here."""

import itertools
import re
from pathlib import Path

import msgspec
import numpy as np
import pytest

from graphdata.style import HEAD, PATTERNS, Theme, head_length, line_width, radius_of, theme_from
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS

FOLDER = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir()) / "resources" / "themes"
TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """Return L* of the grey that a colour prints as."""
    return 116 * np.cbrt(luminance(colour)) - 16


@pytest.fixture(params=["light", "dark", "print"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return theme_from((FOLDER / f"{request.param}.toml").read_text(encoding="utf-8"))


def test_domain_colours_stand_out_from_the_background(theme: Theme) -> None:
    assert all(contrast(theme.domain(d), theme.map.background) >= GRAPHICS - 0.05 for d in DOMAINS)


def test_domain_colours_stay_apart_in_grey(theme: Theme) -> None:
    greys = [lightness(theme.domain(domain)) for domain in DOMAINS]
    assert min(abs(a - b) for a, b in itertools.combinations(greys, 2)) >= 10


def test_texts_are_readable(theme: Theme) -> None:
    ui = theme.ui
    pairs = [(theme.map.ink, theme.map.background), (ui.text, ui.base), (ui.text, ui.window), (ui.muted, ui.base)]
    pairs += [
        (ui.muted, ui.window),
        (ui.chip_text, ui.chip),
        (ui.on_accent, ui.accent),
        (ui.warning, ui.base),
        (ui.error, ui.base),
    ]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


def test_actors_stand_out(theme: Theme) -> None:
    for kind in ACTOR_KINDS:
        assert contrast(theme.nodes[kind].line, theme.map.background) >= GRAPHICS
        assert contrast(theme.nodes[kind].icon, theme.nodes[kind].fill) >= GRAPHICS


def test_a_theme_without_a_colour_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="domains"):
        theme_from('name = "half"\ndark = false\n')


def test_every_level_of_confidence_has_a_pattern() -> None:
    assert sorted(PATTERNS) == [0, 1, 2, 3]


def test_width_says_how_many_relations_and_stops_at_five_points() -> None:
    assert line_width(1) < line_width(2) < line_width(3)
    assert line_width(50) == 5.0


def test_a_state_is_never_smaller_than_another_actor() -> None:
    assert all(radius_of("state", n) > radius_of("firm", n) for n in range(60))


def test_hubs_grow_with_the_lines_that_their_rim_must_hold() -> None:
    assert radius_of("state", 80) - radius_of("state", 60) > radius_of("state", 20) - radius_of("state", 10)
    assert radius_of("state", 10_000) == radius_of("state", 1_000)


def test_the_head_of_a_wider_line_is_longer() -> None:
    assert head_length(line_width(1)) == HEAD < head_length(line_width(3))


def test_the_style_for_paper_is_black_and_grey() -> None:
    text = (FOLDER / "print.toml").read_text(encoding="utf-8").partition("[ui]")[0]
    colours = re.findall(r"#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})", text)
    assert len(colours) > 20
    assert all(red == green == blue for red, green, blue in colours)
    found = theme_from((FOLDER / "print.toml").read_text(encoding="utf-8"))
    steps = sorted(lightness(found.domain(domain)) for domain in DOMAINS)
    assert min(np.diff(steps)) >= 18
