"""A saved view: text and back, its places, what it leaks, and the same picture from it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata import saved_view
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.places import Positions
from graphdata.saved_view import SavedView, SavedViewError, from_json, reopened, to_json
from graphdata.view import view_of


@pytest.fixture(scope="module")
def places(little: Network) -> Positions:
    """Return a place for every actor of the little network."""
    return positions_of(little)


def test_a_view_comes_back_from_its_text(little: Network, filters: st.SearchStrategy[Filter]) -> None:
    """What to_json wrote is read as the same value, and written again as the same text."""

    @given(filters, st.text(min_size=1, max_size=20, alphabet=st.characters(exclude_categories=["Cs"])))
    def holds(wanted: Filter, name: str) -> None:
        saved = saved_view.saved_view(view_of(little, wanted), name)
        assert from_json(to_json(saved)) == saved
        assert to_json(from_json(to_json(saved))) == to_json(saved)

    holds()


def test_the_same_view_is_made_again(little: Network, places: Positions) -> None:
    """Relations, actors, lines and places are those of the view that was saved."""
    view = view_of(little, Filter(domains=frozenset(["arms"])))
    saved = saved_view.saved_view(view, "Arms", positions=places, pins=["actor:ru"], combine="pairs")
    found = reopened(little, from_json(to_json(saved)), places)
    assert (found.view.relations, found.view.actors) == (view.relations, view.actors)
    assert found.positions == places
    assert found.pins == {"actor:ru": places["actor:ru"]}


def test_hidden_actors_leave_no_place(little: Network, places: Positions) -> None:
    """Only actors on show have a place or a pin in the saved view."""
    view = view_of(little, Filter(domains=frozenset(["arms"])))
    hidden = {actor.id for actor in little.drawn} - {actor.id for actor in view.actors}
    saved = saved_view.saved_view(view, "Arms", positions=places, pins=hidden)
    assert hidden
    assert not any(key in to_json(saved) for key in hidden)


def test_places_that_are_missing_are_laid_out_round_those_known(little: Network, places: Positions) -> None:
    """Actors with a place keep it to the point; the others get one."""
    view = view_of(little, Filter(domains=frozenset(["arms"])))
    saved = saved_view.saved_view(view, "Arms", positions=places)
    found = reopened(little, saved).positions
    assert found.keys() == {actor.id for actor in little.drawn}
    assert {key: found[key] for key in saved.places} == saved.places


@pytest.mark.parametrize("text", ["", "[]", "{", "\ud800", "[" * 100_000, '{"form":"1"}', '{"name":"a"}', "\x00"])
def test_what_is_no_view_is_refused(text: str) -> None:
    """No damage leads to another error than the one in words."""
    with pytest.raises(SavedViewError, match="saved view"):
        from_json(text)


def test_a_later_form_is_refused_by_name() -> None:
    """The message says which version wrote it and which this is."""
    with pytest.raises(SavedViewError, match=r"Entente 9\.9 in form 7.*reads up to form 1"):
        from_json('{"form": 7, "program": "9.9", "hologram": true}')


def test_a_field_that_is_unknown_is_refused(little: Network) -> None:
    """A word that this version does not know is named, not skipped."""
    text = to_json(saved_view.saved_view(view_of(little, Filter()), "All"))
    with pytest.raises(SavedViewError, match="hologram"):
        from_json(text.replace("{", '{"hologram":true,', 1))


def test_places_must_be_finite(little: Network) -> None:
    """An infinite place would make the whole map vanish."""
    saved = saved_view.saved_view(view_of(little, Filter()), "All")
    with pytest.raises(ValueError, match="finite"):
        replace(saved, places={"actor:ru": (float("inf"), 0.0)})
    text = to_json(saved).replace('"dataset"', '"places":{"actor:ru":[1e999,0]},"dataset"')
    with pytest.raises(SavedViewError, match="cannot be read"):
        from_json(text)


def test_a_text_that_is_too_long_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is on what is read, before it is."""
    monkeypatch.setattr(saved_view, "LARGEST", 10)
    with pytest.raises(SavedViewError, match="longer"):
        from_json(" " * 11)


def test_a_saved_view_cannot_be_changed(little: Network) -> None:
    """It is a frozen value."""
    saved: SavedView = saved_view.saved_view(view_of(little, Filter()), "All")
    with pytest.raises(AttributeError):
        saved.name = "Other"  # type: ignore[misc]
    assert msgspec.structs.asdict(saved)["name"] == "All"


def test_equal_views_give_the_same_text(little: Network) -> None:
    from_options = msgspec.convert({"domains": [], "period": ["", ""], "hostile": "all"}, Filter)
    texts = {to_json(saved_view.saved_view(view_of(little, each), "A")) for each in (Filter(), from_options)}
    assert len(texts) == 1
    assert '"filter"' not in texts.pop()


def test_the_levels_on_show_are_kept_and_nothing_is_assessed_for_them(
    little: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousands of relations would take seconds."""
    view = view_of(little, Filter())
    levels = {each.id: int(view.assessments[each.id].level) for each in view.relations}
    monkeypatch.setattr(type(view.assessments), "__getitem__", pytest.fail)
    assert saved_view.shown_of(view_of(little, Filter())).relations == levels
