"""Items are what the schema of CSL allows, nothing of a record is lost, and dates and names read as they were meant."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphdata.export.csl import DATES, NAMES, NUMBERS, TEXTS, TYPES, csl_date, csl_item, to_csl_json
from graphdata.network import Network
from graphdata.sourcing import Archive, Source

KNOWN = {"id", "type", "custom"} | NAMES | DATES | TEXTS | NUMBERS
NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}
DATE_PARTS = {"date-parts", "season", "circa", "literal", "raw"}


def faults(item: dict[str, Any]) -> list[str]:
    """Return what the schema of CSL for data would refuse."""
    found = [name for name in item if name not in KNOWN]
    found += [name for name in ("id", "type") if not isinstance(item.get(name), str)]
    found += [item["type"]] if item["type"] not in TYPES else []
    for name, value in item.items():
        if name in NAMES:
            found += [name for person in value if not (person.keys() <= NAME_PARTS and person)]
        elif name in DATES:
            parts = value.get("date-parts", [[1]])
            sound = value.keys() <= DATE_PARTS and 1 <= len(parts) <= 2 and all(1 <= len(part) <= 3 for part in parts)
            found += [] if sound else [name]
        elif name in TEXTS and not isinstance(value, str):
            found.append(name)
    return found


def source(**csl: Any) -> Source:
    return Source(id="src:a", csl=csl)


def test_the_little_network_makes_sound_items(little: Network) -> None:
    items = json.loads(to_csl_json(little.sources, little))
    assert [item["id"] for item in items] == [each.id for each in little.sources]
    assert not [fault for item in items for fault in faults(item)]
    assert to_csl_json(little.sources, little) == to_csl_json(little.sources, little)


def test_a_list_marked_higher_than_a_source_says_so_with_it(little: Network) -> None:
    own = little.sources[0].marking
    (alike,) = json.loads(to_csl_json(little.sources[:1], little, listed=f"list marked {own}"))
    (higher,) = json.loads(to_csl_json(little.sources[:1], little, listed="list marked TLP:RED"))
    assert "list marked" not in alike["note"]
    assert f"{own}; list marked TLP:RED" in higher["note"]


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.lists(st.text(max_size=5), max_size=3)
)


@example(csl={"type": [""]})
@given(csl=st.dictionaries(st.sampled_from([*sorted(KNOWN - {"issued", "accessed"}), "x", "y z"]), JUNK, max_size=8))
def test_whatever_a_record_holds_the_item_is_sound(little: Network, csl: dict[str, Any]) -> None:
    item = csl_item(Source(id="src:a", csl=csl), little)
    assert not faults(item)
    json.dumps(item)


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("2023-03-27", {"date-parts": [[2023, 3, 27]]}),
        ("2023", {"date-parts": [[2023]]}),
        ("2023~", {"date-parts": [[2023]], "circa": True}),
        ("2022-09/2023-02", {"date-parts": [[2022, 9], [2023, 2]]}),
        ("2024-21", {"date-parts": [[2024]], "season": 1}),
        ("199X", {"literal": "199X"}),
        ("2022/..", {"literal": "2022/.."}),
        ("last week", {"literal": "last week"}),
        ({"date-parts": [["2023", "12", "8"]]}, {"date-parts": [[2023, 12, 8]]}),
        ({"raw": "2021-05"}, {"date-parts": [[2021, 5]]}),
    ],
)
def test_dates_are_read_as_they_were_meant(date: Any, read: dict[str, Any]) -> None:
    assert csl_date(date) == read


def test_names_keep_their_parts(little: Network) -> None:
    people = [{"family": "Mova", "given": "Roman"}, {"literal": "White House"}, "A body"]
    item = csl_item(source(type="report", author=people), little)
    assert item["author"] == [*people[:2], {"literal": "A body"}]


def test_et_al_is_nobodys_name(little: Network) -> None:
    item = csl_item(source(author=[{"family": "Lieber", "given": "Dov"}, {"literal": "et al."}]), little)
    assert item["author"] == [{"family": "Lieber", "given": "Dov"}]
    assert "more authors than are named" in item["note"]
    assert "author" not in csl_item(source(author=[{"literal": "et al."}]), little)


def test_what_the_schema_does_not_know_is_kept_aside(little: Network) -> None:
    item = csl_item(source(type="tablet", colour="blue"), little)
    assert item["type"] == "document"
    assert item["custom"] == {"colour": "blue"}


def test_grade_copy_marking_and_dataset_stand_in_the_note(little: Network) -> None:
    kept = Source(
        id="src:a", csl={"note": "Own."}, read=True, archive=Archive(sha256="ab" * 32, retrieved="2024-05-01")
    )
    item = csl_item(kept, little, 7)
    assert item["accessed"] == {"date-parts": [[2024, 5, 1]]}
    assert item["note"] == (
        f"Own. Entente src:a, note 7; reliability ungraded; read; copy sha256:{'ab' * 32}; TLP:CLEAR; "
        f"dataset little 1.0 (a1b2c3d4)."
    )
