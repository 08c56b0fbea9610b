"""The columns that a table may have: what each holds, by which names it goes, and what an empty cell stands for."""

from __future__ import annotations

from typing import Final, NamedTuple

from graphdata.vocabulary import ACTOR_KINDS, BASES, DOMAIN_LABELS, KINDS, STANCES, STATUS_WORDS


class Column(NamedTuple):
    """One column; default is the word that an empty cell stands for, empty where it stands for nothing."""

    name: str
    holds: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    default: str = ""


NO_REASON: Final = "The table gives no reason."
RELATIONS: Final[tuple[Column, ...]] = (
    Column("giver", "the actor that gives, says or does", ("from", "supplier", "provider"), required=True),
    Column("giver kind", "what sort of actor it is", ("from kind", "supplier kind"), default="unknown"),
    Column("receiver", "the actor that receives", ("to", "recipient"), required=True),
    Column("receiver kind", "what sort of actor it is", ("to kind", "recipient kind"), default="unknown"),
    Column("domain", "arms, money, tech or diplomacy", ("field",), required=True),
    Column("kind", "the kind of dealing within the domain", ("relation kind", "type"), default="by domain"),
    Column("direction", "forward, or mutual", (), default="forward"),
    Column("summary", "the dealing in a line", ("relation", "what"), required=True),
    Column("aspect", "how far it went, or what the claim is about", ("status",), default="exists"),
    Column("stance", "supports, contradicts or qualifies", (), default="supports"),
    Column("basis", "on what the source founds it", (), default="reported"),
    Column("date", "when it was so", ("when", "date of information")),
    Column("source title", "the document in hand", ("source", "title", "document"), required=True),
    Column("source url", "its address", ("url", "link", "address")),
    Column("source publisher", "who published it", ("publisher", "outlet")),
    Column("source date", "when it was published", ("published", "publication date", "date published")),
    Column("read", "whether you have read it yourself: yes or no", ("source read",), default="no"),
    Column("grade", "reliability of the source, A to F", ("reliability", "source grade")),
    Column("grade reason", "why it has that letter", ("reason",), default=NO_REASON),
    Column("credibility", "credibility of the item, 2 to 6", ("digit",), default="6"),
    Column("origin", "who said it first", ("said by", "original source"), default="the source itself"),
    Column("page", "the page it stands on", ("p",)),
    Column("paragraph", "the paragraph it stands in", ("para",)),
    Column("locator", "another place in the source", ("place",), default="not given"),
    Column("claim", "what the source says, in your own words", ("own words",), default="the summary"),
    Column("amount", "a number or a range", ("magnitude", "value", "quantity")),
    Column("unit", "what the amount counts", ("units", "currency")),
    Column("amount basis", "what the amount is founded on", ("magnitude basis",), default="estimate"),
    Column("marking", "how sensitive it is, as a TLP label", ("tlp",), default="TLP:CLEAR"),
    Column("note", "anything else", ("notes", "comment", "remark")),
)
ACTORS: Final[tuple[Column, ...]] = (
    Column("name", "the name that the relations use", ("actor",), required=True),
    Column("kind", "what sort of actor it is", ("actor kind", "type"), default="unknown"),
    Column("short", "a shorter name for the map", ("short name", "acronym")),
    Column("other names", "further names, semicolons between them", ("aliases", "alias")),
    Column("country", "its country, as a code of two letters", ()),
    Column("bloc", "whom it shares a stake with", ()),
    Column("note", "anything else", ("notes", "comment", "remark")),
)
_OF_SOURCES: Final = ("source title", "source url", "source publisher", "source date", "read", "grade", "grade reason")
SOURCES: Final[tuple[Column, ...]] = (
    *(
        column._replace(aliases=(*column.aliases, "date")) if column.name == "source date" else column
        for column in RELATIONS
        if column.name in _OF_SOURCES
    ),
    Column("language", "a code such as en", ("lang",)),
    Column("note", "anything else", ("notes", "comment", "remark")),
)
BROADEST: Final = {"arms": "cooperation", "money": "trade", "tech": "know_how", "diplomacy": "backing"}
AMOUNT_BASES: Final = ("ordered", "delivered", "contract", "estimate", "rate")


def folded(text: str) -> str:
    """Return a word as it is compared: small letters, with spaces, hyphens and underscores alike."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


def _words(labels: dict[str, str], also: dict[str, str] | None = None) -> dict[str, str]:
    """Return the word of the model for each spelling that a cell may hold."""
    spellings = {folded(word): word for word in labels} | {folded(label): word for word, label in labels.items()}
    return spellings | (also or {})


WORDS: Final[dict[str, dict[str, str]]] = {
    "domain": _words(DOMAIN_LABELS, {"technology": "tech", "finance": "money", "weapons": "arms"}),
    "direction": {
        **dict.fromkeys(("forward", "one way", "->", ">", "→"), "forward"),
        **dict.fromkeys(("mutual", "both", "both ways", "<>", "<->", "↔"), "mutual"),
    },
    "actor kind": _words(ACTOR_KINDS, {"country": "state", "company": "firm", "group": "armed_group"}),
    "aspect": {"exists": "exists", "took place": "exists", "magnitude": "magnitude"}
    | {spelling: f"status:{word}" for spelling, word in _words(STATUS_WORDS).items()},
    "stance": _words(STANCES, {"for": "supports", "against": "contradicts"}),
    "basis": _words(BASES, {"judgement": "assessed"}),
    "amount basis": {word: word for word in AMOUNT_BASES},
    "read": {
        **dict.fromkeys(("yes", "y", "true", "1", "x"), "yes"),
        **dict.fromkeys(("no", "n", "false", "0"), "no"),
    },
}
KIND_WORDS: Final[dict[str, dict[str, str]]] = {
    domain: _words({kind: dealing.label for kind, dealing in kinds.items()}) for domain, kinds in KINDS.items()
}
