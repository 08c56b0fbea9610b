"""Words that two documents share without a declared link: a suggestion to look, never an automatic merge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from graphdata.linter.findings import Finding, quoted
from graphdata.network import Network
from graphdata.sourcing import Claim

ALIKE = 90
SHORTEST = 40
RUN = 4
CROWD = 12
_WORD = re.compile(r"\w+")


def findings_in(network: Network) -> Iterator[Finding]:
    """Yield claims whose quote or summary is nearly that of a claim from an unrelated document."""
    reach = _reach(network)
    told: set[tuple[str, str]] = set()
    for field, text_of in _FIELDS.items():
        for one, other, likeness in _pairs(network, text_of):
            if (one.id, other.id) not in told and not _linked(one, other, reach):
                told.add((one.id, other.id))
                yield _finding(one, other, field, likeness)


_FIELDS: dict[str, Callable[[Claim], str]] = {
    "quote": lambda claim: claim.quote,
    "summary": lambda claim: claim.summary,
}


def _pairs(network: Network, text_of: Callable[[Claim], str]) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield later and earlier claim of each pair that is alike; only texts that share a run of words are compared."""
    from rapidfuzz import fuzz

    seen: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in network.claims:
        words = tuple(_WORD.findall(text_of(claim).casefold()))
        runs = (
            {words[at : at + RUN] for at in range(len(words) - RUN + 1)} if len(text_of(claim)) >= SHORTEST else set()
        )
        for earlier in _earlier(runs, seen):
            likeness = fuzz.ratio(text_of(claim).casefold(), text_of(earlier).casefold(), score_cutoff=ALIKE)
            if likeness:
                yield claim, earlier, likeness
        for run in runs:
            seen[run].append(claim)


def _earlier(runs: set[tuple[str, ...]], seen: dict[tuple[str, ...], list[Claim]]) -> list[Claim]:
    """Runs that many texts share say nothing about any two of them."""
    found = {claim.id: claim for run in sorted(runs) for claim in seen.get(run, ())[:CROWD]}
    return list(found.values())


def _reach(network: Network) -> dict[str, frozenset[str]]:
    """For each source, itself and all that it derives from by its own record."""
    return {source.id: _upstream(network, source.id) for source in network.sources}


def _upstream(network: Network, start: str) -> frozenset[str]:
    found, waiting = {start}, [start]
    while waiting:
        source = network.source.get(waiting.pop())
        fresh = set(source.derives_from) - found if source else set()
        found |= fresh
        waiting.extend(fresh)
    return frozenset(found)


def _linked(one: Claim, other: Claim, reach: dict[str, frozenset[str]]) -> bool:
    """Whether both chains meet anywhere, by the claims or by what the sources derive from."""
    return bool(_nodes(one, reach) & _nodes(other, reach)) or one.supersedes == other.id or other.supersedes == one.id


def _nodes(claim: Claim, reach: dict[str, frozenset[str]]) -> set[str]:
    nodes = {link.node for link in claim.chain if link.node}
    return nodes.union(*(reach.get(node, frozenset()) for node in nodes))


def _finding(one: Claim, other: Claim, field: str, likeness: float) -> Finding:
    message = (
        f"the {field} is {likeness:.0f} % that of {quoted(other.id)}, and no link between their sources is declared."
    )
    remedy = "A suggestion: see whether one document has it from the other, or both from a third."
    return Finding(one.id, (field,), message, remedy, "near-identical", beside=other.id)
