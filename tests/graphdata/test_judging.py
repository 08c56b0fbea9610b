"""Judging: the bits that a filter leaves are those of asking each relation one question after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from graphdata.confidence import RelationAssessment, assess_network
from graphdata.ego import ego_network
from graphdata.facts import facts_of
from graphdata.filter import CRITERIA, Filter, chips_of, without
from graphdata.folding import fold, latin
from graphdata.judging import BIT, allows, hiding_of, keys_in
from graphdata.network import Network, Relation
from graphdata.search import texts_of
from graphdata.view import CUT_KEYS, view_of
from graphdata.vocabulary import is_hostile

Filters = st.SearchStrategy[Filter]
Judge = Callable[[Filter, Network, Relation, RelationAssessment], bool]


def _overlaps(assessment: RelationAssessment, begins: str, ends: str) -> bool:
    reaches = assessment.ongoing or str(assessment.last) >= begins
    return reaches and str(assessment.first) <= (ends or "9") + "-99"


def _ends(relation: Relation, end: str) -> set[str]:
    return {relation.giver, relation.receiver} if relation.direction == "mutual" else {end}


JUDGES: dict[str, Judge] = {
    "domains": lambda f, _, r, __: r.domain in f.domains,
    "kinds": lambda f, _, r, __: r.kind in f.kinds,
    "hostile": lambda f, _, r, __: is_hostile(r.domain, r.kind) == (f.hostile == "only"),
    "givers": lambda f, _, r, __: not f.givers.isdisjoint(_ends(r, r.giver)),
    "receivers": lambda f, _, r, __: not f.receivers.isdisjoint(_ends(r, r.receiver)),
    "parties": lambda f, _, r, __: not f.parties.isdisjoint({r.giver, r.receiver}),
    "actor_kinds": lambda f, n, r, _: (all if f.actor_ends == "both" else any)(
        n.actor[end].kind in f.actor_kinds for end in (r.giver, r.receiver)
    ),
    "statuses": lambda f, _, __, a: a.status in f.statuses,
    "min_confidence": lambda f, _, __, a: a.level >= f.min_confidence,
    "min_origins": lambda f, _, __, a: a.headline.origins >= f.min_origins,
    "flags": lambda f, _, __, a: not f.all_flags.isdisjoint(a.headline.flags),
    "sources": lambda f, _, __, a: not f.sources.isdisjoint(a.sources),
    "period": lambda f, _, __, a: a.undated or _overlaps(a, *f.period),
    "undated": lambda _, __, ___, a: not a.undated,
    "text": lambda f, n, r, _: latin(fold(f.text)) in texts_of(n)[n.relations.index(r)],
    "ego": lambda f, n, r, _: {r.giver, r.receiver} <= ego_network(n.relations, f.ego, f.steps),
    "hidden_actors": lambda f, _, r, __: f.hidden_actors.isdisjoint((r.giver, r.receiver)),
    "hidden_relations": lambda f, _, r, __: r.id not in f.hidden_relations,
}


@given(st.data())
def test_a_view_is_what_judging_one_by_one_leaves(little: Network, filters: Filters, data: st.DataObject) -> None:
    wanted = reduce(without, CUT_KEYS, data.draw(filters))
    asked = [chip.key for chip in chips_of(wanted, little)]
    assessed = assess_network(little)
    view = view_of(little, wanted)
    for relation in little.relations:
        failed = [key for key in asked if not JUDGES[key](wanted, little, relation, assessed[relation.id])]
        assert list(view.reasons.get(relation.id, ())) == failed
    assert {each.id for each in view.relations} == little.relation.keys() - view.reasons.keys()


def test_every_criterion_has_a_bit_of_its_own() -> None:
    assert keys_in(sum(BIT.values())) == tuple(each.key for each in CRITERIA)
    assert keys_in(0) == ()


def test_a_relation_that_lost_its_claims_is_not_judged_by_them(little: Network) -> None:
    wanted = Filter(as_of="2022", flags=frozenset({"DATED"}), undated=False, text="treaty")
    bits = dict(zip(little.relation, hiding_of(wanted, facts_of(little, wanted.cut)).tolist(), strict=True))
    assert keys_in(bits["rel:treaty"]) == ("as_of",)
    assert keys_in(bits["rel:talks"]) == ("text", "as_of")


def test_an_actor_is_judged_by_its_kind_its_marking_and_by_hand(little: Network) -> None:
    houthis = little.actor["actor:houthis"]
    assert allows(Filter(), houthis)
    assert not allows(Filter(actor_kinds=frozenset({"state"})), houthis)
    assert not allows(Filter(ceiling="TLP:GREEN"), houthis)
    assert not allows(Filter(hidden_actors=frozenset({"actor:houthis"})), houthis)
