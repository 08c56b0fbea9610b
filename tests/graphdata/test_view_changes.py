"""What has changed since a view was saved is said in words, with every id."""

from __future__ import annotations

from msgspec.structs import replace

from graphdata.citation import short
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.saved_view import SavedView, saved_view
from graphdata.view import view_of
from graphdata.view_changes import changes_since, in_words


def saved(network: Network, wanted: Filter | None = None) -> SavedView:
    """Return the saved view of a network under a filter, Russia pinned."""
    view = view_of(network, wanted or Filter())
    return saved_view(view, "View", positions=dict.fromkeys(network.actor, (0.0, 0.0)), pins=["actor:ru"])


def words(network: Network, of: SavedView) -> str:
    """Return the changes as text."""
    return in_words(changes_since(network, of))


def test_the_same_data_has_not_changed(little: Network) -> None:
    """Where digest and ruleset are the same there is nothing to say."""
    assert changes_since(little, saved(little)) == ()


def test_another_content_of_the_same_version_is_told(little: Network) -> None:
    """Both digests are named."""
    assert "a1b2c3d4 then, ffffffff now" in words(replace(little, digest="f" * 64), saved(little))


def test_another_version_is_told(little: Network) -> None:
    """Both versions are named."""
    said = words(replace(little, version="2.0", digest="f" * 64), saved(little))
    assert "was version 1.0 (a1b2c3d4); it is now version 2.0 (ffffffff)" in said


def test_another_dataset_is_told(little: Network) -> None:
    """Both are named by title and id."""
    assert "“Little network” (little); this is “Other” (other)" in words(
        replace(little, id="other", title="Other", digest="f" * 64), saved(little)
    )


def test_relations_that_are_gone_are_named(little: Network) -> None:
    """What the view showed and the data lacks is listed by id, and so is what it now rests on."""
    fewer = replace(little, digest="f" * 64, relations=little.relations[1:])
    found = changes_since(fewer, saved(little))
    gone = [each for each in found if "no longer in the data" in each.words]
    assert [each.ids for each in gone] == [(little.relations[0].id,)]
    assert any("rested on" in each.words for each in found)


def test_actors_that_are_pinned_and_gone_are_named(little: Network) -> None:
    """A pin of an actor that the data lacks is told apart from the actors shown."""
    relations = tuple(each for each in little.relations if "actor:ru" not in each.actors)
    actors = tuple(each for each in little.actors if each.id != "actor:ru")
    said = words(replace(little, digest="f" * 64, actors=actors, relations=relations), saved(little))
    assert "1 actor that the view pins is no longer in the data: actor:ru." in said


def test_what_the_filter_names_and_the_data_lacks_is_told(little: Network) -> None:
    """An ego that is gone explains an empty picture."""
    of = saved(little, Filter(ego="actor:ir", struck=frozenset(["src:gone"])))
    assert "1 record that the filter names is no longer in the data: src:gone." in words(
        replace(little, digest="f" * 64), of
    )


def test_relations_that_came_are_named(little: Network) -> None:
    """What the same filter shows now and did not show then is listed; many are counted, and all are kept."""
    older = replace(little, digest="f" * 64, relations=little.relations[:2])
    found = [each for each in changes_since(little, saved(older)) if "did not show" in each.words]
    assert set(found[0].ids) == {each.id for each in little.relations[2:]}
    assert "more" in found[0].words


def test_another_confidence_is_told(little: Network) -> None:
    """The level before and the level now, with the relations."""
    of = saved(little)
    key = next(iter(of.shown.relations))
    other = replace(of, shown=replace(of.shown, relations={**of.shown.relations, key: 9}))
    said = words(replace(little, digest="f" * 64), other)
    assert "Confidence was level 9 and is" in said
    assert key in said


def test_other_rules_are_told(little: Network) -> None:
    """A ruleset that was exchanged changes confidence without a change of the data."""
    older = replace(saved(little), dataset=replace(saved(little).dataset, ruleset="0"))
    assert "ruleset 0; it is now ruleset 1" in words(little, older)


def test_records_that_were_edited_are_named_though_their_level_stands(little: Network) -> None:
    """A name, a wording or a grade may change without moving any confidence; one that is hidden is not told."""
    kept = saved(little, Filter(domains=frozenset(["arms"])))
    ru = next(each for each in little.actors if each.id == "actor:ru")
    renamed = replace(ru, names=(replace(ru.names[0], text="Muscovy"), *ru.names[1:]))
    arms, money = (next(each for each in little.relations if each.domain == domain) for domain in ("arms", "money"))
    reworded = tuple(replace(each, summary="Else") if each in (arms, money) else each for each in little.relations)
    actors = tuple(renamed if each == ru else each for each in little.actors)
    said = words(replace(little, digest="f" * 64, actors=actors, relations=reworded), kept)
    assert "1 actor on show has been edited: Muscovy (actor:ru)." in said
    assert f"1 relation on show has been edited: “Else” ({arms.id})." in said
    assert money.id not in said


def test_a_view_saved_without_fingerprints_tells_what_it_can(little: Network) -> None:
    """Views of many relations had none, and are opened as before."""
    kept = saved(little)
    bare = replace(kept, shown=replace(kept.shown, fingerprints={}))
    edited = replace(little, digest="f" * 64, actors=tuple(replace(each, note="Else") for each in little.actors))
    assert "been edited" not in words(edited, bare)
    assert "which of its relations were edited cannot be told" in words(edited, bare)
    assert "cannot be told" not in words(edited, kept)
    assert "content has changed" in words(edited, bare)


def test_records_are_called_by_name_where_the_data_still_have_them(little: Network) -> None:
    """A reader knows a source by who and when, not by its id; in a long list, each below the sentence."""
    noted = tuple(replace(each, note="Graded anew.") for each in little.sources)
    said = words(replace(little, digest="f" * 64, sources=noted), saved(little))
    assert f"{short(noted[0], little)} ({noted[0].id})" in said


def test_another_marking_is_told(little: Network) -> None:
    """New evidence may be marked higher than the view was when it was kept; a lower marking is told without warning."""
    marked = tuple(replace(each, marking="TLP:RED") for each in little.relations)
    higher = replace(little, digest="f" * 64, relations=marked)
    assert "was marked TLP:AMBER; it is now marked TLP:RED, which is higher: check" in words(higher, saved(little))
    lower = replace(little, digest="e" * 64)
    assert "was marked TLP:RED; it is now marked TLP:AMBER." in words(lower, saved(higher))
    old = saved(little)
    unmarked = replace(old, shown=replace(old.shown, marking=""))
    assert "marked" not in words(higher, unmarked)
