"""The file says what it is, and nothing of who made it or when, unless told."""

from __future__ import annotations

import pytest

from graphdata.export.properties import app_properties, core_properties
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of


def core(network: Network) -> str:
    return core_properties(view_of(network, Filter()), "A & B")


def test_title_subject_and_marking_are_there(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    written = core(little)
    assert "<dc:title>A &amp; B</dc:title>" in written
    assert "digest a1b2c3d4" in written
    assert "<cp:category>TLP:AMBER</cp:category>" in written
    assert "creator" not in written
    assert "created" not in written


@pytest.mark.parametrize(("epoch", "day"), [("0", "1970-01-01T00:00:00Z"), ("1767225600", "2026-01-01T00:00:00Z")])
def test_a_given_date_is_written(little: Network, monkeypatch: pytest.MonkeyPatch, epoch: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert core(little).count(day) == 2


@pytest.mark.parametrize("epoch", ["", "soon", "9" * 30])
def test_a_date_that_is_none_is_left_out(little: Network, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert "created" not in core(little)


def test_the_program_is_named() -> None:
    assert "<Application>Entente</Application>" in app_properties()
