"""Plain tables are held against the structs of the model, and every fault is told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.network import Actor, Network, Relation
from graphdata.sourcing import Claim, Source
from graphdata.storage.fields import PATTERN_WORDS, Fault, described, faults_in

ACTOR = {"id": "actor:ru", "kind": "state", "names": [{"text": "Russia"}]}
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def only_fault(**changes: object) -> Fault:
    faults = faults_in({**ACTOR, **changes}, Actor)
    assert len(faults) == 1, faults
    return faults[0]


def test_a_good_record_has_no_faults() -> None:
    assert faults_in(ACTOR, Actor) == ()


@pytest.mark.parametrize(
    ("changes", "path", "rule"),
    [
        ({"kind": 1}, ("kind",), "wrong-type"),
        ({"names": "Russia"}, ("names",), "wrong-type"),
        ({"names": [{"text": "Russia", "type": "nick"}]}, ("names", 0, "type"), "not-in-list"),
        ({"identifiers": ["Q159"]}, ("identifiers",), "wrong-type"),
        ({"identifiers": {"wikidata": 159}}, ("identifiers", "wikidata"), "wrong-type"),
        ({"parent": "ru"}, ("parent",), "pattern"),
        ({"note": "x" * 4001}, ("note",), "too-long"),
        ({"country": "x" * 70_000}, ("country",), "too-long"),
        ({"country": "r\nu"}, ("country",), "hidden-character"),
        ({"exists": 1991}, ("exists",), "wrong-type"),
        ({"id": "actor:ru\n"}, ("id",), "hidden-character"),
    ],
)
def test_a_fault_has_its_path_and_rule(changes: dict[str, Any], path: tuple[str | int, ...], rule: str) -> None:
    fault = only_fault(**changes)
    assert (fault.path, fault.rule) == (path, rule)
    assert fault.remedy


def test_allowed_words_are_listed_with_the_nearest() -> None:
    fault = only_fault(kind="satte")
    assert "armed_group, bloc, firm" in fault.remedy
    assert fault.remedy.endswith("Nearest name: 'state'.")


def test_text_without_quotation_marks_is_told_how_to_get_them() -> None:
    assert only_fault(country=643).remedy == "Put it between quotation marks."


def test_a_number_that_no_text_can_show() -> None:
    assert "a number of" in only_fault(country=1 << 20_000).message


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400, 2**60, 1e301])
def test_free_tables_hold_numbers_that_can_be_written(value: float) -> None:
    faults = faults_in({"id": "src:a", "csl": {"volume": value}}, Source)
    assert [fault.rule for fault in faults] == ["not-finite"]


def test_free_tables_end_somewhere() -> None:
    csl: dict[str, Any] = {}
    for _ in range(200):
        csl = {"deeper": csl}
    assert [fault.rule for fault in faults_in({"id": "src:a", "csl": csl}, Source)] == ["nesting"]


def test_fields_that_are_kept_elsewhere_are_not_known() -> None:
    relation = {"id": "rel:a", "domain": "arms", "kind": "x", "giver": "actor:a", "receiver": "actor:b", "summary": "s"}
    assert faults_in({**relation, "claims": []}, Relation, frozenset({"claims"}))[0].rule == "unknown-key"


def test_every_pattern_of_the_model_is_put_into_words() -> None:
    patterns = {pattern for struct in (Actor, Source, Relation, Claim, Network) for pattern in patterns_in(struct)}
    assert patterns == set(PATTERN_WORDS)


def patterns_in(struct: type) -> set[str]:
    return {found for found in walk(described(struct)) if found}


def walk(kind: object) -> list[str]:
    if isinstance(kind, msgspec.inspect.StrType):
        return [kind.pattern or ""]
    inner = [field.type for field in getattr(kind, "fields", ())] + list(getattr(kind, "types", ()))
    inner += [kind.item_type] if isinstance(kind, msgspec.inspect.VarTupleType) else []
    return [pattern for part in inner for pattern in walk(part)]


@pytest.mark.parametrize("struct", [Actor, Source, Relation, Claim, Network])
@given(data=st.data())
def test_what_has_no_fault_can_be_converted(struct: type, data: st.DataObject) -> None:
    names = [field.name for field in described(struct).fields]
    row = data.draw(st.dictionaries(st.sampled_from(names), values, max_size=6))
    if not faults_in(row, struct):
        assert msgspec.convert(row, struct)


@given(field=st.sampled_from(["short", "country", "parent", "exists", "note", "identifiers", "grade"]), value=values)
def test_faults_are_found_wherever_conversion_fails(field: str, value: object) -> None:
    row = {**ACTOR, field: value}
    try:
        msgspec.convert(row, Actor)
    except (msgspec.ValidationError, OverflowError):
        assert faults_in(row, Actor)
