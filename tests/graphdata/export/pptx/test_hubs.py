"""An actor that many lines meet at has a rim long enough for them; others keep their size."""

from __future__ import annotations

import pytest
from msgspec import structs

from graphdata.export.pptx.hubs import ABREAST, LARGEST, grown, least_radii
from graphdata.export.pptx.stage import Subject, staged


def test_a_bundle_makes_both_its_ends_as_wide_as_itself(subject: Subject) -> None:
    ties = [structs.replace(subject.ties[0], id=f"tie:{at}", giver="actor:a", receiver="actor:b") for at in range(9)]
    assert least_radii(ties) == {"actor:a": 9 * ABREAST / 2, "actor:b": 9 * ABREAST / 2}


def test_more_lines_need_more_rim_up_to_a_limit(subject: Subject) -> None:
    ties = [structs.replace(subject.ties[0], giver="actor:a", receiver=f"actor:{at}") for at in range(900)]
    least = [least_radii(ties[:count])["actor:a"] for count in (20, 40, 900)]
    assert least == sorted(least)
    assert least[-1] == LARGEST


def test_the_label_stays_below_an_actor_that_grows_until_it_has_room_for_it(subject: Subject) -> None:
    node = staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.nodes[0]
    larger, hub = (grown([node], {node.id: share * node.radius}, 1.0)[0] for share in (1.1, 4.0))
    assert larger.radius == pytest.approx(1.1 * node.radius)
    assert larger.label[1] - node.label[1] == pytest.approx(0.11 * node.radius)
    assert not larger.seated
    assert hub.seated
    assert grown([node], {node.id: 1.0}, 1.0) == (node,)
