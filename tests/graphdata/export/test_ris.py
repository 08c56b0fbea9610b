"""A reader of RIS finds every source again, and no text of a record makes a line of its own."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphdata.export.ris import to_ris
from graphdata.network import Network
from graphdata.sourcing import Source

LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def read(content: bytes) -> list[dict[str, list[str]]]:
    """Return the records of a RIS file; fails on a line that is none."""
    records: list[dict[str, list[str]]] = []
    inside = False
    for line in content.decode().split("\r\n")[:-1]:
        match = LINE.fullmatch(line)
        assert match, line
        tag, value = match.groups()
        assert inside != (tag == "TY")
        inside = tag != "ER"
        records += [{}] if tag == "TY" else []
        records[-1].setdefault(tag, []).append(value)
    assert not inside
    return records


def one(network: Network, **csl: Any) -> dict[str, list[str]]:
    return read(to_ris([Source(id="src:a", csl=csl)], network))[0]


def test_every_source_is_found_again(little: Network) -> None:
    records = read(to_ris(little.sources, little))
    assert [record["ID"] for record in records] == [[each.id] for each in little.sources]
    assert [record["TI"] for record in records] == [[each.title] for each in little.sources]


def test_people_bodies_and_dates_have_their_form(little: Network) -> None:
    people = [{"family": "Gogh", "non-dropping-particle": "van", "given": "Vincent"}, {"literal": "White House"}]
    found = one(little, type="report", author=people, issued={"date-parts": [[2023, 5]]}, URL="https://example.org")
    assert found["TY"] == ["RPRT"]
    assert found["AU"] == ["van Gogh, Vincent", "White House,"]
    assert (found["PY"], found["DA"], found["UR"]) == (["2023"], ["2023/05//"], ["https://example.org"])


def test_nothing_is_lost_that_has_no_tag(little: Network) -> None:
    csl = {"composer": [{"family": "Orff"}], "section": "B 2", "event-date": "2021", "issued": "2022?/2023"}
    found = one(little, type="article-newspaper", **csl, **{"container-title": "Daily", "collection-title": "Files"})
    assert (found["T2"], found["JF"], found["T3"], found["PY"]) == (["Daily"], ["Daily"], ["Files"], ["2022"])
    told = "Also: issued circa 2022 to 2023; composer Orff; section B 2; event-date 2021."
    assert sorted(found["N1"][-1][6:-1].split("; ")) == sorted(told[6:-1].split("; "))


@given(title=st.text(max_size=60), name=st.text(max_size=30))
def test_no_text_makes_a_line_of_its_own(little: Network, title: str, name: str) -> None:
    found = one(little, title=f"T\r\nER  - \r\n{title}", author=[name], type=name)
    assert set(found) <= {"TY", "ID", "AU", "TI", "N1", "ER"}
