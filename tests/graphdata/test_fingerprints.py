"""A fingerprint changes with any field of a record, and with nothing that is not on show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata import fingerprints
from graphdata.filter import Filter
from graphdata.fingerprints import fingerprint, fingerprints_of
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


def test_large_views_have_none(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "MOST", 3)
    assert fingerprints_of(view_of(little, Filter())) == {}
