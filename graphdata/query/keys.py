"""What a query can ask: its keys, the field of the filter behind each, and the words that may follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from graphdata.filter import Ends
from graphdata.network import Network
from graphdata.ruleset import FLAGS, Level
from graphdata.vocabulary import ACTOR_KINDS, DOMAIN_LABELS, KINDS, MARKINGS, STATUS_WORDS

Form = Literal["actors", "actor", "choices", "ends", "sources", "level", "number", "date", "marking", "text", "records"]
UNDATED, HOSTILE = "undated", "hostile"
ENDS: Final[Mapping[Ends, str]] = {"either": "one end is enough", "both": "only among these"}
NO_STATUS: Final = "none"


class Key(NamedTuple):
    """One key: its word, the field of the filter, what its values are, an example, and what it asks in words."""

    word: str
    field: str
    form: Form
    example: str
    about: str

    @property
    def sign(self) -> str:
        """What stands between the key and its values."""
        return ">=" if self.form == "level" or self.word == "origins" else ":"


KEYS: Final[tuple[Key, ...]] = (
    Key("from", "givers", "actors", "from:russia", "who gives"),
    Key("to", "receivers", "actors", "to:iran", "who receives"),
    Key("with", "parties", "actors", "with:hezbollah", "who gives or receives"),
    Key("domain", "domains", "choices", "domain:arms,tech", "arms, money, tech or diplomacy"),
    Key("kind", "kinds", "choices", "kind:transfer", "kind of dealing"),
    Key("actor-kind", "actor_kinds", "choices", "actor-kind:state", "either end is of these kinds"),
    Key(
        "actor-ends",
        "actor_ends",
        "ends",
        "actor-kind:firm actor-ends:both",
        "which ends are of those kinds: either or both",
    ),
    Key("status", "statuses", "choices", "status:delivered", "the furthest status that has support"),
    Key("confidence", "min_confidence", "level", "confidence>=moderate", "confidence at least"),
    Key("origins", "min_origins", "number", "origins>=2", "independent origins at least"),
    Key("flag", "flags", "choices", "flag:single-origin", "carries one of these marks"),
    Key("source", "sources", "sources", "source:mova-essay", "rests on one of these sources"),
    Key("since", "period", "date", "since:2022", "attested from then on"),
    Key("until", "period", "date", "until:2024-06", "attested up to then"),
    Key("text", "text", "text", 'text:"drone plant"', "words in summary, kind, actors or claims"),
    Key("around", "ego", "actor", "around:iran", "what lies near an actor"),
    Key("steps", "steps", "number", "around:iran steps:2", "so many steps round that actor"),
    Key("as-of", "as_of", "date", "as-of:2024", "what was so by then"),
    Key("known-by", "known_by", "date", "known-by:2025-01", "what had been published by then"),
    Key("ceiling", "ceiling", "marking", "ceiling:TLP:GREEN", "nothing marked higher"),
)
STRIKING: Final[tuple[Key, ...]] = (
    Key("source", "struck", "sources", "not source:mova-essay", "without what passed through a source"),
    Key("origin", "struck", "records", "not origin:iran", "without what somebody said first"),
    Key("claim", "struck", "records", "not claim:…", "without one claim"),
    Key("actor", "hidden_actors", "actors", "not actor:belarus", "hide an actor"),
    Key("relation", "hidden_relations", "records", "not relation:…", "hide a relation"),
)
BY_WORD: Final[Mapping[str, Key]] = {key.word: key for key in KEYS}
BY_DENIED_WORD: Final[Mapping[str, Key]] = {key.word: key for key in STRIKING}
TURNED: Final = frozenset({"domain", "kind", "actor-kind", "status"})  # not leaves all others of a closed list
PREFIXES: Final[Mapping[str, str]] = {"claim": "clm:", "relation": "rel:", "origin": "actor:", "source": "src:"}


def hyphened(word: str) -> str:
    """Return a word of a closed list as a query writes it."""
    return word.lower().replace("_", "-")


def choices_of(key: Key) -> dict[str, tuple[str, str]]:
    """Return the words that may follow a key of a closed list, each with the filter's own word and a label."""
    kinds = {kind: found.label for listed in KINDS.values() for kind, found in listed.items()}
    labels: Mapping[str, Mapping[str, str]] = {
        "domains": DOMAIN_LABELS,
        "kinds": kinds,
        "actor_kinds": ACTOR_KINDS,
        "statuses": STATUS_WORDS,
        "flags": FLAGS,
    }
    found = {hyphened(word): (word, label) for word, label in labels[key.field].items()}
    return found | ({NO_STATUS: ("", "No status")} if key.field == "statuses" else {})


def levels() -> dict[str, Level]:
    """Return the levels by the words of a query."""
    return {level.name.lower(): level for level in Level}


def markings_of(network: Network) -> tuple[str, ...]:
    """Return the markings that a ceiling may name: those of TLP, and those that the network uses."""
    own = {record.marking for records in (network.actors, network.relations, network.sources) for record in records}
    return (*MARKINGS, *sorted(own - set(MARKINGS)))
