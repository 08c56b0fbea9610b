"""Chains that stop too early: another record shows where the last document got it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graphdata.linter.findings import Finding, quoted
from graphdata.network import Network
from graphdata.sourcing import Claim


def findings_in(network: Network) -> Iterator[Finding]:
    """Yield claims whose chain could be carried on towards the origin."""
    onwards = _onwards(network)
    for claim in network.claims:
        end = _last_document(claim)
        further = onwards.get((claim.relation, claim.aspect, claim.stance, end))
        if further and further[0] != claim.id and further[1] not in (link.node for link in claim.chain):
            yield _by_claim(claim, end, *further)
        elif end and (declared := _declared(network, claim, end)):
            yield _by_source(claim, end, declared)


def _last_document(claim: Claim) -> str:
    """Return the document that a chain ends at by its own word or without naming anyone, or nothing."""
    named = [link for link in claim.chain if link.node or link.named]
    ends = named[-1].node if named else None
    return ends if ends and ends.startswith("src:") else ""


def _onwards(network: Network) -> dict[tuple[str, str, str, str], tuple[str, str]]:
    """For relation, aspect, stance and document: the first claim that shows where the document has it from."""
    found: dict[tuple[str, str, str, str], tuple[str, str]] = {}
    for claim in network.claims:
        for link, upstream in pairwise(claim.chain):
            origin = upstream.node or upstream.named
            if link.node and link.node.startswith("src:") and origin:
                found.setdefault((claim.relation, claim.aspect, claim.stance, link.node), (claim.id, origin))
    return found


def _by_claim(claim: Claim, end: str, other: str, origin: str) -> Finding:
    message = f"the chain ends at {quoted(end)}; {quoted(other)} shows that it has it from {quoted(origin)}."
    remedy = "Carry the chain on, or say why this passage is its own."
    return Finding(claim.id, ("chain",), message, remedy, "chain-extendable", beside=other)


def _declared(network: Network, claim: Claim, end: str) -> str:
    source = network.source.get(end)
    known = (origin for origin in source.derives_from if origin not in claim.source_ids) if source else iter(())
    return next(known, "")


def _by_source(claim: Claim, end: str, origin: str) -> Finding:
    message = f"the chain ends at {quoted(end)}, which derives from {quoted(origin)} by its own record."
    remedy = "Carry the chain on, or say why this passage is its own."
    return Finding(claim.id, ("chain",), message, remedy, "chain-extendable", beside=end)
