"""A network: actors, the relations between them, and the sources these rest on, as frozen values."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from msgspec import Meta, field

from graphdata.sourcing import Accepted, ActorId, Claim, Edtf, Grade, Line, Marking, Prose, Record, RelationId, Source
from graphdata.vocabulary import ActorKind, Direction, Domain, NameType


class Name(Record, frozen=True, kw_only=True):
    """One name of an actor, in one language and script."""

    text: Line
    lang: str = ""
    script: str = ""
    type: NameType = "official"


class Actor(Record, frozen=True, kw_only=True):
    """A state, a body, a group, a firm, a party, an outlet, a bloc or a person."""

    id: ActorId
    kind: ActorKind
    names: Annotated[tuple[Name, ...], Meta(min_length=1)]
    short: str = ""
    country: str = ""
    parent: ActorId | None = None
    exists: Edtf = ""
    identifiers: dict[str, str] = field(default_factory=dict)
    bloc: str = ""
    grade: tuple[Grade, ...] = ()
    note: Prose = ""
    marking: Marking = "TLP:CLEAR"
    accepted: tuple[Accepted, ...] = ()

    @property
    def name(self) -> str:
        """The name to show: the first one listed."""
        return self.names[0].text

    @property
    def label(self) -> str:
        """The name for the map: the short one where the record gives one."""
        return self.short or self.name


class Via(Record, frozen=True, kw_only=True):
    """An actor that a dealing passes through, and in which role."""

    actor: ActorId
    role: Line


class Relation(Record, frozen=True, kw_only=True):
    """One dealing between two actors, with every claim about it."""

    id: RelationId
    domain: Domain
    kind: str
    giver: ActorId
    receiver: ActorId
    summary: Line
    direction: Direction = "forward"
    via: tuple[Via, ...] = ()
    marking: Marking = "TLP:CLEAR"
    supersedes: RelationId | None = None
    event: bool = False
    note: Prose = ""
    accepted: tuple[Accepted, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """Giver, receiver, and whoever it passes through."""
        return (self.giver, self.receiver, *(step.actor for step in self.via))


class Network(Record, frozen=True, kw_only=True):
    """A whole curated network; everything on show is derived from it and nothing is written back."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: Line
    version: Line
    as_of: Edtf
    ruleset: Line = "1"
    policy: Prose = ""
    editors: tuple[str, ...] = ()
    licence: str = ""
    marking: Marking = "TLP:CLEAR"
    digest: str = ""
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    relations: tuple[Relation, ...] = ()

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def relation(self) -> dict[str, Relation]:
        """Relations by id."""
        return {relation.id: relation for relation in self.relations}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the relations."""
        return tuple(claim for relation in self.relations for claim in relation.claims)

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def compiled(self) -> str:
        """The last date on which a claim was recorded, as EDTF; empty where none says it."""
        return max((claim.recorded for claim in self.claims), default="")

    @cached_property
    def claims_of_source(self) -> dict[str, tuple[Claim, ...]]:
        """For each source, the claims whose chain passes through it."""
        found: dict[str, list[Claim]] = {source.id: [] for source in self.sources}
        for claim in self.claims:
            for source_id in dict.fromkeys(claim.source_ids):
                found.setdefault(source_id, []).append(claim)
        return {source_id: tuple(claims) for source_id, claims in found.items()}

    @cached_property
    def degree(self) -> dict[str, int]:
        """For each actor, how many relations name it as giver or receiver."""
        found = {actor.id: 0 for actor in self.actors}
        for relation in self.relations:
            for end in {relation.giver, relation.receiver}:
                found[end] = found.get(end, 0) + 1
        return found

    @cached_property
    def drawn(self) -> tuple[Actor, ...]:
        """The actors that have a place on the map: ends of relations, and those nothing else names.

        An actor that only speaks in chains, or that dealings pass through, is found in the evidence, not on the map.
        """
        named = {link.node for claim in self.claims for link in claim.chain}
        named |= {step.actor for relation in self.relations for step in relation.via}
        return tuple(actor for actor in self.actors if self.degree[actor.id] or actor.id not in named)
