"""What a view was compared with, as a reference and back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.questions.compared import compared
from graphdata.reference import Compared, baseline_of, compared_of, dataset_of, other_in
from graphdata.saved_view import from_json, reopened, saved_view, to_json
from graphdata.view import View, view_of

ARMS = Filter(domains=frozenset({"arms"}))


@pytest.fixture(scope="module")
def older(little: Network) -> Network:
    """Return an earlier version of the little network, with fewer relations."""
    return replace(little, version="0.9", relations=little.relations[4:], digest="0" * 64)


def both(little: Network, baseline: Baseline) -> View:
    """Return what is on show of arms, compared."""
    after = view_of(little, ARMS)
    return compared(baseline.view(after), after)[0]


def test_a_view_that_is_not_compared_refers_to_nothing(little: Network) -> None:
    """Neither in the value nor in the text."""
    saved = saved_view(view_of(little, ARMS), "Arms")
    assert saved.compared is None
    assert '"compared"' not in to_json(saved)


@pytest.mark.parametrize("kind", ["date", "query", "network", "both"])
def test_a_comparison_comes_back_from_its_text(little: Network, older: Network, kind: str) -> None:
    """The same baseline, and with it the same lines with the same marks."""
    baseline = {
        "date": Baseline("2021"),
        "query": Baseline(filter=Filter()),
        "network": Baseline(other=older),
        "both": Baseline("2021", older),
    }[kind]
    view = both(little, baseline)
    found = reopened(little, from_json(to_json(saved_view(view, "What changed"))), others=[little, older])
    assert found.baseline == baseline
    assert (found.lost, found.view.remark) == ("", view.remark)
    assert [each.id for each in found.view.relations] == [each.id for each in view.relations]
    assert {actor.id for actor in found.view.actors} <= found.positions.keys()


def test_a_network_of_other_content_is_not_compared_with(little: Network, older: Network) -> None:
    """The id alone is not enough: what is said names the version that is wanted."""
    wanted = Compared(other=dataset_of(older))
    assert other_in(wanted, [little]) is None
    assert other_in(wanted, [little, older]) is older
    baseline, lost = baseline_of(wanted, [little])
    assert not baseline.is_given
    assert "version 0.9" in lost


def test_a_comparison_with_the_very_same_is_kept(little: Network) -> None:
    """A query that asks for what is on show marks nothing, and is a comparison all the same."""
    assert compared_of(both(little, Baseline(filter=ARMS))) == Compared(filter=ARMS)
