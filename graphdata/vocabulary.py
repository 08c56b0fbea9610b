"""The closed word lists of the evidence model, each word with what a reader sees for it.

Ordered as they are shown. The kinds are closed per domain; licensed production is tech and delivery is arms, as the
SIPRI arms-transfers registers split them. Kinds marked hostile are acts against the receiver, drawn apart from support.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Domain = Literal["arms", "money", "tech", "diplomacy"]
ActorKind = Literal["state", "state_body", "armed_group", "firm", "party", "person", "bloc", "media", "unknown"]
Direction = Literal["forward", "mutual"]
StatusWord = Literal["proposed", "agreed", "in_progress", "delivered", "ended"]
Stance = Literal["supports", "contradicts", "qualifies"]
Basis = Literal["documented", "observed", "announced", "reported", "assessed", "denial"]
ChainRole = Literal["cited_in", "reported_by", "origin"]
Modality = Literal["asserted", "assessed", "possible", "denied"]
Manner = Literal["quotes", "paraphrases", "translates"]
Letter = Literal["A", "B", "C", "D", "E", "F"]
Rank = Literal["normal", "deprecated"]
NameType = Literal["official", "alias", "translit", "acronym"]
MagnitudeBasis = Literal["ordered", "delivered", "contract", "estimate", "rate"]
Combine = Literal["relations", "ties", "pairs"]  # what one line stands for

DOMAINS: Final[tuple[Domain, ...]] = ("arms", "money", "tech", "diplomacy")
ACTOR_KINDS: Final[dict[str, str]] = {
    "state": "State",
    "state_body": "State body",
    "armed_group": "Armed group",
    "firm": "Firm or plant",
    "party": "Party",
    "person": "Person",
    "bloc": "Bloc",
    "media": "Media",
    "unknown": "Not identified",
}
COMBINE_LABELS: Final[dict[Combine, str]] = {
    "relations": "Every relation",
    "ties": "One line per domain and direction",
    "pairs": "One line per pair",
}
DOMAIN_LABELS: Final[dict[str, str]] = {"arms": "Arms", "money": "Money", "tech": "Tech", "diplomacy": "Diplomacy"}


class KindOfDealing(NamedTuple):
    """What a kind is called, and whether it is an act against the receiver."""

    label: str
    hostile: bool = False


KINDS: Final[dict[str, dict[str, KindOfDealing]]] = {
    "arms": {
        "transfer": KindOfDealing("Arms transfer"),
        "training": KindOfDealing("Training"),
        "recruitment": KindOfDealing("Recruitment"),
        "targeting_support": KindOfDealing("Targeting support"),
        "deployment": KindOfDealing("Deployment of forces"),
        "cooperation": KindOfDealing("Defence cooperation"),
        "attack": KindOfDealing("Attack", hostile=True),
    },
    "money": {
        "loan": KindOfDealing("Loan"),
        "aid": KindOfDealing("Financial aid"),
        "trade": KindOfDealing("Trade"),
        "party_funding": KindOfDealing("Party funding"),
        "media_funding": KindOfDealing("Media funding"),
        "payment_system": KindOfDealing("Payment system"),
        "smuggling": KindOfDealing("Smuggling and sanctions evasion"),
        "sanctions": KindOfDealing("Sanctions or tariffs", hostile=True),
    },
    "tech": {
        "know_how": KindOfDealing("Know-how"),
        "licensed_production": KindOfDealing("Licensed production"),
        "surveillance": KindOfDealing("Surveillance and control"),
        "cyber": KindOfDealing("Cyber tools"),
        "intelligence": KindOfDealing("Intelligence exchange"),
    },
    "diplomacy": {
        "treaty": KindOfDealing("Treaty"),
        "mediation": KindOfDealing("Mediation"),
        "statement": KindOfDealing("Statement"),
        "visit": KindOfDealing("Visit or talks"),
        "backing": KindOfDealing("Political backing"),
        "refuge": KindOfDealing("Refuge"),
        "understanding": KindOfDealing("Unwritten understanding"),
        "threat": KindOfDealing("Threat", hostile=True),
        "accusation": KindOfDealing("Accusation", hostile=True),
    },
}

STATUS_WORDS: Final[dict[str, str]] = {
    "proposed": "Proposed",
    "agreed": "Agreed",
    "in_progress": "In progress",
    "delivered": "Delivered",
    "ended": "Ended",
}
ASPECT_PATTERN: Final = (
    r"^(exists|period|via|status:(proposed|agreed|in_progress|delivered|ended)"
    r"|magnitude(:[a-z0-9-]+)?|nature:[a-z0-9-]+)$"
)
STANCES: Final[dict[str, str]] = {"supports": "Supports", "contradicts": "Contradicts", "qualifies": "Qualifies"}
BASES: Final[dict[str, str]] = {
    "documented": "Documented",
    "observed": "Observed",
    "announced": "Announced",
    "reported": "Reported",
    "assessed": "Assessed (a judgement)",
    "denial": "Denial",
}
LETTERS: Final[dict[str, str]] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
DIGITS: Final[dict[int, str]] = {
    1: "confirmed by independent origins",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
FINDINGS: Final[dict[str, str]] = {  # what an editor may look at and let stand, by the name of its rule
    "accepted-unknown": "Something is let stand that no rule finds",
    "actor-never-used": "No relation and no claim names this actor",
    "chain-extendable": "Another claim shows where this comes from",
    "citation-mark-lost": "Citation marks were lost in copying",
    "date-against-url": "The date is not the one in the address",
    "derives-loop": "Sources derive from one another in a loop",
    "figure-for-another-measure": "The same figure counts something else elsewhere",
    "listed-never-marked": "Its own list has a source that its text never marks",
    "marking": "The marking is no label of TLP 2.0",
    "near-identical": "Nearly the same words stand elsewhere",
    "party-on-both-sides": "A party is accused of doing something to itself",
    "quote-not-in-text": "The quoted words are not in the text at hand",
    "source-before-content": "It is dated before what it tells of",
    "source-never-cited": "No claim passes through this source",
    "translator-missing": "A translation names no translator",
    "wording-strengthened": "The wording grew stronger on its way",
}
MARKINGS: Final[tuple[str, ...]] = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


def kind_label(domain: str, kind: str) -> str:
    """Return what a reader sees for a kind, or the bare word when the lists do not know it."""
    found = KINDS.get(domain, {}).get(kind)
    return found.label if found else kind.replace("_", " ").capitalize()


def is_hostile(domain: str, kind: str) -> bool:
    """Return whether the kind is an act against the receiver."""
    found = KINDS.get(domain, {}).get(kind)
    return bool(found and found.hostile)


def finding_label(rule: str) -> str:
    """Return in words what a rule of the linter finds; what no rule is called stays as it is written."""
    return FINDINGS.get(rule, rule.rstrip("."))


def aspect_label(aspect: str) -> str:
    """Return an aspect in words, as the evidence panel heads it."""
    family, _, word = aspect.partition(":")
    if family == "status":
        return STATUS_WORDS[word]
    heads = {"exists": "Took place", "period": "Period", "via": "Route", "magnitude": "Magnitude", "nature": "Nature"}
    return heads[family] + (f": {word.replace('-', ' ')}" if word else "")
