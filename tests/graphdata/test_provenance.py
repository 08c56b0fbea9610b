"""What became known through a source: origins, carriers, the date of the information, and the grade by the rules."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.provenance import UNNAMED, Provenance, provenance_of
from graphdata.sourcing import Claim, Grade
from graphdata.view import view_of

Chain = list[dict[str, Any]]


def behind(network: Network, wanted: Filter | None = None) -> dict[str, Provenance]:
    return provenance_of((view_of(network, wanted or Filter()),))


def claiming(little: Network, *claims: dict[str, Any]) -> Network:
    """Return the little network with one relation, that rests on these claims alone."""
    relation = next(each for each in little.relations if each.id == "rel:loan")
    whole = [msgspec.to_builtins(relation.claims[0]) | {"id": f"clm:x{at}"} | each for at, each in enumerate(claims)]
    return replace(little, relations=(replace(relation, claims=msgspec.convert(tuple(whole), tuple[Claim, ...])),))


def chain(*nodes: str, **last: Any) -> Chain:
    links: Chain = [{"node": node, "role": "cited_in"} for node in nodes]
    return [*links, {"role": "origin", **last}]


UP_CITES_WSJ = chain("src:up-2023", node="src:wsj-2023")


def test_an_origin_answers_for_what_others_pass_on(little: Network) -> None:
    found = behind(claiming(little, {"chain": UP_CITES_WSJ, "when": "2023-03"}))
    assert found["src:wsj-2023"] == Provenance(("own reporting",), ("src:up-2023",), (), "Mar 2023", "B2", "B2")
    assert found["src:up-2023"].carries == ("src:wsj-2023",)
    assert found["src:up-2023"].origins == ()


def test_a_document_answers_for_actors_that_it_cites_and_for_what_has_no_origin(little: Network) -> None:
    found = behind(claiming(
        little,
        {"chain": chain("src:up-2023", node="actor:ru")},
        {"chain": chain("src:up-2023", named="a witness")},
        {"chain": chain("src:up-2023", unstated=True)},
        {"chain": chain(node="src:up-2023"), "basis": "assessed"},
    ))["src:up-2023"]  # fmt: skip
    assert set(found.origins) == {"Russia", "a witness", "own judgement", UNNAMED}
    assert found.origins[-1] == UNNAMED
    assert found.carriers == ()


def test_the_grade_is_that_of_the_way_by_which_it_came(little: Network) -> None:
    essay = chain("src:essay", node="src:wsj-2023")
    unread = replace(little, sources=tuple(replace(each, read=each.id != "src:wsj-2023") for each in little.sources))
    found = behind(claiming(unread, {"chain": UP_CITES_WSJ}, {"chain": essay, "credibility": 3}))["src:wsj-2023"]
    assert (found.best, found.worst, found.grade) == ("C2", "F3", "C2–F3")
    assert behind(claiming(little, {"chain": essay, "credibility": 3}))["src:wsj-2023"].grade == "B3"  # read: in hand


def test_nobody_judged_is_no_grade_and_a_judged_f_is_one(little: Network) -> None:
    bare = replace(little, sources=tuple(replace(each, reliability=()) for each in little.sources))
    assert behind(claiming(bare, {"chain": UP_CITES_WSJ}))["src:wsj-2023"].grade == ""
    judged = tuple(replace(each, reliability=(Grade(grade="F", why="Unknown."),)) for each in little.sources)
    assert behind(claiming(replace(little, sources=judged), {"chain": UP_CITES_WSJ}))["src:wsj-2023"].grade == "F2"


def test_where_independent_origins_agree_the_digit_is_one(little: Network) -> None:
    kremlin = chain(node="src:kremlin-2025")
    found = behind(claiming(little, {"chain": chain(node="src:wsj-2023")}, {"chain": kremlin}))
    assert found["src:wsj-2023"].grade == "B1"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ([""], ""),
        (["2023-03-27"], "27 Mar 2023"),
        (["2017/.."], "since 2017"),
        (["2023-03-27", "2023-03/2023-12"], "Mar–Dec 2023"),
        (["2022-04/2026-01"], "2022–2026"),
        (["2023"], "2023"),
        (["2024?", "../2024"], "2024 (uncertain)"),
        (["17XX/18XX", "2026"], "18th century to 2026"),
    ],
)
def test_the_date_of_the_information_is_as_exact_as_it_is_short(little: Network, dates: list[str], words: str) -> None:
    claims = [{"chain": UP_CITES_WSJ, "when": date} for date in dates]
    assert behind(claiming(little, *claims))["src:wsj-2023"].information == words


def test_only_claims_that_count_are_told(little: Network) -> None:
    early, late = {"chain": UP_CITES_WSJ, "when": "2021"}, {"chain": UP_CITES_WSJ, "when": "2025"}
    network = claiming(little, early, late)
    assert behind(network)["src:wsj-2023"].information == "2021–2025"
    assert behind(network, Filter(as_of="2022"))["src:wsj-2023"].information == "2021"
    assert behind(network, Filter(hidden_relations=frozenset(["rel:loan"]))) == {}


@given(st.data())
def test_every_source_that_counts_has_a_provenance_and_no_other_has(claimed: Any, data: st.DataObject) -> None:
    view = view_of(data.draw(claimed), Filter())
    counted = {source for each in view.relations for source in view.assessments[each.id].sources}
    found = provenance_of((view,))
    assert counted == {source for source in found if source}
    assert all(bool(each.best) == bool(each.worst) for each in found.values())
