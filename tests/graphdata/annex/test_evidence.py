"""Each relation says how sure it is and why; each claim what, by whom, where, when, and how good it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from graphdata.annex import Annex
from graphdata.annex.evidence import evidence_of
from graphdata.network import Network
from graphdata.paper import Heading, Paper, Table, text_of

Made = Callable[..., Annex]


def evidence(annex: Annex) -> Paper:
    return Paper("", "", "", "", "", tuple(evidence_of(annex)))


def tables(annex: Annex) -> Iterator[Table]:
    return (block for block in evidence(annex).blocks if isinstance(block, Table))


def changed(network: Network, **fields: object) -> Network:
    """Return the network with the first claim of a relation changed."""
    relation = network.relation["rel:shahed"]
    claims = (replace(relation.claims[0], **fields), *relation.claims[1:])
    return replace(
        network, relations=tuple(replace(r, claims=claims) if r.id == relation.id else r for r in network.relations)
    )


def test_every_claim_has_its_row(little: Network, made: Made) -> None:
    rows = [row for table in tables(made()) for row in table.rows]
    assert len(rows) == len(little.claims)
    said = text_of(evidence(made()))
    assert all(claim.id in said and claim.summary in said for claim in little.claims)


def test_levels_come_with_the_rules_that_fired(made: Made) -> None:
    said = text_of(evidence(made()))
    assert said.count("Rules that fired: ") == sum(len(entry.page.aspects) for entry in made().relations)
    assert "What would raise it: " in said
    assert "≠ Contradicts" in said


def test_headings_number_the_relations(made: Made) -> None:
    headings = [b for b in evidence(made()).blocks if isinstance(b, Heading) and b.level == 4]
    assert [heading.anchor for heading in headings] == [f"relation-{at}" for at in range(1, 13)]
    assert headings[0].text.startswith("R1  ")


def test_quotes_notes_and_answers_are_shown(little: Network, made: Made) -> None:
    network = changed(little, quote="Bis dat", quote_language="la", note="A note.", answered="By letter.", direct=False)
    said = text_of(evidence(made(network=network)))
    for words in ("Quoted (la): “Bis dat”", "Note: A note.", "Answered: By letter.", "Bears on this indirectly."):
        assert words in said


def test_markings_above_the_lowest_are_shown_where_they_are(little: Network, made: Made) -> None:
    assert "\nTLP:GREEN\n" in text_of(evidence(made()))
    relations = tuple(replace(each, marking="TLP:RED") for each in little.relations)
    assert "Marking: TLP:RED" in text_of(evidence(made(network=replace(little, relations=relations))))
    assert "TLP:AMBER" in text_of(evidence(made(network=changed(little, marking="TLP:AMBER"))))


def test_a_relation_has_one_table_whose_rows_say_what_they_are_about(made: Made) -> None:
    annex = made()
    found = {table.name: table for table in tables(annex)}
    assert len(found) == sum(1 for entry in annex.relations if entry.cards)
    shahed = next(entry for entry in annex.relations if entry.id == "rel:shahed")
    about = [row.cells[0][0][0].text for row in found[f"Claims on relation R{shahed.number}"].rows]
    assert about == [part.heading for part in shahed.page.aspects for _ in part.cards]
