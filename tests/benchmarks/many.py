"""Generated networks of any size, shaped like the shipped one: the same every time for the same size and seed."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Final

from graphdata.network import Actor, Name, Network, Relation
from graphdata.sourcing import Archive, Asserts, Claim, Grade, Link, Locator, Source
from graphdata.vocabulary import ACTOR_KINDS, KINDS

RELATIONS_EACH, CLAIMS_EACH = 5, 3
ASPECTS: Final = ("exists",) * 4 + ("status:in_progress",) * 4 + ("status:delivered",) * 3 + ("status:agreed", "via")
STANCES: Final = ("supports",) * 18 + ("contradicts", "qualifies")
BASES: Final = ("reported",) * 5 + ("assessed",) * 3 + ("announced", "documented", "observed")
HEADS: Final = ("Al", "Bor", "Cher", "Dez", "Kara", "Vol")
TAILS: Final = ("bug", "dan", "gan", "mash", "sk", "zhin")
PLACES: Final = tuple("".join(parts) for parts in product(HEADS, "aoi", TAILS, ("a", "ov", "ek", "ieh", "")))
THINGS: Final = ("Engines", "Drones", "Loans", "Radars", "Trucks", "Chips", "Advisers", "Wheat", "Optics", "Ports")
NOUNS: Final = ("Works", "Bank", "Brigade", "Institute", "Holding", "Ministry", "Front", "Agency", "Shipping", "Bureau")
VERBS: Final = ("were delivered", "were promised", "are under way", "were refused", "were seen", "are planned")
LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC: Final = str.maketrans(LATIN, "абцдефгхижклмнопкрстуввхиз")
PERSIAN: Final = str.maketrans(LATIN, "ابکدیفگهیجکلمنوپقرستوووخیز")


def many(actors: int, seed: int = 7) -> Network:
    """Return a network of so many actors, with five relations each and three claims a relation."""
    dice = Random(seed)  # noqa: S311  nothing here is a secret
    names = [f"{dice.choice(PLACES)} {dice.choice(NOUNS)} {at}" for at in range(actors)]
    people = tuple(_actor(at, names[at], dice) for at in range(actors))
    sources = tuple(_source(at, dice) for at in range(max(10, actors // 10)))
    relations = tuple(_relation(at, names, len(sources), dice) for at in range(actors * RELATIONS_EACH))
    return Network(
        id=f"many-{actors}",
        title=f"Generated, {actors} actors",
        version="1",
        as_of="2026-03-08",
        actors=people,
        sources=sources,
        relations=relations,
    )


def _actor(at: int, name: str, dice: Random) -> Actor:
    """Return an actor with a Latin name, and every third with one in another script."""
    bare = name.lower()
    other = ((), (Name(text=bare.translate(CYRILLIC), lang="ru"),), (Name(text=bare.translate(PERSIAN), lang="fa"),))
    return Actor(
        id=f"actor:a{at}",
        kind=dice.choice(tuple(ACTOR_KINDS)),  # type: ignore[arg-type]
        names=(Name(text=name), *other[at % 3]),
        bloc=f"bloc-{at % 40}" if at % 2 else "",
        grade=(Grade(grade=dice.choice("ABCDE"), why="generated"),) if at % 4 == 0 else (),  # type: ignore[arg-type]
    )


def _source(at: int, dice: Random) -> Source:
    """Return a document; two in three were read and archived, one in ten is a copy of the one before."""
    read = at % 3 != 0
    return Source(
        id=f"src:s{at}",
        csl={
            "type": "article-newspaper",
            "title": f"{dice.choice(THINGS)} of {dice.choice(PLACES)}, report {at}",
            "issued": {"date-parts": [[dice.randint(2021, 2025), dice.randint(1, 12), dice.randint(1, 28)]]},
        },
        publisher=f"Outlet {at % 60}",
        reliability=(Grade(grade=dice.choice("ABBCCD"), why="generated"),),  # type: ignore[arg-type]
        read=read,
        archive=Archive(sha256=f"{at:064x}") if read else None,
        derives_from=(f"src:s{at - 1}",) if at % 10 == 9 else (),
    )


def _relation(at: int, names: list[str], sources: int, dice: Random) -> Relation:
    """Return a relation between two actors, of which few have many, with its claims."""
    actors = len(names)
    giver = int(actors * dice.random() ** 2)
    receiver = (giver + 1 + int((actors - 1) * dice.random() ** 1.5)) % actors
    domain = dice.choice(tuple(KINDS))
    kind = dice.choice(tuple(KINDS[domain]))
    thing = f"{dice.choice(THINGS)} {dice.choice(VERBS)}"
    claims = tuple(_claim(f"r{at}-{no}", f"rel:r{at}", thing, names, sources, dice) for no in range(CLAIMS_EACH))
    return Relation(
        id=f"rel:r{at}",
        domain=domain,  # type: ignore[arg-type]
        kind=kind,
        giver=f"actor:a{giver}",
        receiver=f"actor:a{receiver}",
        summary=f"{thing} by {names[giver]}",
        direction="mutual" if at % 9 == 0 else "forward",
        event=at % 11 == 0,
        claims=claims,
    )


def _claim(name: str, relation: str, thing: str, names: list[str], sources: int, dice: Random) -> Claim:
    """Return what a source says; half quote somebody, a third are their own report, the others name nobody."""
    aspect, year = dice.choice(ASPECTS), dice.randint(2020, 2025)
    hand = f"src:s{int(sources * dice.random() ** 1.5)}"
    status = aspect.removeprefix("status:") if aspect.startswith("status:") else None
    when = dice.choice((f"{year}", f"{year}-{dice.randint(1, 12):02}", f"{year}/..", ""))
    return Claim(
        id=f"clm:{name}",
        relation=relation,
        aspect=aspect,
        stance=dice.choice(STANCES),  # type: ignore[arg-type]
        basis=dice.choice(BASES),  # type: ignore[arg-type]
        summary=f"{names[int(len(names) * dice.random())]}: {thing.lower()} in {year}, says item {name}.",
        locator=Locator(label="paragraph", value=str(dice.randint(1, 40))),
        chain=_chain(hand, len(names), sources, dice),
        asserts=Asserts(status=status) if status else None,  # type: ignore[arg-type]
        when=when,
        begins=f"{year}" if when.endswith("..") else "",
        credibility=dice.choice((2, 2, 3, 4)),
        recorded="2026-01-05",
    )


def _chain(hand: str, actors: int, sources: int, dice: Random) -> tuple[Link, ...]:
    """Return how a claim came to a document."""
    asserted = dice.choice(("asserted", "asserted", "asserted", "assessed", "possible"))
    share = dice.random()
    if share < 0.3:
        return (Link(node=hand, role="origin", modality=asserted),)  # type: ignore[arg-type]
    first = Link(node=hand, role="cited_in", how="paraphrases")
    if share < 0.8:
        node = f"actor:a{int(actors * dice.random() ** 3)}"
        return (first, Link(node=node, role="origin", modality=asserted))  # type: ignore[arg-type]
    if share < 0.9:
        return (first, Link(node=f"src:s{dice.randrange(sources)}", role="origin", modality=asserted))  # type: ignore[arg-type]
    return (first, Link(role="origin", unstated=True, named="no source named in the text"))
