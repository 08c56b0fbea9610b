"""What the evidence panel says of a network, a line of the map, or an actor: plain values, made from a view.

Every judgement comes from the view's assessments, so that a page says what the map draws, under the filter in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphdata.arrangement import bloc_name
from graphdata.bulk import kept_with
from graphdata.cards import faults_of
from graphdata.facts import relation_places
from graphdata.network import Actor, Network, Relation
from graphdata.rows import (
    Row,
    counted,
    date_of,
    domain_in_words,
    ends_of,
    graded,
    label_of,
    relation_row,
    resting,
    source_rows,
    title_of,
)
from graphdata.ruleset import Level
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, DOMAINS


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one domain under a heading."""

    sign: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """What is open, for the panel with nothing selected."""

    title: str
    counts: str
    edition: str
    policy: str


@dataclass(frozen=True, slots=True)
class TiePage:
    """One line of the map and the relations it stands for; the sign is its domain, empty for several."""

    title: str
    sign: str
    domain: str
    verdict: str
    level: Level
    relations: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor: names, relations by domain and partner, and the sources behind them."""

    title: str
    names: tuple[str, ...]
    kind: str
    facts: tuple[str, ...]
    note: str
    faults: tuple[str, ...]
    relations: tuple[Group, ...]
    hidden: int
    sources: tuple[Row, ...]


def _off_the_map(network: Network) -> str:
    """Return how many actors speak in the evidence alone, if any do."""
    unseen = len(network.actors) - len(network.drawn)
    return f" ({unseen} of them only heard, not drawn)" if unseen else ""


def network_page(view: View) -> NetworkPage:
    """Return what is said of the whole network."""
    network = view.network
    counts = (
        counted(len(network.actors), "actor", "actors") + _off_the_map(network),
        counted(len(network.relations), "relation", "relations"),
        counted(len(network.claims), "claim", "claims"),
        counted(len(network.sources), "source", "sources"),
    )
    as_of = f"as of {date_of(network.as_of)}" if network.as_of else ""
    edition = (as_of, f"version {network.version}", f"ruleset {network.ruleset}")
    return NetworkPage(
        title=network.title,
        counts=" · ".join(part for part in counts if part) or "empty",
        edition=" · ".join(part for part in edition if part),
        policy=network.policy,
    )


def empty_page(opening: str) -> NetworkPage:
    """Return what is said while no network is open: what is being opened, in words, or how to open one."""
    hint = "" if opening else "Open a folder of dossiers or a pack with Ctrl+O."
    return NetworkPage(title=opening or "No network is open", counts=hint, edition="", policy="")


def tie_page(view: View, tie: Tie) -> TiePage:
    """Return what is said of a line of the map."""
    relations = [view.network.relation[each] for each in tie.relations]
    spread = tie.level.label if tie.level == tie.worst else f"{tie.level.label} at best, {tie.worst.label} at worst"
    return TiePage(
        title=title_of(view.network, tie.giver, tie.receiver, tie.mutual),
        sign=tie.domain,
        domain=domain_in_words(tie.domain, tie.hostile),
        verdict=f"{spread} · {resting(tie.documents, tie.origins)}",
        level=tie.level,
        relations=tuple(relation_row(each, view.assessments[each.id]) for each in relations),
    )


def actor_page(view: View, actor_id: str) -> ActorPage:
    """Return what is said of an actor."""
    actor = view.network.actor[actor_id]
    every = [view.network.relations[at] for at in _involving(view.network).get(actor_id, ())]
    places = relation_places(view.network)
    shown = [relation for relation in every if not view.hiding[places[relation.id]]]
    behind = view.sources_behind(relation.id for relation in shown)
    return ActorPage(
        title=actor.name,
        names=tuple(f"{name.text} ({name.lang})" if name.lang else name.text for name in actor.names[1:]),
        kind=ACTOR_KINDS[actor.kind],
        facts=_facts(view.network, actor),
        note=actor.note,
        faults=faults_of(actor.accepted),
        relations=_by_domain(view, actor_id, shown),
        hidden=len(every) - len(shown),
        sources=source_rows(view.network, behind),
    )


def _involving(network: Network) -> Mapping[str, Sequence[int]]:
    """Return for each actor the places of the relations that name it as an end or as passed through."""

    def made() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, relation in enumerate(network.relations):
            for actor in dict.fromkeys(relation.actors):
                found.setdefault(actor, []).append(at)
        return found

    return kept_with(network, "_involving", made)


def _by_domain(view: View, actor_id: str, relations: Iterable[Relation]) -> tuple[Group, ...]:
    """Return an actor's relations as rows, by domain and partner."""
    rows: dict[str, list[Row]] = {domain: [] for domain in DOMAINS}
    for relation in relations:
        rows[relation.domain].append(_partner_row(view, actor_id, relation))
    ordered = {domain: sorted(found, key=_by_partner) for domain, found in rows.items() if found}
    heads = {domain: f"{DOMAIN_LABELS[domain]} · {len(found)}" for domain, found in ordered.items()}
    return tuple(Group(domain, heads[domain], tuple(found)) for domain, found in ordered.items())


def _by_partner(row: Row) -> str:
    return row.text.lstrip("←→↔ ").casefold()


def _partner_row(view: View, actor_id: str, relation: Relation) -> Row:
    """Return a relation as seen from one of its actors."""
    partner = relation.receiver if relation.giver == actor_id else relation.giver
    arrow = "↔" if relation.direction == "mutual" else "→" if relation.giver == actor_id else "←"
    text = f"{arrow} {label_of(view.network, partner)}"
    if actor_id not in (relation.giver, relation.receiver):
        text = f"{ends_of(view.network, relation)}, passing through"
    return Row("relation", relation.id, text, relation.summary, relation.domain, view.level_of(relation.id))


def _bloc_of(network: Network, actor: Actor) -> str:
    """Return the name of the bloc that an actor shares with others, an empty text where it has none to share."""
    has_company = any(other.bloc == actor.bloc for other in network.actors if other.id != actor.id)
    return bloc_name(network, actor.bloc) if actor.bloc and has_company else ""


def _facts(network: Network, actor: Actor) -> tuple[str, ...]:
    """Return what a record says of an actor besides its names."""
    bodies = [label_of(network, each.id) for each in network.actors if each.parent == actor.id]
    facts = {
        "Belongs to": label_of(network, actor.parent) if actor.parent else "",
        "Holds": ", ".join(bodies),
        "Country": actor.country,
        "Bloc": _bloc_of(network, actor),
        "Existed": date_of(actor.exists) if actor.exists else "",
        "As an origin": " / ".join(f"{each.grade}: {each.why}" for each in map(graded, actor.grade)),
        "Identifiers": ", ".join(f"{scheme} {value}" for scheme, value in actor.identifiers.items()),
    }
    return tuple(f"{name}: {value}" for name, value in facts.items() if value)
