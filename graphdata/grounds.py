"""What a view rests on, counted: its documents and their origins, and how many of its relations have several."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from graphdata.filter import CONTESTING
from graphdata.rows import counted
from graphdata.ruleset import ASSESSED_ONLY
from graphdata.view import View


class Grounds(NamedTuple):
    """The numbers: relations, documents behind them, origins behind these, and relations of some kinds."""

    relations: int
    documents: int
    origins: int
    corroborated: int  # on two or more origins
    contested: int
    judged: int  # on judgement alone
    unread: int  # documents known through others only


def grounds_of(view: View) -> Grounds:
    """Return what the relations on show rest on."""
    found = [view.assessments[relation.id] for relation in view.relations]
    documents = {source for each in found for source in each.sources}
    known = (view.network.source[key] for key in documents if key in view.network.source)
    flags = Counter(flag for each in found for flag in each.headline.flags)
    return Grounds(
        relations=len(found),
        documents=len(documents),
        origins=len({one.key for each in found for one in each.headline.classes if one.counts}),
        corroborated=sum(1 for each in found if each.headline.origins > 1),
        contested=sum(1 for each in found if CONTESTING.intersection(each.headline.flags)),
        judged=flags[ASSESSED_ONLY],
        unread=sum(1 for source in known if not source.read),
    )


def in_short(view: View) -> str:
    """Return in a sentence what a picture rests on, for where there is no room for more; empty where it shows none."""
    found = grounds_of(view)
    if not found.documents:
        return ""
    of = f" of {found.relations:,} relations" if found.relations > 1 else ""
    parts = (
        f"{found.corroborated or 'none'}{of} on two or more origins" if of else "",
        f"{found.contested} contested" if found.contested else "",
        f"{found.judged} on judgement alone" if of and found.judged else "",
        f"{counted(found.unread, 'document', 'documents')} known through others only" if found.unread else "",
    )
    said = ", ".join(filter(None, parts))
    origins = counted(found.origins, "independent origin", "independent origins") or "no named origin"
    documents = counted(found.documents, "document", "documents")
    return f"Rests on {documents} and {origins}{': ' if said else ''}{said}."
