"""What is lifted out of the map with a selection or an answer: ids of actors and lines, read off a session."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.session import Session


def around(session: Session, actor_id: str) -> frozenset[str]:
    """Return an actor, its lines, and the actors at their other ends."""
    ties = [tie for tie in session.ties if actor_id in (tie.giver, tie.receiver)]
    ends = {end for tie in ties for end in (tie.giver, tie.receiver)}
    return frozenset({actor_id, *ends, *(tie.id for tie in ties)})


def among(session: Session, actors: Collection[str]) -> frozenset[str]:
    """Return actors and the lines between them."""
    return frozenset((*actors, *(tie.id for tie in session.ties if tie.giver in actors and tie.receiver in actors)))


def resting_on(session: Session, source_id: str) -> frozenset[str]:
    """Return the lines that rest on a source, and their ends."""
    resting = (session.tie_of_relation.get(relation) for relation in session.view.resting_on(source_id))
    ties = [session.tie[tie] for tie in dict.fromkeys(resting) if tie]
    return frozenset(part for tie in ties for part in (tie.id, tie.giver, tie.receiver))


def named(session: Session, records: Collection[str]) -> frozenset[str]:
    """Return what an answer names: relations with their ends, actors by themselves."""
    tie_of = session.tie_of_relation
    ties = [session.tie[tie_of[each]] for each in records if each in tie_of]
    actors = {each for each in records if each in session.network.actor}
    return frozenset(actors.union(*((tie.id, tie.giver, tie.receiver) for tie in ties)))
