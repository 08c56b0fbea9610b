"""Two views on one map: nothing is lost, and each line says what happened to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop import assets
from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.legend import legend_of
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.questions.compared import changed_only, compared
from graphdata.questions.standings import CHANGES
from graphdata.rendering import change_band, line_group
from graphdata.ties import COMBINE_LABELS, Combine
from graphdata.view import view_of

ARMS, MONEY = Filter(domains=frozenset({"arms"})), Filter(domains=frozenset({"money"}))


def test_what_only_one_view_shows_is_added_or_gone(little: Network) -> None:
    view, ties, found = compared(view_of(little, ARMS), view_of(little, MONEY))
    assert {tie.change for tie in ties} == {"added", "gone"}
    assert {each.domain for each in view.relations} == {"arms", "money"}
    assert view.remark == found.sentence
    assert view.filter == MONEY


def test_a_line_of_several_fates_has_changed(little: Network) -> None:
    before = view_of(little, Filter(hidden_relations=frozenset({"rel:loan"})))
    _, ties, _ = compared(before, view_of(little, Filter()), "pairs")
    assert {tie.change for tie in ties if "rel:loan" in tie.relations} == {"changed"}
    assert all("rel:loan" in tie.relations for tie in changed_only(ties))


@given(data=st.data(), combine=st.sampled_from(list(COMBINE_LABELS)))
def test_everything_that_either_shows_is_there_once(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject, combine: Combine
) -> None:
    before, after = (view_of(little, data.draw(filters)) for _ in range(2))
    view, ties, found = compared(before, after, combine)
    both = {each.id for side in (before, after) for each in side.relations}
    assert {each.id for each in view.relations} == both
    assert sorted(each for tie in ties for each in tie.relations) == sorted(both)
    assert {actor.id for actor in view.actors} >= {end for tie in ties for end in (tie.giver, tie.receiver)}
    assert {each.relation for each in found.differences} == both


@given(data=st.data())
def test_what_is_gone_is_told_as_the_earlier_view_judges_it(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject
) -> None:
    before, after = (view_of(little, data.draw(filters)) for _ in range(2))
    view, _, found = compared(before, after)
    for key in (each for each, change in found.changes.items() if change == "gone"):
        judged = before.assessments[key]
        assert view.assessments[key] is view.apart[key] is judged
        assert view.levels[key] == view.level_of(key) == judged.level
        assert view.resting[key] == view.sources_behind([key]) == judged.sources
        assert (key in view.undated) == judged.undated
    assert set(view.apart) == {each for each, change in found.changes.items() if change == "gone"}
    assert "rel:none" not in view.apart


def test_another_network_brings_its_own_actors(little: Network) -> None:
    older = replace(little, relations=little.relations[:6], digest="0" * 64)
    newer = replace(little, actors=little.actors[:5], relations=little.relations[6:8], digest="1" * 64)
    view, ties, _ = compared(view_of(older, Filter()), view_of(newer, Filter()))
    assert {tie.change for tie in ties} == {"added", "changed", "gone"}
    assert {end for tie in ties for end in (tie.giver, tie.receiver)} <= {actor.id for actor in view.actors}


@pytest.mark.parametrize(
    ("baseline", "given"), [(Baseline(), False), (Baseline("2022"), True), (Baseline(filter=ARMS), True)]
)
def test_a_baseline_says_what_to_compare_with(little: Network, baseline: Baseline, given: bool) -> None:
    assert baseline.is_given == given
    asked = baseline.view(view_of(little, MONEY)).filter
    assert asked == {Baseline(): MONEY, Baseline("2022"): replace(MONEY, as_of="2022")}.get(baseline, ARMS)


@pytest.mark.parametrize(("before", "after"), [("", "TLP:GREEN"), ("TLP:GREEN", ""), ("TLP:RED", "TLP:GREEN")])
def test_nothing_above_a_ceiling_comes_back_as_gone(little: Network, before: str, after: str) -> None:
    baseline = Baseline(filter=Filter(ceiling=before))
    assert baseline.view(view_of(little, Filter(ceiling=after))).filter.ceiling == "TLP:GREEN"


def test_changed_lines_wear_a_band_and_a_badge_that_the_legend_explains(little: Network) -> None:
    theme = assets.theme("light")
    view, ties, _ = compared(view_of(little, ARMS), view_of(little, MONEY))
    places = {actor.id: (200.0 * at, 130.0 * (at % 3)) for at, actor in enumerate(view.actors)}
    scene = compose(view, ties, places)
    assert {edge.change for edge in scene.edges} == {"added", "gone"}
    assert {entry.key for entry in legend_of(ties, view.actors) if entry.section == "change"} == {"added", "gone"}
    bands = {edge.change: change_band(edge, 1.0, theme) for edge in scene.edges}
    assert bands["gone"].colour != bands["added"].colour
    assert (bands["added"].segments[1:, :2] == bands["added"].segments[:-1, 2:]).all()
    assert not (bands["gone"].segments[1:, :2] == bands["gone"].segments[:-1, 2:]).all()
    assert all(len(line_group(edge, 1.0, theme).items) > 2 for edge in scene.edges)


def test_every_kind_of_change_but_the_same_is_drawn_in_a_way_of_its_own() -> None:
    from graphdata.style import CHANGES as BANDS

    assert set(BANDS) == set(CHANGES) - {"same"}
    assert len(set(BANDS.values())) == len(BANDS)
