"""A deck is one map, or a map for each part, each alone or built up by domain."""

from __future__ import annotations

from graphdata.export.pptx.decks import PLAIN, Manner, leaves_of
from graphdata.export.pptx.stage import Subject


def test_a_plain_deck_is_one_map_on_one_slide(subject: Subject) -> None:
    (leaf,) = leaves_of(subject, "A title", PLAIN, legend=True)
    (step,) = leaf.steps
    assert step.lit == frozenset(tie.id for tie in subject.ties)
    assert (step.title, step.aside) == ("A title", "")


def test_a_map_for_each_domain_keeps_the_places(subject: Subject) -> None:
    leaves = list(leaves_of(subject, "A title", Manner("domain"), legend=True))
    assert leaves[0].steps[0].title == "Arms · A title"
    assert all(leaf.subject.positions is subject.positions for leaf in leaves)
    assert sum(len(leaf.subject.ties) for leaf in leaves) == len(subject.ties)


def test_a_build_lights_one_domain_at_a_time(subject: Subject) -> None:
    (leaf,) = leaves_of(subject, "A title", Manner(build=True), legend=True)
    first, *domains, last = leaf.steps
    assert (first.lit, first.aside) == (frozenset(), "All lines are faint.")
    assert frozenset.union(*(step.lit for step in domains)) == last.lit
    assert sum(len(step.lit) for step in domains) == len(last.lit)


def test_one_domain_alone_is_not_built_up(subject: Subject) -> None:
    leaves = leaves_of(subject, "A title", Manner("domain", build=True), legend=True)
    assert all(len(leaf.steps) == 1 for leaf in leaves)
