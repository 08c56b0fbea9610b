"""What is wrong between the records of a network is told with its place, rule and remedy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from graphdata.network import Network, Via
from graphdata.problems import Problem, errors_in
from graphdata.sourcing import Accepted, Archive, Asserts, Grade, Link
from graphdata.validate import problems_in_network

Changed = Callable[..., Network]
UP, WSJ = "src:up-2023-12-08", "src:wsj-2023-03-27"


def only_problem(network: Network) -> Problem:
    problems = problems_in_network(network)
    assert len(problems) == 1, problems
    return problems[0]


def rules(network: Network) -> list[str]:
    return [problem.rule for problem in problems_in_network(network)]


def test_the_sample_has_no_problems(sample: Network) -> None:
    assert problems_in_network(sample) == ()


def test_an_unknown_id_is_told_with_the_nearest_one(with_relation: Changed) -> None:
    problem = only_problem(with_relation(receiver="actor:irn"))
    assert problem.place == "relation rel:ru-ir-cyber-tools, receiver"
    assert problem.message == "'actor:irn' is not in this network."
    assert problem.remedy == "Correct the id, or add the record. Nearest name: 'actor:ir'."
    assert (problem.rule, problem.severity) == ("unknown-id", "error")


@pytest.mark.parametrize(
    "changes", [{"giver": "actor:x"}, {"supersedes": "rel:x"}, {"via": (Via(actor="actor:x", role="carrier"),)}]
)
def test_each_id_of_a_relation_is_looked_up(with_relation: Changed, changes: dict[str, Any]) -> None:
    assert "unknown-id" in rules(with_relation(**changes))


def test_ids_in_actors_sources_and_claims_are_looked_up(
    with_actor: Changed, with_source: Changed, with_claim: Changed
) -> None:
    chain = (Link(node=UP, role="cited_in"), Link(node="src:x", role="origin"))
    for network in (with_actor(parent="actor:x"), with_source(derives_from=("src:x",)), with_claim(supersedes="clm:x")):
        assert rules(network) == ["unknown-id"]
    assert only_problem(with_claim(chain=chain, when="")).place == "claim clm:up-wsj, chain item 2.node"


def test_giver_and_receiver_differ(with_relation: Changed) -> None:
    assert rules(with_relation(receiver="actor:ru")) == ["giver-is-receiver"]


def test_a_kind_belongs_to_its_domain(with_relation: Changed) -> None:
    problem = only_problem(with_relation(kind="trainin", domain="arms"))
    assert problem.rule == "kind-not-in-domain"
    assert "transfer, training" in problem.remedy
    assert "Nearest name: 'training'." in problem.remedy


@pytest.mark.parametrize("field", ["when", "begins", "ends", "recorded"])
def test_a_date_of_a_claim_can_be_read(with_claim: Changed, field: str) -> None:
    problem = only_problem(with_claim(**{field: "27.3.2023"}))
    assert problem.place == f"claim clm:up-wsj, {field}"
    assert "27.3.2023" in problem.message
    assert "2023-03-27" in problem.remedy


def test_dates_of_other_records_can_be_read(
    sample: Network, with_actor: Changed, with_source: Changed, with_claim: Changed
) -> None:
    grade = (Grade(grade="B", why="known", on="soon"),)
    wrong = (
        replace(sample, as_of="today"),
        with_actor(exists="old"),
        with_actor(grade=grade),
        with_source(reliability=grade),
        with_source(archive=Archive(sha256="a" * 64, retrieved="now")),
        with_claim(asserts=Asserts(interval="then")),
    )
    assert [rules(network) for network in wrong] == [["date"]] * 6


@pytest.mark.parametrize("issued", ["March", {"date-parts": 5}, {"date-parts": [[2023, 13]]}, {"season": 1}, 7])
def test_a_date_of_issue_that_cannot_be_read(with_source: Changed, issued: object) -> None:
    assert only_problem(with_source(csl={"issued": issued})).place == f"source {UP}, csl.issued"


@pytest.mark.parametrize("issued", [{"raw": "spring"}, {"date-parts": [["2023", "3"]]}, "2023-03", None])
def test_a_date_of_issue_may_be_free_words_or_absent(with_source: Changed, issued: object) -> None:
    assert rules(with_source(csl={"issued": issued})) == []


@pytest.mark.parametrize(
    ("aspect", "asserts", "missing"),
    [
        ("magnitude", None, "asserts.value (or low and high) and asserts.unit and asserts.basis"),
        ("magnitude:cost", Asserts(value=1, unit="USD"), "Add asserts.basis (ordered"),
        ("nature:alliance", None, "text"),
        ("period", Asserts(), "asserts.interval"),
    ],
)
def test_an_aspect_needs_its_value(with_claim: Changed, aspect: str, asserts: Asserts | None, missing: str) -> None:
    problem = only_problem(with_claim(aspect=aspect, asserts=asserts))
    assert problem.rule == "aspect-without-value"
    assert missing in problem.remedy


@pytest.mark.parametrize(
    ("aspect", "changes"),
    [
        ("magnitude", {"asserts": Asserts(low=1, high=2, unit="t", basis="rate")}),
        ("period", {"begins": "2022"}),
        ("nature:alliance", {"asserts": Asserts(text="a pact of defence")}),
        ("nature:alliance", {"stance": "contradicts"}),
    ],
)
def test_an_aspect_with_its_value_passes(with_claim: Changed, aspect: str, changes: dict[str, Any]) -> None:
    assert rules(with_claim(aspect=aspect, **changes)) == []


def test_a_range_runs_upwards(with_claim: Changed) -> None:
    asserts = Asserts(low=9, high=2, unit="t", basis="rate")
    assert rules(with_claim(aspect="magnitude", asserts=asserts)) == ["range-reversed"]


def test_a_status_agrees_with_its_aspect(with_claim: Changed) -> None:
    assert rules(with_claim(aspect="status:agreed", asserts=Asserts(status="delivered"))) == ["status-mismatch"]


def test_credibility_one_cannot_be_typed(with_claim: Changed) -> None:
    assert rules(with_claim(credibility=1)) == ["digit-one"]


def test_credibility_five_needs_an_opposing_claim(with_claims: Changed) -> None:
    alone = with_claims({"credibility": 5}, {"stance": "contradicts", "aspect": "via"})
    opposed = with_claims({"credibility": 5}, {"stance": "contradicts"})
    assert (rules(alone), rules(opposed)) == (["digit-five"], [])


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ([{"node": WSJ, "role": "reported_by"}, {"node": UP, "role": "origin"}], "begins with 'reported_by'"),
        ([{"node": UP, "role": "cited_in"}, {"node": WSJ, "role": "reported_by"}], "ends with 'reported_by'"),
        ([{"node": UP, "role": "cited_in"}, {"node": WSJ, "role": "origin", "unstated": True}], "unstated and names"),
        ([{"node": UP, "role": "cited_in"}, {"role": "origin"}], "names nobody"),
        ([{"node": "actor:ru", "role": "origin"}], "no source stands in the chain"),
    ],
)
def test_a_chain_leads_from_the_document_to_the_origin(
    with_claim: Changed, links: list[dict[str, Any]], said: str
) -> None:
    problem = only_problem(with_claim(chain=tuple(Link(**link) for link in links)))
    assert said in problem.message


def test_nothing_follows_an_origin(with_claim: Changed) -> None:
    chain = (Link(node=UP, role="cited_in"), Link(node="actor:ru", role="origin"), Link(node=WSJ, role="origin"))
    assert rules(with_claim(chain=chain)) == ["chain-order"]


@pytest.mark.parametrize("end", [Link(role="cited_in", unstated=True), Link(role="origin", named="officials")])
def test_an_origin_may_be_unstated_or_only_named(with_claim: Changed, end: Link) -> None:
    assert rules(with_claim(chain=(Link(node=UP, role="cited_in"), end))) == []


def test_words_that_a_claim_owes(with_claim: Changed) -> None:
    assert rules(with_claim(summary="  ")) == ["summary-empty"]
    assert rules(with_claim(rank="deprecated")) == ["deprecated-without-reason"]
    assert rules(with_claim(quote="so it is")) == ["quote-without-language"]
    assert rules(with_claim(quote="так", quote_language="ru", quote_translation="so")) == ["translator-missing"]


def test_a_relation_rests_on_claims(with_relation: Changed) -> None:
    problem = only_problem(with_relation(claims=()))
    assert (problem.place, problem.rule) == ("relation rel:ru-ir-cyber-tools", "relation-without-claims")


def test_an_actor_is_used(sample: Network) -> None:
    spare = replace(sample.actors[0], id="actor:spare")
    problem = only_problem(replace(sample, actors=(*sample.actors, spare)))
    assert (problem.rule, problem.severity) == ("actor-never-used", "warning")


def test_an_accepted_warning_keeps_its_place_and_names_the_reason(sample: Network) -> None:
    accepted = (Accepted(finding="actor-never-used", reason="kept for a later relation"),)
    spare = replace(sample.actors[0], id="actor:spare", accepted=accepted)
    assert only_problem(replace(sample, actors=(*sample.actors, spare))).accepted == "kept for a later relation"


def test_an_error_cannot_be_accepted(with_claim: Changed) -> None:
    accepted = (Accepted(finding="digit-one", reason="sure of it"),)
    assert only_problem(with_claim(credibility=1, accepted=accepted)).accepted == ""


def test_parents_do_not_go_round(sample: Network) -> None:
    ir, ru = (replace(actor, parent=other.id) for actor, other in zip(sample.actors, sample.actors[::-1], strict=True))
    problem = only_problem(replace(sample, actors=(ir, ru)))
    assert problem.message == "this leads in a circle: actor:ir → actor:ru → actor:ir."
    assert (problem.rule, problem.severity) == ("parent-loop", "error")


def test_sources_that_derive_from_one_another_are_a_warning(with_source: Changed) -> None:
    problem = only_problem(with_source(derives_from=(UP,)))
    assert (problem.rule, problem.severity) == ("derives-loop", "warning")


def test_records_do_not_supersede_themselves(with_claim: Changed, with_relation: Changed) -> None:
    assert rules(with_claim(supersedes="clm:up-wsj")) == ["supersedes-loop"]
    assert rules(with_relation(supersedes="rel:ru-ir-cyber-tools")) == ["supersedes-loop"]


def test_an_id_is_used_once(sample: Network) -> None:
    assert rules(replace(sample, actors=(*sample.actors, sample.actors[0]))) == ["duplicate-id"]


@pytest.mark.parametrize("marking", ["TLP:WHITE", "tlp:amber", "TLP: RED"])
def test_a_label_of_tlp_is_spelt_right(with_claim: Changed, marking: str) -> None:
    problem = only_problem(with_claim(marking=marking))
    assert (problem.rule, problem.severity) == ("marking", "warning")


def test_other_markings_are_free(with_claim: Changed) -> None:
    assert rules(with_claim(marking="OFFICIAL SENSITIVE")) == []


def test_unread_records_count_as_known_and_their_absence_is_not_told(with_relation: Changed) -> None:
    network = with_relation(giver="actor:broken", claims=())
    problems = problems_in_network(network, unread=frozenset({"actor:broken", "rel:ru-ir-cyber-tools"}))
    assert errors_in(problems) == ()
