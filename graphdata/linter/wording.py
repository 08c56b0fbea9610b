"""Wording that grows stronger as it is passed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graphdata.linter.findings import Finding, quoted
from graphdata.network import Network
from graphdata.sourcing import Claim, Link

STRENGTH = {"possible": 1, "assessed": 2, "asserted": 3}


def findings_in(network: Network) -> Iterator[Finding]:
    """Yield chains that end weaker than they begin, and origins that are weaker in another claim."""
    for claim in network.claims:
        yield from _along(claim)
    for claims in _by_origin(network).values():
        yield from _between(claims)


def _along(claim: Claim) -> Iterator[Finding]:
    for index, (link, upstream) in enumerate(pairwise(claim.chain)):
        if _strength(link) > _strength(upstream) > 0:
            message = (
                f"{_who(link)} says {quoted(link.modality)} where {_who(upstream)} says {quoted(upstream.modality)}."
            )
            remedy = (
                f'If {_who(link)} passes the caution on, give its link modality = "{upstream.modality}"; '
                "if not, keep the weaker word in the summary and accept the finding."
            )
            yield Finding(claim.id, ("chain", index, "modality"), message, remedy, "wording-strengthened")


def _strength(link: Link) -> int:
    return STRENGTH.get(link.modality, 0)


def _who(link: Link) -> str:
    return quoted(link.node or link.named or "the unstated origin")


def _by_origin(network: Network) -> dict[tuple[str, str, str, str], list[Claim]]:
    """Claims that say the same: one relation, one aspect, one stance, one origin."""
    found: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in network.claims:
        origin = claim.chain[-1].node
        if origin and claim.rank == "normal":
            found[claim.relation, claim.aspect, claim.stance, origin].append(claim)
    return found


def _between(claims: list[Claim]) -> Iterator[Finding]:
    weakest = min(claims, key=lambda claim: _strength(claim.chain[-1]) or 9)
    weak = weakest.chain[-1]
    for claim in claims:
        strong = claim.chain[-1]
        if _strength(strong) > _strength(weak) > 0:
            message = (
                f"the origin {_who(strong)} is given as {quoted(strong.modality)}; "
                f"{quoted(weakest.id)} gives it as {quoted(weak.modality)}."
            )
            remedy = "Read the origin, or take the weaker word in both."
            place = ("chain", len(claim.chain) - 1, "modality")
            yield Finding(claim.id, place, message, remedy, "wording-strengthened", beside=weakest.id)
