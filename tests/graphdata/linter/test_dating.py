"""Dates that disagree with the address of a source or with what rests on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graphdata.linter.dating import date_in_address, findings_in
from graphdata.network import Network

Changed = Callable[..., Network]


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("https://www.reuters.com/world/manage-protests-2022-10-26/", "2022-10-26"),
        ("www.theguardian.com/world/2020/aug/27/belarus-protests", "2020-08-27"),
        ("https://www.cnbc.com/2013/12/17/bailout.html", "2013-12-17"),
        ("www.iranintl.com/en/202212034392", "2022-12-03"),
        ("publication.pravo.gov.ru/document/0001202510020001", "2025-10-02"),
        ("https://x.org/2023/12/story", "2023-12-01"),
        ("https://web.archive.org/web/20230401123456/https://x.org/2022/01/05/z", "2022-01-05"),
        ("https://x.org/a_2024_1_9.html", "2024-01-09"),
    ],
)
def test_the_date_of_an_address(address: str, first: str) -> None:
    found = date_in_address(address)
    assert found is not None
    assert str(found.first) == first


@pytest.mark.parametrize(
    "address", ["", "https://x.org/id-84736472", "https://x.org/2024/13/45/", "x.org/1-2-3", "2023"]
)
def test_addresses_without_a_date(address: str) -> None:
    assert date_in_address(address) is None


def csl(issued: object, address: str = "") -> dict[str, Any]:
    return {"issued": issued, "URL": address}


def rules(network: Network) -> list[str]:
    return [finding.rule for finding in findings_in(network)]


def test_a_citation_disagrees_with_its_address(with_source: Changed) -> None:
    network = with_source(csl=csl({"date-parts": [[2023, 12, 6]]}, "https://www.reuters.com/2023-12-26/"))
    finding = next(findings_in(network))
    assert finding.rule == "date-against-url"
    assert finding.message == "the citation is dated 2023-12-06, and its address says 2023-12-26."


@pytest.mark.parametrize("issued", ["2023-12-24", "2023-12-28", "2023-12", "2023", "2023-12-20/2023-12-24"])
def test_two_days_and_vague_dates_are_allowed(with_source: Changed, issued: str) -> None:
    assert rules(with_source(csl=csl(issued, "https://x.org/2023/12/26/"))) == []


def test_three_days_are_not_allowed(with_source: Changed) -> None:
    assert rules(with_source(csl=csl("2023-12-23", "https://x.org/2023/12/26/"))) == ["date-against-url"]


def test_a_source_comes_after_what_it_tells_of(with_claim: Changed) -> None:
    findings = list(findings_in(with_claim(when="2025-12-28/2026-01")))
    assert [finding.record for finding in findings] == ["src:up-2023-12-08", "src:wsj-2023-03-27"]
    assert "information of 2025-12-28/2026-01" in findings[0].message


def test_many_claims_against_one_source_are_one_finding(with_claims: Changed) -> None:
    findings = list(findings_in(with_claims(*[{"when": "2024"}] * 3)))
    assert [finding.rule for finding in findings] == ["source-before-content"] * 2
    assert findings[0].message.endswith("and 2 more.")


@pytest.mark.parametrize("when", ["", "2023", "2023-03-27", "../2024", "nonsense"])
def test_dates_that_may_be_earlier_are_let_pass(with_claim: Changed, when: str) -> None:
    assert rules(with_claim(when=when)) == []


@pytest.mark.parametrize("issued", [None, 5, {"date-parts": 5}, {"date-parts": [[None]]}, "soon"])
def test_a_date_of_issue_of_any_shape_does_not_stop_the_linter(with_source: Changed, issued: object) -> None:
    assert rules(with_source(csl=csl(issued, "https://x.org/2023/12/26/"))) == []
