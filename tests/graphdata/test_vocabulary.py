"""The closed lists hang together."""

import re
from typing import get_args

import pytest

from graphdata import vocabulary as words


def test_every_domain_has_kinds_and_a_label() -> None:
    assert set(words.KINDS) == set(words.DOMAINS) == set(words.DOMAIN_LABELS) == set(get_args(words.Domain))


def test_every_kind_of_actor_has_a_label() -> None:
    assert set(words.ACTOR_KINDS) == set(get_args(words.ActorKind))


@pytest.mark.parametrize(
    "aspect", ["exists", "status:delivered", "magnitude", "magnitude:drones-a-year", "nature:pact", "via"]
)
def test_an_aspect_has_words(aspect: str) -> None:
    assert re.match(words.ASPECT_PATTERN, aspect)
    assert words.aspect_label(aspect)[0].isupper()


@pytest.mark.parametrize("aspect", ["status:sent", "nature", "exists:x", "magnitude:Ä", ""])
def test_other_aspects_are_not_known(aspect: str) -> None:
    assert not re.match(words.ASPECT_PATTERN, aspect)


def test_attacks_and_threats_are_hostile_and_transfers_are_not() -> None:
    assert words.is_hostile("arms", "attack")
    assert words.is_hostile("diplomacy", "threat")
    assert not words.is_hostile("arms", "transfer")


def test_what_editors_let_stand_is_said_in_words() -> None:
    assert words.finding_label("citation-mark-lost") == "Citation marks were lost in copying"
    assert words.finding_label("Dates disagree.") == "Dates disagree"


def test_an_unknown_kind_is_shown_as_it_stands() -> None:
    assert words.kind_label("arms", "air_drop") == "Air drop"
    assert words.kind_label("tech", "know_how") == "Know-how"
