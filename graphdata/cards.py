"""One claim as the evidence panel shows it: what it says, how good it is, where it stands, and who had it from whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graphdata.attested import magnitude_in_words
from graphdata.chains import Index, publisher_of
from graphdata.citation import citation
from graphdata.dates import in_words
from graphdata.directions import isolated
from graphdata.network import Network
from graphdata.sourcing import Accepted, Claim, Link, Locator
from graphdata.vocabulary import BASES, DIGITS, LETTERS, STANCES, finding_label

LOCATORS: Final = {"paragraph": "¶", "page": "p.", "section": "§", "line": "line", "figure": "fig.", "timestamp": "at"}
MODALITIES: Final = {"assessed": "as a judgement", "possible": "as possible", "denied": "denying it"}
MANNERS: Final = {"quotes": "quoting", "paraphrases": "paraphrasing", "translates": "translating"}
FILTERED: Final = "left out by the filter in force"
SIGNS: Final = {"supports": "+", "contradicts": "≠", "qualifies": "~"}


@dataclass(frozen=True, slots=True)
class Card:
    """A claim in words; set_aside says why it does not count, where it does not."""

    id: str
    relation: str
    source: str
    citation: str
    stance: str
    sign: str
    summary: str
    value: str
    basis: str
    grade: str
    grade_words: str
    when: str
    locator: str
    chain: str
    quote: str
    translation: str
    note: str
    answered: str
    faults: tuple[str, ...]
    set_aside: str


def card_of(claim: Claim, index: Index, counted: bool = True, filtered: bool = False) -> Card:
    """Return a claim in words, graded as the rules grade it; one that the filter leaves out says that and no more."""
    path = index.path(claim)
    return Card(
        id=claim.id,
        relation=claim.relation,
        source=claim.document,
        citation=_citation(claim, index.network),
        stance=STANCES[claim.stance],
        sign=SIGNS[claim.stance],
        summary=claim.summary,
        value=value_in_words(claim),
        basis=BASES[claim.basis],
        grade=f"{path.letter}{path.digit}",
        grade_words=f"{LETTERS[path.letter]}, {DIGITS[path.digit]}",
        when=in_words(claim.when),
        locator=locator_in_words(claim.locator),
        chain=chain_in_words(claim, index.network),
        quote=claim.quote,
        translation=_translation(claim),
        note=claim.note,
        answered=claim.answered,
        faults=faults_of(claim.accepted),
        set_aside="" if counted else FILTERED if filtered else _why_not(claim, index.network),
    )


def locator_in_words(locator: Locator) -> str:
    """Return a place in a source: "¶ 14", "p. 3", "chapter 2"."""
    return f"{LOCATORS.get(locator.label, locator.label)} {locator.value}"


def chain_in_words(claim: Claim, network: Network) -> str:
    """Return who had it from whom, the origin first: "White House (as possible) → Reuters → UP (paraphrasing)"."""
    steps = [_step(link, network) for link in reversed(claim.chain)]
    last = claim.chain[-1]
    if not last.unstated and last.role == "cited_in":
        steps.insert(0, "origin not named")
    elif len(claim.chain) == 1 and not last.unstated and last.role == "origin":
        steps[0] += ", own reporting" if claim.basis in ("reported", "assessed") else ""
    return " → ".join(steps)


def value_in_words(claim: Claim) -> str:
    """Return the value that a claim gives to its aspect, or an empty string."""
    asserts = claim.asserts
    if asserts is None:
        return ""
    interval = in_words(asserts.interval) if asserts.interval else ""
    return " · ".join(words for words in (magnitude_in_words(asserts), interval) if words)


def faults_of(accepted: tuple[Accepted, ...]) -> tuple[str, ...]:
    """Return the findings that editors looked at and let stand, each with its reason."""
    return tuple(f"{finding_label(each.finding)}. Why it stands: {each.reason}" for each in accepted)


def _step(link: Link, network: Network) -> str:
    """Return one step of a chain: who, how they word it, and how they pass it on."""
    notes = [MODALITIES.get(link.modality, ""), MANNERS.get(link.how or "", "")]
    said = ", ".join(note for note in notes if note)
    return _who(link, network) + (f" ({said})" if said else "")


def _who(link: Link, network: Network) -> str:
    source, actor = network.source.get(link.node or ""), network.actor.get(link.node or "")
    if source:
        return isolated(publisher_of(network, source))
    return isolated(actor.label if actor else link.named or link.node or "origin not named")


def _citation(claim: Claim, network: Network) -> str:
    """Return the document in hand and the place in it, as a note gives them."""
    source = network.source.get(claim.document)
    return f"{citation(source)}, {locator_in_words(claim.locator)}" if source else locator_in_words(claim.locator)


def _translation(claim: Claim) -> str:
    by = f" (translated by {claim.quote_translator})" if claim.quote_translator else ""
    return f"{claim.quote_translation}{by}" if claim.quote_translation else ""


def _why_not(claim: Claim, network: Network) -> str:
    """Return why a claim does not count."""
    if claim.rank == "deprecated":
        return f"deprecated: {claim.reason or 'no reason given'}"
    behind = (network.source[each] for each in claim.source_ids if each in network.source)
    retracted = next((source.retracted for source in behind if source.retracted), "")
    if retracted:
        return f"source retracted: {retracted}"
    newer = superseding(claim, network)
    return f"superseded by {newer}" if newer else FILTERED


def superseding(claim: Claim, network: Network) -> str:
    """Return the id of the claim that has taken the place of another, an empty string where none has."""
    relation = network.relation.get(claim.relation)
    return next((each.id for each in relation.claims if each.supersedes == claim.id), "") if relation else ""
