"""The way back and forward."""

from __future__ import annotations

from desktop.panels.trail import LONGEST, Trail
from desktop.session import Selection

RUSSIA, IRAN = Selection("actor", "actor:ru"), Selection("actor", "actor:ir")
DRONES = Selection("relation", "rel:drones")


def trail(*visited: Selection) -> Trail:
    """Return a trail over selections."""
    made = Trail()
    for selection in visited:
        made.visit(selection)
    return made


def test_it_begins_with_nothing_selected() -> None:
    assert Trail().here == Selection()
    assert not Trail().can_go_back


def test_back_and_forward_lead_over_the_same_selections() -> None:
    way = trail(RUSSIA, IRAN)
    assert (way.back(), way.back(), way.can_go_back) == (RUSSIA, Selection(), False)
    assert (way.forward(), way.forward(), way.can_go_forward) == (RUSSIA, IRAN, False)


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    way = trail(RUSSIA, IRAN)
    way.back()
    way.visit(DRONES)
    assert not way.can_go_forward
    assert way.back() == RUSSIA


def test_staying_where_one_is_adds_nothing() -> None:
    way = trail(RUSSIA, RUSSIA)
    assert way.back() == Selection()


def test_a_long_way_loses_its_beginning() -> None:
    way = trail(*(Selection("actor", f"actor:{number}") for number in range(LONGEST + 10)))
    for _ in range(LONGEST * 2):
        way.back()
    assert way.here == Selection("actor", "actor:10")
