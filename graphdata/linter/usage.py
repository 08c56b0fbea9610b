"""What is there and serves nothing: sources that nobody cites, acceptances that accept nothing."""

from __future__ import annotations

from collections.abc import Iterator

from graphdata.linter.findings import Finding, Names, quoted, records_of
from graphdata.network import Network
from graphdata.vocabulary import FINDINGS

# Every rule that an editor may accept; errors are not among them.
RULES = tuple(FINDINGS)


def findings_in(network: Network) -> Iterator[Finding]:
    """Yield sources that stand in the list and in no chain, and acceptances of findings that no rule makes."""
    yield from _uncited(network)
    names = Names(RULES)
    for record in records_of(network):
        for index, accepted in enumerate(record.accepted):
            if accepted.finding not in RULES:
                message = f"{quoted(accepted.finding)} is not the name of a finding that can be accepted."
                remedy = f"Use the name in brackets at its end.{names.nearest(accepted.finding)}"
                yield Finding(record.id, ("accepted", index, "finding"), message, remedy, "accepted-unknown")


def _uncited(network: Network) -> Iterator[Finding]:
    for source in network.sources:
        if not network.claims_of_source.get(source.id):
            message = "the source is listed, and no claim passes through it."
            remedy = "Cite it, or say in its accepted list why it stays."
            yield Finding(source.id, (), message, remedy, "source-never-cited")
