"""Looks and outlines that come again are said once."""

from graphdata.export.svg_looks import Known, Looks, Shapes

STAR = " 10 20-30 40 50-60 70 80-90 100 110 120-130 140z"


def test_a_look_has_one_name() -> None:
    looks = Looks()
    names = [looks.name(f"fill:#{rank:06}") for rank in range(60)]
    assert looks.name("fill:#000001") == names[1]
    assert len(set(names)) == 60
    assert names[:2] == ["a", "b"]
    assert names[26] == "aa"
    assert ".b{fill:#000001}" in looks.sheet()


def test_what_is_known_is_worked_out_once() -> None:
    asked: list[tuple[object, ...]] = []
    known = Known(lambda detail: asked.append(detail) or f"{len(asked)}")
    assert [known[each] for each in [("a", 1.0), ("b", 2.0), ("a", 1.0)]] == ["1", "2", "1"]
    assert asked == [("a", 1.0), ("b", 2.0)]


def test_a_small_shape_is_drawn_in_place() -> None:
    shapes = Shapes()
    assert shapes.path(("10 20", "h30v40h-30z"), "a") == '<path class="a" d="m10 20h30v40h-30z"/>'
    assert shapes.definitions() == ""


def test_a_large_shape_is_said_once() -> None:
    shapes = Shapes()
    drawn = [shapes.path((place, STAR), "a") for place in ("10 20", "30-40")]
    assert drawn[0] == '<use class="a" x="10" y="20" xlink:href="#s0"/>'
    assert drawn[1] == '<use class="a" x="30" y="-40" xlink:href="#s0"/>'
    assert shapes.definitions() == f'<path id="s0" d="m0 0{STAR}"/>'
