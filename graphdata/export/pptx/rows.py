"""A relation as a row of words: who gives what to whom, how far it has come, how surely, on which sources."""

from __future__ import annotations

from typing import Final

from graphdata.attested import years_in_words
from graphdata.confidence import RelationAssessment
from graphdata.export.pptx.numbering import Numbering
from graphdata.filter import CONTESTING
from graphdata.network import Relation
from graphdata.rows import label_of
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, STATUS_WORDS, kind_label

HEADS: Final = (
    "Giver", "Receiver", "Domain", "Kind", "What", "Status, dates", "Confidence", "Origins / documents", "Sources"
)  # fmt: skip
SIDES: Final = {"forward": "{}", "mutual": "↔ {}"}


def cells_of(view: View, relation_id: str, numbering: Numbering) -> tuple[str, ...]:
    """Return the words under each of the heads."""
    network, found = view.network, view.assessments[relation_id]
    relation = network.relation[relation_id]
    return (
        label_of(network, relation.giver),
        SIDES[relation.direction].format(label_of(network, relation.receiver)),
        DOMAIN_LABELS[relation.domain],
        kind_label(relation.domain, relation.kind),
        relation.summary,
        _status(relation, found),
        _confidence(found),
        f"{found.headline.origins} / {found.headline.documents}",
        " ".join(f"[{number}]" for number in numbering.of_relation(view, relation_id)),
    )


def _status(relation: Relation, found: RelationAssessment) -> str:
    """Return how far a dealing has come, and the years that its claims speak of."""
    when = years_in_words([found]) or "undated"
    word = STATUS_WORDS.get(found.status, "Event" if relation.event else "")
    return ", ".join(part for part in (word, when) if part)


def _confidence(found: RelationAssessment) -> str:
    """Return the level, with what a reader must know beside it."""
    said = [found.level.label]
    said += ["assigned by hand"] if found.override else []
    said += ["contested"] if CONTESTING.intersection(found.headline.flags) else []
    return ", ".join(said)
