"""Our own slides stand on one layout, in our colours, in the format asked for."""

from __future__ import annotations

from graphdata.export.pptx.frame import Format
from graphdata.export.pptx.outfit import own_outfit
from graphdata.style import Theme


def test_one_layout_with_a_title_is_left(light: Theme) -> None:
    outfit = own_outfit(Format(720.0, 540.0), light)
    assert [each.placeholder_format.type.name for each in outfit.layout.placeholders if "Title" in each.name] == [
        "TITLE"
    ]
    assert len(outfit.deck.slide_layouts) == 1
    assert (outfit.share, outfit.letters) == (1.0, 1.0)


def test_only_dark_slides_bring_their_ground(themes: tuple[Theme, Theme]) -> None:
    assert [own_outfit(Format(720.0, 540.0), theme).brings_ground for theme in themes] == [False, True]
