"""What is asked of a network: one frozen filter, whose every criterion is an independent chip in words.

A criterion in force judges each relation for itself, so chips can be removed in any order. An empty set, an empty
text or a first level asks for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Final, Literal, NamedTuple

import msgspec
from msgspec import Meta

from graphdata.chains import publisher_of
from graphdata.dates import in_words as date_in_words
from graphdata.dates import span_of
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.ruleset import CONTESTED, CONTRADICTED_BY_PRIMARY, FLAGS, Cut, Level
from graphdata.vocabulary import (
    ACTOR_KINDS,
    DOMAIN_LABELS,
    DOMAINS,
    KINDS,
    STATUS_WORDS,
    ActorKind,
    Domain,
    kind_label,
)

Acts = Literal["all", "only", "none"]
Ends = Literal["either", "both"]  # which ends of a relation have to be of the kinds of actor that are asked for
CONTESTING: Final = frozenset((CONTESTED, CONTRADICTED_BY_PRIMARY))  # either flag puts the mark of dispute on a line
ALL_BUT: Final = "all but "
LISTED: Final = 4  # names a chip or a sentence lists before it counts the rest


class FilterError(EntenteError, ValueError):
    """A filter that cannot be: a date that does not parse, or a stored filter this version cannot read."""


class Filter(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is asked of a network; the one without arguments asks for nothing and shows everything."""

    domains: frozenset[Domain] = frozenset()
    kinds: frozenset[str] = frozenset()
    actor_kinds: frozenset[ActorKind] = frozenset()
    actor_ends: Ends = "both"  # as filters meant that were kept before it could be chosen
    givers: frozenset[str] = frozenset()
    receivers: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    min_confidence: Level = Level.NONE
    min_origins: Annotated[int, Meta(ge=0)] = 0
    flags: frozenset[str] = frozenset()
    hostile: Acts = "all"
    sources: frozenset[str] = frozenset()
    period: tuple[str, str] = ("", "")
    undated: bool = True
    text: str = ""
    ego: str = ""
    steps: Annotated[int, Meta(ge=1, le=99)] = 1
    as_of: str = ""
    known_by: str = ""
    ceiling: str = ""
    struck: frozenset[str] = frozenset()
    hidden_actors: frozenset[str] = frozenset()
    hidden_relations: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse dates that cannot be read, so that a filter that exists can be applied."""
        for date in (*self.period, self.as_of, self.known_by):
            _check_date(date)

    @property
    def all_flags(self) -> frozenset[str]:
        """The flags asked for; contradicted by a primary item is contested too."""
        return self.flags | CONTESTING if CONTESTED in self.flags else self.flags

    @property
    def cut(self) -> Cut:
        """Which claims count at all: the part of the filter that confidence is computed under."""
        return Cut(as_of=self.as_of, known_by=self.known_by, ceiling=self.ceiling, struck=self.struck)


class Chip(NamedTuple):
    """One criterion in force, as the panel shows it."""

    key: str
    label: str
    tooltip: str


class Criterion(NamedTuple):
    """One thing a filter may ask: the field that says whether it does, its words, and its part of a sentence.

    Where nearly all are chosen and the words name the others, the sentence has another part.
    """

    key: str
    words: Callable[[Filter, Network], Iterable[str]]
    clause: str
    tooltip: str
    also: tuple[str, ...] = ()
    but: str = ""
    chip: str = "{}"

    def said(self, wanted: Filter, network: Network) -> str:
        """Return its part of a sentence about a filter."""
        words = list(self.words(wanted, network))
        if self.but and len(words) == 1 < len(getattr(wanted, self.key)):
            return self.but.format(words[0].removeprefix(ALL_BUT))
        return self.clause.format(_joined(words, " or "))


def in_force(wanted: Filter) -> tuple[Criterion, ...]:
    """Return the criteria that ask for something, in the order of their chips."""
    asking = (each for each in CRITERIA if getattr(wanted, each.key) != _DEFAULTS[each.key])
    is_loose = wanted.actor_ends == "either"
    return tuple(EITHER_END if is_loose and each.key == EITHER_END.key else each for each in asking)


def chips_of(wanted: Filter, network: Network) -> tuple[Chip, ...]:
    """Return one chip for each criterion in force."""
    labels = ((each, _joined(each.words(wanted, network), ", ")) for each in in_force(wanted))
    return tuple(Chip(each.key, each.chip.format(label), each.tooltip) for each, label in labels)


def without(wanted: Filter, chip_key: str) -> Filter:
    """Return the filter with one criterion back at its default; the others stay as they are."""
    return msgspec.structs.replace(wanted, **{name: _DEFAULTS[name] for name in _FIELDS[chip_key]})


def in_words(wanted: Filter, network: Network) -> str:
    """Return one sentence that says everything the filter asks, for the foot of an export."""
    clauses = [each.said(wanted, network) for each in in_force(wanted)]
    return f"Relations {', '.join(clauses)}." if clauses else "All relations."


def to_json(wanted: Filter) -> str:
    """Return the filter as text for a view, a workspace or a picture; the same filter gives the same text."""
    return msgspec.json.encode(wanted, order="deterministic").decode()


def from_json(text: str | bytes) -> Filter:
    """Return the filter that to_json wrote."""
    try:
        return msgspec.json.decode(text, type=Filter)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FilterError(f"This filter cannot be read: {error}.") from error


def _check_date(text: str) -> None:
    try:
        _ = span_of(text) if text else None
    except ValueError as error:
        raise FilterError(str(error)) from error


def _joined(words: Iterable[str], glue: str) -> str:
    listed = list(words)
    tail = [f"{len(listed) - LISTED + 1} more"] if len(listed) > LISTED else []
    return glue.join(listed[: LISTED - 1] + tail if tail else listed)


def _or_all_but(chosen: list[str], others: list[str]) -> list[str]:
    """Return words that were chosen; where too many to be told are, and few are not, those few instead."""
    few = len(chosen) > LISTED and 0 < len(others) < LISTED
    return [ALL_BUT + _joined(others, " and ")] if few else chosen


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _actor(network: Network, actor_id: str) -> str:
    actor = network.actor.get(actor_id)
    return actor.label if actor else actor_id


def _source(network: Network, source_id: str) -> str:
    source = network.source.get(source_id)
    return publisher_of(network, source) if source else source_id


def _domains(wanted: Filter, _: Network) -> list[str]:
    return [DOMAIN_LABELS[domain].lower() for domain in DOMAINS if domain in wanted.domains]


def _kinds(wanted: Filter, _: Network) -> list[str]:
    known = {kind: kind_label(domain, kind).lower() for domain, kinds in KINDS.items() for kind in kinds}
    listed = [label for kind, label in known.items() if kind in wanted.kinds]
    others = [label for kind, label in known.items() if kind not in wanted.kinds]
    return _or_all_but(listed + sorted(wanted.kinds - known.keys()), others)


def _actor_kinds(wanted: Filter, _: Network) -> list[str]:
    listed = [label.lower() for kind, label in ACTOR_KINDS.items() if kind in wanted.actor_kinds]
    return _or_all_but(listed, [label.lower() for kind, label in ACTOR_KINDS.items() if kind not in wanted.actor_kinds])


def _statuses(wanted: Filter, _: Network) -> list[str]:
    words = {**STATUS_WORDS, "": "no status"}
    return [label.lower() for word, label in words.items() if word in wanted.statuses]


def _flags(wanted: Filter, _: Network) -> list[str]:
    return [label.lower() for flag, label in FLAGS.items() if flag in wanted.flags]


def _confidence(wanted: Filter, _: Network) -> list[str]:
    return [f"{wanted.min_confidence.label} or higher" if wanted.min_confidence < max(Level) else max(Level).label]


def _origins(wanted: Filter, _: Network) -> list[str]:
    return [f"{_counted(wanted.min_origins, 'origin')} or more"]


def _hostile(wanted: Filter, _: Network) -> list[str]:
    return ["hostile acts only" if wanted.hostile == "only" else "no hostile acts"]


def _sources(wanted: Filter, network: Network) -> list[str]:
    listed = sorted(_source(network, source_id) for source_id in wanted.sources)
    return _or_all_but(listed, sorted(_source(network, each) for each in network.source.keys() - wanted.sources))


def _struck(wanted: Filter, network: Network) -> list[str]:
    return [f"without {name}" for name in sorted(struck_name(network, each) for each in wanted.struck)]


def struck_name(network: Network, struck: str) -> str:
    """Return what a reader calls something struck out: a source, an actor, a claim, or an origin by its key."""
    source = network.source.get(struck.removeprefix("own:"))
    if source:
        own = ", own reporting" if struck.startswith("own:") else ""
        return publisher_of(network, source) + own
    claim = network.claim.get(struck)
    return f"the claim “{claim.summary}”" if claim else _actor(network, struck.removeprefix("named:"))


def _period(wanted: Filter, _: Network) -> list[str]:
    begins, ends = (date_in_words(date) if date else "" for date in wanted.period)
    return [f"{begins} to {ends}" if begins and ends else f"since {begins}" if begins else f"until {ends}"]


def _dated_only(_: Filter, __: Network) -> list[str]:
    return ["dated only"]


def _as_of(wanted: Filter, _: Network) -> list[str]:
    return [f"as of {date_in_words(wanted.as_of)}"]


def _known_by(wanted: Filter, _: Network) -> list[str]:
    return [f"known by {date_in_words(wanted.known_by)}"]


def _ceiling(wanted: Filter, _: Network) -> list[str]:
    return [f"{wanted.ceiling} at most"]


def _text(wanted: Filter, _: Network) -> list[str]:
    return [f"“{wanted.text}”"]


def _ego(wanted: Filter, network: Network) -> list[str]:
    return [f"within {_counted(wanted.steps, 'step')} of {_actor(network, wanted.ego)}"]


def _givers(wanted: Filter, network: Network) -> list[str]:
    return [f"from {name}" for name in sorted(_actor(network, each) for each in wanted.givers)]


def _receivers(wanted: Filter, network: Network) -> list[str]:
    return [f"to {name}" for name in sorted(_actor(network, each) for each in wanted.receivers)]


def _parties(wanted: Filter, network: Network) -> list[str]:
    return [f"with {name}" for name in sorted(_actor(network, each) for each in wanted.parties)]


def _hidden_actors(wanted: Filter, network: Network) -> list[str]:
    return [f"{_joined(sorted(_actor(network, each) for each in wanted.hidden_actors), ', ')} hidden"]


def _hidden_relations(wanted: Filter, _: Network) -> list[str]:
    return [f"{_counted(len(wanted.hidden_relations), 'relation')} hidden"]


CRITERIA: Final[tuple[Criterion, ...]] = (
    Criterion("domains", _domains, "in {}", "Relations of these domains only."),
    Criterion("kinds", _kinds, "of the kind {}", "Relations of these kinds only.", but="of all kinds but {}"),
    Criterion("hostile", _hostile, "with {}", "Attacks, sanctions, threats and accusations."),
    Criterion(
        "actor_kinds",
        _actor_kinds,
        "between actors of the kind {}",
        "Both ends are of these.",
        ("actor_ends",),
        but="between actors of all kinds but {}",
        chip="both ends: {}",
    ),
    Criterion("givers", _givers, "{}", "These give; in a mutual relation, both do."),
    Criterion("receivers", _receivers, "{}", "These receive; in a mutual relation, both do."),
    Criterion("parties", _parties, "{}", "These give or receive."),
    Criterion("statuses", _statuses, "that are {}", "The furthest status that has support."),
    Criterion("min_confidence", _confidence, "of confidence {}", "The level its line is drawn at."),
    Criterion("min_origins", _origins, "resting on {}", "Independent origins, not documents."),
    Criterion("flags", _flags, "marked {}", "Relations that carry at least one of these marks."),
    Criterion(
        "sources",
        _sources,
        "that rest on {}",
        "A claim that counts passed through one of these.",
        but="that rest on any source but {}",
    ),
    Criterion("period", _period, "attested {}", "The attested span overlaps; undated relations stay."),
    Criterion("undated", _dated_only, "{}", "Relations that no claim gives a date are left out."),
    Criterion("text", _text, "that mention {}", "Each word in summary, kind, actors or claims."),
    Criterion("ego", _ego, "{}", "Steps count over every relation of the network, shown or not.", ("steps",)),
    Criterion("as_of", _as_of, "{}", "Only claims about what was so by then count."),
    Criterion("known_by", _known_by, "{}", "Only claims that had been published by then count."),
    Criterion("ceiling", _ceiling, "marked {}", "What is marked higher is left out."),
    Criterion("struck", _struck, "{}", "Claims that passed through these do not count."),
    Criterion("hidden_actors", _hidden_actors, "with {} by hand", "Their relations are hidden too."),
    Criterion("hidden_relations", _hidden_relations, "with {} by hand", "Hidden one by one."),
)
EITHER_END: Final = Criterion(
    "actor_kinds",
    _actor_kinds,
    "with an actor of the kind {}",
    "At least one end is of these.",
    but="with an actor of any kind but {}",
)
_FIELDS: Final = {each.key: (each.key, *each.also) for each in CRITERIA}
_DEFAULTS: Final[dict[str, object]] = dict(zip(Filter.__struct_fields__, Filter.__struct_defaults__, strict=True))
