"""A small real network: as files, as a value, and with one thing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network, Relation
from graphdata.ruleset import Level
from graphdata.sourcing import Claim
from graphdata.storage.dossiers import read_dossiers
from graphdata.vocabulary import DOMAINS

NODES = (
    "src:wsj-2023",
    "src:up-2023",
    "src:essay",
    "src:kremlin-2025",
    "actor:ru",
    "actor:ir",
    "actor:irgc",
    "src:stranger",
)
FILES = {
    "network.toml": """
id = "sample"
title = "Russia and Iran, a sample"
version = "1.0"
as_of = "2026-03-08"
editors = ["M. Editor"]
licence = "CC-BY-4.0"
""",
    "actors.toml": """
[[actor]]
id = "actor:ru"
kind = "state"
names = [{ text = "Russia", lang = "en" }, { text = "Россия", lang = "ru", script = "Cyrl" }]

[[actor]]
id = "actor:ir"
kind = "state"
names = [{ text = "Iran", lang = "en" }, { text = "جمهوری\u200cاسلامی ایران", lang = "fa", script = "Arab" }]
note = \"\"\"
[[actor]]
id = "not a record, only text"
\"\"\"
""",
    "sources.toml": """
[[source]]
id = "src:up-2023-12-08"
read = true
language = "en"

[source.csl]
type = "article-newspaper"
title = "Russia and Iran deepen defence cooperation"
issued = { date-parts = [[2023, 12, 8]] }

[source.archive]
sha256 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
file = "up.txt"

[[source]]
id = "src:wsj-2023-03-27"
csl = { type = "article-newspaper", title = "Cyber tools", issued = { date-parts = [[2023, 3, 27]] } }
""",
    "relations/ru-ir-cyber-tools.toml": """
id = "rel:ru-ir-cyber-tools"
domain = "tech"
kind = "cyber"
giver = "actor:ru"
receiver = "actor:ir"
summary = "Cyber and digital surveillance tools passed to Tehran"

[[claim]]
id = "clm:up-wsj"
aspect = "exists"
stance = "supports"
basis = "reported"
credibility = 2
when = "2023-03"
summary = "UP relays a WSJ report that the tools go to Iran in return for drones."
locator = { label = "paragraph", value = "14" }
chain = [
  { node = "src:up-2023-12-08", role = "cited_in", how = "paraphrases" },
  { node = "src:wsj-2023-03-27", role = "origin" },
]
""",
    "relations/ir-ru-drones.toml": """
id = "rel:ir-ru-drones"
domain = "arms"
kind = "transfer"
giver = "actor:ir"
receiver = "actor:ru"
summary = "Attack drones"

