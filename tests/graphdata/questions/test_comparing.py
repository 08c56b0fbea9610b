"""Comparing two dates, two filters and two networks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.onshow import filter_of_part, visible_part
from graphdata.questions.comparing import compare, joined
from graphdata.questions.standings import difference
from graphdata.view import view_of

EVERYTHING = Filter()
DATES = st.sampled_from(["", "2022", "2023-03", "2024-06", "2025-06", "2026"])


def changes(network: Network, before: Filter, after: Filter) -> dict[str, str]:
    """Return the kind of change of every relation."""
    found = compare(view_of(network, before), view_of(network, after))
    return {each.relation: each.change for each in found.differences}


def test_between_two_dates_relations_appear(little: Network) -> None:
    found = changes(little, Filter(as_of="2023-06", undated=False), Filter(as_of="2026", undated=False))
    assert found["rel:attack"] == "added"
    assert found["rel:loan"] in ("same", "changed")


def test_two_filters_are_compared_by_what_they_show(little: Network) -> None:
    found = changes(little, Filter(domains=frozenset({"arms"})), Filter(domains=frozenset({"money"})))
    assert {found["rel:shahed"], found["rel:loan"]} == {"gone", "added"}
    assert "rel:cyber" not in found


def test_a_new_claim_changes_a_relation_and_says_how(little: Network) -> None:
    loan = little.relation["rel:loan"]
    claim = replace(loan.claims[0], id="clm:loan-9", aspect="status:delivered")
    newer = replace(
        little,
        digest="f" * 64,
        version="1.1",
        relations=tuple(replace(r, claims=(*r.claims, claim)) if r is loan else r for r in little.relations),
    )
    found = compare(view_of(little, EVERYTHING), view_of(newer, EVERYTHING))
    (changed,) = [each for each in found.differences if each.change != "same"]
    assert changed.relation == "rel:loan"
    assert changed.change == "changed"
    assert changed.respects == ("status: Loan → Delivered", "claims: 1 more")
    assert found.sentence == (
        "From Little network 1.0 (a1b2c3d4) to Little network 1.1 (ffffffff): 1 changed, 11 unchanged."
    )


def test_a_network_read_twice_is_named_twice_and_shows_no_change(little: Network) -> None:
    found = compare(view_of(little, EVERYTHING), view_of(replace(little, digest=little.digest), EVERYTHING))
    assert found.sentence == ("From Little network 1.0 (a1b2c3d4) to Little network 1.0 (a1b2c3d4): 12 unchanged.")


def test_an_end_that_has_become_known_is_an_end(little: Network) -> None:
    shahed = little.relation["rel:shahed"]
    over = replace(shahed.claims[1], ends="2025-08")
    newer = replace(
        little,
        relations=tuple(replace(r, claims=(r.claims[0], over)) if r is shahed else r for r in little.relations),
    )
    found = compare(view_of(little, EVERYTHING), view_of(newer, EVERYTHING))
    assert {each.relation: each.change for each in found.differences}["rel:shahed"] == "ended"


def test_actors_that_come_and_go_are_named(little: Network) -> None:
    found = compare(view_of(little, EVERYTHING), view_of(little, Filter(domains=frozenset({"money"}))))
    assert found.actors_added == ()
    assert "actor:hezbollah" in found.actors_gone


@given(one=DATES, other=DATES)
def test_turned_round_what_was_added_is_gone(little: Network, one: str, other: str) -> None:
    there = changes(little, Filter(as_of=one), Filter(as_of=other))
    back = changes(little, Filter(as_of=other), Filter(as_of=one))
    assert there.keys() == back.keys()
    assert {each for each in there if there[each] == "added"} == {each for each in back if back[each] == "gone"}
    assert {each for each in there if there[each] == "same"} == {each for each in back if back[each] == "same"}


@given(date=DATES)
def test_nothing_differs_from_itself(little: Network, date: str) -> None:
    view = view_of(little, Filter(as_of=date))
    found = compare(view, view)
    assert {each.change for each in found.differences} <= {"same"}
    assert found.actors_added == found.actors_gone == ()


def test_one_map_can_show_both(little: Network) -> None:
    fewer = replace(little, relations=little.relations[3:], digest="e" * 64)
    network = joined(view_of(little, EVERYTHING), view_of(fewer, EVERYTHING))
    assert set(network.relation) == set(little.relation)
    assert network.digest == fewer.digest


@pytest.mark.parametrize("change", ["added", "gone", "ended", "changed", "same"])
def test_kinds_are_counted(little: Network, change: str) -> None:
    found = compare(view_of(little, EVERYTHING), view_of(little, Filter(as_of="2023-06")))
    assert found.count(change) == sum(each.change == change for each in found.differences)  # type: ignore[arg-type]


@given(data=st.data())
def test_the_words_are_those_of_a_look_at_every_claim(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject
) -> None:
    before, after = (view_of(little, data.draw(filters)) for _ in range(2))
    old, new = ({relation.id: relation for relation in side.relations} for side in (before, after))
    order = [*new, *(each for each in old if each not in new)]
    looked = tuple(difference(before, after, old.get(each), new.get(each)) for each in order)
    found = compare(before, after)
    assert found.differences == looked
    assert [*found.changes.items()] == [(each.relation, each.change) for each in looked]


def test_words_are_found_one_by_one_when_they_are_asked_for(little: Network) -> None:
    found = compare(view_of(little, Filter(as_of="2023-06")), view_of(little, EVERYTHING))
    changed = [each for each, change in found.changes.items() if change != "same"]
    asked: list[str] = []
    one = next(found.said_of(asked.append(each) or each for each in changed))
    assert asked == [one.relation] == changed[:1]
    assert one.respects


def test_a_comparison_can_be_called_off_on_its_way(little: Network) -> None:
    def told(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        compare(view_of(little, Filter()), view_of(little, Filter(as_of="2023")), told)


@pytest.mark.parametrize(
    ("earlier", "begin"),
    [
        (Filter(as_of="2022"), "From “Relations as of 2022” to what was on show: "),
        (Filter(domains=frozenset({"arms"})), "From what it was compared with to what was on show: "),
    ],
)
def test_what_a_file_held_of_two_sides_is_named_by_what_was_asked(little: Network, earlier: Filter, begin: str) -> None:
    before, after = (visible_part(view_of(little, wanted)) for wanted in (earlier, Filter()))
    found = compare(view_of(before, filter_of_part(earlier)), view_of(after, Filter()))
    assert found.sentence.startswith(begin)


def test_parts_of_two_versions_are_named_by_their_versions(little: Network) -> None:
    before, after = (visible_part(view_of(replace(little, version=each), Filter())) for each in ("1.0", "1.1"))
    found = compare(view_of(before, Filter()), view_of(after, Filter()))
    assert found.sentence.startswith("From Little network 1.0, as shown to Little network 1.1, as shown: ")
