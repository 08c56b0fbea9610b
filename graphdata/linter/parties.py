"""The wrong party named: a text that has somebody accused of doing something to himself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphdata.linter.copying import paragraphs_of
from graphdata.linter.findings import Finding
from graphdata.network import Network

_SELF = re.compile(
    r"\b(?:accus|suspect|charg|blam|condemn)\w*\s+((?:the\s+)?\w[\w'’-]*(?:\s\w[\w'’-]*){0,2}?)\s+(?:of|for|with)\s+\w+ing\s+\1\b",
    re.IGNORECASE,
)


def findings_in(network: Network, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the texts at hand in which one party stands on both sides of an accusation."""
    for source in network.sources:
        paragraphs = enumerate(paragraphs_of(texts.get(source.id, "")), 1)
        for number, party in [(number, found[1]) for number, text in paragraphs if (found := _SELF.search(text))]:
            message = f"in paragraph {number} of its text {party} is accused of doing something to {party}."
            remedy = (
                "One of the two must be another party. Look at what the text cites, and say so in the claim's note."
            )
            yield Finding(source.id, ("archive",), message, remedy, "party-on-both-sides")
