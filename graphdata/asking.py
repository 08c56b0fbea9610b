"""The command `ask`: questions to a network, answered as a table on the terminal, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TextIO

from msgspec.structs import replace

from graphdata.filter_options import actor_named, add_filter_options, filter_from
from graphdata.problems import EntenteError
from graphdata.questions.answers import Answer, as_text
from graphdata.questions.paths import Ways
from graphdata.storage.reading import read_network
from graphdata.view import View, view_of


class UnknownRecordError(EntenteError):
    """A relation or a source that is asked about and is not in the network."""


class Question(NamedTuple):
    """A question of the command line: its words after the name, what it tells, and how it is answered."""

    words: str
    told: str
    answer: Callable[[View, argparse.Namespace], Answer]


def add_ask(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command with every question and every filter."""
    told = "answer a question about a network: routes, go-betweens, what if, what changed"
    parser = subparsers.add_parser("ask", help=told, description=told, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("network", type=Path, metavar="NETWORK", help="a folder of dossiers, or a pack")
    listed = "\n".join(f"{f'{name} {each.words}'.strip()}: {each.told}" for name, each in QUESTIONS.items())
    parser.add_argument("question", choices=tuple(QUESTIONS), metavar="QUESTION", help=listed)
    parser.add_argument("words", nargs="*", metavar="WORD", help="what the question asks about")
    how = parser.add_argument_group("how to walk and what to compare")
    how.add_argument("--either-way", action="store_true", help="walk relations against their flow too")
    how.add_argument("--with-hostile", action="store_true", help="walk hostile acts too")
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
        answer = QUESTIONS[chosen.question].answer(view, chosen)
    except EntenteError as fault:
        err.write(f"{fault}\n")
        return 1
    out.write(as_text(answer) + "\n")
    return 0


def _ways(chosen: argparse.Namespace) -> Ways:
    """Return which relations may be walked; their domains are those of the filter."""
    return Ways(frozenset(), along_flow=not chosen.either_way, hostile=chosen.with_hostile)


def _actors(view: View, chosen: argparse.Namespace, count: int) -> Sequence[str]:
    """Return the ids of the actors that the words name."""
    if len(chosen.words) < count:
        wanted = QUESTIONS[chosen.question].words
        raise UnknownRecordError(f"ask {chosen.question}: name {wanted}, each by its id or one of its names in quotes.")
    return [actor_named(chosen.question, word, view.network) for word in chosen.words[:count]]


def _routes(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.paths import shortest_routes
    from graphdata.questions.route_answers import routes_answer

    start, end = _actors(view, chosen, 2)
    ways = _ways(chosen)
    return routes_answer(view, start, end, ways, shortest_routes(view, start, end, ways))


def _reach(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.paths import reach_of
    from graphdata.questions.route_answers import reach_answer

    (start,) = _actors(view, chosen, 1)
    steps = int(chosen.words[1]) if chosen.words[1:] and chosen.words[1].isdigit() else 2
    return reach_answer(view, start, steps, _ways(chosen), reach_of(view, start, steps, _ways(chosen)))


def _between(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.route_answers import standing_answer
    from graphdata.questions.standing import go_betweens

    return standing_answer(view, _ways(chosen), go_betweens(view, _ways(chosen)))


def _conduits(view: View, _: argparse.Namespace) -> Answer:
    from graphdata.questions.paths import conduits
    from graphdata.questions.route_answers import conduits_answer

    return conduits_answer(view, conduits(view))


def _strike(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.ground_answers import striking_answer
    from graphdata.questions.striking import consequences_of

    struck = [_strikable(view, word) for word in chosen.words]
    return striking_answer(view, struck, consequences_of(view, struck))


def _strikable(view: View, word: str) -> str:
    """Return the id of a source, an origin or a claim on show, with or without its prefix."""
    from graphdata.questions.striking import touching

    known = touching(view)
    for wanted in (word, f"src:{word}", f"clm:{word}", f"actor:{word}"):
        if wanted in known:
            return wanted
    raise UnknownRecordError(f"Nothing on show rests on “{word}”. Give the id of a source, an origin or a claim.")


def _sources(view: View, _: argparse.Namespace) -> Answer:
    from graphdata.questions.ground_answers import leaning_answer
    from graphdata.questions.striking import leanings_of_sources

    return leaning_answer(view, "source", leanings_of_sources(view))


def _origins(view: View, _: argparse.Namespace) -> Answer:
    from graphdata.questions.ground_answers import leaning_answer
    from graphdata.questions.striking import leanings_of_origins

    return leaning_answer(view, "origin", leanings_of_origins(view))


def _ground(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.ground_answers import ground_answer
    from graphdata.questions.striking import ground_of

    wanted = [_relation(view, word) for word in chosen.words] or [relation.id for relation in view.relations]
    return ground_answer(view, [ground_of(view, each) for each in wanted])


def _chain(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.ground_answers import reporting_answer
    from graphdata.questions.reporting import reporting_of

    if not chosen.words:
        raise UnknownRecordError("ask chain: name a relation by its id; `entente dump` lists them.")
    return reporting_answer(view, reporting_of(view, _relation(view, chosen.words[0])))


def _relation(view: View, word: str) -> str:
    """Return the id of a relation, with or without its prefix."""
    found = word if word in view.network.relation else f"rel:{word}"
    if found not in view.network.relation:
        raise UnknownRecordError(f"There is no relation “{word}” in {view.network.title}.")
    return found


def _changes(view: View, chosen: argparse.Namespace) -> Answer:
    from graphdata.questions.comparing import compare, joined
    from graphdata.questions.time_answers import comparison_answer

    network = read_network(chosen.other) if chosen.other else view.network
    asked = replace(view.filter, as_of=chosen.earlier) if chosen.earlier else view.filter
    before = view_of(network, asked)
    return comparison_answer(compare(before, view), joined(before, view))


def _months(view: View, _: argparse.Namespace) -> Answer:
    from graphdata.questions.time_answers import timeline_answer
    from graphdata.questions.timeline import timeline_of

    return timeline_answer(timeline_of(view))


QUESTIONS: Final[dict[str, Question]] = {
    "routes": Question("FROM TO", "the shortest routes between two actors", _routes),
    "reach": Question("ACTOR [STEPS]", "who is within some steps of an actor (2)", _reach),
    "between": Question("", "who stands between the others, and what falls apart without them", _between),
    "conduits": Question("", "who dealings of others pass through", _conduits),
    "strike": Question("ID …", "what if these sources, origins or claims are wrong", _strike),
    "sources": Question("", "the sources that the picture depends on most", _sources),
    "origins": Question("", "the origins that the picture depends on most", _origins),
    "ground": Question("[RELATION …]", "the fewest sources that would have to be wrong", _ground),
    "chain": Question("RELATION", "who got it from whom", _chain),
    "changes": Question("", "what changed, with --earlier DATE or --other NETWORK", _changes),
    "months": Question("", "relations, claims and publications by month", _months),
}
