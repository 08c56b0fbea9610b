"""A fingerprint changes with any field of a record, and with nothing that is not on show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata import fingerprints
from graphdata.filter import Filter
from graphdata.fingerprints import edited_in, fingerprint, fingerprints_of, spelt_out
from graphdata.network import Network
from graphdata.view import view_of


def test_any_field_changes_it(little: Network) -> None:
    one = little.relations[0]
    assert fingerprint(one) == fingerprint(replace(one))
    assert fingerprint(one) != fingerprint(replace(one, note=f"{one.note}."))
    assert fingerprint(one) != fingerprint(replace(one, claims=one.claims[:-1]))


def test_what_is_on_show_has_one_and_nothing_else(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset(["money"])))
    on_show = {each.id for each in (*view.actors, *view.relations)}.union(view.sources)
    assert set(fingerprints_of(view)) == on_show & (little.actor.keys() | little.relation.keys() | little.source.keys())


def test_what_a_ceiling_keeps_back_leaves_no_trace(little: Network) -> None:
    wanted = Filter(ceiling="TLP:CLEAR")
    least = view_of(little, wanted)
    kept_back = {claim.id for each in little.relations for claim in each.claims if claim.marking != "TLP:CLEAR"}
    assert kept_back
    without = tuple(
        replace(each, claims=tuple(claim for claim in each.claims if claim.id not in kept_back))
        for each in little.relations
    )
    stripped = fingerprints_of(view_of(replace(little, relations=without), wanted))
    assert fingerprints_of(least).items() <= stripped.items()


def test_those_of_large_views_stand_in_rows_and_tell_the_same(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(little, Filter())
    ids = [each.id for each in view.actors], [each.id for each in view.relations]
    by_id = fingerprints_of(view)
    monkeypatch.setattr(fingerprints, "MOST", 3)
    kept = fingerprints_of(view)
    assert [len(kept[name]) for name in ("actors", "relations")] == [4 * len(each) for each in ids]
    found = spelt_out(kept, *ids)
    assert found.keys() == by_id.keys() == spelt_out(by_id, *ids).keys()
    assert all(by_id[key].startswith(signs) for key, signs in found.items())


@pytest.mark.parametrize("most", [3, 5000])
def test_what_was_edited_is_found(little: Network, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "MOST", most)
    view = view_of(little, Filter())
    before = spelt_out(fingerprints_of(view), [each.id for each in view.actors], [each.id for each in view.relations])
    edited = [replace(records[0], note="Else") for records in (little.actors, little.relations, little.sources)]
    actors, relations, sources = little.actors[1:], little.relations[1:], little.sources[1:]
    now = replace(little, actors=(edited[0], *actors), relations=(edited[1], *relations), sources=(edited[2], *sources))
    assert edited_in(view, before) == set()
    assert edited_in(view_of(now, Filter()), before) == {each.id for each in edited} & before.keys()


@pytest.mark.parametrize("row", ["", "AAA", "AAAA", "not base64"])
def test_a_damaged_row_tells_nothing(row: str) -> None:
    assert spelt_out({"relations": row}, (), ("rel:a", "rel:b")) == {}
