"""The evidence behind each relation of the annex: its level and why, then every claim for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from graphdata.annex.marks import line_anchor, note_of, notes_of, relation_anchor
from graphdata.annex.value import Annex, LineEntry, RelationEntry
from graphdata.cards import Card
from graphdata.citation import short
from graphdata.legend import BADGES, CHANGES
from graphdata.paper import Block, Heading, Paragraph, Row, Run, Runs, cell, headed, plain, tabled
from graphdata.relation_profile import AspectPart, OriginLine
from graphdata.rows import counted
from graphdata.vocabulary import MARKINGS

CLAIMS: Final = (
    ("On, stance", 0.13),
    ("Claim", 0.41),
    ("Source, place", 0.15),
    ("Said by, on what basis", 0.2),
    ("Grade, date", 0.11),
)
COMMON: Final = MARKINGS[0]


def evidence_of(annex: Annex) -> Iterator[Block]:
    """Yield every line of the map with its relations."""
    numbers = {entry.note.source: entry.note.number for entry in annex.sources}
    for rank, line in enumerate(annex.lines, start=1):
        yield Heading(3, f"{line.title} · {line.domain}", line_anchor(rank))
        yield from _line(annex, line, numbers)


def _line(annex: Annex, line: LineEntry, numbers: Mapping[str, int]) -> Iterator[Block]:
    """Yield one line; what holds for it as a whole is said where it stands for several relations, or has changed."""
    if len(line.relations) > 1:
        worn = "".join(f"; {(CHANGES | BADGES)[badge]}" for badge in line.badges)
        together = counted(len(line.relations), "relation", "relations")
        yield plain(f"{together} in one line of the map: {line.verdict}{worn}.", "small")
    else:
        yield from (headed("Compared", CHANGES[badge], look="fact") for badge in line.badges if badge in CHANGES)
    for entry in line.relations:
        yield from _relation(annex, entry, numbers)


def _relation(annex: Annex, entry: RelationEntry, numbers: Mapping[str, int]) -> Iterator[Block]:
    """Yield one relation."""
    page = entry.page
    yield Heading(4, f"R{entry.number}  {page.summary}", relation_anchor(entry.number))
    yield Paragraph((Run(f"{page.title}. {page.domain}, {page.kind}. {page.status}. {page.attested}."),), "fact")
    for name, text in _facts(entry).items():
        if text:
            yield headed(name, text, look="fact")
    cited = (Run(" · "), Run("Sources: ", bold=True), *notes_of(note.number for note in entry.notes))
    level = (Run(f"{page.override or page.verdict} · "), Run("Id: ", bold=True), Run(entry.id))
    yield headed("Confidence", *level, *(cited if entry.notes else ()), look="fact")
    rows = [_claim_row(annex, part, card, numbers) for part in page.aspects for card in part.cards]
    if rows:
        yield tabled(f"Claims on relation R{entry.number}", CLAIMS, rows)
    for part in page.aspects:
        yield _aspect(part)
    if entry.withheld:
        yield plain(f"{counted(entry.withheld, 'claim', 'claims')} left out by the filter in force.", "small")


def _facts(entry: RelationEntry) -> dict[str, str]:
    """Return what is said of a relation as a whole."""
    page = entry.page
    return {
        "By the rules": page.verdict if page.override else "",
        "Magnitude": "; ".join(page.magnitudes),
        "Through": page.via,
        "Marking": "" if entry.marking == COMMON else entry.marking,
        "Note": page.note,
        "Let stand by the editors": " ".join(page.faults),
    }


def _aspect(part: AspectPart) -> Paragraph:
    """Return one aspect: its level, the origins behind its claims, the rules that fired, what would raise it."""
    said = {
        "Origins for it": "; ".join(map(_origin, part.origins)),
        "Origins against it": "; ".join(map(_origin, part.against)),
        "Rules that fired": "; ".join(part.trace),
        "What would raise it": "; ".join(part.raised_by),
    }
    facts = (run for name, text in said.items() if text for run in (Run(f" {name}: ", bold=True), Run(f"{text}.")))
    level = f": {', '.join((part.verdict, *part.flags))}."
    return Paragraph((Run(part.heading, bold=True), Run(level), *facts), "small")


def _origin(line: OriginLine) -> str:
    return f"{line.label} ({line.grades}; {line.standing})"


def _claim_row(annex: Annex, part: AspectPart, card: Card, numbers: Mapping[str, int]) -> Row:
    """Return a claim as a row."""
    stance: Runs = (Run(f"{card.sign} {card.stance}", bold=card.sign != "+"),)
    aside = ((Run(f"Set aside: {card.set_aside}", bold=True),),) if card.set_aside else ()
    return Row(
        (
            cell(part.heading, stance, *aside),
            cell(card.summary, *_more(annex, card), (Run(card.id, faint=True),)),
            cell(_source(annex, card, numbers), card.locator),
            cell(card.chain, (Run(card.basis, faint=True),)),
            cell((Run(card.grade, bold=True),), card.when or "undated"),
        )
    )


def _more(annex: Annex, card: Card) -> Iterator[str]:
    """Yield what a claim says besides its summary."""
    claim = annex.network.claim[card.id]
    language = f" ({claim.quote_language})" if claim.quote_language else ""
    yield card.value
    yield f"Quoted{language}: “{card.quote}”" if card.quote else ""
    yield f"In translation: “{card.translation}”" if card.translation else ""
    yield f"Note: {card.note}" if card.note else ""
    yield f"Answered: {card.answered}" if card.answered else ""
    yield "" if claim.direct else "Bears on this indirectly."
    yield "" if claim.marking == COMMON else claim.marking
    yield from (f"Let stand by the editors: {fault}" for fault in card.faults)


def _source(annex: Annex, card: Card, numbers: Mapping[str, int]) -> Runs:
    """Return the document in hand: its number, leading to it, and its name."""
    source = annex.network.source.get(card.source)
    name = short(source, annex.network) if source else card.source
    if card.source in numbers:
        return (note_of(numbers[card.source]), Run(f" {name}"))
    return (Run(name or "no document"),)
