"""The command `ask`: questions to a network, answered as a table on the terminal, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TextIO

from graphdata.filter_options import add_filter_options, filter_from
from graphdata.naming import actor_named
from graphdata.problems import EntenteError
from graphdata.query.reading import from_query
from graphdata.questions.answers import Answer, as_csv, as_json, as_text
from graphdata.questions.catalogue import QUESTIONS, Asked, answer_to
from graphdata.questions.paths import Ways
from graphdata.storage.reading import read_network
from graphdata.terminal import say_all, write
from graphdata.view import View, view_of

WORDS: Final[dict[str, str]] = {
    "routes": "FROM TO",
    "reach": "ACTOR [STEPS]",
    "strike": "ID …",
    "ground": "[RELATION]",
    "chain": "RELATION",
}

FORMATS: Final[dict[str, Callable[[Answer], str]]] = {"text": as_text, "csv": as_csv, "json": as_json}


class UnknownRecordError(EntenteError):
    """A relation or a source that is asked about and is not in the network."""


def add_ask(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command with every question and every filter."""
    told = "answer a question about a network: routes, go-betweens, what if, what changed"
    parser = subparsers.add_parser("ask", help=told, description=told, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("network", type=Path, metavar="NETWORK", help="a folder of dossiers, or a pack")
    listed = "\n".join(f"{name} {WORDS.get(name, '')}".strip() + f": {each.told}" for name, each in QUESTIONS.items())
    parser.add_argument("question", choices=tuple(QUESTIONS), metavar="QUESTION", help=listed)
    parser.add_argument("words", nargs="*", metavar="WORD", help="what the question asks about")
    how = parser.add_argument_group("how to walk and what to compare")
    how.add_argument("--either-way", action="store_true", help="walk relations against their flow too")
    how.add_argument("--with-hostile", action="store_true", help="walk hostile acts too")
    how.add_argument("--before", metavar="QUERY", default="", help="changes: compare with what this query asks for")
    how.add_argument("--format", choices=tuple(FORMATS), default="text", help="as text, CSV or JSON")
    how.add_argument("--earlier", metavar="DATE", default="", help="changes: compare with what was so on this date")
    how.add_argument("--other", metavar="NETWORK", type=Path, default=None, help="changes: compare with this network")
    add_filter_options(parser)
    parser.set_defaults(run=ask_chosen)


def ask_chosen(chosen: argparse.Namespace) -> int:
    """Print the answer to what the options ask; problems are told on the error stream."""
    return ask(chosen, sys.stdout, sys.stderr)


def ask(chosen: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write the answer, and return 0; or what is wrong with the question, and return 1."""
    try:
        network = read_network(chosen.network)
        view = view_of(network, filter_from(chosen, network))
        answer = answer_to(view, _asked(view, chosen))
    except EntenteError as fault:
        say_all(err, str(fault))
        return 1
    write(out, FORMATS[chosen.format](answer))
    return 0


def _asked(view: View, chosen: argparse.Namespace) -> Asked:
    """Return the question with everything that its words name; raises EntenteError for what is not there."""
    name, words = chosen.question, chosen.words
    asked = Asked(
        name,
        ways=Ways(frozenset(), along_flow=not chosen.either_way, hostile=chosen.with_hostile),
        earlier=chosen.earlier,
        other=read_network(chosen.other) if chosen.other else None,
        before=from_query(chosen.before, view.network) if chosen.before else None,
    )
    if name in ("routes", "reach"):
        return _about_actors(asked, view, words)
    if name == "strike":
        return asked._replace(struck=tuple(_strikable(view, word) for word in words))
    if name == "chain" and not words:
        raise UnknownRecordError("ask chain: name a relation by its id; `entente dump` lists them.")
    return asked._replace(relation=_relation(view, words[0])) if words else asked


def _about_actors(asked: Asked, view: View, words: Sequence[str]) -> Asked:
    """Return the question with the actors that its words name, and how many steps."""
    count = 2 if asked.question == "routes" else 1
    if len(words) < count:
        wanted = WORDS[asked.question]
        raise UnknownRecordError(f"ask {asked.question}: name {wanted}, each by its id or one of its names in quotes.")
    actors = [actor_named(asked.question, word, view.network) for word in words[:count]]
    if asked.question == "routes":
        return asked._replace(start=actors[0], end=actors[1])
    steps = int(words[1]) if words[1:] and words[1].isdigit() else asked.steps
    return asked._replace(start=actors[0], steps=steps)


def _strikable(view: View, word: str) -> str:
    """Return the id of a source, an origin or a claim on show, with or without its prefix."""
    from graphdata.questions.striking import touching

    known = touching(view)
    for wanted in (word, f"src:{word}", f"clm:{word}", f"actor:{word}"):
        if wanted in known:
            return wanted
    raise UnknownRecordError(f"Nothing on show rests on “{word}”. Give the id of a source, an origin or a claim.")


def _relation(view: View, word: str) -> str:
    """Return the id of a relation, with or without its prefix."""
    found = word if word in view.network.relation else f"rel:{word}"
    if found not in view.network.relation:
        raise UnknownRecordError(f"There is no relation “{word}” in {view.network.title}.")
    return found