[[claim]]
id = "clm:up-drones"
aspect = "magnitude"
stance = "supports"
basis = "announced"
summary = "Kirby speaks of a plant for six thousand drones."
asserts = { value = 6000, unit = "drones", basis = "estimate" }
locator = { label = "paragraph", value = "2" }
chain = [{ node = "src:up-2023-12-08", role = "origin" }]
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the sample as a folder of dossiers."""
    root = tmp_path / "sample"
    (root / "relations").mkdir(parents=True)
    for name, text in FILES.items():
        (root / name).write_text(text.lstrip(), encoding="utf-8")
    return root


@pytest.fixture
def edit(folder: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces a text in one file of the sample."""

    def replaced(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return replaced


@pytest.fixture
def sample(folder: Path) -> Network:
    """Return the sample as a value."""
    return read_dossiers(folder)


@pytest.fixture
def with_actor(sample: Network) -> Callable[..., Network]:
    """Return the sample with fields of Iran changed."""
    return lambda **changes: replace(sample, actors=(replace(sample.actors[0], **changes), *sample.actors[1:]))


@pytest.fixture
def with_source(sample: Network) -> Callable[..., Network]:
    """Return the sample with fields of the UP article changed."""
    return lambda **changes: replace(sample, sources=(replace(sample.sources[0], **changes), *sample.sources[1:]))


@pytest.fixture
def with_relation(sample: Network) -> Callable[..., Network]:
    """Return the sample with fields of the cyber relation changed."""
    return lambda **changes: replace(sample, relations=(sample.relations[0], replace(sample.relations[1], **changes)))


@pytest.fixture
def with_claim(sample: Network, with_relation: Callable[..., Network]) -> Callable[..., Network]:
    """Return the sample with fields of the cyber claim changed."""
    claim = sample.claim["clm:up-wsj"]
    return lambda **changes: with_relation(claims=(replace(claim, **changes),))


@pytest.fixture
def with_claims(sample: Network, with_relation: Callable[..., Network]) -> Callable[..., Network]:
    """Return the sample with the cyber claim repeated, once for each set of changes, under ids of their own."""
    claim = sample.claim["clm:up-wsj"]

    def repeated(*changes: dict[str, Any]) -> Network:
        claims = (replace(claim, **{"id": f"clm:c{number}", **change}) for number, change in enumerate(changes))
        return with_relation(claims=tuple(claims))

    return repeated


SEEN_THROUGH = {
    "own": ("src:wsj-2023",),
    "relayed": ("src:up-2023", "src:wsj-2023"),
    "essay": ("src:essay", "src:kremlin-2025"),
    "official": ("src:kremlin-2025",),
}
Record = dict[str, Any]


def _claim_row(relation: str, number: int, **fields: Any) -> Record:
    """Return a claim; "seen" names the sources it came through, the document in hand first."""
    nodes = SEEN_THROUGH[fields.pop("seen", "own")]
    roles = [*["cited_in"] * (len(nodes) - 1), "origin"]
    return {
        "id": f"clm:{relation}-{number}",
        "relation": f"rel:{relation}",
        "aspect": "exists",
        "stance": "supports",
        "basis": "reported",
        "credibility": 2,
        "summary": "The report says that it took place.",
        "locator": {"label": "paragraph", "value": str(number)},
        "chain": [{"node": node, "role": role} for node, role in zip(nodes, roles, strict=True)],
    } | fields


def _relation_row(slug: str, kind: str, ends: str, summary: str, *claims: Record, **fields: Any) -> Record:
    """Return a relation from "domain/kind" and "giver>receiver", mutual where the ends are joined by "="."""
    giver, receiver = ends.replace("=", ">").split(">")
    return {
        "id": f"rel:{slug}",
        "domain": kind.split("/", maxsplit=1)[0],
        "kind": kind.split("/")[1],
        "giver": f"actor:{giver}",
        "receiver": f"actor:{receiver}",
        "direction": "mutual" if "=" in ends else "forward",
        "summary": summary,
        "claims": [_claim_row(slug, number, **claim) for number, claim in enumerate(claims, start=1)],
    } | fields


def _source_row(slug: str, title: str, issued: object, letter: str, **fields: Any) -> Record:
    """Return a source that was read."""
    grades = [{"grade": letter, "why": "As the registry has it."}]
    return {
        "id": f"src:{slug}",
        "csl": {"title": title, "issued": issued},
        "read": True,
        "reliability": grades,
    } | fields


def _actor_row(slug: str, kind: str, *names: str, **fields: Any) -> Record:
    """Return an actor."""
    return {"id": f"actor:{slug}", "kind": kind, "names": [{"text": name} for name in names]} | fields


def _actors() -> list[Record]:
    """Return states, a body, a firm, groups, of which one is marked higher, and an outlet without any relation."""
    return [
        _actor_row("ru", "state", "Russia", "Россия"),
        _actor_row("ir", "state", "Iran", "ایران"),
        _actor_row("il", "state", "Israel"),
        _actor_row("irgc", "state_body", "Islamic Revolutionary Guard Corps", "سپاه پاسداران"),
        _actor_row("niiip", "firm", "НИИИП"),
        _actor_row("hezbollah", "armed_group", "Hezbollah", "حزب\u200cالله"),
        _actor_row("houthis", "armed_group", "Ansar Allah", marking="TLP:AMBER"),
        _actor_row("press-tv", "media", "Press TV"),
    ]


def _sources() -> list[Record]:
    """Return a newspaper, one that relays it, an essay that nobody can judge, and a text that is in hand."""
    issued = {"date-parts": [[2023, 3, 27]]}
    archive = {"sha256": "a" * 64}
    return [
        _source_row("wsj-2023", "Moscow and Tehran", issued, "B", publisher="WSJ"),
        _source_row("up-2023", "Russia and Iran deepen cooperation", "2023-12-08", "C", publisher="UP"),
        _source_row("essay", "The axis", "2026", "F"),
        _source_row("kremlin-2025", "Treaty text", "2025-01-17", "A", publisher="Kremlin", archive=archive),
    ]


def _relations() -> list[Record]:
    """Return relations in every domain, of every level, some undated, contested, hostile, mutual or without claims."""
    early, late = {"when": "2022-09/2023-02"}, {"when": "2025-06"}
    signed = {"seen": "official", "basis": "documented", "aspect": "status:agreed", "when": "2025-01-17"}
    judged = {"seen": "essay", "basis": "assessed"}
    denied = {"stance": "contradicts", "seen": "official", "when": "2023", "basis": "documented"}
    arrived = early | {"aspect": "status:delivered"}
    row = _relation_row
    return [
        row("shahed", "arms/transfer", "ir>ru", "Shahed drones", arrived, late | {"seen": "essay"}),
        row("missiles", "arms/transfer", "ir>ru", "Ballistic missiles", {"when": "2023"}, denied),
        row("attack", "arms/attack", "ir>il", "Missile attack on Israel", late | {"seen": "relayed"}),
        row("training", "arms/training", "irgc>hezbollah", "Training in Lebanon", judged | {"when": "2021"}),
        row("houthi-arms", "arms/transfer", "ir>houthis", "Anti-ship missiles", late),
        row("loan", "money/loan", "ru>ir", "Loan for a power plant", early | {"seen": "relayed"}),
        row("gold", "money/smuggling", "ru>ir", "Gold against drones", judged),
        row("cyber", "tech/cyber", "ru>ir", "Cyber tools", early | {"seen": "relayed"}, judged | late),
        row("plant", "tech/licensed_production", "niiip>ru", "Drone plant at Alabuga"),
        row("treaty", "diplomacy/treaty", "ru=ir", "Partnership treaty", signed, event=True),
        row("talks", "diplomacy/visit", "ir=ru", "Talks in Tehran", {"when": "2025-06/.."}),
        row(
            "backing", "diplomacy/backing", "ru>hezbollah", "Words of support", {"marking": "TLP:GREEN", "when": "2024"}
        ),
    ]


@pytest.fixture(scope="session")
def little() -> Network:
    """Return a network of 8 actors, 12 relations and 4 sources in which every filter has something to find."""
    head = {
        "id": "little",
        "title": "Little network",
        "version": "1.0",
        "as_of": "2026-03-08",
        "digest": "a1b2c3d4" * 8,
    }
    return msgspec.convert({**head, "actors": _actors(), "sources": _sources(), "relations": _relations()}, Network)


@pytest.fixture(scope="session")
def filters() -> st.SearchStrategy[Filter]:
    """Return a strategy for filters of the little network, with any number of criteria in force."""
    actors = st.sampled_from(["actor:ru", "actor:ir", "actor:hezbollah", "actor:niiip"])
    sources = st.sampled_from(["src:wsj-2023", "src:up-2023", "src:essay", "src:kremlin-2025"])
    criteria: dict[str, st.SearchStrategy[Any]] = {
        "domains": st.frozensets(st.sampled_from(DOMAINS), min_size=1),
        "kinds": st.frozensets(st.sampled_from(["transfer", "loan", "treaty", "attack"]), min_size=1),
        "hostile": st.sampled_from(["only", "none"]),
        "actor_kinds": st.frozensets(st.sampled_from(["state", "firm", "armed_group"]), min_size=1),
        "givers": st.frozensets(actors, min_size=1),
        "receivers": st.frozensets(actors, min_size=1),
        "parties": st.frozensets(actors, min_size=1),
        "statuses": st.frozensets(st.sampled_from(["delivered", "agreed", ""]), min_size=1),
        "min_confidence": st.sampled_from(Level),
        "min_origins": st.integers(0, 3),
        "flags": st.frozensets(st.sampled_from(["CONTESTED", "SINGLE_ORIGIN", "DATED"]), min_size=1),
        "sources": st.frozensets(sources, min_size=1),
        "period": st.sampled_from([("2022", "2024"), ("2025", ""), ("", "2021-12")]),
        "undated": st.just(value=False),
        "text": st.sampled_from(["drones", "россия", "Tehran", "no such word"]),
        "ego": actors,
        "as_of": st.sampled_from(["2022", "2024-06", "2026"]),
        "known_by": st.sampled_from(["2023-06", "2025-06"]),
        "ceiling": st.sampled_from(["TLP:CLEAR", "TLP:GREEN"]),
        "struck": st.frozensets(sources, min_size=1),
        "hidden_actors": st.frozensets(actors, min_size=1),
        "hidden_relations": st.frozensets(st.sampled_from(["rel:shahed", "rel:loan"]), min_size=1),
    }
    ends = st.sampled_from(["either", "both"])
    return st.tuples(st.fixed_dictionaries({}, optional=criteria), ends).map(lambda drawn: _filter(*drawn))


def _filter(chosen: dict[str, Any], ends: Any) -> Filter:
    """Return a filter; only where kinds of actor are asked for it says of which ends."""
    return Filter(**chosen, actor_ends=ends) if "actor_kinds" in chosen else Filter(**chosen)


@pytest.fixture(scope="session")
def claimed(little: Network) -> st.SearchStrategy[Network]:
    """Return a strategy for networks of three relations of the little one, with claims of every kind."""
    lists = st.lists(st.lists(_any_claim(), max_size=6), min_size=3, max_size=3)
    return lists.map(lambda drawn: replace(little, relations=tuple(_with_claims(little, drawn))))


def _with_claims(little: Network, drawn: list[list[dict[str, Any]]]) -> Iterator[Relation]:
    """Yield the first relations with other claims."""
    for at, (relation, claims) in enumerate(zip(little.relations, drawn, strict=False)):
        fixed = {"relation": relation.id, "summary": "It took place.", "locator": {"label": "page", "value": "1"}}
        found = [claim | fixed | _named(at, number, claim) for number, claim in enumerate(claims)]
        yield replace(relation, claims=msgspec.convert(tuple(found), tuple[Claim, ...]))


def _links(nodes: list[str], named: str, modality: str) -> list[dict[str, Any]]:
    """Return a chain through some nodes, to a name or to nobody."""
    chain: list[dict[str, Any]] = [{"node": node, "role": "cited_in", "modality": modality} for node in nodes]
    last = {"named": named, "unstated": not named} if named != "last" else {"node": nodes[-1]}
    return [*(chain if named != "last" else chain[:-1]), {"role": "origin", **last}]


def _any_claim() -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for claims of every kind, all but their ids."""
    chain = st.builds(
        _links,
        st.lists(st.sampled_from(NODES), min_size=1, max_size=3),
        st.sampled_from(["last", "last", "last", "a witness", ""]),
        st.sampled_from(["asserted", "asserted", "possible", "assessed", "denied"]),
    )
    return st.fixed_dictionaries(
        {
            "aspect": st.sampled_from(
                ["exists", "status:agreed", "status:delivered", "status:ended", "via", "magnitude"]
            ),
            "stance": st.sampled_from(["supports", "supports", "contradicts", "qualifies"]),
            "basis": st.sampled_from(["documented", "observed", "reported", "assessed", "denial"]),
            "credibility": st.integers(2, 5),
            "chain": chain,
            "direct": st.booleans(),
            "asserts": st.sampled_from(
                [None, {"value": 40.0, "unit": "drones"}, {"text": "many", "interval": "2024/.."}]
            ),
            "when": st.sampled_from(["", "2021", "2023-05", "2025/..", "2022/2024"]),
            "ends": st.sampled_from(["", "2024-06"]),
            "answered": st.sampled_from(["", "By a second report."]),
            "rank": st.sampled_from(["normal", "normal", "deprecated"]),
            "marking": st.sampled_from(["TLP:CLEAR", "TLP:AMBER"]),
            "supersedes": st.sampled_from([None, None, "0", "2"]),
        }
    )


def _named(relation: int, number: int, claim: dict[str, Any]) -> dict[str, Any]:
    """Return an id of its own for a claim, and that of the one it supersedes, in the same relation."""
    older = claim["supersedes"]
    return {"id": f"clm:c{relation}{number}", "supersedes": older and f"clm:c{relation}{older}"}
