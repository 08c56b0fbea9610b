"""The collector of cycles keeps away for as long as anybody wants it to."""

from __future__ import annotations

import gc

import pytest

from graphdata.collector import Hold, keep_from_collector, without_collector


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


def test_it_comes_back_when_the_last_lets_go() -> None:
    first, second = Hold(), Hold()
    first.let_go()
    first.let_go()
    assert not gc.isenabled()
    second.let_go()
    assert gc.isenabled()


def test_what_is_kept_is_not_gone_through_again() -> None:
    keep_from_collector()
    assert gc.get_freeze_count()
    gc.unfreeze()
