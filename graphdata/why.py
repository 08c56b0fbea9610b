"""Why something is on show, in a sentence: what it passes, what it is drawn at, and what an actor is there for."""

from __future__ import annotations

import numpy as np

from graphdata.facts import relation_places
from graphdata.filter import chips_of
from graphdata.network import Relation
from graphdata.rows import counted, verdict_of
from graphdata.view import View
from graphdata.vocabulary import STATUS_WORDS


def why_shown(view: View, record_id: str) -> str:
    """Return why an actor or a relation is on show; an empty string where it is hidden by the filter or unknown."""
    if record_id in view.network.relation:
        return _why_relation(view, view.network.relation[record_id])
    return _why_actor(view, record_id) if record_id in view.network.actor else ""


def _why_relation(view: View, relation: Relation) -> str:
    """Return what a relation passes, and what its line is drawn at."""
    if view.hiding[relation_places(view.network)[relation.id]]:
        return ""
    found = view.assessments[relation.id]
    status = f"drawn as {STATUS_WORDS[found.status].lower()}" if found.status else "drawn without a status"
    return f"Shown: it {_passing(view)}; {status}, {verdict_of(found.headline)}."


def _why_actor(view: View, actor_id: str) -> str:
    """Return which relations on show an actor is an end of, or that it is no end of any in the network."""
    dealings = int(np.count_nonzero(view.hiding[view.dealings(actor_id)] == 0))
    if dealings:
        return f"Shown: {counted(dealings, 'relation', 'relations')} on show have it as giver or receiver."
    if any(actor.id == actor_id for actor in view.actors):
        return "Shown: no filter narrows the map, and nothing else in the network names it."
    if not view.network.degree[actor_id]:
        return "Not drawn: it has no dealings of its own and is only named in the evidence."
    return ""


def _passing(view: View) -> str:
    """Return which chips something on show has passed."""
    chips = [chip.label for chip in chips_of(view.filter, view.network)]
    return f"passes {' and '.join(f'“{label}”' for label in chips)}" if chips else "is not asked to pass any filter"
