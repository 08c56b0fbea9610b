"""How one relation stands in two views, in words."""

from __future__ import annotations

from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.standings import difference, same
from graphdata.view import View, view_of


def views(network: Network, *filters: Filter) -> list[View]:
    """Return a network under each of some filters."""
    return [view_of(network, each) for each in filters]


def test_what_only_one_view_has_is_described(little: Network) -> None:
    before, after = views(little, Filter(), Filter())
    loan = little.relation["rel:loan"]
    assert difference(before, after, None, loan).change == "added"
    gone = difference(before, after, loan, None)
    assert gone.change == "gone"
    assert gone.respects[:2] == ("Loan", f"confidence {after.assessments[loan.id].level.label}")


def test_fewer_claims_are_said_with_what_they_change(little: Network) -> None:
    loan = little.relation["rel:loan"]
    bare = replace(
        little, relations=tuple(replace(each, claims=()) if each is loan else each for each in little.relations)
    )
    (before,), (after,) = views(little, Filter()), views(bare, Filter())
    found = difference(before, after, loan, bare.relation["rel:loan"])
    assert found.change == "changed"
    assert found.respects[-1] == f"claims: {len(loan.claims)} fewer"
    assert any(each.endswith("→ None") for each in found.respects)


def test_nothing_is_said_of_what_stayed_the_same(little: Network) -> None:
    view = view_of(little, Filter())
    loan = little.relation["rel:loan"]
    assert same(view, loan) == difference(view, view, loan, loan)
    assert same(view, loan).respects == ()
