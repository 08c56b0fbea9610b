"""Links name their goal until the package knows it; what leads nowhere is plain text."""

from __future__ import annotations

from graphdata.export.pptx.links import link, linked_note, resolved, source_goal
from graphdata.export.pptx.markup import Face, run

FACE = Face(8.0, "#000000")


def test_a_goal_becomes_the_number_of_a_relation() -> None:
    written = resolved(run("[3]", FACE, link(source_goal(3), 'a "tip" & more')), {"source-3": "rId7"}.__getitem__)
    assert 'r:id="rId7"' in written
    assert "&quot;tip&quot; &amp; more" in written


def test_a_link_without_goal_is_plain_text() -> None:
    written = resolved(run("[3]", FACE, link(source_goal(3))) + run("[4]", FACE), lambda _: "")
    assert "hlinkClick" not in written
    assert "<a:t>[3]</a:t>" in written


def test_each_number_of_a_note_leads_to_its_own_source() -> None:
    written = linked_note((3, 14, 15, 92), "3,14,15+", FACE, lambda number: f"tip {number}")
    assert [f'"#source-{number}"' in written for number in (3, 14, 15, 92)] == [True, True, True, False]
