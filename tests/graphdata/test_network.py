"""What a network knows of itself."""

from graphdata.network import Network


def test_records_are_found_by_id(little: Network) -> None:
    assert little.actor["actor:ru"].name == "Russia"
    assert all(little.relation[r.id] is r for r in little.relations)
    assert all(little.source[s.id] is s for s in little.sources)
    assert all(little.claim[c.id] is c for c in little.claims)


def test_the_degree_counts_relations_not_claims(little: Network) -> None:
    ends = [end for r in little.relations for end in {r.giver, r.receiver}]
    assert all(little.degree[actor.id] == ends.count(actor.id) for actor in little.actors)


def test_a_source_knows_the_claims_that_pass_through_it(little: Network) -> None:
    for source in little.sources:
        expected = {claim.id for claim in little.claims if source.id in claim.source_ids}
        assert {claim.id for claim in little.claims_of_source[source.id]} == expected


def test_actors_that_only_speak_are_not_drawn(little: Network) -> None:
    speakers = {link.node for claim in little.claims for link in claim.chain}
    drawn = {actor.id for actor in little.drawn}
    assert all(actor.id in drawn for actor in little.actors if little.degree[actor.id])
    assert not {a.id for a in little.actors if a.id in speakers and not little.degree[a.id]} & drawn


def test_the_map_shows_the_short_name(little: Network) -> None:
    actor = little.actors[0]
    assert actor.label == (actor.short or actor.name)
