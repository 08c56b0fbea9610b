"""What the page shows without any script: marking, title, picture, what it rests on, table, sources; and empty places.

The places that scripts fill are hidden until they run, so that a page whose scripts are refused is whole all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphdata.attested import years_in_words
from graphdata.citation import notes_of_relation
from graphdata.citing import Citing
from graphdata.export.page.markup import Markup, joined, picture_address, tag
from graphdata.filter import CONTESTING
from graphdata.legend import Entry
from graphdata.network import Relation
from graphdata.rows import label_of
from graphdata.sheet import Request
from graphdata.sheet.words import as_of_line, confidence_statement, left_out, marking_note, marking_on, title_of
from graphdata.statement import summary_below_head
from graphdata.ties import Tie
from graphdata.view import View
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS, STATUS_WORDS, kind_label
from graphdata.withheld import asked_in_words

HEADS = ("Giver", "Receiver", "Domain", "Kind", "What", "Status", "Confidence", "Origins / documents", "Sources")
LEVELS = {"0": "any", "1": "Low or better", "2": "Moderate or better", "3": "High"}
KEYS = (
    ("Tab", "from part to part"),
    ("← →", "on the map: line by line; with an actor chosen, its lines"),
    ("↑ ↓", "on the map: actor by actor"),
    ("Enter", "to the evidence of what is chosen"),
    ("Esc", "choose nothing, back to the map"),
    ("+ − 0", "closer, further, whole map"),
    ("/", "search"),
)


def head_part(view: View, wanted: Request) -> Markup:
    """Return marking, title, as-of line and confidence statement."""
    return tag(
        "header",
        _marking(view, wanted, "first"),
        tag("h1", title_of(view, wanted), dir="auto"),
        tag("p", as_of_line(view), class_="quiet"),
        tag("p", confidence_statement(view), class_="quiet"),
    )


def _marking(view: View, wanted: Request, place: str) -> Markup:
    """Return the marking in its own colour on black, right-justified."""
    return tag("p", tag("span", marking_on(view, wanted)), class_=f"marking {place}", role="note", aria_label="Marking")


def live_part(view: View, legends: Sequence[bytes], entries: Sequence[Entry]) -> Markup:
    """Return the places of filters, map and evidence, hidden until the scripts run."""
    return tag(
        "main",
        tag("section", *_controls(view, legends, entries), id="controls", aria_label="Search and filters"),
        tag("section", *_map(), id="stage", aria_label="Map"),
        tag("section", id="evidence", tabindex="-1", aria_label="Evidence", aria_live="off"),
        id="live", hidden="hidden",
    )  # fmt: skip


def _controls(view: View, legends: Sequence[bytes], entries: Sequence[Entry]) -> list[Markup]:
    """Return search, filters and legend."""
    shown = {relation.domain for relation in view.relations}
    boxes = [_box(domain) for domain in DOMAINS if domain in shown]
    levels = [tag("option", words, value=level) for level, words in LEVELS.items()]
    search = tag("input", id="search", type="search", autocomplete="off", spellcheck="false", dir="auto")
    found = [
        tag("div", tag("label", "Search actors and relations", for_="search"), search, class_="pair"),
        tag("ul", id="hits", hidden="hidden"),
        tag("fieldset", tag("legend", "Domain"), *boxes, id="domains", **({} if boxes else {"hidden": "hidden"})),
        tag("div", tag("label", "Confidence", for_="level"), tag("select", *levels, id="level"), class_="pair"),
        tag("p", id="narrowed", class_="quiet", role="status"),
    ]
    if legends:
        words = "Legend: " + "; ".join(entry.text for entry in entries)
        pictures = zip(legends, ("light", "dark"), strict=True)
        images = [tag("img", src=picture_address(svg), alt=words, class_=f"{name}-only") for svg, name in pictures]
        found.append(tag("details", tag("summary", "Legend"), *images, open="open"))
    rows = [joined(tag("dt", keys), tag("dd", words)) for keys, words in KEYS]
    return [*found, tag("details", tag("summary", "Keys"), tag("dl", *rows))]


def _box(domain: str) -> Markup:
    """Return the check box of a domain."""
    tick = tag("input", type="checkbox", value=domain, checked="checked")
    return tag("label", tick, tag("span", class_=f"swatch {domain}"), DOMAIN_LABELS[domain])


def _map() -> list[Markup]:
    """Return the map's place with its buttons, and the line of words under it."""
    buttons = {"closer": ("+", "Closer"), "further": ("−", "Further"), "whole": ("⤢", "Whole map")}
    small = [tag("button", sign, id=key, type="button", aria_label=words) for key, (sign, words) in buttons.items()]
    read = tag("button", "Read the evidence", id="read", type="button", hidden="hidden")  # where it stands out of sight
    said = "Map. Arrow keys walk between lines and actors, Enter shows the evidence. The table below says the same."
    return [
        tag("div", read, *small, tag("button", "Dark", id="theme", type="button"), id="tools"),
        tag("div", id="map", tabindex="0", role="application", aria_label=said),
        tag("p", id="said", role="status"),
    ]


