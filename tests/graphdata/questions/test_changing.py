"""What happened to relations: the columns of the facts say what a look at each claim says."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions import changing
from graphdata.questions.changing import changes_between
from graphdata.questions.compared import compared
from graphdata.questions.standings import Change, difference
from graphdata.ruleset import Level, Override
from graphdata.view import View, view_of

CUTS = st.builds(
    Filter,
    as_of=st.sampled_from(["", "2022", "2024-06", "2024-07", "2026"]),
    known_by=st.sampled_from(["", "2023-06", "2025-06"]),
    ceiling=st.sampled_from(["", "TLP:CLEAR"]),
    struck=st.sampled_from([frozenset[str](), frozenset({"src:up-2023"}), frozenset({"clm:c01"})]),
)
OVERRIDES = st.dictionaries(
    st.sampled_from(["rel:shahed", "rel:plant"]), st.builds(Override, st.sampled_from(Level), st.just("Seen on site."))
)


def by_looking(before: View, after: View) -> dict[str, Change]:
    """Return what happened to each relation by assessing every one of them in both views."""
    old = {relation.id: relation for relation in before.relations}
    new = {relation.id: relation for relation in after.relations}
    order = [*new, *(each for each in old if each not in new)]
    return {each: difference(before, after, old.get(each), new.get(each)).change for each in order}


def assert_same(before: View, after: View) -> None:
    """Fail where the columns say anything else than a look at each claim, or in another order."""
    found = changes_between(before, after, lambda _: None)
    assert [*found.items()] == [*by_looking(before, after).items()]


@settings(max_examples=200)
@given(data=st.data(), one=CUTS, other=CUTS)
def test_any_claims_under_two_cuts(
    claimed: st.SearchStrategy[Network], data: st.DataObject, one: Filter, other: Filter
) -> None:
    network = data.draw(claimed)
    assert_same(view_of(network, one, data.draw(OVERRIDES)), view_of(network, other, data.draw(OVERRIDES)))


@settings(max_examples=200)
@given(data=st.data(), one=CUTS, other=CUTS, day=st.sampled_from(["2024-05", "2026-03-08", "2031"]))
def test_two_networks_that_have_some_claims_in_common(
    claimed: st.SearchStrategy[Network], data: st.DataObject, one: Filter, other: Filter, day: str
) -> None:
    older, newer = data.draw(claimed), data.draw(claimed)
    kept = [new if data.draw(st.booleans()) else old for old, new in zip(older.relations, newer.relations, strict=True)]
    retracted = tuple(replace(each, retracted="2025-02") for each in older.sources[:1])
    later = replace(older, relations=tuple(kept[::-1]), sources=(*retracted, *older.sources[1:]), as_of=day)
    assert_same(view_of(older, one), view_of(later, other))
    assert_same(view_of(later, one), view_of(older, other))


@given(data=st.data())
def test_any_two_filters(little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject) -> None:
    before, after, third = (view_of(little, data.draw(filters)) for _ in range(3))
    assert_same(before, after)
    both, _, _ = compared(before, after)  # some are judged by the earlier cut
    assert_same(both, third)
    assert_same(third, both)


def test_what_only_the_earlier_of_two_views_showed_is_judged_by_that_one(little: Network) -> None:
    early = view_of(little, Filter(as_of="2023-06", domains=frozenset({"arms"})))
    both, _, _ = compared(early, view_of(little, Filter(domains=frozenset({"money"}))))
    whole = view_of(little, Filter())
    assert_same(both, whole)
    assert changes_between(both, whole, lambda _: None)["rel:shahed"] == "changed"


def test_a_status_that_moves_alone_is_looked_at(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(little, Filter())
    status = view.facts.status
    moved = status._replace(codes=(status.codes + (np.arange(12) == 3)) % len(status.words))
    other = dataclasses.replace(view, facts=view.facts._replace(status=moved))
    looked: list[str] = []
    monkeypatch.setattr(changing, "_looked_at", lambda *asked: looked.append(asked[-1]))
    changes_between(view, other, lambda _: None)
    assert looked == [little.relations[3].id]  # a kind may be called as a status is: only the words can tell


@pytest.mark.parametrize(("one", "other"), [("2023", ""), ("", "2023"), ("2022", "2024-06")])
def test_a_network_of_hundreds(monkeypatch: pytest.MonkeyPatch, one: str, other: str) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    from many import many

    network = many(300)
    assert_same(view_of(network, Filter(as_of=one)), view_of(network, Filter(as_of=other)))
    sys.modules.pop("many")


def test_between_two_dates_next_to_nothing_is_assessed(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changing, "difference", pytest.fail)
    changes_between(view_of(little, Filter(as_of="2023")), view_of(little, Filter()), lambda _: None)
