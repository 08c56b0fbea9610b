"""What hides something else on a slide, or is misread, is counted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphdata.export.pptx import flaws
from graphdata.export.pptx.flaws import FULL_RIMS, Flaws, Stage, flaws_of, hides_nothing
from graphdata.export.pptx.stage import Subject, staged

BOX = (20.0, 80.0, 700.0, 480.0)


@pytest.fixture
def found(subject: Subject) -> Stage:
    return staged(subject, BOX)


def test_a_label_that_is_missing_or_lies_over_a_sign_is_one(found: Stage) -> None:
    assert hides_nothing(found)
    first, *others = found.scene.nodes
    x, y = found.scene.edges[0].glyph
    for node in (replace(first, labelled=False), replace(first, label=(x - 9.0, y - 9.0, x + 9.0, y + 9.0))):
        worse = found._replace(scene=replace(found.scene, nodes=(node, *others)))
        assert not hides_nothing(worse)
        assert flaws_of(worse).hidden > flaws_of(found).hidden


def test_heads_mislead_when_there_are_more_than_full_rims_have() -> None:
    assert Flaws(1, 0).misleads
    assert not Flaws(0, FULL_RIMS).misleads
    assert Flaws(0, FULL_RIMS + 1).misleads
    assert Flaws(1, 0).cost > Flaws(0, 1).cost > 0.0


def test_names_that_read_as_one_of_two_lines_are_faults(subject: Subject) -> None:
    one, other, *_ = staged(subject, BOX).scene.nodes
    one = replace(one, label=(0.0, 0.0, 60.0, 12.0))
    for below, aside, count in ((12.5, 0.0, 1), (12.5, 40.0, 0), (22.0, 0.0, 0)):
        two = replace(other, label=(aside, below, aside + 50.0, below + 12.0))
        assert flaws.stacked([one, two]) == flaws.stacked([two, one]) == count
    assert flaws.stacked([]) == 0


def test_lines_under_actors_are_faults(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    found = staged(subject, BOX)
    before = flaws.flaws_of(found).hidden
    monkeypatch.setattr(flaws, "runs_under", lambda edges, _: np.ones(len(edges), dtype=np.int64))
    assert flaws.flaws_of(found).hidden == before + len(found.scene.edges)
