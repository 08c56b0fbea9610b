"""Sources as RIS, which every citation manager reads: a line for each fact, a block for each source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graphdata.export.csl import DATES, NAMES, csl_item, one_line
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
    "classic": "CLSWK",
    "entry-dictionary": "DICT",
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
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
PEOPLE: Final = {"author": "AU", "editor": "ED", "translator": "A4"}
PERIODICAL: Final = frozenset({"JOUR", "MGZN", "NEWS"})
PLAIN: Final = {
    "title": "TI",
    "title-short": "ST",
    "container-title": "T2",
    "collection-title": "T3",
    "translated-title": "TT",
    "keyword": "KW",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "page": "SP",
    "edition": "ET",
    "number": "M1",
    "genre": "M3",
    "archive": "DB",
    "call-number": "CN",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "URL": "UR",
    "language": "LA",
    "abstract": "AB",
    "note": "N1",
}


TAKEN: Final = frozenset({"id", "type", "issued", "accessed", "custom", *PEOPLE, *PLAIN})  # the rest goes into a note


def to_ris(
    sources: Iterable[Source], network: Network, numbers: Mapping[str, int] | None = None, listed: str = ""
) -> bytes:
    """Return sources as RIS, in their order, in UTF-8; the same sources give the same bytes.

    Listed says how the list as a whole is marked.
    """
    blocks = (_block(csl_item(each, network, (numbers or {}).get(each.id, 0), listed)) for each in sources)
    return "".join(f"{tag}  - {value}\r\n" for block in blocks for tag, value in block).encode()


def _block(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the lines of one source; the first is its type, the last its end."""
    kind = TYPES.get(item["type"], "GEN")
    yield "TY", kind
    yield "ID", item["id"]
    for name, tag in PEOPLE.items():
        yield from ((tag, _person(person)) for person in item.get(name, ()))
    yield from _dates(item)
    for name, tag in PLAIN.items():
        if item.get(name):
            yield tag, str(item[name])
    if kind in PERIODICAL and item.get("container-title"):
        yield "JF", str(item["container-title"])  # some readers look for it here alone
    rest = "; ".join(_left_over(item))
    if rest:
        yield "N1", f"Also: {rest}."
    yield "ER", ""


def _left_over(item: Mapping[str, Any]) -> Iterator[str]:
    """Yield what has no tag in RIS, by its name: other people, other dates, a range or a season, whatever else."""
    issued = item.get("issued", {})
    if issued.keys() - {"date-parts", "literal"} or len(issued.get("date-parts", [])) > 1:
        yield f"issued {_date_in_words(issued)}"
    for name, value in item.items():
        if name in TAKEN or not value:
            continue
        if name in NAMES:
            yield f"{name} {' and '.join(_person(each).rstrip(',') for each in value)}"
        elif name in DATES:
            yield f"{name} {_date_in_words(value)}"
        else:
            yield f"{name} {value}"


def _date_in_words(date: Mapping[str, Any]) -> str:
    """Return a date with its end, its season, and whether it is approximate."""
    parts = [_slashed(each).rstrip("/") for each in date.get("date-parts", [])]
    kept = [f"{name} {one_line(date[name])}" for name in ("season", "literal", "raw") if name in date]
    return " ".join([*(["circa"] if date.get("circa") else []), " to ".join(parts), *kept]).strip()


def _person(person: Mapping[str, str]) -> str:
    """Return a name as RIS has it: the family first; a body ends in a comma, so that no reader turns it round."""
    if person.get("literal"):
        return " ".join(person["literal"].replace(",", " ").split()) + ","
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
