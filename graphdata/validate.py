"""Compare the records of a network with one another: ids that lead nowhere, aspects without a value, broken chains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from graphdata.bulk import Told, no_one
from graphdata.dates import EXAMPLE, DateError, edtf_of_issued, span_of
from graphdata.linter.findings import (
    FieldPath,
    Finding,
    Names,
    Place,
    error,
    loops_in,
    place_in_words,
    problems_from,
    records_of,
)
from graphdata.linter.findings import quoted as q
from graphdata.network import Actor, Network, Relation
from graphdata.problems import Problem
from graphdata.sourcing import Asserts, Claim, Grade, Link, Source
from graphdata.vocabulary import KINDS, MARKINGS

Findings = Iterator[Finding]
_NOTHING = Asserts()
TOLD_EVERY = 1000  # relations
OPPOSITE = {"supports": "contradicts", "contradicts": "supports"}


def problems_in_network(
    network: Network, place: Place = place_in_words, unread: frozenset[str] | None = None, told: Told = no_one
) -> tuple[Problem, ...]:
    """Return what is wrong between the records; unread names records that exist and could not be read, if any."""
    return problems_from(_findings(_Context(network, unread, told)), network, place)


class _Context:
    """A network with the answers that many checks ask for."""

    def __init__(self, network: Network, unread: frozenset[str] | None, told: Told) -> None:
        self.network, self.told = network, told
        self.unread = unread or frozenset()
        self.whole = unread is None
        self._dates: dict[str, tuple[str, str]] = {}
        self.good_dates = {""}
        self.good_chains: set[tuple[tuple[str, bool, bool, bool], ...]] = set()

    @cached_property
    def known(self) -> dict[str, Names]:
        """The ids of each kind of record."""
        by_kind: dict[str, list[str]] = {"actor": [], "src": [], "rel": [], "clm": []}
        for name in self.ids:
            by_kind.setdefault(name.partition(":")[0], []).append(name)
        return {kind: Names(sorted(names)) for kind, names in by_kind.items()}

    @cached_property
    def ids(self) -> set[str]:
        """Every id that may be pointed at."""
        return {record.id for record in records_of(self.network)} | self.unread

    def reference(self, record: str, field: FieldPath, target: str | None) -> Findings:
        """Check that an id leads to a record."""
        if target and target not in self.ids:
            kind = target.partition(":")[0]
            closing = self.known[kind].nearest(target) if kind in self.known else ""
            remedy = f"Correct the id, or add the record.{closing}"
            yield error(record, field, f"{q(target)} is not in this network.", remedy, "unknown-id")

    def date(self, record: str, field: FieldPath, text: str) -> Findings:
        """Check that a date can be read; each text is parsed once."""
        if not text:
            return
        if text not in self._dates:
            self._dates[text] = _fault_of_date(text)
            if not self._dates[text][0]:
                self.good_dates.add(text)
        message, remedy = self._dates[text]
        if message:
            yield error(record, field, message, remedy or EXAMPLE, "date")

    def marking(self, record: str, text: str) -> Findings:
        """Free text may stand as a marking; what begins like a TLP label has to be one."""
        if text not in MARKINGS and text.upper().replace(" ", "").startswith("TLP"):
            remedy = f"Write one of {', '.join(MARKINGS)}.{Names(MARKINGS).nearest(text)}"
            yield Finding(record, ("marking",), f"{q(text)} is not a label of TLP 2.0.", remedy, "marking")


def _fault_of_date(text: str) -> tuple[str, str]:
    """Return what is wrong with a date and what to write instead, both empty where nothing is."""
    try:
        span_of(text)
    except DateError as fault:
        message, wanted, remedy = str(fault).partition("Write ")
        return message.strip(), wanted + remedy
    return "", ""


def _findings(context: _Context) -> Findings:
    network = context.network
    yield from context.date(network.id, ("as_of",), network.as_of)
    yield from context.marking(network.id, network.marking)
    yield from _doubled(network)
    for actor in network.actors:
        yield from _actor(actor, context)
    for source in network.sources:
        yield from _source(source, context)
    for number, relation in enumerate(network.relations):
        if number % TOLD_EVERY == 0:
            context.told(number / len(network.relations))
        yield from _relation(relation, context)
    yield from _loops(network)
    if context.whole:
        yield from _unused(network)


def _doubled(network: Network) -> Findings:
    for name, uses in Counter(record.id for record in records_of(network)).items():
        if uses > 1:
            message = f"the id is used {uses} times."
            yield error(name, ("id",), message, "Give each record an id of its own.", "duplicate-id")


def _actor(actor: Actor, context: _Context) -> Findings:
    yield from context.reference(actor.id, ("parent",), actor.parent)
    yield from context.date(actor.id, ("exists",), actor.exists)
    yield from context.marking(actor.id, actor.marking)
    yield from _grades(actor.id, "grade", actor.grade, context)


def _grades(record: str, field: str, grades: Iterable[Grade], context: _Context) -> Findings:
    for index, grade in enumerate(grades):
        yield from context.date(record, (field, index, "on"), grade.on)


def _source(source: Source, context: _Context) -> Findings:
    for index, origin in enumerate(source.derives_from):
        yield from context.reference(source.id, ("derives_from", index), origin)
    yield from context.marking(source.id, source.marking)
    yield from _grades(source.id, "reliability", source.reliability, context)
    yield from _issued(source)
    if source.archive:
        yield from context.date(source.id, ("archive", "retrieved"), source.archive.retrieved)


def _issued(source: Source) -> Findings:
    """CSL gives dates as parts; where it gives free words instead, nothing is checked."""
    issued = source.csl.get("issued")
    if not issued or (isinstance(issued, dict) and {"raw", "literal"} & issued.keys()):
        return
    parts = issued.get("date-parts") if isinstance(issued, dict) else []
    if not isinstance(parts, (list, tuple)) or not edtf_of_issued(source.csl):
        message = f"{q(issued)} is not a date of issue."
        remedy = 'Write issued = { date-parts = [[2023, 3, 27]] }, or issued = "2023-03-27".'
        yield error(source.id, ("csl", "issued"), message, remedy, "date")


def _relation(relation: Relation, context: _Context) -> Findings:
    name = relation.id
    yield from context.reference(name, ("giver",), relation.giver)
    yield from context.reference(name, ("receiver",), relation.receiver)
    yield from context.reference(name, ("supersedes",), relation.supersedes)
    for index, step in enumerate(relation.via):
        yield from context.reference(name, ("via", index, "actor"), step.actor)
    yield from context.marking(name, relation.marking)
    yield from _dealing(relation)
    for claim in relation.claims:
        yield from _claim(claim, context)
    if name not in context.unread:
        yield from _support(relation)


def _dealing(relation: Relation) -> Findings:
    name = relation.id
    if relation.giver == relation.receiver:
        message = f"giver and receiver are the same actor, {q(relation.giver)}."
        yield error(name, ("receiver",), message, "Name the other side.", "giver-is-receiver")
    kinds = KINDS[relation.domain]
    if relation.kind not in kinds:
        remedy = f"Choose one of: {', '.join(kinds)}.{Names(kinds).nearest(relation.kind)}"
        message = f"{q(relation.kind)} is not a kind of {relation.domain}."
        yield error(name, ("kind",), message, remedy, "kind-not-in-domain")
    if not relation.summary.strip():
        yield error(name, ("summary",), "the summary is empty.", "Say in a line what passed.", "summary-empty")


def _support(relation: Relation) -> Findings:
    """Checks that need every claim of the relation to have been read."""
    if not relation.claims:
        remedy = "Add a claim with its source, or remove the relation."
        yield error(relation.id, (), "the relation rests on no claim.", remedy, "relation-without-claims")
    held = {(claim.aspect, claim.stance) for claim in relation.claims if claim.rank == "normal"}
    for claim in relation.claims:
        if claim.credibility == 5 and (claim.aspect, OPPOSITE.get(claim.stance, "contradicts")) not in held:
            message = f"credibility 5 (improbable) is given, and no claim opposes this one on {q(claim.aspect)}."
            remedy = "Add the claim that contradicts it, or choose another digit."
            yield error(claim.id, ("credibility",), message, remedy, "digit-five")


def _claim(claim: Claim, context: _Context) -> Findings:
    """Look before asking: nearly all of many claims are in order."""
    if _is_plain(claim, context):
        return
    for field, text in _dates_of(claim):
        yield from context.date(claim.id, field, text)
    if claim.supersedes:
        yield from context.reference(claim.id, ("supersedes",), claim.supersedes)
    for index, link in enumerate(claim.chain):
        if link.node not in context.ids:
            yield from context.reference(claim.id, ("chain", index, "node"), link.node)
    if claim.marking not in MARKINGS:
        yield from context.marking(claim.id, claim.marking)
    yield from _words(claim)
    yield from _value(claim)
    yield from _chain(claim)


def _is_plain(claim: Claim, context: _Context) -> bool:
    """Return whether a claim is of the usual form, with dates and a chain like others that were found in order."""
    good, asserts = context.good_dates, claim.asserts
    dated = claim.when in good and claim.begins in good and claim.ends in good and claim.recorded in good
    usual = claim.rank == "normal" and claim.credibility != 1 and not (claim.supersedes or claim.quote)
    if not (dated and usual and claim.marking in MARKINGS and claim.aspect[0] in "es" and claim.summary.strip()):
        return False
    if asserts and asserts != Asserts(status=asserts.status):
        return False
    if asserts and asserts.status and claim.aspect not in ("exists", f"status:{asserts.status}"):
        return False
    return not claim.quote_translation and _is_usual_chain(claim, context)


def _is_usual_chain(claim: Claim, context: _Context) -> bool:
    """Return whether every link leads to a record, and the chain has the form of one that was found in order."""
    for link in claim.chain:
        if link.node is not None and link.node not in context.ids:
            return False
    form = tuple([(link.role, link.unstated, link.node is None, bool(link.named)) for link in claim.chain])
    if form not in context.good_chains and not next(_chain(claim), None):
        context.good_chains.add(form)
    return form in context.good_chains and bool(claim.document)


def _dates_of(claim: Claim) -> Iterator[tuple[FieldPath, str]]:
    for name in ("when", "begins", "ends", "recorded"):
        text = getattr(claim, name)
        if text:
            yield (name,), text
    if claim.asserts and claim.asserts.interval:
        yield ("asserts", "interval"), claim.asserts.interval


def _words(claim: Claim) -> Findings:
    name = claim.id
    if not claim.summary.strip():
        yield error(name, ("summary",), "the summary is empty.", "Say it in own words.", "summary-empty")
    if claim.credibility == 1:
        message = "credibility 1 means independent corroboration; it is computed and cannot be typed."
        yield error(name, ("credibility",), message, "Write 2 to 6.", "digit-one")
    if claim.rank == "deprecated" and not claim.reason.strip():
        remedy = 'Add reason = "…".'
        yield error(name, ("reason",), "the claim is deprecated without a reason.", remedy, "deprecated-without-reason")
    if claim.quote and not claim.quote_language.strip():
        remedy = 'Add quote_language = "en", or the language it is in.'
        yield error(name, ("quote_language",), "the quote has no language.", remedy, "quote-without-language")
    if claim.quote_translation and not claim.quote_translator.strip():
        remedy = 'Add quote_translator = "…".'
        yield Finding(name, ("quote_translator",), "nobody is named as translator.", remedy, "translator-missing")


def _value(claim: Claim) -> Findings:
    """A claim for an aspect gives its value; one against it may simply deny it."""
    asserts = claim.asserts or _NOTHING
    missing = _missing(claim, asserts) if claim.stance == "supports" else ""
    if missing:
        message = f"{q(claim.aspect)} is claimed without its value."
        yield error(claim.id, ("asserts",), message, f"Add {missing}.", "aspect-without-value")
    if asserts.low is not None and asserts.high is not None and asserts.low > asserts.high:
        message = f"low ({asserts.low:g}) is greater than high ({asserts.high:g})."
        yield error(claim.id, ("asserts", "low"), message, "Exchange the two.", "range-reversed")
    if asserts.status and claim.aspect.startswith("status:") and claim.aspect != f"status:{asserts.status}":
        message = f"the aspect is {q(claim.aspect)}, and the value says {q(asserts.status)}."
        yield error(claim.id, ("asserts", "status"), message, "Make the two agree.", "status-mismatch")


def _missing(claim: Claim, asserts: Asserts) -> str:
    family = claim.aspect.partition(":")[0]
    if family == "magnitude":
        return " and ".join(_missing_of_magnitude(asserts))
    if family == "nature":
        return "" if asserts.text.strip() else 'asserts = { text = "…" }'
    if family == "period":
        return "" if asserts.interval or claim.begins or claim.ends else "asserts.interval, or begins or ends"
    return ""


def _missing_of_magnitude(asserts: Asserts) -> Iterator[str]:
    if asserts.value is None and asserts.low is None and asserts.high is None:
        yield "asserts.value (or low and high)"
    if not asserts.unit.strip():
        yield "asserts.unit"
    if asserts.basis is None:
        yield "asserts.basis (ordered, delivered, contract, estimate or rate)"


def _chain(claim: Claim) -> Findings:
    last = len(claim.chain) - 1
    for index, link in enumerate(claim.chain):
        for message, remedy in _link(link, index, last):
            yield error(claim.id, ("chain", index), message, remedy, "chain-order")
    if claim.chain and not claim.source_ids:
        message = "no source stands in the chain, so the locator points into nothing."
        yield error(claim.id, ("chain",), message, "Begin with the document in hand.", "chain-without-document")


def _link(link: Link, index: int, last: int) -> Iterator[tuple[str, str]]:
    if index == 0 and link.role != "cited_in" and not (last == 0 and link.role == "origin"):
        yield f"the chain begins with {q(link.role)}.", "Begin with the document in hand: role = cited_in."
    if index == last and link.role != "origin" and not link.unstated:
        yield f"the chain ends with {q(link.role)}.", "End with the origin, or with unstated = true."
    if index < last and link.role == "origin":
        yield "the origin is followed by another link.", "Put the origin last."
    if link.unstated and link.node:
        yield f"the link is unstated and names {q(link.node)}.", "Keep one of the two."
    if not (link.unstated or link.node or link.named):
        yield "the link names nobody.", "Add node = …, or unstated = true where the text names no one."


def _loops(network: Network) -> Findings:
    """Yield each circle among records that point at one another."""
    parents = {actor.id: (actor.parent,) for actor in network.actors if actor.parent}
    for loop in loops_in(parents):
        yield error(loop[0], ("parent",), _circle(loop), "Break the circle.", "parent-loop")
    for loop in loops_in(dict(_succession(network))):
        yield error(loop[0], ("supersedes",), _circle(loop), "Break the circle.", "supersedes-loop")
    for loop in loops_in({source.id: source.derives_from for source in network.sources}):
        yield Finding(loop[0], ("derives_from",), _circle(loop), "Find out who was first.", "derives-loop")


def _circle(loop: tuple[str, ...]) -> str:
    shown = (*loop, loop[0]) if len(loop) < 7 else (*loop[:6], "…", loop[0])
    return f"this leads in a circle: {' → '.join(shown)}."


def _succession(network: Network) -> Iterator[tuple[str, tuple[str, ...]]]:
    for relation in network.relations:
        if relation.supersedes:
            yield relation.id, (relation.supersedes,)
    for claim in network.claims:
        if claim.supersedes:
            yield claim.id, (claim.supersedes,)


def _unused(network: Network) -> Findings:
    used = {actor for relation in network.relations for actor in relation.actors}
    used.update(link.node for claim in network.claims for link in claim.chain if link.node)
    used.update(actor.parent for actor in network.actors if actor.parent)
    for actor in network.actors:
        if actor.id not in used:
            message, remedy = "no relation and no claim names this actor.", "Use it, or remove it."
            yield Finding(actor.id, (), message, remedy, "actor-never-used")
