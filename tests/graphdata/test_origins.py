"""Origin classes: who stands together, what a loop is, and how good a class is (rules 1 to 4)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from graphdata.chains import FOREVER, NEVER, Facts, Path
from graphdata.origins import OriginClass, circles, class_of, classes_of, paths_by_origin
from graphdata.ruleset import RULESET_1
from graphdata.sourcing import Claim, Link, Locator

CLAIM = Claim(
    id="clm:one",
    relation="rel:ru-ir",
    aspect="exists",
    stance="supports",
    basis="reported",
    summary="What it says.",
    locator=Locator(label="paragraph", value="1"),
    chain=(Link(node="src:a", role="origin"),),
)


def path(key: str, grade: str = "B2", **more: Any) -> Path:
    """Return a path to an origin, with its grade."""
    given = {
        "claim": CLAIM,
        "way": (),
        "key": key,
        "label": key.rpartition(":")[2].upper(),
        "end": key.removeprefix("own:") if "src:" in key else "",
        "bloc": key,
        "letter": grade[0],
        "digit": int(grade[1]),
        "hedged": False,
        "assessed": False,
        "strengthened": False,
        "original_read": True,
        "in_hand": False,
        "live": True,
        "begins": NEVER,
        "finishes": FOREVER,
        "news": NEVER,
        "issued": NEVER,
        "documents": ("src:x",),
        "cites": (),
    }
    return Path(**(given | more))


def citing(*names: str, key: str = "") -> Path:
    """Return the path of a chain of documents that ends at the last one's own reporting, unless a key is given."""
    way = tuple(Facts(f"src:{name}", name, is_source=True) for name in names)
    documents = tuple(facts.id for facts in way)
    end = "" if key else documents[-1]
    return path(key or f"own:{end}", way=way, cites=tuple(pairwise(documents)), documents=documents, end=end)


def judged(*paths: Path) -> OriginClass:
    """Return the class of paths that have one origin."""
    return class_of(paths[0].key, list(paths), RULESET_1)


@pytest.mark.parametrize(
    ("grade", "solid", "strong"),
    [
        ("A2", True, True),
        ("B2", True, True),
        ("B3", True, False),
        ("C3", True, False),
        ("C4", False, False),
        ("D2", False, False),
        ("F2", False, False),
        ("B6", False, False),
    ],
)
def test_a_grade_makes_a_class_solid_or_strong(grade: str, solid: bool, strong: bool) -> None:
    found = judged(path("actor:us", grade))
    assert (found.solid, found.strong, found.best) == (solid, strong, grade)


@pytest.mark.parametrize("key", ["unattributed", "circular"])
def test_no_grade_makes_an_unnamed_origin_solid(key: str) -> None:
    found = judged(path(key, "A2", in_hand=True))
    assert (found.solid, found.strong, found.primary, found.blocs, found.counts) == (False, False, False, (), False)


def test_a_class_takes_the_best_letter_and_the_best_digit() -> None:
    found = judged(path("actor:us", "C2"), path("actor:us", "F3"), path("actor:us", "B4"))
    assert (found.best, found.worst, found.digit) == ("B2", "F3", 2)


def test_unread_reports_do_not_lend_each_other_their_grades() -> None:
    found = judged(path("unresolved", "D2"), path("unresolved", "A3", assessed=True), path("unresolved", "B4"))
    assert (found.best, found.worst, found.strong) == ("A3", "D2", False)
    assert not found.informational


def test_a_maybe_caps_the_digit() -> None:
    assert judged(path("actor:us", "B2", hedged=True)).best == "B3"
    assert judged(path("actor:us", "B4", hedged=True)).best == "B4"


def test_one_assertion_makes_a_class_informational() -> None:
    judgement = path("actor:us", assessed=True)
    assert not judged(judgement).informational
    assert judged(judgement, path("actor:us")).informational


def test_an_item_in_hand_is_primary_only_with_a_good_letter() -> None:
    assert judged(path("src:text", "B6", in_hand=True)).primary
    assert not judged(path("src:text", "C2", in_hand=True)).primary


def test_a_class_lists_its_documents_claims_and_blocs_once() -> None:
    other = path("unresolved", documents=("src:a", "src:x"), bloc="b")
    found = judged(path("unresolved", bloc="a"), other, other)
    assert (found.documents, found.claims, found.bloc) == (("src:a", "src:x"), ("clm:one",), "a + b")


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("actor:us", "US"),
        ("own:src:wsj", "WSJ, own reporting"),
        ("src:text", "TEXT"),
        ("unresolved", "Own reporting, not read: UNRESOLVED"),
        ("unattributed", "No origin named"),
        ("circular", "Documents that cite one another"),
    ],
)
def test_a_class_has_a_name_for_the_reader(key: str, label: str) -> None:
    assert judged(path(key)).label == label


def test_the_best_class_comes_first_and_the_unnamed_last() -> None:
    found = classes_of([path("unattributed", "A2"), path("actor:d", "D2"), path("actor:c", "C2")], RULESET_1)
    assert [one.key for one in found] == ["actor:c", "actor:d", "unattributed"]


def test_one_document_is_one_origin_as_item_and_as_report() -> None:
    keys = paths_by_origin([path("src:text"), path("own:src:text"), path("unresolved", end="src:text")])
    assert list(keys) == ["src:text"]


def test_documents_that_cite_one_another_are_circular() -> None:
    loop = [citing("a", "b"), citing("b", "c"), citing("c", "a")]
    assert list(paths_by_origin(loop)) == ["circular"]
    assert circles(loop)


def test_a_chain_that_comes_back_to_itself_is_circular() -> None:
    assert list(paths_by_origin([citing("a", "b", "a")])) == ["circular"]


def test_a_chain_into_a_loop_is_circular_too() -> None:
    assert list(paths_by_origin([citing("z", "a"), citing("a", "b"), citing("b", "a")])) == ["circular"]


def test_one_citing_the_other_is_no_loop() -> None:
    line = [citing("a", "b"), citing("b", "c"), citing("a", "c")]
    assert set(paths_by_origin(line)) == {"own:src:b", "own:src:c"}
    assert not circles(line)


def test_what_a_document_of_a_loop_reports_itself_counts() -> None:
    loop = [citing("a", "b"), citing("b", "a"), citing("a")]
    assert set(paths_by_origin(loop)) == {"circular", "own:src:a"}
    assert not circles(loop)


def test_a_loop_with_an_exit_is_counted_where_it_leads() -> None:
    loop = [citing("a", "b"), citing("b", "a"), citing("b", key="actor:us")]
    assert set(paths_by_origin(loop)) == {"circular", "actor:us"}


def test_an_unnamed_origin_is_no_exit() -> None:
    assert circles([citing("a", "b"), citing("b", "a"), citing("b", key="unattributed")])
