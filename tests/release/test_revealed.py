"""The page on what the shipped network reveals: each figure and name on it is worked out anew and compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphdata.chains import UNATTRIBUTED
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.catalogue import Asked, answer_to
from graphdata.questions.comparing import Comparison, compare
from graphdata.questions.paths import shortest_routes
from graphdata.questions.reporting import reporting_of
from graphdata.questions.striking import Leaning, consequences_of, ground_of, leanings_of_sources
from graphdata.ruleset import Level
from graphdata.storage.dossiers import read_dossiers
from graphdata.view import View, view_of
from graphdata.vocabulary import DOMAIN_LABELS

ROOT = Path(__file__).resolve().parents[2]
PAPER, WAR, ADVICE, TOOLS = (
    "src:cnas-commentary",
    "src:putin-iran-war-2026",
    "ru-ir-protest-advice",
    "ru-ir-cyber-tools",
)
PROXIES = {
    "Houthis": "houthis", "Iran's proxies": "iran-proxies", "Hezbollah": "hezbollah", "Hamas": "hamas",
    "Iraqi militias": "iraqi-militias", "Hashd al-Sha'bi": "hashd",
}  # fmt: skip
READINGS = {
    "the treaty, in its official publication": (
        "Treaty text", "ru-ir-information-control ru-ir-mil-tech-cooperation ru-ir-mutual-training ru-ir-treaty-2025"
    ),
    "the Washington Post report on the drone plant": ("Washington Post original of Aug 2023", "ir-ru-alabuga"),
    "the CNN or the Wall Street Journal report on the SA-22": ("CNN", "sy-hezbollah-sa22"),
    "the Financial Times report on recruits": ("Financial Times", "houthi-ru-recruitment ye-ru-forced-enlistment"),
    "Foreign Policy on help against protests": ("Foreign Policy", "ru-ir-protest-advice ru-ir-protest-arms"),
    "the Wall Street Journal on targets and shipping": ("Wall Street Journal", "houthi-shipping-attacks"),
    "the Wall Street Journal on the operation in Lebanon": ("Wall Street Journal", "idf-hezbollah-operation-2024"),
    "the Wall Street Journal on cyber weapons": ("Wall Street Journal original of 27 Mar 2023", "ru-ir-cyber-tools"),
    "the Guardian on Belarus": ("Guardian", "ru-by-troops-2020"),
    "Reuters on Kazakhstan": ("Reuters", "ru-kz-troops-2022"),
}  # fmt: skip
COUNTED = r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b"
TURNS_OF_PHRASE = (
    "Five articles and a long", "what five articles,", "one of the five names", "The three that stand out",
    "Of the three", "several people know", "two origins or more", "Strike out both", "nearly half of the map",
    "Three things are worth", "Astros II", "Six rows", "speaks of five articles", "Two changes of status", "Strike out",
)  # fmt: skip


def page() -> str:
    """Return the page in one line, without pictures, links and stars."""
    text = (ROOT / "resources/help/revealed.md").read_text(encoding="utf-8")
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|^\d\. ", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"\*|\]\([^)]*\)|\[", "", text).split())


@pytest.fixture(scope="module")
def network() -> Network:
    """Return the network that is shipped."""
    return read_dossiers(ROOT / "resources/networks/russia-iran")


@pytest.fixture(scope="module")
def whole(network: Network) -> View:
    """Return all of it."""
    return view_of(network, Filter())


@pytest.fixture(scope="module")
def figures(whole: View) -> tuple[str, ...]:
    """Return every passage with a figure, as the network has it."""
    makers = (read_and_graded, origins_behind, by_domain, leaning, travelled, weapons, between, changed, readings)
    return tuple(passage for maker in makers for passage in maker(whole))


def read_and_graded(view: View) -> Iterator[str]:
    """Yield what was read, and the levels that follow."""
    network = view.network
    read = sum(source.read for source in network.sources)
    levels = Counter(each.level for each in view.assessments.values())
    yield f"The map shows {len(view.actors)} actors and {len(view.relations)} relations"
    yield f"borne by {len(network.claims)} claims, with {len(network.sources)} sources to its name"
    yield f"only {read} of the {len(network.sources)} sources were read. The other {len(network.sources) - read} stand"
    told = f"{levels[Level.LOW]} are Low, {levels[Level.MODERATE]} are Moderate, {levels[Level.NONE]} is None"
    yield f"Of the {len(network.relations)} relations, {told}, and none is High"
    assert not levels[Level.HIGH]
    for relation in network.relations:
        found = view.assessments[relation.id].headline
        if found.level is Level.MODERATE:
            yield f"| {relation.summary} | {found.origins} | {found.documents} |"
        if found.level is Level.NONE:
            assert not found.supports
            yield f"The one at None is {relation.summary}:"


def origins_behind(view: View) -> Iterator[str]:
    """Yield how many relations have one origin or none."""
    found = [view.assessments[relation.id].headline for relation in view.relations]
    index = found[0].case.index
    claims = view.network.claims
    nobody = sum(index.path(claim).key == UNATTRIBUTED for claim in claims)
    yield f"- {sum('SINGLE_ORIGIN' in each.flags for each in found)} relations have a single origin"
    yield f"- {sum(not each.origins for each in found)} have none at all"
    yield f"- {sum(each.origins > 1 for each in found)} have two origins or more"
    yield f"{sum(each.documents == 1 for each in found)} relations stand in one document only"
    yield f"and {nobody} of the {len(claims)} claims lead back to nobody"


def by_domain(view: View) -> Iterator[str]:
    """Yield the table of domains."""
    for domain, label in DOMAIN_LABELS.items():
        found = [view.assessments[each.id].headline for each in view.relations if each.domain == domain]
        single = sum("SINGLE_ORIGIN" in each.flags for each in found)
        yield f"| {label} | {len(found)} | {single} | {sum(not each.origins for each in found)} |"


def leaning(view: View) -> Iterator[str]:
    """Yield what falls with which source."""
    ranked = {each.id: each for each in leanings_of_sources(view)}
    paper, war = ranked[PAPER], ranked[WAR]
    assert next(iter(ranked)) == PAPER
    dropped = {view.network.actor[each].label for each in paper.consequences.dropped}
    assert {"Hamas", "Hezbollah", "Houthis", "Iraqi militias", "Hashd al-Sha'bi"} <= dropped
    yield f"It bears on {paper.relations} relations. If it were wrong, {lost(paper)} would lose their last ground"
    yield f"{len(paper.consequences.of('lower'))} would fall a level, and {len(dropped)} actors would leave"
    yield f"bears on more, {war.relations} relations, but costs less: {lost(war)}."
    both = len(consequences_of(view, [PAPER, WAR]).of("lost"))
    assert 0.4 < both / len(view.relations) < 0.5
    yield f"and {both} relations are gone, nearly half"
    single = sum(ground_of(view, each.id).size == 1 for each in view.relations)
    yield f"{single} of the {len(view.relations)} relations fall with a single source"


def lost(source: Leaning) -> int:
    """Return how many relations would be lost with a source."""
    return len(source.consequences.of("lost"))


def travelled(view: View) -> Iterator[str]:
    """Yield the reporting behind the two relations that the page follows."""
    for name, words in (
        (ADVICE, "{}: {} documents, {} origins"),
        (TOOLS, "{}, makes the same point by numbers: {} documents, {} origin."),
    ):
        found = reporting_of(view, f"rel:{name}")
        yield words.format(view.network.relation[found.relation].summary, found.documents, found.origins)
    grown = [each for each in view.assessments.values() if "STRENGTHENED_IN_TRANSMISSION" in each.headline.flags]
    assert f"rel:{ADVICE}" in {each.relation for each in grown}
    yield f"It is one of {len(grown)} such relations"
    claim = view.network.claim[f"clm:{ADVICE}-000-p9-1"]
    assert [link.modality for link in claim.chain] == ["asserted", "possible", "possible"]
    assert claim.when == "2022-10"
    yield "In October 2022 the White House"


def weapons(view: View) -> Iterator[str]:
    """Yield the routes from Russia to each group, and what is left of them without one source."""
    cut = view_of(view.network, Filter(struck=frozenset({PAPER})))
    for label, name in PROXIES.items():
        found = shortest_routes(view, "actor:ru", f"actor:{name}")
        for route in found.routes:
            by = ", ".join(view.network.actor[each].label for each in route.actors[1:-1]) or "nobody"
            rests = "; ".join(sorted(view.network.relation[each].summary for each in route.steps[-1].relations))
            yield f"| {label} | {found.length} | {by} | {route.level.label} | {rests} |"
        if not found.routes:
            yield f"| {label} | none | | | |"
        assert not shortest_routes(cut, "actor:ru", f"actor:{name}").routes
    passed = [each for each in view.relations if each.summary.startswith("Russian weapons passed on")]
    assert not any(view.assessments[each.id].headline.origins for each in passed)
    yield f"The {len(passed)} lines by which Russian weapons are passed on"


def between(view: View) -> Iterator[str]:
    """Yield the shares of the first three, and who alone ties in whom."""
    rows = {line.cells[0]: line.cells for line in answer_to(view, Asked("between")).lines}
    first, second, third = list(rows)[:3]
    assert (first, second, third) == ("Russia", "Iran", "United States")
    yield f"Russia stands on {rows[first][1]} of all shortest routes and Iran on {rows[second][1]}"
    yield f"the United States, third, on {rows[third][1]}"
    yield f"Without Russia {rows[first][2]} actors are cut off, without Iran {rows[second][2]}."
    assert rows["NATO"][3] == "Georgia"
    assert rows["Russian armed forces"][3] == "IRGC, Yemeni civilians"


def changed(view: View) -> Iterator[str]:
    """Yield what is new since the end of 2024."""
    found: Comparison = compare(view_of(view.network, Filter(as_of="2024")), view)
    counts = [found.count(change) for change in ("added", "ended", "changed", "same")]
    yield "{} relations are new, {} ended, {} changed and {} stand as they were".format(*counts)
    new = [each for each in found.differences if each.change == "added"]
    domains = Counter(each.domain for each in new)
    by_name = [domains[each] for each in ("diplomacy", "arms", "money", "tech")]
    yield "{} are diplomacy, {} arms, {} money and {} tech".format(*by_name)
    assert {view.assessments[each.relation].level for each in new} == {Level.LOW}
    yield f"All {len(new)} are Low"
    said = {each.summary: " ".join(each.respects) for each in found.differences}
    treaty = view.network.relation["rel:ru-ir-treaty-2025"].summary
    assert "status: Proposed → Agreed" in said[treaty]
    term = re.search(r"none → (\d+ years)", said[treaty])
    yield f"The {treaty} went from proposed to agreed, with a term of {term[1] if term else 'nothing'}"
    planes = view.network.relation["rel:ru-ir-il76"].summary
    assert "status: Agreed → Delivered" in said[planes]
    yield f"And {planes} went from agreed to delivered"
    yield "What changed since 2024 Set the end of 2024"


def readings(view: View) -> Iterator[str]:
    """Yield what one reading would raise, and how many it would not."""
    open_to_one = {key: each.headline.raised_by for key, each in view.assessments.items() if each.headline.raised_by}
    named = {f"rel:{name}" for _, names in READINGS.values() for name in names.split()}
    assert named == set(open_to_one)
    for words, (original, names) in READINGS.items():
        ways = [next(way for way in open_to_one[f"rel:{name}"] if original in way) for name in names.split()]
        (level,) = {way.rpartition("→ ")[2] for way in ways}
        yield f"| {words} | {len(ways)} | {level} |"
    yield f"For {len(open_to_one)} relations a single reading would do"
    yield f"For the other {len(view.relations) - len(open_to_one)} relations"
    articles = {source.id for source in view.network.sources if source.read}
    treaty = view.network.relation["rel:ru-ir-treaty-2025"]
    write = articles & {link.node for claim in treaty.claims for link in claim.chain}
    yield f"{len(write)} of the {len(articles)} articles write about it"
    assert len(articles) == 5


def test_every_figure_is_that_of_the_network(figures: tuple[str, ...]) -> None:
    """What the network says now stands on the page."""
    text = page()
    assert not [passage for passage in figures if passage not in text]


def test_no_figure_is_left_that_nothing_works_out(figures: tuple[str, ...]) -> None:
    """With the passages taken out, neither a number nor a number word is left but in turns of phrase."""
    text = page()
    for passage in sorted((*figures, *TURNS_OF_PHRASE), key=len, reverse=True):
        text = text.replace(passage, " … ")
    left = [text[max(0, hit.start() - 40) : hit.end() + 20] for hit in re.finditer(COUNTED, text)]
    assert not left


def test_the_one_dealing_with_hashd_runs_the_other_way(whole: View) -> None:
    """Its only relation goes from it to Russia."""
    (only,) = [each for each in whole.relations if "actor:hashd" in (each.giver, each.receiver)]
    assert (only.giver, only.receiver, only.direction) == ("actor:hashd", "actor:ru", "forward")
    assert f"{only.summary}, to Russia" in page()
