"""Grouping: which relations share a line, and in which order the lines stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.grouping import grouping_of
from graphdata.network import Network, Relation
from graphdata.vocabulary import KINDS

ENDS = st.sampled_from(["actor:a", "actor:b", "actor:c"])
DEALINGS = st.sampled_from(
    [("arms", kind) for kind in KINDS["arms"]] + [("diplomacy", kind) for kind in KINDS["diplomacy"]]
)
RELATION = st.builds(
    lambda number, ends, dealing, mutual: Relation(
        id=f"rel:r{number}", giver=ends[0], receiver=ends[1], domain=dealing[0], kind=dealing[1],
        summary="A dealing", direction="mutual" if mutual else "forward",
    ),
    st.integers(0, 999), st.tuples(ENDS, ENDS), DEALINGS, st.booleans(),
)  # fmt: skip
NETWORKS = st.lists(RELATION, max_size=30, unique_by=lambda each: each.id).map(
    lambda found: Network(id="any", title="Any", version="1", as_of="2026", relations=tuple(found))
)


@given(NETWORKS)
def test_a_line_for_each_pair_holds_all_that_is_between_two_actors(network: Network) -> None:
    group = grouping_of(network, "pairs").group.tolist()
    pairs = [frozenset((each.giver, each.receiver)) for each in network.relations]
    assert len(set(group)) == len(set(pairs)) == len(set(zip(group, pairs, strict=True)))


@given(NETWORKS)
def test_every_relation_has_one_place_in_the_order_of_the_lines(network: Network) -> None:
    for combine in ("relations", "ties", "pairs"):
        found = grouping_of(network, combine)
        assert sorted(found.order.tolist()) == list(range(len(network.relations)))
        assert (found.group[found.order][1:] >= found.group[found.order][:-1]).all()
        assert found.sizes.sum() == len(network.relations)


@given(NETWORKS)
def test_the_order_of_the_records_does_not_matter(network: Network) -> None:
    turned = replace(network, relations=network.relations[::-1])
    for combine in ("relations", "ties", "pairs"):
        lines = [[each.relations[at].id for at in grouping_of(each, combine).order] for each in (network, turned)]
        assert lines[0] == lines[1]


def test_a_mutual_dealing_goes_with_its_mirror_and_never_with_a_gift(little: Network) -> None:
    one = Relation(id="rel:1", giver="actor:b", receiver="actor:a", domain="arms", kind="transfer", summary="S")
    other = replace(one, id="rel:2", giver="actor:a", receiver="actor:b")
    network = replace(
        little,
        relations=(one, replace(one, id="rel:3", direction="mutual"), replace(other, id="rel:4", direction="mutual")),
    )
    assert len(set(grouping_of(network, "ties").group.tolist())) == 2