def picture_part(svg: bytes, view: View, wanted: Request) -> Markup:
    """Return the still picture, for print and for readers without scripts."""
    words = f"Map of {title_of(view, wanted)}: the relations of the table below."
    return tag("figure", tag("img", src=picture_address(svg), alt=words), id="picture")


def summary_part(view: View) -> Markup:
    """Return the source summary statement: what the picture rests on."""
    said = [joined(tag("dt", heading), tag("dd", text, dir="auto")) for heading, text in summary_below_head(view)]
    return (
        tag("section", tag("h2", "What the picture rests on"), tag("dl", *said), id="summary") if said else Markup("")
    )


def table_part(view: View, ties: Sequence[Tie]) -> Markup:
    """Return the table of all relations on show, in the order of the lines."""
    relations = [(tie.id, view.network.relation[each]) for tie in ties for each in tie.relations]
    heads = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in HEADS)))
    rows = [_row(view, line, relation) for line, relation in relations]
    head = tag("h2", f"Relations shown: {len(relations)}", tag("span", id="count"))
    return tag("section", head, tag("div", tag("table", heads, tag("tbody", *rows)), class_="wide"), id="table")


def _row(view: View, line: str, relation: Relation) -> Markup:
    """Return a relation as a row."""
    found, network = view.assessments[relation.id], view.network
    level = found.level.label + (", contested" if CONTESTING.intersection(found.headline.flags) else "")
    years = years_in_words([found]) or "undated"
    status = ", ".join(part for part in (STATUS_WORDS.get(found.status, ""), years) if part)
    receiver = ("↔ " if relation.direction == "mutual" else "") + label_of(network, relation.receiver)
    cells = (
        label_of(network, relation.giver), receiver, DOMAIN_LABELS[relation.domain],
        kind_label(relation.domain, relation.kind), relation.summary, status, level,
        f"{found.headline.origins} / {found.headline.documents}",
    )  # fmt: skip
    numbers = [_numbered(note.number) for note in notes_of_relation(view, relation.id)]
    return tag(
        "tr", *(tag("td", cell, dir="auto") for cell in cells), tag("td", *numbers),
        id=f"row-{relation.id}", data_line=line, data_relation=relation.id,
    )  # fmt: skip


def _numbered(number: int) -> Markup:
    """Return the number of a source as a way to it, inside this page."""
    return joined(tag("a", f"[{number}]", href=f"#note-{number}"), " ")


def sources_part(citing: Citing) -> Markup:
    """Return every source in full; addresses are text, nothing opens them."""
    listed = [
        tag("li", tag("span", f"[{note.number}] ", class_="number"), tag("span", citing.whole(note), dir="auto"),
            id=f"note-{note.number}", tabindex="-1")
        for note in citing.notes
    ]  # fmt: skip
    key = [tag("p", citing.key(), class_="quiet")] if listed else []
    return tag("section", tag("h2", "Sources"), *key, tag("ol", *listed), id="sources")


def foot_part(view: View, wanted: Request) -> Markup:
    """Return the filter in words, the dataset and its digest, and the marking."""
    network = view.network
    edition = f"Dataset {network.id} {network.version}, digest {network.digest or 'none'}; ruleset {network.ruleset}."
    return tag(
        "footer",
        tag("p", f"Shown: {asked_in_words(view)} {left_out(view)} {marking_note(view, wanted)}".rstrip()),
        tag("p", edition, class_="quiet"),
        _marking(view, wanted, "last"),
    )
