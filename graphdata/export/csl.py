"""Sources as CSL-JSON, for citation managers: records of ours brought to what the schema of CSL 1.0 allows.

What the schema does not know is kept under `custom`. The schema is that of citation-style-language/schema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from graphdata.citation import issued_date, outlet, stands_for_others
from graphdata.directions import unmarked
from graphdata.network import Network
from graphdata.sourcing import Source


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES: Final = _words(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage"
)
NAMES: Final = _words(
    "author chair collection-editor compiler composer container-author contributor curator director editor"
    " editorial-director executive-producer illustrator interviewer organizer original-author"
    " performer producer recipient reviewed-author translator"
)
DATES: Final = _words("accessed available-date event-date issued original-date submitted")
TEXTS: Final = _words(
    "language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place"
    " authority call-number citation-label collection-title container-title container-title-short dimensions division"
    " DOI event event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher"
    " original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-title"
    " scale section source status title title-short translated-title URL version year-suffix"
)
NUMBERS: Final = _words(
    "chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first part"
    " printing supplement volume"
)
NAME_PARTS: Final = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)")
SPRING: Final = 21  # seasons of EDTF begin with it


def to_csl_json(
    sources: Iterable[Source], network: Network, numbers: Mapping[str, int] | None = None, listed: str = ""
) -> bytes:
    """Return sources as CSL-JSON, in their order; the same sources give the same bytes.

    Listed says how the list as a whole is marked.
    """
    items = [csl_item(each, network, (numbers or {}).get(each.id, 0), listed) for each in sources]
    return (json.dumps(items, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def csl_item(source: Source, network: Network, number: int = 0, listed: str = "") -> dict[str, Any]:
    """Return one source as an item; what the editors say of it stands in the note."""
    written = {name: value for name, value in source.csl.items() if value not in (None, "", [], {})}
    kind = str(written.pop("type", ""))
    item: dict[str, Any] = {"id": source.id, "type": kind if kind in TYPES else "document"}
    custom: dict[str, Any] = {}
    for name, value in written.items():
        if name != "id":
            _sort_in(item, custom, name, value)
    _complete(item, source, network)
    item["note"] = " ".join(
        part for part in (str(item.get("note", "")), standing(source, network, number, listed)) if part
    )
    return item | ({"custom": custom} if custom else {})


def _sort_in(item: dict[str, Any], custom: dict[str, Any], name: str, value: Any) -> None:  # noqa: ANN401
    """Put a field where the schema has it, or aside."""
    if name in NAMES and isinstance(value, Sequence):
        people = [value] if isinstance(value, str) else list(value)
        named = [_name(each) for each in people if not stands_for_others(each)]
        item.update({name: named} if named else {})
    elif name in DATES:
        item[name] = csl_date(value)
    elif name in TEXTS:
        item[name] = one_line(value)
    elif name in NUMBERS:
        item[name] = value if isinstance(value, int) and not isinstance(value, bool) else one_line(value)
    else:
        custom[name] = value


def _complete(item: dict[str, Any], source: Source, network: Network) -> None:
    """Add what the record says outside its bibliography: date, outlet, language, when the copy was taken."""
    issued = issued_date(source)
    if issued:
        item["issued"] = csl_date(issued)
    who = outlet(source, network)
    if who and not item.get("container-title") and not item.get("publisher"):
        item["publisher"] = who
    if source.language:
        item.setdefault("language", source.language)
    if source.archive and source.archive.retrieved:
        item.setdefault("accessed", csl_date(source.archive.retrieved))


def standing(source: Source, network: Network, number: int = 0, listed: str = "") -> str:
    """Return what the editors say of a source, for the note of a citation manager."""
    digest = f" ({network.digest[:8]})" if network.digest else ""
    parts = (
        f"Entente {source.id}" + (f", note {number}" if number else ""),
        f"reliability {source.judged}",
        "read" if source.read else "not read",
        f"copy sha256:{source.archive.sha256}" if source.archive else "",
        "more authors than are named" if any(map(stands_for_others, _listed(source.csl.get("author")))) else "",
        f"retracted: {one_line(source.retracted)}" if source.retracted else "",
        source.marking,
        listed if listed != f"list marked {source.marking}" else "",
        f"dataset {network.id} {network.version}{digest}",
    )
    return "; ".join(part for part in parts if part) + "."


def _listed(people: Any) -> Sequence[Any]:  # noqa: ANN401  a record holds whatever it holds
    return people if isinstance(people, Sequence) and not isinstance(people, str) else ()


def csl_date(value: Any) -> dict[str, Any]:  # noqa: ANN401  a record holds whatever it holds
    """Return a date as the schema has it: parts where it can be read so, else its words."""
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        if isinstance(parts, Sequence) and not isinstance(parts, str) and parts:
            kept = {name: value[name] for name in ("season", "circa", "literal", "raw") if name in value}
            return {"date-parts": [[int(each) for each in part][:3] for part in parts][:2]} | kept
        return csl_date(value.get("edtf") or value.get("raw") or value.get("literal") or "")
    return _parsed(one_line(value))


def _parsed(text: str) -> dict[str, Any]:
    """Return a date of EDTF in parts; a decade, an open end or words stay as they are written."""
    ends = [_DAY.fullmatch(each) for each in text.split("/")]
    if not text or len(ends) > 2 or not all(ends):
        return {"literal": text}
    found = [end for end in ends if end]
    whole = [[int(part) for part in end.groups()[:3] if part] for end in found]
    date: dict[str, Any] = {"date-parts": whole}
    if len(whole) == 1 and len(whole[0]) > 1 and whole[0][1] >= SPRING:
        date = {"date-parts": [whole[0][:1]], "season": whole[0][1] - SPRING + 1}
    elif any(len(part) > 1 and not 1 <= part[1] <= 12 for part in whole):
        return {"literal": text}
    return date | ({"circa": True} if any(end[4] for end in found) else {})


def _name(person: Any) -> dict[str, str]:  # noqa: ANN401
    """Return a person or a body as the schema has it."""
    if not isinstance(person, Mapping):
        return {"literal": one_line(person)}
    kept = {part: one_line(person[part]) for part in NAME_PARTS if person.get(part)}
    return kept or {"literal": one_line(" ".join(map(str, person.values())))}


def one_line(text: Any) -> str:  # noqa: ANN401
    """Return text on one line, without signs that a program would obey."""
    said = unmarked(str(text if text is not None else ""))
    return " ".join("".join(each if each.isprintable() or each in "\u200c\u200d" else " " for each in said).split())
