"""Traces of copying: a blank before a full stop is where a citation mark or a link stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphdata.linter.findings import FieldPath, Finding
from graphdata.network import Network

_GAP = re.compile(r"[^\W_][^\S\n]+[.,;](?=\s|$)")
_MARK = re.compile(r"\[(\d{1,3})\]")
_ENTRY = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})\s?[-.)])\s+\S")
SHOWN = 6


def findings_in(network: Network, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield gaps left by citation marks, in the records and in the texts at hand."""
    for record, field, text in _fields(network):
        if _GAP.search(text):
            message = "there is a blank before a full stop or a comma, as when a citation mark is lost in copying."
            remedy = "Look up the passage: who is cited there?"
            yield Finding(record, field, message, remedy, "citation-mark-lost")
    for source in network.sources:
        paragraphs = paragraphs_of(texts.get(source.id, ""))
        yield from _gaps(source.id, paragraphs)
        yield from _unmarked(source.id, paragraphs)


def paragraphs_of(text: str) -> list[str]:
    """Return the lines of a text that are not blank; paragraph n is the n-th of them."""
    return [line for line in text.splitlines() if line.strip()]


def _fields(network: Network) -> Iterator[tuple[str, FieldPath, str]]:
    for source in network.sources:
        yield source.id, ("note",), source.note
    for claim in network.claims:
        yield claim.id, ("quote",), claim.quote
        yield claim.id, ("note",), claim.note


def _gaps(source: str, paragraphs: list[str]) -> Iterator[Finding]:
    counts = {number: len(_GAP.findall(text)) for number, text in enumerate(paragraphs, 1)}
    places = [number for number, count in counts.items() if count]
    if places:
        message = (
            f"its text has {sum(counts.values())} blanks before a full stop or a comma, in {_listed(places)}: "
            "citation marks or links were lost in copying."
        )
        remedy = "Look at the original for what was cited there."
        yield Finding(source, ("archive",), message, remedy, "citation-mark-lost")


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:SHOWN]))
    return f"paragraph{'s' if len(numbers) > 1 else ''} {shown}{' …' if len(numbers) > SHOWN else ''}"


def _unmarked(source: str, paragraphs: list[str]) -> Iterator[Finding]:
    """A text with numbered marks and a numbered list: each entry of the list should be marked somewhere."""
    entries = {int(found[1] or found[2]) for text in paragraphs if (found := _ENTRY.match(text))}
    marked = {int(number) for text in paragraphs if not _ENTRY.match(text) for number in _MARK.findall(text)}
    idle = sorted(entries - marked) if len(marked) > 1 else []
    if idle:
        shown = ", ".join(f"[{number}]" for number in idle[:SHOWN])
        message = f"its own list holds {shown}, and its text never marks them."
        remedy = "Do not take these for its sources without asking which sentence they serve."
        yield Finding(source, ("archive",), message, remedy, "listed-never-marked")
