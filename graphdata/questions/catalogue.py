"""Every question that can be put to a view: one name for the window and the command line, and what it needs to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.answers import Answer
from graphdata.questions.paths import ALONG_THE_FLOW, Ways
from graphdata.view import View

Need = Literal["start", "end", "steps", "ways", "struck", "relation", "earlier"]
Cancelled = Callable[[], bool]


class Asked(NamedTuple):
    """A question with all that it asks about; each takes what it needs and leaves the rest."""

    question: str
    start: str = ""
    end: str = ""
    steps: int = 2
    ways: Ways = ALONG_THE_FLOW
    struck: tuple[str, ...] = ()
    relation: str = ""
    earlier: str = ""
    other: Network | None = None
    before: Filter | None = None


class Question(NamedTuple):
    """One question: as the window words it, as the command line does, what it needs, and how it is answered."""

    label: str
    told: str
    needs: tuple[Need, ...]
    answer: Callable[[View, Asked, Cancelled], Answer]


def answer_to(view: View, asked: Asked, cancelled: Cancelled = lambda: False) -> Answer:
    """Return the answer to a question; raises EntenteError where it asks about what is not there."""
    return QUESTIONS[asked.question].answer(view, asked, cancelled)


def _routes(view: View, asked: Asked, _: Cancelled) -> Answer:
    from graphdata.questions.paths import shortest_routes
    from graphdata.questions.route_answers import routes_answer

    found = shortest_routes(view, asked.start, asked.end, asked.ways)
    return routes_answer(view, asked.start, asked.end, asked.ways, found)


def _reach(view: View, asked: Asked, _: Cancelled) -> Answer:
    from graphdata.questions.paths import reach_of
    from graphdata.questions.route_answers import reach_answer

    found = reach_of(view, asked.start, asked.steps, asked.ways)
    return reach_answer(view, asked.start, asked.steps, asked.ways, found)


def _between(view: View, asked: Asked, cancelled: Cancelled) -> Answer:
    from graphdata.questions.route_answers import standing_answer
    from graphdata.questions.standing import go_betweens

    return standing_answer(view, asked.ways, go_betweens(view, asked.ways, cancelled))


def _conduits(view: View, _: Asked, __: Cancelled) -> Answer:
    from graphdata.questions.paths import conduits
    from graphdata.questions.route_answers import conduits_answer

    return conduits_answer(view, conduits(view))


def _strike(view: View, asked: Asked, _: Cancelled) -> Answer:
    from graphdata.questions.ground_answers import striking_answer
    from graphdata.questions.striking import consequences_of

    return striking_answer(view, asked.struck, consequences_of(view, asked.struck))


def _sources(view: View, _: Asked, cancelled: Cancelled) -> Answer:
    from graphdata.questions.ground_answers import leaning_answer
    from graphdata.questions.striking import leanings_of_sources

    return leaning_answer(view, "source", leanings_of_sources(view, cancelled))


def _origins(view: View, _: Asked, cancelled: Cancelled) -> Answer:
    from graphdata.questions.ground_answers import leaning_answer
    from graphdata.questions.striking import leanings_of_origins

    return leaning_answer(view, "origin", leanings_of_origins(view, cancelled))


def _ground(view: View, asked: Asked, cancelled: Cancelled) -> Answer:
    from graphdata.questions.ground_answers import ground_answer
    from graphdata.questions.striking import ground_of

    wanted = [asked.relation] if asked.relation else [relation.id for relation in view.relations]
    return ground_answer(view, [ground_of(view, each) for each in wanted if not cancelled()])


def _chain(view: View, asked: Asked, _: Cancelled) -> Answer:
    from graphdata.questions.ground_answers import reporting_answer
    from graphdata.questions.reporting import reporting_of

    return reporting_answer(view, reporting_of(view, asked.relation))


def _changes(view: View, asked: Asked, cancelled: Cancelled) -> Answer:
    from graphdata.questions.baseline import Baseline
    from graphdata.questions.comparing import compare, joined
    from graphdata.questions.time_answers import comparison_answer

    before = Baseline(asked.earlier, asked.other, asked.before).view(view)
    return comparison_answer(compare(before, view), joined(before, view), cancelled)


def _months(view: View, _: Asked, __: Cancelled) -> Answer:
    from graphdata.questions.time_answers import timeline_answer
    from graphdata.questions.timeline import timeline_of

    return timeline_answer(timeline_of(view))


QUESTIONS: Final[dict[str, Question]] = {
    "routes": Question(
        "How does one actor reach another?", "the shortest routes between two actors", ("start", "end", "ways"), _routes
    ),
    "reach": Question("Who is within reach?", "who is within some steps", ("start", "steps", "ways"), _reach),
    "between": Question(
        "Who stands between the others?", "who stands between the others, and what falls apart without them",
        ("ways",), _between,
    ),
    "conduits": Question("Who do dealings pass through?", "who dealings of others pass through", (), _conduits),
    "strike": Question(
        "What if a source is wrong?", "what if these sources, origins or claims are wrong", ("struck",), _strike
    ),
    "sources": Question(
        "Which sources does the picture lean on?", "the sources that the picture depends on most", (), _sources
    ),
    "origins": Question(
        "Which origins does the picture lean on?", "the origins that the picture depends on most", (), _origins
    ),
    "ground": Question(
        "How few sources would have to be wrong?", "the fewest sources that would have to be wrong", (), _ground
    ),
    "chain": Question("Who got it from whom?", "who got it from whom", ("relation",), _chain),
    "changes": Question(
        "What changed since?", "what changed, with --earlier, --before or --other", ("earlier",), _changes
    ),
    "months": Question("What was there, month by month?", "relations, claims and publications by month", (), _months),
}  # fmt: skip
