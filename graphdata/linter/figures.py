"""One figure for two measures: a number that travels may have changed what it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphdata.linter.findings import Finding, quoted
from graphdata.network import Network
from graphdata.sourcing import Asserts, Claim

SMALL = 100


def findings_in(network: Network) -> Iterator[Finding]:
    """Yield magnitudes whose figure stands for something else between the same actors or in the same document."""
    for claims in _by_figure(network).values():
        for index, claim in enumerate(claims):
            other = next((earlier for earlier in claims[:index] if _conflict(earlier, claim, network)), None)
            if other:
                yield _finding(claim, other)


def _by_figure(network: Network) -> dict[tuple[float, ...], list[Claim]]:
    found: dict[tuple[float, ...], list[Claim]] = defaultdict(list)
    for claim in network.claims:
        figure = _figure(claim.asserts)
        if figure and claim.rank == "normal":
            found[figure].append(claim)
    return found


def _figure(asserts: Asserts | None) -> tuple[float, ...]:
    numbers = (asserts.value, asserts.low, asserts.high) if asserts else ()
    return tuple(number for number in numbers if number is not None)


def _conflict(one: Claim, other: Claim, network: Network) -> bool:
    return _measure(one) != _measure(other) and _comparable(one, other) and _near(one, other, network)


def _comparable(one: Claim, other: Claim) -> bool:
    """Small figures meet by chance, unless they count the same thing."""
    return max(map(abs, _figure(one.asserts))) >= SMALL or _measure(one)[0] == _measure(other)[0]


def _near(one: Claim, other: Claim, network: Network) -> bool:
    return one.document == other.document or _pair(one, network) == _pair(other, network)


def _pair(claim: Claim, network: Network) -> frozenset[str]:
    relation = network.relation[claim.relation]
    return frozenset((relation.giver, relation.receiver))


def _measure(claim: Claim) -> tuple[str, ...]:
    asserts = claim.asserts or Asserts()
    return (asserts.unit.strip().casefold(), asserts.basis or "", asserts.per.strip(), asserts.scope.strip())


def _finding(claim: Claim, other: Claim) -> Finding:
    numbers = "–".join(f"{number:,.10g}" for number in _figure(claim.asserts))
    message = (
        f"the figure {numbers} counts {_words(claim)} here and {_words(other)} in {quoted(other.id)}: "
        "the same figure for another measure."
    )
    remedy = "Read both passages and keep the measure that the source gives."
    return Finding(claim.id, ("asserts",), message, remedy, "figure-for-another-measure", beside=other.id)


def _words(claim: Claim) -> str:
    return quoted(" ".join(word for word in _measure(claim) if word))
