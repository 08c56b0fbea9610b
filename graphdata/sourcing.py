"""Where claims come from: sources with their grades, citations, and the claims that rest on them.

The model joins the NATO Admiralty code (grades), ICD 206 (sourcing), CSL-JSON (bibliography) and W3C PROV (chains).
"""

from __future__ import annotations

from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from graphdata.vocabulary import (
    ASPECT_PATTERN,
    Basis,
    ChainRole,
    Letter,
    MagnitudeBasis,
    Manner,
    Modality,
    Rank,
    Stance,
    StatusWord,
)

UNGRADED: Final = "ungraded"

ActorId = Annotated[str, Meta(pattern=r"^actor:[a-z0-9][a-z0-9-]*$")]
SourceId = Annotated[str, Meta(pattern=r"^src:[a-z0-9][a-z0-9-]*$")]
RelationId = Annotated[str, Meta(pattern=r"^rel:[a-z0-9][a-z0-9-]*$")]
ClaimId = Annotated[str, Meta(pattern=r"^clm:[a-z0-9][a-z0-9-]*$")]
NodeId = Annotated[str, Meta(pattern=r"^(actor|src):[a-z0-9][a-z0-9-]*$")]
Line = Annotated[str, Meta(min_length=1, max_length=512)]
Prose = Annotated[str, Meta(max_length=4000)]
Edtf = Annotated[str, Meta(max_length=64)]
Marking = Annotated[str, Meta(min_length=1, max_length=64)]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, dict=True):
    """The base of every stored record: frozen, strict about its fields, silent about defaults."""


class Accepted(Record, frozen=True, kw_only=True):
    """A finding of the linter that an editor has looked at and lets stand, with the reason that readers see."""

    finding: Line
    reason: Line


class Grade(Record, frozen=True, kw_only=True):
    """An editor's judgement of reliability, within a scope, with its reason."""

    grade: Letter
    scope: Line = "everything"
    why: Line
    by: Line = ""
    on: Edtf = ""


class Archive(Record, frozen=True, kw_only=True):
    """The copy that was read: its hash always, the copy itself never leaves the editor's machine."""

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    retrieved: Edtf = ""
    media_type: str = "text/plain"
    file: str = ""


class Descriptor(Record, frozen=True, kw_only=True):
    """A source descriptor after ICD 206: what a reader needs to know to weigh it."""

    access: str = ""
    record: str = ""
    interest: str = ""
    currency: str = ""
    completeness: str = ""


class Source(Record, frozen=True, kw_only=True):
    """A document that claims come from; csl holds its CSL-JSON item."""

    id: SourceId
    csl: dict[str, Any]
    publisher: str = ""
    reliability: tuple[Grade, ...] = ()
    bloc: str = ""
    language: str = ""
    read: bool = False
    archive: Archive | None = None
    derives_from: tuple[SourceId, ...] = ()
    descriptor: Descriptor | None = None
    retracted: str = ""
    marking: Marking = "TLP:CLEAR"
    note: Prose = ""
    accepted: tuple[Accepted, ...] = ()

    @property
    def title(self) -> str:
        """The title as the bibliography gives it, or the id."""
        return str(self.csl.get("title") or self.id)

    @property
    def short_title(self) -> str:
        """The name that the editors call the document by (CSL's title-short), else its title."""
        return str(self.csl.get("title-short") or self.title)

    @property
    def url(self) -> str:
        """The address as the record gives it; text, never opened by itself."""
        return str(self.csl.get("URL") or "")

    @property
    def judged(self) -> str:
        """The editor's reliability letter, "ungraded" where none was given, which is no judgement."""
        return self.reliability[0].grade if self.reliability else UNGRADED

    @property
    def letter(self) -> Letter:
        """The editor's reliability letter as the rules take it: F where none was given."""
        return self.reliability[0].grade if self.reliability else "F"


class Locator(Record, frozen=True, kw_only=True):
    """The place in a source: a CSL locator label and its value."""

    label: Line
    value: Line


class Link(Record, frozen=True, kw_only=True):
    """One step of an attribution chain, from the document in hand towards whoever said it first."""

    node: NodeId | None = None
    role: ChainRole
    modality: Modality = "asserted"
    how: Manner | None = None
    unstated: bool = False
    named: str = ""


class Asserts(Record, frozen=True, kw_only=True):
    """The value that a claim gives to its aspect."""

    status: StatusWord | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    basis: MagnitudeBasis | None = None
    per: str = ""
    scope: str = ""
    interval: Edtf = ""
    text: Annotated[str, Meta(max_length=280)] = ""


class Claim(Record, frozen=True, kw_only=True):
    """What one source says about one aspect of one relation, and how it came to say so."""

    id: ClaimId
    relation: RelationId
    aspect: Annotated[str, Meta(pattern=ASPECT_PATTERN)]
    stance: Stance
    basis: Basis
    summary: Annotated[str, Meta(min_length=1, max_length=280)]
    locator: Locator
    chain: Annotated[tuple[Link, ...], Meta(min_length=1)]
    asserts: Asserts | None = None
    direct: bool = True
    quote: Annotated[str, Meta(max_length=240)] = ""
    quote_language: str = ""
    quote_translation: Annotated[str, Meta(max_length=480)] = ""
    quote_translator: str = ""
    when: Edtf = ""
    begins: Edtf = ""
    ends: Edtf = ""
    credibility: Annotated[int, Meta(ge=1, le=6)] = 6
    rank: Rank = "normal"
    reason: str = ""
    answered: str = ""
    author: str = ""
    recorded: Edtf = ""
    reviewed_by: str = ""
    marking: Marking = "TLP:CLEAR"
    supersedes: ClaimId | None = None
    note: Prose = ""
    accepted: tuple[Accepted, ...] = ()

    @property
    def document(self) -> str:
        """The id of the document in hand: the first source of the chain, or an empty string."""
        return next((link.node for link in self.chain if link.node and link.node.startswith("src:")), "")

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source along the chain, the document in hand first."""
        return tuple(link.node for link in self.chain if link.node and link.node.startswith("src:"))
