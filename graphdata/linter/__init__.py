"""Questions a careful editor would ask of a network: findings with stable rule names, each to be mended or accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphdata.linter.findings import Finding, Place, place_in_words, problems_from
from graphdata.network import Network
from graphdata.problems import Problem


def warnings_in(
    network: Network, texts: Mapping[str, str] | None = None, place: Place = place_in_words
) -> tuple[Problem, ...]:
    """Return every finding on a network that can be opened; texts are those at hand, by the id of their source."""
    return problems_from(_findings(network, texts or {}), network, place)


def _findings(network: Network, texts: Mapping[str, str]) -> Iterator[Finding]:
    # Opening a network needs the words of this package, not its rules: they are imported when they are asked.
    from graphdata.linter import chains, copying, dating, figures, likeness, parties, reading, usage, wording

    yield from dating.findings_in(network)
    yield from usage.findings_in(network)
    yield from copying.findings_in(network, texts)
    yield from figures.findings_in(network)
    yield from wording.findings_in(network)
    yield from chains.findings_in(network)
    yield from likeness.findings_in(network)
    yield from parties.findings_in(network, texts)
    yield from reading.findings_in(network, texts)
