"""The collector stays away and comes back."""

from __future__ import annotations

import gc

import pytest

from graphdata.bulk import without_collector


def test_the_collector_is_away_for_the_block_and_back_after_it() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_after_a_fault() -> None:
    with pytest.raises(ValueError, match="x"), without_collector():
        raise ValueError("x")
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
