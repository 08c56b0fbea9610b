"""What a page says of its view: its title, marking and date, what is left out; and all of it for screen readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphdata.attested import years_in_words
from graphdata.citing import Citing, in_full
from graphdata.dates import in_words as date_in_words
from graphdata.grounds import in_short
from graphdata.marking import ceiling_in_words, lowered_in_words, printed_marking
from graphdata.rows import counted
from graphdata.ruleset import Level
from graphdata.sheet.request import Request
from graphdata.view import View
from graphdata.withheld import asked_in_words


def title_of(view: View, wanted: Request) -> str:
    """Return the page's title: the one asked for, else the network's."""
    return wanted.title or view.network.title


def marking_on(view: View, wanted: Request) -> str:
    """Return the marking to print: what is on show decides, unless another one was asked for; raises MarkingError."""
    return printed_marking(view, wanted.marking, wanted.marking_reason)


def marking_note(view: View, wanted: Request) -> str:
    """Return the sentence that keeps the reason for a lowered marking, empty for every other one."""
    return lowered_in_words(view, wanted.marking, wanted.marking_reason)


def as_of_line(view: View) -> str:
    """Return of when picture, information and records are, and of which dataset and ruleset."""
    network = view.network
    years = years_in_words([found for each in view.relations if (found := view.assessments[each.id])])
    dated = f" · information dated {years}" if years else ""
    digest = f" ({network.digest[:8]})" if network.digest else ""
    when = date_in_words(view.as_of)
    known = f" · known by {date_in_words(view.filter.known_by)}" if view.filter.known_by else ""
    compiled = f" · compiled {date_in_words(network.compiled)}" if network.compiled else ""
    return f"As of {when}{known}{dated}{compiled} · dataset {network.version}{digest} · ruleset {network.ruleset}"


def confidence_statement(view: View) -> str:
    """Return how well the relations shown are supported, without a word of likelihood (ICD 203)."""
    if view.actors and not view.relations:
        return "No relation is on show."
    found = (view.assessments[relation.id].headline for relation in view.relations)
    return counted_confidence([(each.level, each.origins) for each in found])


def confidence_below_heading(view: View) -> str:
    """Return the confidence statement for a place where the word stands before it already."""
    said = confidence_statement(view).removeprefix("Confidence ")
    return said[0].upper() + said[1:]


def counted_confidence(found: Sequence[tuple[Level, int]]) -> str:
    """Return the confidence statement for relations, each with its level and how many origins it has."""
    if not found:
        return "Nothing is on show."
    counts = Counter(level for level, _ in found)
    levels = ", ".join(
        f"{level.label.lower()} in {counts[level]}" for level in sorted(Level, reverse=True) if counts[level]
    )
    of = "relation" if len(found) == 1 else f"{len(found)} relations"
    return f"Confidence in the {of} shown: {levels}; {_origins([origins for _, origins in found])}."


def _origins(counts: Sequence[int]) -> str:
    """Return in words how many relations rest on one origin alone; of a single one, on how many it rests."""
    if len(counts) == 1:
        return f"it rests on {counted(counts[0], 'origin', 'origins') or 'no named origin'}"
    single = counts.count(1)
    return {0: "none rests on one origin", 1: "1 rests on one origin"}.get(single, f"{single} rest on one origin")


def left_out(view: View) -> str:
    """Return how much of the network is not on show."""
    relations = len(view.network.relations) - len(view.relations)
    actors = len(view.network.drawn) - len(view.actors)
    whole, above = view.network, " ".join(filter(None, (view.remark, ceiling_in_words(view))))
    if not relations and not actors:
        return above or "Nothing is left out."
    said = f"Not shown: {relations} of {len(whole.relations)} relations, {actors} of {len(whole.drawn)} actors."
    return f"{said} {above}".rstrip()


def describe(view: View, citing: Citing, wanted: Request) -> str:
    """Return the page in words: for screen readers, and so that every source travels with the file."""
    shown = (asked_in_words(view), left_out(view), marking_note(view, wanted))
    lines = [as_of_line(view), confidence_statement(view), *filter(None, (in_short(view), *shown))]
    return "\n".join([*lines, *in_full(citing)])
