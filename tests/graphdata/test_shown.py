"""What is on show as one value: view, lines, and all that is read off them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.legend import legend_of
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.shown import Wanted, first_shown, made_ready, shown_of
from graphdata.ties import ties_of
from graphdata.view import view_of

ARMS = Filter(domains=frozenset({"arms"}))


def test_it_is_the_view_and_its_lines(little: Network) -> None:
    shown, view = shown_of(Wanted(little, ARMS, "pairs")), view_of(little, ARMS)
    assert (shown.view.relations, shown.ties) == (view.relations, ties_of(view, "pairs"))
    assert shown.legend == legend_of(shown.ties, view.actors)
    assert {shown.tie_of_relation[each.id] for each in view.relations} == shown.tie.keys()


def test_what_was_last_on_show_lends_the_whole_where_the_filter_alone_differs(little: Network) -> None:
    first = first_shown(little)
    assert first.whole is first
    assert shown_of(Wanted(little, ARMS), first).whole is first
    assert shown_of(Wanted(little, ARMS, "pairs"), first).whole.ties == ties_of(first.view, "pairs")


def test_compared_lines_say_what_happened_to_them(little: Network) -> None:
    shown = shown_of(Wanted(little, ARMS, baseline=Baseline(filter=Filter())))
    assert {tie.change for tie in shown.ties} == {"", "gone"}
    assert not {tie.change for tie in shown.whole.ties} - {""}


def test_two_networks_that_are_equal_are_not_the_same(little: Network) -> None:
    assert Wanted(little).is_same(Wanted(little))
    assert not Wanted(little).is_same(Wanted(little, ARMS))
    assert not Wanted(little).is_same(Wanted(replace(little)))


def test_nobody_waits_for_what_is_called_off(little: Network) -> None:
    def told(share: float) -> None:
        if share:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        made_ready(Wanted(little, ARMS), None, told)
    assert made_ready(Wanted(little, ARMS)).view.relations == view_of(little, ARMS).relations
