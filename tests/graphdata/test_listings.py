"""The tables count what the view counts, and every row leads back to the data."""

from __future__ import annotations

import pytest

from graphdata.annex import annex_of
from graphdata.filter import Filter
from graphdata.listings import LISTINGS, Listing, head_of, listing_of
from graphdata.network import Network
from graphdata.ties import ties_of
from graphdata.view import view_of


def listing(network: Network, name: str, wanted: Filter | None = None) -> Listing:
    view = view_of(network, wanted or Filter())
    return listing_of(annex_of(view, ties_of(view)), name)


@pytest.mark.parametrize("name", LISTINGS)
def test_every_row_is_as_long_as_the_head(little: Network, name: str) -> None:
    found = listing(little, name)
    assert len({column.head for column in found.columns}) == len(found.columns)
    assert {len(row) for row in found.rows} == {len(found.columns)}


@pytest.mark.parametrize(("name", "column"), [("relations", 1), ("claims", 1), ("actors", 0), ("sources", 1)])
def test_rows_are_the_records_on_show(little: Network, name: str, column: int) -> None:
    wanted = Filter(domains=frozenset(["arms"]))
    view = view_of(little, wanted)
    on_show = {
        "relations": {relation.id for relation in view.relations},
        "claims": {claim.id for relation in view.relations for claim in relation.claims},
        "actors": {actor.id for actor in view.actors},
        "sources": set(view.sources),
    }
    ids = [row[column] for row in listing(little, name, wanted).rows]
    assert set(ids) == on_show[name]
    assert len(set(ids)) == len(ids)


def test_the_head_says_filter_marking_and_digest(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset(["arms"])))
    said = dict(head_of(annex_of(view, ties_of(view), "T")))
    assert said["Title"] == "T"
    assert said["Shown"].startswith("Relations in arms.")
    assert little.digest in said["Dataset"]
    assert said["Marking"] == "TLP:AMBER"


def test_numbers_are_numbers(little: Network) -> None:
    found = listing(little, "relations")
    columns = [column.head for column in found.columns]
    assert all(isinstance(row[columns.index("origins")], int) for row in found.rows)


def test_dates_of_relations_are_no_more_exact_than_their_claims(little: Network) -> None:
    relations, claims = listing(little, "relations"), listing(little, "claims")
    heads = [column.head for column in relations.columns]
    said = "".join(str(row[[column.head for column in claims.columns].index("dated")]) for row in claims.rows)
    ends = {str(row[heads.index(end)]) for row in relations.rows for end in ("first", "last")} - {"", ".."}
    assert ends
    assert all(end in said for end in ends)
