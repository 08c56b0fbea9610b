"""Every criterion of a filter as an option of the command line, and back into the filter."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.naming import actor_named, one_of
from graphdata.network import Network
from graphdata.query.keys import ENDS
from graphdata.query.reading import from_query
from graphdata.ruleset import FLAGS, Level
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS, KINDS, MARKINGS, STATUS_WORDS

LEVELS = {level.name.lower(): level for level in Level}
ACTS = ("all", "only", "none")


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Add an option for every criterion; lists are separated by commas."""
    group = parser.add_argument_group("what to show (everything, unless asked otherwise)")
    group.add_argument("--query", metavar="LINE", default="", help="a query line, such as 'from:russia domain:arms'")
    group.add_argument("--domain", metavar="LIST", default="", help=f"of {', '.join(DOMAINS)}")
    group.add_argument("--kind", metavar="LIST", default="", help="kinds of dealing, such as transfer,training")
    group.add_argument("--actor-kind", metavar="LIST", default="", help=f"of {', '.join(ACTOR_KINDS)}")
    group.add_argument("--actor-ends", metavar="WHICH", default="", help="either end is of these kinds, or both")
    group.add_argument("--giver", metavar="LIST", default="", help="actors that give, by id or name")
    group.add_argument("--receiver", metavar="LIST", default="", help="actors that receive")
    group.add_argument("--party", metavar="LIST", default="", help="actors that give or receive")
    group.add_argument("--status", metavar="LIST", default="", help=f"of {', '.join(STATUS_WORDS)}")
    group.add_argument("--confidence", metavar="LEVEL", default="none", help=f"at least: {', '.join(LEVELS)}")
    group.add_argument("--origins", metavar="N", type=int, default=0, help="independent origins, at least")
    group.add_argument("--flag", metavar="LIST", default="", help=f"of {', '.join(FLAGS)}")
    group.add_argument("--hostile", metavar="WHICH", default="all", help=f"hostile acts: {', '.join(ACTS)}")
    group.add_argument("--source", metavar="LIST", default="", help="ids of sources, with or without src:")
    group.add_argument("--from", dest="begins", metavar="DATE", default="", help="period begins, such as 2022-02")
    group.add_argument("--to", dest="ends", metavar="DATE", default="", help="period ends")
    group.add_argument("--no-undated", action="store_true", help="leave out relations without any date")
    group.add_argument("--text", default="", help="words that actors, summaries or claims hold")
    group.add_argument("--ego", metavar="ACTOR", default="", help="an actor's id or name: show its neighbourhood")
    group.add_argument("--steps", metavar="N", type=int, default=1, help="steps from the actor of --ego")
    group.add_argument("--as-of", metavar="DATE", default="", help="what was so on a date")
    group.add_argument("--known-by", metavar="DATE", default="", help="what had been published by a date")
    group.add_argument("--ceiling", metavar="MARKING", default="", help=f"nothing above: {', '.join(MARKINGS)}")
    group.add_argument("--without", metavar="LIST", default="", help="ids of sources, origins or claims to strike out")
    group.add_argument("--hide", metavar="LIST", default="", help="actors to hide, by id or name")


def filter_from(chosen: argparse.Namespace, network: Network) -> Filter:
    """Return the filter that the options ask for; raises FilterError naming the option, the word and the choices."""
    kinds = [kind for per_domain in KINDS.values() for kind in per_domain]
    fields: dict[str, Any] = {
        "domains": _among("--domain", chosen.domain, DOMAINS),
        "kinds": _among("--kind", chosen.kind, kinds),
        "actor_kinds": _among("--actor-kind", chosen.actor_kind, ACTOR_KINDS),
        "givers": _actors("--giver", chosen.giver, network),
        "receivers": _actors("--receiver", chosen.receiver, network),
        "parties": _actors("--party", chosen.party, network),
        "statuses": _among("--status", chosen.status, STATUS_WORDS),
        "flags": _among("--flag", chosen.flag, FLAGS),
        "min_confidence": LEVELS[one_of("--confidence", chosen.confidence.lower(), LEVELS)],
        "min_origins": max(0, chosen.origins),
        "hostile": one_of("--hostile", chosen.hostile, ACTS),
        "sources": _among("--source", chosen.source, network.source, "src:"),
        "period": (chosen.begins, chosen.ends),
        "undated": not chosen.no_undated,
        "text": chosen.text,
        "ego": actor_named("--ego", chosen.ego, network) if chosen.ego else "",
        "steps": max(1, chosen.steps),
        "as_of": chosen.as_of,
        "known_by": chosen.known_by,
        "ceiling": chosen.ceiling,
        "struck": frozenset(_words(chosen.without)),
        "hidden_actors": _actors("--hide", chosen.hide, network),
    }
    asked = {name: value for name, value in fields.items() if value != getattr(Filter(), name)}
    wanted = replace(from_query(chosen.query, network), **asked)
    ends = one_of("--actor-ends", chosen.actor_ends or ("either" if chosen.actor_kind else wanted.actor_ends), ENDS)
    return replace(wanted, actor_ends=ends if wanted.actor_kinds else Filter().actor_ends)


def _words(text: str) -> list[str]:
    """Return the words of a list separated by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def _among(option: str, text: str, allowed: Collection[str], prefix: str = "") -> frozenset[str]:
    """Return the words of a list, each of them allowed."""
    words = (word if word in allowed or word.startswith(prefix or "\0") else prefix + word for word in _words(text))
    return frozenset(one_of(option, word, allowed) for word in words)


def _actors(option: str, text: str, network: Network) -> frozenset[str]:
    """Return the ids of the actors of a list."""
    return frozenset(actor_named(option, name, network) for name in _words(text))
