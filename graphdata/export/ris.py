"""Sources as RIS, which every citation manager reads: a line for each fact, a block for each source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graphdata.export.csl import csl_item
from graphdata.network import Network
from graphdata.sourcing import Source

TYPES: Final[Mapping[str, str]] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "GOVDOC",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "thesis": "THES",
    "webpage": "ELEC",
}
PEOPLE: Final = {"author": "AU", "editor": "ED", "translator": "A4"}
PLAIN: Final = {
    "title": "TI",
    "title-short": "ST",
    "container-title": "T2",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "page": "SP",
    "edition": "ET",
    "genre": "M3",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "URL": "UR",
    "language": "LA",
    "abstract": "AB",
    "note": "N1",
}


def to_ris(sources: Iterable[Source], network: Network, numbers: Mapping[str, int] | None = None) -> bytes:
    """Return sources as RIS, in their order, in UTF-8; the same sources give the same bytes."""
    blocks = (_block(csl_item(each, network, (numbers or {}).get(each.id, 0))) for each in sources)
    return "".join(f"{tag}  - {value}\r\n" for block in blocks for tag, value in block).encode()


def _block(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the lines of one source; the first is its type, the last its end."""
    yield "TY", TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for name, tag in PEOPLE.items():
        yield from ((tag, _person(person)) for person in item.get(name, ()))
    yield from _dates(item)
    for name, tag in PLAIN.items():
        if item.get(name):
            yield tag, str(item[name])
    yield "ER", ""


def _person(person: Mapping[str, str]) -> str:
    """Return a name as RIS has it: the family first; a body is one name, whatever commas it holds."""
    if person.get("literal"):
        return person["literal"].replace(",", "") if person["literal"].count(",") == 1 else person["literal"]
    family = " ".join(part for part in (person.get("non-dropping-particle"), person.get("family")) if part)
    given = " ".join(part for part in (person.get("given"), person.get("dropping-particle")) if part)
    return ", ".join(part for part in (family, given, person.get("suffix", "")) if part)


def _dates(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield year and date of publication, and the day the copy was taken; what has no parts is given in words."""
    issued = item.get("issued", {})
    parts = issued.get("date-parts", [[]])[0]
    if parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", _slashed(parts)
    elif issued.get("literal"):
        yield "DA", issued["literal"]
    seen = item.get("accessed", {}).get("date-parts", [[]])[0]
    if seen:
        yield "Y2", _slashed(seen)


def _slashed(parts: list[int]) -> str:
    """Return a date as YYYY/MM/DD/, with the slashes of what is not known."""
    known = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]
    return "/".join([*known, *[""] * (4 - len(known))])
