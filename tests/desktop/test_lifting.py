"""What is lifted with a selection or an answer."""

from __future__ import annotations

from desktop import lifting
from desktop.session import Session


def test_an_actor_is_lifted_with_its_lines_and_their_ends(session: Session) -> None:
    assert lifting.around(session, "actor:us") == {"actor:us", "actor:ir", "tie:us>ir:diplomacy!"}


def test_several_are_lifted_with_the_lines_between_them(session: Session) -> None:
    found = lifting.among(session, {"actor:us", "actor:ir", "actor:hz"})
    assert found == {"actor:us", "actor:ir", "actor:hz", "tie:us>ir:diplomacy!", "tie:ir>hz:arms"}


def test_a_source_is_lifted_as_the_lines_that_rest_on_it(session: Session) -> None:
    assert lifting.resting_on(session, "src:wsj") == {"tie:ru>ir:tech", "actor:ru", "actor:ir"}


def test_an_answer_is_lifted_as_what_it_names(session: Session) -> None:
    found = lifting.named(session, {"rel:loan", "actor:hz", "src:wsj"})
    assert found == {"tie:ru>ir:money", "actor:ru", "actor:ir", "actor:hz"}
