"""Claims held against the texts at hand: does the place exist, are the words there, is it the copy that was read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from graphdata.linter.copying import paragraphs_of
from graphdata.linter.findings import Finding, error, quoted
from graphdata.network import Network
from graphdata.sourcing import Claim, Source

_NUMBER = re.compile(r"\d{1,6}")
_CUT = re.compile(r"\s*(?:\[?\s*(?:…|\.\.\.)\s*\]?|\[[^\]]*\])\s*")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "«": '"', "»": '"'})


def findings_in(network: Network, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield claims and sources that do not agree with the texts at hand."""
    for source in network.sources:
        if source.id in texts:
            yield from _copy(source, texts[source.id])
    for claim in network.claims:
        if claim.document in texts:
            yield from _place(claim, texts[claim.document])
            yield from _words(claim, texts[claim.document])


def _copy(source: Source, text: str) -> Iterator[Finding]:
    found = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if source.archive and source.archive.sha256 != found:
        message = f"the text at hand has the SHA-256 {found[:16]}…, the record says {source.archive.sha256[:16]}…."
        remedy = "Use the copy that was read, or read this one and record its digest."
        yield error(source.id, ("archive", "sha256"), message, remedy, "archive-hash")


def _place(claim: Claim, text: str) -> Iterator[Finding]:
    if not claim.locator.label.casefold().startswith("para"):
        return
    count = len(_paragraphs(text))
    beyond = [number for number in map(int, _NUMBER.findall(claim.locator.value)) if not 1 <= number <= count]
    if beyond:
        message = f"paragraph {beyond[0]} is named, and the text of {quoted(claim.document)} has {count}."
        remedy = "Count the lines that are not blank and correct the number."
        yield error(claim.id, ("locator", "value"), message, remedy, "locator-past-end")


def _words(claim: Claim, text: str) -> Iterator[Finding]:
    """A quote may leave words out (…) and differ in the form of its quotation marks, nothing else."""
    pieces = [_plain(piece).strip(" .,;:\"'") for piece in _CUT.split(claim.quote)]
    plain = _plain(text)
    lost = next((piece for piece in pieces if piece and piece not in plain), "")
    if lost:
        message = f"the text at hand does not hold {quoted(lost)}."
        remedy = "Copy the words as they stand there, or make them a summary."
        yield Finding(claim.id, ("quote",), message, remedy, "quote-not-in-text")


@lru_cache(maxsize=64)
def _paragraphs(text: str) -> list[str]:
    return paragraphs_of(text)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).casefold().split())
