"""Looks that come again are said once; what most elements of a name have is said of the name."""

from graphdata.export.svg_looks import TEXT, USE, Begun, Looks, Sorts


def test_marks_are_sorted_by_their_details() -> None:
    sorts = Sorts([("a", 1.0), ("b", 2.0), ("a", 1.0)])
    assert (sorts.each, sorts.details) == ([0, 1, 0], [("a", 1.0), ("b", 2.0)])
    assert sorts.where([False, True, True]).each == [1, 0]


def test_a_look_has_one_name_and_what_comes_often_a_short_one() -> None:
    looks = Looks()
    looks.add("path", ["fill:#000000"] * 3 + [f"fill:#{rank:06}" for rank in range(1, 61)] + ["fill:#000060"])
    looks.settle()
    names = [looks.attribute("path", f"fill:#{rank:06}") for rank in range(61)]
    assert names[0] == ""
    assert names[60] == ' class="a"'
    assert names[1] == ' class="b"'
    assert len(set(names)) == 61
    assert "path{fill:#000000}.a{fill:#000060}.b{fill:#000001}" in looks.sheet()


def test_a_class_takes_back_what_is_usual() -> None:
    looks = Looks()
    looks.add("path", ["fill:none;stroke:#112233;stroke-width:12;opacity:.4"] * 2 + ["fill:#000000"])
    looks.settle()
    rule = looks.sheet().partition(".a{")[2]
    assert sorted(rule.rstrip("}").split(";")) == ["fill:#000000", "opacity:1", "stroke:none"]


def test_what_is_referred_to_always_has_a_class_and_texts_inherit() -> None:
    looks = Looks()
    looks.add(USE, ["fill:#000000"])
    looks.add(TEXT, ["fill:#112233;font-size:80px"])
    looks.settle()
    assert looks.attribute(USE, "fill:#000000") == ' class="a"'
    assert looks.inherited() == ' fill="#112233" font-size="80px"'
    assert looks.sheet() == ".a{fill:#000000}"


def test_elements_begin_with_their_look() -> None:
    looks, sorts = Looks(), Sorts([("#000000", 1), ("#000000", 2), ("#FFFFFF", 1)])
    begun = Begun(looks, "circle", sorts, lambda fill, _: f"fill:{fill}", lambda detail: f' r="{detail[1]}"')
    looks.settle()
    assert begun.all() == ['<circle r="1"', '<circle r="2"', '<circle class="a" r="1"']
